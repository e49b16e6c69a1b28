// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/hostclockpage.h"

#include "core/base/error.h"
#include "core/ntp/host/hostfindings.h"
#include "core/ntp/host/hostprobe.h"
#include "core/ntp/host/hostquestions.h"
#include "core/ntp/host/hosttext.h"
#include "ui/panel/detour.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/findingcard.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kCommandPort = 323; // of chronyd (chrony.conf(5), cmdport)

} // namespace

HostClockPage::HostClockPage(const PanelContext &context, QWidget *panel,
                             std::function<QStringList()> wrong, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_panel(panel)
    , m_wrong(std::move(wrong))
    , m_heading(new QLabel)
    , m_host(new QLineEdit)
    , m_look(new QPushButton)
    , m_headline(new QLabel)
    , m_note(new QLabel)
    , m_portLabel(new QLabel)
    , m_port(new QSpinBox)
    , m_progress(new WorkProgress)
    , m_notice(new NoticeBar)
    , m_cardColumn(new QVBoxLayout)
    , m_facts(new FieldList)
{
    m_heading->setProperty("heading", 2);
    m_note->setProperty("quiet", true);
    m_headline->setObjectName(QStringLiteral("hostHeadline"));
    m_host->setObjectName(QStringLiteral("hostField"));
    m_host->setClearButtonEnabled(true);
    m_look->setObjectName(QStringLiteral("hostLook"));
    m_look->setAutoDefault(true); // Enter presses it, too
    m_facts->setObjectName(QStringLiteral("hostFacts"));
    m_notice->setObjectName(QStringLiteral("hostNotice"));
    m_notice->setProperty("boxed", true);
    m_notice->hide();
    m_port->setObjectName(QStringLiteral("hostPort"));
    m_port->setRange(1, 65'535);
    m_port->setValue(kCommandPort);
    m_portLabel->setBuddy(m_port);
    for (QLabel *label : {m_heading, m_headline, m_note, m_portLabel}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(Space::M);
    choice->addWidget(m_host, 1);
    choice->addWidget(m_look);
    auto *port = new QHBoxLayout;
    port->setSpacing(Space::M);
    port->addWidget(m_portLabel, 1);
    port->addWidget(m_port);
    m_cardColumn->setSpacing(Space::M);

    auto *head = new QVBoxLayout;
    head->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    head->setSpacing(Space::M);
    head->addWidget(m_heading);
    head->addLayout(choice);
    head->addWidget(m_note);
    head->addWidget(m_progress);
    head->addWidget(m_notice);
    head->addWidget(m_headline);
    head->addLayout(port);
    head->addLayout(m_cardColumn);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addStretch(1);
    setFocusProxy(m_host);

    connect(m_host, &QLineEdit::returnPressed, this, &HostClockPage::look);
    connect(m_host, &QLineEdit::textChanged, this, [this] {
        // It was that of another host.
        m_port->setValue(kCommandPort);
        showWords();
    });
    connect(m_port, &QSpinBox::valueChanged, this, [this] {
        if (m_host->text().trimmed().isEmpty())
            Q_EMIT chronycChanged(chronyc());
    });
    connect(m_look, &QPushButton::clicked, this, &HostClockPage::look);
    connect(m_progress, &WorkProgress::cancelClicked, this, &HostClockPage::cancel);
    showWords();
}

HostClockPage::~HostClockPage() = default;

bool HostClockPage::isRunning() const
{
    return m_progress->isRunning();
}

QString HostClockPage::headline() const
{
    return m_headline->text();
}

QString HostClockPage::problem() const
{
    return m_notice->isHidden() ? QString() : m_notice->sentence();
}

QString HostClockPage::text() const
{
    return m_facts->text();
}

void HostClockPage::setHost(const QString &typed)
{
    m_host->setText(typed);
}

void HostClockPage::setCommandPort(int port)
{
    m_port->setValue(port);
    showWords();
}

QStringList HostClockPage::chronyc() const
{
    const int port = m_port->value();
    return port == kCommandPort ? QStringList()
                                : Ntp::chronycArguments({}, static_cast<quint16>(port));
}

// chronyd is there and does not hear chronyc: it takes commands elsewhere, or none at all.
bool HostClockPage::asksForPort() const
{
    if (m_port->value() != kCommandPort)
        return true;
    if (!m_clock || m_way != m_host->text().trimmed() ||
        m_clock->chronyAsked == Ntp::HostClock::Asked::Answered)
        return false;
    return m_clock->chronyAsked != Ntp::HostClock::Asked::NotThere &&
           std::any_of(
               m_clock->daemons.begin(), m_clock->daemons.end(),
               [](const Ntp::HostDaemon &each) { return each.name == QLatin1String("chronyd"); });
}

void HostClockPage::look()
{
    m_hasLooked = true;
    m_probe.reset();
    m_notice->hide();
    const QString typed = m_host->text().trimmed();
    if (typed != m_way || !m_detour) {
        m_detour.reset();
        m_way = typed;
    }
    if (typed.isEmpty()) {
        m_probe = std::make_unique<Ntp::HostProbe>();
    } else {
        if (!m_detour) {
            auto found = m_context.service<Detours>()->find(typed, m_panel);
            if (!found) {
                onFailed(found.error());
                return;
            }
            m_detour = std::move(*found);
            connect(m_detour.get(), &Detour::told, this, &HostClockPage::told);
            connect(m_detour.get(), &Detour::progressChanged, this, &HostClockPage::showWay);
        }
        m_probe = std::make_unique<Ntp::HostProbe>(m_detour->shell(), m_detour->display());
    }
    m_probe->setChronyc(chronyc());
    connect(m_probe.get(), &Ntp::HostProbe::finished, this, &HostClockPage::onFinished);
    connect(m_probe.get(), &Ntp::HostProbe::failed, this, &HostClockPage::onFailed);
    m_progress->begin(WorkProgress::Unit::Steps);
    showWords();
    m_probe->start();
}

void HostClockPage::cancel()
{
    m_probe.reset();
    endLook();
}

void HostClockPage::endLook()
{
    m_progress->end();
    // Not from inside what the way itself reports.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_detour && !isRunning())
                m_detour->release();
        },
        Qt::QueuedConnection);
    showWords();
}

void HostClockPage::onFinished(const Ntp::HostClock &clock)
{
    m_clock = clock;
    m_findings = Ntp::judgeHost(clock, m_wrong());
    endLook();
    showCards();
}

void HostClockPage::onFailed(const Error &error)
{
    m_notice->show(error.kind == Error::Kind::Cancelled ? NoticeBar::Severity::Info
                                                        : NoticeBar::Severity::Error,
                   error.what, error.detail, {});
    endLook();
}

void HostClockPage::showCards()
{
    for (FindingCard *card : m_cards)
        delete card;
    m_cards.clear();
    for (const Finding &each : std::as_const(m_findings)) {
        auto *card = new FindingCard(each);
        card->setWords(Ntp::hostFindingText(each).value_or(FindingText{}), {});
        m_cardColumn->addWidget(card);
        m_cards.push_back(card);
    }
}

void HostClockPage::showWay()
{
    if (!isRunning())
        return;
    const QString way = m_detour ? m_detour->progress() : QString();
    m_progress->setStep(!way.isEmpty() ? way
                        : m_detour     ? tr("%1 is being asked.").arg(m_detour->display())
                                       : tr("This computer is being asked."));
}

void HostClockPage::showWords()
{
    m_host->setPlaceholderText(tr("This computer, or USER@HOST"));
    m_host->setToolTip(tr("Empty for this computer; an SSH address, or @ and the name of a saved "
                          "connection, for another one"));
    m_host->setAccessibleName(tr("Host whose clock is looked at"));
    m_look->setText(m_clock ? tr("Look again") : tr("Look"));
    m_look->setEnabled(!isRunning());
    m_note->setVisible(!m_clock && !isRunning());
    m_note->setText(tr("The host is asked with commands that only read: who keeps its clock, what "
                       "that says, what the kernel counts with, and whether it is a virtual "
                       "machine. Nothing there is changed."));
    showWay();
    const bool asksForPort = this->asksForPort();
    m_portLabel->setVisible(asksForPort);
    m_port->setVisible(asksForPort);
    m_portLabel->setText(tr("chronyd runs here and does not answer chronyc. Where it takes "
                            "commands (cmdport):"));
    m_headline->setVisible(m_clock.has_value());
    m_facts->setVisible(m_clock.has_value());
    if (!m_clock) {
        m_heading->setText(tr("The clock of a host"));
        return;
    }
    m_heading->setText(m_clock->host.isEmpty() ? tr("The clock of this computer")
                                               : tr("The clock of %1").arg(m_clock->host));
    const QString time = QLocale().toString(m_clock->at.toLocalTime().time(), QLocale::ShortFormat);
    m_headline->setText(tr("%1 (%2)").arg(Ntp::hostHeadline(*m_clock), time));
    QList<FieldList::Field> fields;
    const auto facts = Ntp::hostFacts(*m_clock);
    for (const Ntp::HostFact &each : facts)
        fields.append({each.name, each.value, each.explanation, each.isSection});
    m_facts->show(fields);
    for (FindingCard *card : m_cards)
        card->setWords(Ntp::hostFindingText(card->finding()).value_or(FindingText{}), {});
}

void HostClockPage::fillHosts()
{
    QStringList names;
    for (const Profile &each : m_context.profiles.set().profiles()) {
        if (each.address.scheme == QLatin1String("ssh"))
            names.append(QLatin1Char('@') + each.name);
    }
    auto *completer = new QCompleter(names, m_host);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_host->completer();
    m_host->setCompleter(completer);
}

void HostClockPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fillHosts();
    if (!m_hasLooked && m_host->text().isEmpty())
        look();
}

void HostClockPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showWords();
    QWidget::changeEvent(event);
}

} // namespace Portolan::Ui
