// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyspage.h"

#include "core/base/textmatcher.h"
#include "core/store/settings.h"
#include "ui/shell/keyfield.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

enum Column { Name, Keys, ColumnCount };
constexpr int kPlaceRole = Qt::UserRole;
constexpr int kCommandRole = Qt::UserRole + 1;

bool isLatinKey(int key)
{
    return key < 0x80 || key >= Qt::Key_Escape; // Qt's own names begin there
}

} // namespace

KeysPage::KeysPage(Settings &settings, QList<Place> places)
    : SettingsPage(settings)
    , m_places(std::move(places))
    , m_search(new TypedField)
    , m_tree(new QTreeWidget)
    , m_name(new QLabel)
    , m_field(new KeyField)
    , m_none(new QPushButton)
    , m_usual(new QPushButton)
    , m_message(new QLabel)
    , m_take(new QPushButton)
{
    m_search->addAction(symbol(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_tree->setObjectName(QStringLiteral("shortcuts"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setProperty("columns", true);
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setIndentation(Space::L);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(220);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Keys, QHeaderView::ResizeToContents);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setProperty("heading", 2);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(2 * fontMetrics().height());
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (QPushButton *button : {m_none, m_usual, m_take})
        button->setAutoDefault(false);
    m_take->hide();

    auto *edit = new QHBoxLayout;
    edit->setSpacing(Space::M);
    edit->addWidget(m_field, 1);
    edit->addWidget(m_none);
    edit->addWidget(m_usual);
    auto *answer = new QHBoxLayout;
    answer->setSpacing(Space::M);
    answer->addWidget(m_message, 1);
    answer->addWidget(m_take, 0, Qt::AlignTop);
    auto *bottom = new QWidget;
    auto *column = new QVBoxLayout(bottom);
    column->setContentsMargins(0, Space::S, 0, 0);
    column->setSpacing(Space::S + 2);
    column->addWidget(m_name);
    column->addLayout(edit);
    column->addLayout(answer);
    addWidget(m_search);
    addWidget(m_tree, 1);
    addWidget(bottom);

    connect(m_search, &TypedField::typedChanged, this, &KeysPage::filter);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &KeysPage::showSelected);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] { m_field->setFocus(); });
    connect(m_field, &KeyField::pressed, this, &KeysPage::tryKeys);
    connect(m_field, &KeyField::left, this, [this] {
        showSelected();
        m_tree->setFocus();
    });
    connect(m_none, &QPushButton::clicked, this, [this] { take({}); });
    connect(m_usual, &QPushButton::clicked, this, [this] {
        if (const CommandSpec *spec = selected())
            tryKeys(spec->usualKeys());
    });
    connect(m_take, &QPushButton::clicked, this, [this] {
        for (const CommandSpec &holder : holders(m_wanted))
            Command::setKeys(holder, {}, this->settings());
        take(m_wanted);
    });
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key.startsWith(QLatin1String("shortcuts/")))
            fill();
    });
    onRetranslate([this] { retranslate(); });
}

void KeysPage::reset()
{
    for (const Place &place : m_places) {
        for (const CommandSpec &spec : place.commands)
            Command::resetKeys(spec, settings());
    }
}

QString KeysPage::objection(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return {};
    const QKeyCombination first = keys[0];
    const Qt::KeyboardModifiers modifiers = first.keyboardModifiers();
    switch (first.key()) {
    case Qt::Key_Space:
    case Qt::Key_AltGr:
    case Qt::Key_Hangul:
    case Qt::Key_Hangul_Hanja:
    case Qt::Key_Multi_key:
        return tr("The space bar and the keys that switch languages belong to the input method.");
    default:
        break;
    }
    const Qt::KeyboardModifiers needed = Qt::ControlModifier | Qt::ShiftModifier;
    if ((modifiers & needed) != needed)
        return tr("Programs in a terminal get all other keys, so a command has Ctrl+Shift and one "
                  "more key.");
    if (modifiers != needed)
        return tr("Alt and the key with the logo belong to the desktop and to the input method.");
    if (!isLatinKey(first.key()))
        return tr("Switch the keyboard to Latin letters and press the keys again.");
    return {};
}

QList<CommandSpec> KeysPage::holders(const QKeySequence &keys) const
{
    const CommandSpec *wanting = selected();
    if (!wanting || keys.isEmpty())
        return {};
    const int wantingPlace = m_tree->currentItem()->data(Name, kPlaceRole).toInt();
    QList<CommandSpec> found;
    for (int i = 0; i < m_places.size(); ++i) {
        const Place &place = m_places[i];
        // Two panels never have the focus at the same time.
        if (i != wantingPlace && !place.everywhere && !m_places[wantingPlace].everywhere)
            continue;
        for (const CommandSpec &spec : place.commands) {
            if (spec.id != wanting->id && Command::keysOf(spec, settings()) == keys)
                found.append(spec);
        }
    }
    return found;
}

void KeysPage::tryKeys(const QKeySequence &keys)
{
    m_take->hide();
    if (!selected())
        return;
    if (const QString problem = objection(keys); !problem.isEmpty()) {
        say(problem, true);
        return;
    }
    const QList<CommandSpec> others = holders(keys);
    if (others.isEmpty()) {
        take(keys);
        return;
    }
    QStringList names;
    for (const CommandSpec &spec : others)
        names.append(spec.text());
    m_wanted = keys;
    say(tr("%1 has another command already: %2")
            .arg(keys.toString(QKeySequence::NativeText), names.join(QStringLiteral(", "))),
        true);
    m_take->show();
}

void KeysPage::take(const QKeySequence &keys)
{
    const CommandSpec *spec = selected();
    if (!spec)
        return;
    Command::setKeys(*spec, keys, settings());
    showSelected();
    say(keys.isEmpty() ? tr("The command has no keys now.") : tr("The keys hold from now on."),
        false);
}

void KeysPage::say(const QString &sentence, bool bad)
{
    m_message->setProperty("bad", bad);
    m_message->setProperty("quiet", !bad);
    m_message->style()->polish(m_message);
    m_message->setText(sentence);
}

const CommandSpec *KeysPage::selected() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    if (!item || !item->parent())
        return nullptr;
    return &m_places[item->data(Name, kPlaceRole).toInt()]
                .commands[item->data(Name, kCommandRole).toInt()];
}

void KeysPage::showSelected()
{
    const CommandSpec *spec = selected();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_field, m_none, m_usual})
        widget->setEnabled(spec);
    m_take->hide();
    m_name->setText(spec ? spec->text() : tr("Choose a command"));
    const QKeySequence keys = spec ? Command::keysOf(*spec, settings()) : QKeySequence();
    m_field->setKeys(keys);
    if (spec) {
        m_none->setEnabled(!keys.isEmpty());
        m_usual->setEnabled(keys != spec->usualKeys());
    }
    say(spec ? tr("Click into the field and press the new keys.") : QString(), false);
}

// The same items again with other words, so that the selected one stays.
void KeysPage::fill()
{
    if (m_tree->topLevelItemCount() == 0) {
        for (int i = 0; i < m_places.size(); ++i) {
            auto *place = new QTreeWidgetItem(m_tree);
            place->setFlags(Qt::ItemIsEnabled);
            place->setFirstColumnSpanned(true);
            for (int j = 0; j < m_places[i].commands.size(); ++j) {
                auto *item = new QTreeWidgetItem(place);
                item->setData(Name, kPlaceRole, i);
                item->setData(Name, kCommandRole, j);
                item->setIcon(Name, symbol(m_places[i].commands[j].icon));
            }
            place->setExpanded(true);
        }
    }
    for (int i = 0; i < m_places.size(); ++i) {
        QTreeWidgetItem *place = m_tree->topLevelItem(i);
        place->setText(Name, m_places[i].title());
        QFont bold = m_tree->font();
        bold.setBold(true);
        place->setFont(Name, bold);
        for (int j = 0; j < m_places[i].commands.size(); ++j) {
            const CommandSpec &spec = m_places[i].commands[j];
            const QKeySequence keys = Command::keysOf(spec, settings());
            QTreeWidgetItem *item = place->child(j);
            item->setText(Name, spec.text());
            item->setText(Keys, keys.toString(QKeySequence::NativeText));
            QFont font = m_tree->font();
            font.setBold(keys != spec.usualKeys()); // a person's own
            item->setFont(Keys, font);
        }
    }
    filter(m_search->typed());
}

void KeysPage::filter(const QString &typed)
{
    const TextMatcher matcher(typed);
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *place = m_tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < place->childCount(); ++j) {
            QTreeWidgetItem *item = place->child(j);
            const bool found =
                matcher.isEmpty() ||
                matcher.match(QString(place->text(Name) + QLatin1Char(' ') + item->text(Name) +
                                      QLatin1Char(' ') + item->text(Keys)));
            item->setHidden(!found);
            any = any || found;
        }
        place->setHidden(!any);
    }
}

void KeysPage::retranslate()
{
    m_search->setPlaceholderText(tr("Search by command or keys"));
    m_search->setAccessibleName(tr("Search by command or keys"));
    m_tree->setHeaderLabels({tr("Command"), tr("Keys")});
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_field->setAccessibleName(tr("New keys"));
    m_field->setPlaceholderText(tr("No keys"));
    m_none->setText(tr("No keys"));
    m_usual->setText(tr("Usual keys"));
    m_take->setText(tr("Take them over"));
    fill();
    showSelected();
}

} // namespace Portolan::Ui
