// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/traprulespage.h"

#include "core/store/settings.h"
#include "ui/snmp/trapmodel.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Severity = Finding::Severity;

constexpr int kFilterWidth = 110;
constexpr int kListHeight = 190;
constexpr int kMostAlarms = 1000;
constexpr int kDay = 86'400;

} // namespace

TrapRulesPage::TrapRulesPage(Settings &settings,
                             std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_snapshot(std::move(snapshot))
    , m_rules(rules(settings))
    , m_lead(new QLabel)
    , m_list(new QTreeWidget)
    , m_add(new QToolButton)
    , m_remove(new QToolButton)
    , m_up(new QToolButton)
    , m_down(new QToolButton)
    , m_usual(new QPushButton)
    , m_editor(new QWidget)
    , m_form(new FormSection)
    , m_name(new QLineEdit)
    , m_filter(new QLineEdit)
    , m_severity(new QComboBox)
    , m_colourRow(new QWidget)
    , m_colour(new QPushButton)
    , m_noColour(new QPushButton)
    , m_alarm(new QCheckBox)
    , m_count(new QSpinBox)
    , m_seconds(new QSpinBox)
{
    m_list->setObjectName(QStringLiteral("trapRules"));
    m_add->setObjectName(QStringLiteral("addRule"));
    m_remove->setObjectName(QStringLiteral("removeRule"));
    m_up->setObjectName(QStringLiteral("ruleUp"));
    m_down->setObjectName(QStringLiteral("ruleDown"));
    m_usual->setObjectName(QStringLiteral("usualRules"));
    m_name->setObjectName(QStringLiteral("ruleName"));
    m_filter->setObjectName(QStringLiteral("ruleFilter"));
    m_severity->setObjectName(QStringLiteral("ruleSeverity"));
    m_colour->setObjectName(QStringLiteral("ruleColour"));
    m_alarm->setObjectName(QStringLiteral("ruleAlarm"));
    m_count->setObjectName(QStringLiteral("ruleCount"));
    m_seconds->setObjectName(QStringLiteral("ruleSeconds"));
    m_lead->setWordWrap(true);
    m_lead->setProperty("quiet", true);
    m_list->setRootIsDecorated(false);
    m_list->setColumnCount(2);
    m_list->setMinimumHeight(kListHeight);
    // Both fit the drawer: names first, filters are in the fields below and in full there.
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->resizeSection(1, kFilterWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setIcon(symbol(QLatin1String("plus")));
    m_remove->setIcon(symbol(QLatin1String("minus")));
    m_up->setIcon(symbol(QLatin1String("chevron-up")));
    m_down->setIcon(symbol(QLatin1String("chevron-down")));
    m_name->setMaxLength(100);
    m_filter->setMaxLength(1000);
    for (const Severity each : {Severity::Error, Severity::Warning, Severity::Info, Severity::Ok})
        m_severity->addItem(QString(), static_cast<int>(each));
    m_count->setRange(1, kMostAlarms);
    m_seconds->setRange(1, kDay);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(Space::S);
    for (QToolButton *button : {m_add, m_remove, m_up, m_down})
        tools->addWidget(button);
    tools->addStretch(1);
    tools->addWidget(m_usual);
    auto *colours = new QHBoxLayout(m_colourRow);
    colours->setContentsMargins(0, 0, 0, 0);
    colours->setSpacing(Space::S);
    colours->addWidget(m_colour, 1);
    colours->addWidget(m_noColour);
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_name, m_filter, m_severity, m_colourRow, m_alarm, m_count, m_seconds})
        m_form->addRow(field);
    auto *inside = new QVBoxLayout(m_editor);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(m_lead);
    column->addWidget(m_list, 1);
    column->addLayout(tools);
    column->addWidget(m_editor);

    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        if (!m_isShowing)
            showRule();
    });
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int at) {
        const int row = m_list->indexOfTopLevelItem(item);
        if (m_isShowing || at != 0 || row < 0 || row >= m_rules.size())
            return;
        m_rules[row].enabled = item->checkState(0) == Qt::Checked;
        keep(row);
    });
    connect(m_add, &QToolButton::clicked, this, [this] {
        if (m_rules.size() >= kMostRules)
            return;
        Snmp::TrapRule rule;
        rule.name = tr("New rule");
        rule.severity = Severity::Warning;
        // Off until it has a filter: without one it would fit everything.
        rule.enabled = false;
        m_rules.prepend(rule);
        keep(0);
        m_filter->setFocus();
    });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        const int row = chosen();
        if (row < 0)
            return;
        m_rules.removeAt(row);
        keep(std::min(row, static_cast<int>(m_rules.size()) - 1));
    });
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_usual, &QPushButton::clicked, this,
            [this] { m_settings.set(kRulesKey, QVariant()); });
    for (QLineEdit *edit : {m_name, m_filter})
        connect(edit, &QLineEdit::textEdited, this, &TrapRulesPage::take);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &TrapRulesPage::take);
    connect(m_alarm, &QCheckBox::toggled, this, &TrapRulesPage::take);
    for (QSpinBox *box : {m_count, m_seconds})
        connect(box, &QSpinBox::valueChanged, this, &TrapRulesPage::take);
    connect(m_colour, &QPushButton::clicked, this, &TrapRulesPage::chooseColour);
    connect(m_noColour, &QPushButton::clicked, this, [this] {
        if (const int row = chosen(); row >= 0) {
            m_rules[row].colour.clear();
            keep(row);
        }
    });
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key != QLatin1String(kRulesKey) || m_isKeeping)
            return;
        m_rules = rules(m_settings);
        showList(std::min(chosen(), static_cast<int>(m_rules.size()) - 1));
    });
    showList(m_rules.isEmpty() ? -1 : 0);
}

QList<Snmp::TrapRule> TrapRulesPage::rules(const Settings &settings)
{
    const QString kept = settings.text(kRulesKey);
    return kept.isEmpty() ? Snmp::usualTrapRules()
                          : Snmp::trapRulesOf(QJsonDocument::fromJson(kept.toUtf8()).array());
}

void TrapRulesPage::setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
}

QString TrapRulesPage::filterProblem() const
{
    return m_form->problem(m_filter);
}

int TrapRulesPage::chosen() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void TrapRulesPage::keep(int choose)
{
    {
        const QScopedValueRollback keeping(m_isKeeping, true);
        m_settings.set(
            kRulesKey,
            QString::fromUtf8(QJsonDocument(Snmp::toJson(m_rules)).toJson(QJsonDocument::Compact)));
    }
    showList(choose);
}

void TrapRulesPage::showList(int choose)
{
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_list->clear();
        for (const Snmp::TrapRule &rule : std::as_const(m_rules)) {
            const QColor own(rule.colour);
            auto *item = new QTreeWidgetItem(m_list, {rule.name, rule.filter});
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(0, rule.enabled ? Qt::Checked : Qt::Unchecked);
            item->setIcon(0, symbol(rule.alarm ? QLatin1String("mib-notification")
                                               : TrapModel::severityIcon(rule.severity),
                                    own.isValid() ? own : TrapModel::severityColor(rule.severity)));
            item->setToolTip(0, TrapModel::severityWord(rule.severity));
        }
        if (choose >= 0)
            m_list->setCurrentItem(m_list->topLevelItem(choose));
    }
    showRule();
}

void TrapRulesPage::showRule()
{
    const int row = chosen();
    m_editor->setVisible(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_rules.size());
    if (row >= 0) {
        const QScopedValueRollback showing(m_isShowing, true);
        const Snmp::TrapRule &rule = m_rules[row];
        const auto put = [](QLineEdit *edit, const QString &text) {
            if (edit->text() != text)
                edit->setText(text); // else the cursor would jump while somebody types
        };
        put(m_name, rule.name);
        put(m_filter, rule.filter);
        m_form->setProblem(m_filter, {});
        m_severity->setCurrentIndex(m_severity->findData(static_cast<int>(rule.severity)));
        m_alarm->setChecked(rule.alarm);
        m_count->setValue(rule.alarmCount);
        m_seconds->setValue(rule.alarmSeconds);
        m_form->setRowVisible(m_count, rule.alarm);
        m_form->setRowVisible(m_seconds, rule.alarm && rule.alarmCount > 1);
    }
    showColour();
    retranslate();
}

void TrapRulesPage::take()
{
    const int row = chosen();
    if (m_isShowing || row < 0)
        return;
    const auto filter = Snmp::TrapFilter::parse(*m_snapshot, m_filter->text());
    m_form->setProblem(m_filter, filter ? QString() : filter.error().what);
    if (!filter)
        return;
    Snmp::TrapRule &rule = m_rules[row];
    const bool wasEmpty = rule.filter.isEmpty();
    rule.name = m_name->text();
    rule.filter = m_filter->text();
    if (wasEmpty && !rule.filter.isEmpty())
        rule.enabled = true;
    rule.severity = static_cast<Severity>(m_severity->currentData().toInt());
    rule.alarm = m_alarm->isChecked();
    rule.alarmCount = m_count->value();
    rule.alarmSeconds = m_seconds->value();
    keep(row);
}

void TrapRulesPage::move(int by)
{
    const int row = chosen();
    if (row < 0 || row + by < 0 || row + by >= m_rules.size())
        return;
    m_rules.swapItemsAt(row, row + by);
    keep(row + by);
}

void TrapRulesPage::chooseColour()
{
    const int row = chosen();
    if (row < 0)
        return;
    auto *dialog = new QColorDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (const QColor own(m_rules[row].colour); own.isValid())
        dialog->setCurrentColor(own);
    connect(dialog, &QColorDialog::colorSelected, this, [this, row](const QColor &colour) {
        if (row >= m_rules.size() || !colour.isValid())
            return;
        m_rules[row].colour = colour.name();
        keep(row);
    });
    dialog->open();
}

void TrapRulesPage::showColour()
{
    const int row = chosen();
    const QColor own = row >= 0 ? QColor(m_rules[row].colour) : QColor();
    m_noColour->setVisible(own.isValid());
    m_colour->setText(own.isValid() ? own.name() : tr("That of the severity"));
    m_colour->setIcon(
        symbol(QLatin1String("dot"), own.isValid() ? own
                                     : row >= 0    ? TrapModel::severityColor(m_rules[row].severity)
                                                   : QColor()));
}

void TrapRulesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // The usual ones have their names in the language of the moment.
        if (m_settings.text(kRulesKey).isEmpty())
            m_rules = rules(m_settings);
        showList(chosen());
    }
    QWidget::changeEvent(event);
}

void TrapRulesPage::retranslate()
{
    m_lead->setText(tr("The first rule that fits gives a notification its severity and colour, "
                       "and may raise an alarm. The list holds for all receivers of this "
                       "program."));
    m_list->setHeaderLabels({tr("Rule"), tr("Filter")});
    m_list->setAccessibleName(tr("Rules"));
    const auto word = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_add, tr("Add a rule"));
    word(m_remove, tr("Remove the rule"));
    word(m_up, tr("Look at it earlier"));
    word(m_down, tr("Look at it later"));
    m_usual->setText(tr("The usual rules again"));
    m_usual->setEnabled(!m_settings.text(kRulesKey).isEmpty());
    m_form->setLabel(m_name, tr("Name"));
    m_form->setLabel(m_filter, tr("Filter"));
    m_filter->setPlaceholderText(QStringLiteral("name:linkDown"));
    m_form->setLabel(m_severity, tr("Severity"));
    for (int i = 0; i < m_severity->count(); ++i)
        m_severity->setItemText(
            i, TrapModel::severityWord(static_cast<Severity>(m_severity->itemData(i).toInt())));
    m_form->setLabel(m_colourRow, tr("Colour"));
    m_noColour->setText(tr("None"));
    m_form->setLabel(m_alarm, tr("Alarm"));
    m_alarm->setText(tr("Raise one"));
    m_form->setLabel(m_count, tr("After"));
    m_count->setSuffix(tr(" from one sender"));
    m_form->setLabel(m_seconds, tr("Within"));
    m_seconds->setSuffix(tr(" s"));
    m_alarm->setToolTip(tr("Tell it in the timeline and above the list"));
    m_form->setHint(m_count, m_alarm->isChecked() ? tr("Once, until this sender was quiet as long.")
                                                  : QString());
    showColour();
}

} // namespace Portolan::Ui
