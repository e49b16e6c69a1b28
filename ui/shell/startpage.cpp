// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startpage.h"

#include "ui/shell/practicelab.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kTextWidth = 820;
constexpr int kLogoExtent = 56;
constexpr int kNarrow = 560; // no room for three buttons beside a sentence

QFrame *makeCard()
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    return card;
}

QLabel *makeText(bool quiet)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("quiet", quiet);
    return label;
}

QPushButton *makeCopyButton(const QString &text)
{
    auto *button = new QPushButton;
    button->setIcon(symbol(QLatin1String("copy")));
    QObject::connect(button, &QPushButton::clicked, button,
                     [text] { QGuiApplication::clipboard()->setText(text); });
    return button;
}

} // namespace

StartPage::StartPage(std::span<const PanelSpec> panels, const PracticeLab &lab, QWidget *parent)
    : QWidget(parent)
    , m_lab(lab)
    , m_logo(new QLabel)
    , m_heading(new QLabel)
    , m_lead(makeText(true))
    , m_labHeading(new QLabel)
    , m_labLead(makeText(true))
    , m_servers(new QVBoxLayout)
{
    m_heading->setProperty("heading", 1);
    m_labHeading->setProperty("heading", 2);

    auto *titles = new QVBoxLayout;
    titles->setSpacing(Space::S);
    titles->addWidget(m_heading);
    titles->addWidget(m_lead);
    auto *top = new QHBoxLayout;
    top->setSpacing(Space::L + Space::S);
    top->addWidget(m_logo, 0, Qt::AlignTop);
    top->addLayout(titles, 1);

    auto *labCard = makeCard();
    auto *labColumn = new QVBoxLayout(labCard);
    labColumn->setContentsMargins(Space::L + Space::S, Space::L, Space::L + Space::S, Space::L);
    labColumn->setSpacing(Space::S);
    labColumn->addWidget(m_labHeading);
    labColumn->addWidget(m_labLead);
    m_servers->setSpacing(0);
    labColumn->addLayout(m_servers);

    auto *text = new QWidget;
    text->setMaximumWidth(kTextWidth);
    auto *column = new QVBoxLayout(text);
    m_column = column;
    column->setSpacing(Space::L + Space::S);
    column->addLayout(top);
    for (const PanelSpec &spec : panels)
        column->addWidget(makePanelCard(spec));
    column->addWidget(labCard);
    column->addStretch(1);

    auto *page = new QWidget;
    auto *centred = new QHBoxLayout(page);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(text, 1000);
    centred->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(page));

    connect(&lab, &PracticeLab::changed, this, &StartPage::showServers);
    retranslate();
    showIcons();
    fitWidth();
}

QWidget *StartPage::makePanelCard(const PanelSpec &spec)
{
    auto *frame = makeCard();
    PanelCard card{.spec = &spec,
                   .icon = new QLabel,
                   .title = new QLabel,
                   .description = makeText(true),
                   .steps = {},
                   .tools = {}};
    card.title->setProperty("heading", 2);
    auto *grid = new QGridLayout(frame);
    grid->setContentsMargins(Space::L + Space::S, Space::L, Space::L + Space::S, Space::L);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(Space::S);
    grid->setColumnStretch(1, 1);
    grid->addWidget(card.icon, 0, 0, Qt::AlignCenter);
    grid->addWidget(card.title, 0, 1);
    grid->addWidget(card.description, 1, 0, 1, 2);
    grid->setRowMinimumHeight(2, Space::S);
    const qsizetype count = spec.firstSteps().size();
    for (int i = 0; i < count; ++i) {
        auto *number = new QLabel(QString::number(i + 1));
        number->setProperty("step", true);
        number->setAlignment(Qt::AlignCenter);
        number->setFixedSize(22, 22);
        QLabel *step = makeText(false);
        grid->addWidget(number, 3 + i, 0, Qt::AlignTop);
        grid->addWidget(step, 3 + i, 1, Qt::AlignVCenter);
        card.steps.push_back(step);
    }
    int line = 3 + static_cast<int>(count);
    for (const PanelTool &tool : spec.tools ? spec.tools() : std::span<const PanelTool>()) {
        auto *button = new QPushButton;
        button->setObjectName(QString(QStringLiteral("start.") + tool.command.id));
        // The window's own command, wherever this page is by then.
        connect(button, &QPushButton::clicked, this, [this, id = tool.command.id] {
            const auto actions = window()->actions();
            for (QAction *action : actions) {
                if (action->objectName() == id)
                    action->trigger();
            }
        });
        grid->addWidget(button, line++, 1, Qt::AlignLeft);
        card.tools.push_back(button);
    }
    m_cards.push_back(std::move(card));
    return frame;
}

QWidget *StartPage::makeServerRow(const PracticeServer &server)
{
    const PracticeServer::Words &words = server.words();
    auto *row = new QWidget;
    auto *name = new ElidedLabel;
    name->setText(words.title);
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    auto *address = new ElidedLabel;
    address->setText(server.shownAddress);
    address->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *note = makeText(true);
    note->setText(words.note);
    note->setVisible(!words.note.isEmpty());

    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(note);
    texts->addWidget(address);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::M);
    auto *line = new QBoxLayout(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    line->setContentsMargins(0, Space::M, 0, Space::M);
    line->setSpacing(Space::M);
    line->addLayout(texts, 1);
    line->addLayout(buttons);
    m_lines.push_back(line);
    // They are made up for the lab alone, so they may be read.
    const auto addCopy = [&](const QString &label, const QString &text) {
        QPushButton *copy = makeCopyButton(text);
        copy->setText(label);
        copy->setToolTip(tr("Copies “%1”").arg(text).toHtmlEscaped());
        buttons->addWidget(copy);
    };
    if (!server.password.isEmpty())
        addCopy(tr("Password"), server.password);
    for (const QString &code : server.codes)
        addCopy(tr("Code"), code);
    if (!server.keyFile.isEmpty())
        addCopy(tr("Key file"), server.keyFile);
    auto *connectButton = new QPushButton(tr("Connect"));
    connectButton->setObjectName(QStringLiteral("connect"));
    connectButton->setAccessibleName(tr("Connect to %1").arg(words.title));
    connect(connectButton, &QPushButton::clicked, this,
            [this, address = server.address] { Q_EMIT addressChosen(address); });
    buttons->addWidget(connectButton);
    buttons->addStretch(1);

    auto *hairline = new QFrame;
    hairline->setProperty("hairline", true);
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(hairline);
    column->addLayout(line);
    return row;
}

// Beside the sentences where there is room for both, else below them.
void StartPage::fitWidth()
{
    m_narrow = width() < kNarrow;
    const int margin = m_narrow ? Space::L : Space::XL;
    m_column->setContentsMargins(margin, margin, margin, margin);
    for (QBoxLayout *line : m_lines)
        line->setDirection(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    fitWidth();
    QWidget::resizeEvent(event);
}

void StartPage::showServers()
{
    m_lines.clear();
    while (QLayoutItem *item = m_servers->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const PracticeServer &server : m_lab.servers())
        m_servers->addWidget(makeServerRow(server));
    m_labLead->setText(m_lab.servers().isEmpty()
                           ? tr("No practice server is running. Start them with “./dev lab up”; "
                                "they listen on this "
                                "computer only and end with “./dev lab down”.")
                           : tr("Real servers on this computer to try things on. Nobody else uses "
                                "them, and nothing "
                                "that you do there lasts."));
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showIcons();
    QWidget::changeEvent(event);
}

void StartPage::retranslate()
{
    m_heading->setText(tr("Portolan"));
    m_lead->setText(tr("One window for the protocols that networks are run with. Type an address "
                       "into the field above and press Enter."));
    m_labHeading->setText(tr("Practice lab"));
    for (const PanelCard &card : m_cards) {
        card.title->setText(card.spec->title());
        card.description->setText(card.spec->description());
        for (std::size_t i = 0; i < card.tools.size(); ++i) {
            const PanelTool &tool = card.spec->tools()[i];
            card.tools[i]->setText(tool.command.text());
            card.tools[i]->setToolTip(tool.description());
        }
        const QStringList steps = card.spec->firstSteps();
        for (std::size_t i = 0; i < card.steps.size(); ++i)
            card.steps[i]->setText(steps.value(static_cast<qsizetype>(i)));
    }
    showServers();
}

void StartPage::showIcons()
{
    m_logo->setPixmap(
        applicationIcon().pixmap(QSize(kLogoExtent, kLogoExtent), devicePixelRatioF()));
    for (const PanelCard &card : m_cards)
        card.icon->setPixmap(symbolPixmap(card.spec->icon, 18, palette().color(QPalette::Link),
                                          devicePixelRatioF()));
}

} // namespace Portolan::Ui
