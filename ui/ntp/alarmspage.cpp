// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/alarmspage.h"

#include "core/store/settings.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Ntp::AlarmEvent;
using Ntp::AlarmRule;
using Ntp::Seconds;

constexpr int kLongest = 86'400;     // seconds
constexpr double kMost = 86'400'000; // milliseconds

double milliseconds(Seconds value)
{
    return value.count() * 1000;
}

} // namespace

ClockAlarmsPage::ClockAlarmsPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_heading(new QLabel)
    , m_state(new QLabel)
    , m_list(new QListWidget)
    , m_add(new QPushButton)
    , m_remove(new QPushButton)
    , m_usual(new QPushButton)
    , m_form(new FormSection)
    , m_server(new QLineEdit)
    , m_raise(new QDoubleSpinBox)
    , m_clear(new QDoubleSpinBox)
    , m_raiseAfter(new QSpinBox)
    , m_clearAfter(new QSpinBox)
    , m_confirmed(new QCheckBox)
    , m_severity(new QComboBox)
{
    m_heading->setProperty("heading", 2);
    m_state->setObjectName(QStringLiteral("alarmState"));
    m_list->setObjectName(QStringLiteral("alarmRules"));
    m_raise->setObjectName(QStringLiteral("alarmRaise"));
    m_remove->setObjectName(QStringLiteral("alarmRemove"));
    m_usual->setObjectName(QStringLiteral("alarmUsual"));
    for (QLabel *label : {m_heading, m_state}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(220);
    for (QDoubleSpinBox *box : {m_raise, m_clear}) {
        box->setDecimals(3);
        box->setRange(box == m_raise ? 0.001 : 0, kMost);
        box->setKeyboardTracking(false);
        box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    }
    for (QSpinBox *box : {m_raiseAfter, m_clearAfter}) {
        box->setRange(0, kLongest);
        box->setKeyboardTracking(false);
    }
    for (int i = 0; i < 3; ++i)
        m_severity->addItem(QString());
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_raise, m_raiseAfter, m_clear, m_clearAfter, m_server, m_confirmed, m_severity})
        m_form->addRow(field);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::S);
    for (QPushButton *button : {m_add, m_remove, m_usual})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::M, Space::L, Space::M, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(m_heading);
    column->addWidget(m_state);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    column->addWidget(m_form);

    connect(m_list, &QListWidget::currentRowChanged, this, &ClockAlarmsPage::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        if (m_isShowing)
            return;
        m_rules[m_list->row(item)].enabled = item->checkState() == Qt::Checked;
        store();
    });
    for (QDoubleSpinBox *box : {m_raise, m_clear})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ClockAlarmsPage::takeRule);
    for (QSpinBox *box : {m_raiseAfter, m_clearAfter})
        connect(box, &QSpinBox::valueChanged, this, &ClockAlarmsPage::takeRule);
    connect(m_server, &QLineEdit::editingFinished, this, &ClockAlarmsPage::takeRule);
    connect(m_confirmed, &QCheckBox::toggled, this, &ClockAlarmsPage::takeRule);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &ClockAlarmsPage::takeRule);
    auto *subjects = new QMenu(m_add);
    m_add->setMenu(subjects);
    connect(subjects, &QMenu::aboutToShow, this, [this, subjects] {
        subjects->clear();
        for (int i = 0; i < AlarmRule::kSubjects; ++i) {
            const auto subject = static_cast<AlarmRule::Subject>(i);
            const QAction *const action = subjects->addAction(Ntp::subjectText(subject));
            connect(action, &QAction::triggered, this, [this, subject] { addRule(subject); });
        }
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int row = chosen();
        if (row < 0)
            return;
        m_rules.removeAt(row);
        store();
        showList(std::min(row, static_cast<int>(m_rules.size()) - 1));
    });
    connect(m_usual, &QPushButton::clicked, this,
            [this] { m_settings.set(kRulesKey, QVariant()); });
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(kRulesKey) && rules(m_settings) != m_rules)
            readRules();
    });
    retranslate();
    readRules();
}

QList<AlarmRule> ClockAlarmsPage::rules(const Settings &settings)
{
    const QString kept = settings.text(kRulesKey);
    return kept.isEmpty() ? Ntp::usualAlarmRules()
                          : Ntp::alarmRulesOf(QJsonDocument::fromJson(kept.toUtf8()).array());
}

void ClockAlarmsPage::readRules()
{
    m_rules = rules(m_settings);
    showList(std::clamp(chosen(), 0, std::max(0, static_cast<int>(m_rules.size()) - 1)));
}

void ClockAlarmsPage::store()
{
    m_settings.set(
        kRulesKey,
        QString::fromUtf8(QJsonDocument(Ntp::toJson(m_rules)).toJson(QJsonDocument::Compact)));
}

int ClockAlarmsPage::chosen() const
{
    const int row = m_list->currentRow();
    return row < m_rules.size() ? row : -1;
}

void ClockAlarmsPage::addRule(AlarmRule::Subject subject)
{
    if (m_rules.size() >= Ntp::Alarms::kMostRules)
        return;
    m_rules.append(Ntp::usualRule(subject));
    store();
    showList(static_cast<int>(m_rules.size()) - 1);
}

void ClockAlarmsPage::showList(int choose)
{
    {
        const QScopedValueRollback showing(m_isShowing, true);
        m_list->clear();
        for (const AlarmRule &rule : std::as_const(m_rules)) {
            auto *item = new QListWidgetItem(Ntp::ruleText(rule), m_list);
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(rule.enabled ? Qt::Checked : Qt::Unchecked);
        }
        m_list->setCurrentRow(choose);
    }
    showRule();
}

void ClockAlarmsPage::showRule()
{
    const int row = chosen();
    m_form->setVisible(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_add->setEnabled(m_rules.size() < Ntp::Alarms::kMostRules);
    if (row < 0)
        return;
    const QScopedValueRollback showing(m_isShowing, true);
    const AlarmRule &rule = m_rules.at(row);
    const bool measures = Ntp::hasMeasure(rule.subject);
    // A step is over as soon as it happened.
    const bool lasts = rule.subject != AlarmRule::Subject::ClockStepped;
    m_raise->setValue(milliseconds(rule.raise));
    m_clear->setValue(milliseconds(rule.clear));
    m_raiseAfter->setValue(static_cast<int>(rule.raiseAfter.count()));
    m_clearAfter->setValue(static_cast<int>(rule.clearAfter.count()));
    m_server->setText(rule.server);
    m_confirmed->setChecked(rule.confirmations > 1);
    m_severity->setCurrentIndex(rule.severity == Finding::Severity::Error     ? 2
                                : rule.severity == Finding::Severity::Warning ? 1
                                                                              : 0);
    m_form->setRowVisible(m_raise, measures);
    m_form->setRowVisible(m_clear, measures && lasts);
    m_form->setRowVisible(m_raiseAfter, lasts);
    m_form->setRowVisible(m_clearAfter, lasts);
    m_form->setRowVisible(m_server, Ntp::isAboutServer(rule.subject));
    m_form->setRowVisible(m_confirmed, Ntp::isConfirmed(rule.subject));
}

void ClockAlarmsPage::takeRule()
{
    const int row = chosen();
    if (m_isShowing || row < 0)
        return;
    AlarmRule rule = m_rules.at(row);
    if (Ntp::hasMeasure(rule.subject)) {
        rule.raise = Seconds(m_raise->value() / 1000);
        // An alarm that clears above where it is raised would flap for ever.
        rule.clear = std::min(Seconds(m_clear->value() / 1000), rule.raise);
    }
    rule.raiseAfter = std::chrono::seconds(m_raiseAfter->value());
    rule.clearAfter = std::chrono::seconds(m_clearAfter->value());
    rule.server = m_server->text().trimmed();
    rule.confirmations = m_confirmed->isChecked() ? 2 : 1;
    rule.severity = m_severity->currentIndex() == 2   ? Finding::Severity::Error
                    : m_severity->currentIndex() == 1 ? Finding::Severity::Warning
                                                      : Finding::Severity::Info;
    if (rule == m_rules.at(row))
        return;
    m_rules[row] = rule;
    store();
    const QScopedValueRollback showing(m_isShowing, true);
    m_list->item(row)->setText(Ntp::ruleText(rule));
    m_clear->setValue(milliseconds(rule.clear));
}

void ClockAlarmsPage::showState(const QList<AlarmEvent> &active,
                                const QList<AlarmEvent> &unconfirmed)
{
    m_active = active;
    m_unconfirmed = unconfirmed;
    QStringList lines;
    for (const AlarmEvent &each : active)
        lines << Ntp::alarmText(each);
    for (const AlarmEvent &each : unconfirmed)
        lines << tr("Not confirmed by another server: %1").arg(Ntp::alarmText(each));
    const QString text =
        lines.isEmpty() ? tr("No alarm is raised.") : lines.join(QLatin1Char('\n'));
    if (m_state->text() == text)
        return;
    m_state->setText(text);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    active.isEmpty() ? stateColors(palette()).quiet : stateColors(palette()).bad);
    m_state->setPalette(colors);
}

QString ClockAlarmsPage::stateText() const
{
    return m_state->text();
}

void ClockAlarmsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showList(chosen());
    }
    QWidget::changeEvent(event);
}

void ClockAlarmsPage::retranslate()
{
    m_heading->setText(tr("Alarms"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    m_usual->setText(tr("The usual ones"));
    m_usual->setToolTip(tr("Takes the rules that usually make sense, in place of these."));
    m_form->setLabel(m_raise, tr("Raised above"));
    m_form->setLabel(m_clear, tr("Over below"));
    m_form->setLabel(m_raiseAfter, tr("Raised after"));
    m_form->setLabel(m_clearAfter, tr("Over after"));
    for (QDoubleSpinBox *box : {m_raise, m_clear})
        box->setSuffix(tr(" ms"));
    for (QSpinBox *box : {m_raiseAfter, m_clearAfter})
        box->setSuffix(tr(" s"));
    m_form->setLabel(m_server, tr("Server"));
    m_server->setPlaceholderText(tr("Every server"));
    m_form->setLabel(m_confirmed, tr("Confirmation"));
    m_confirmed->setText(tr("Two independent servers"));
    m_confirmed->setToolTip(tr("Only where two servers say so that do not follow each other"));
    m_form->setLabel(m_severity, tr("Weight"));
    m_severity->setItemText(0, tr("Information"));
    m_severity->setItemText(1, tr("Warning"));
    m_severity->setItemText(2, tr("Error"));
    showState(m_active, m_unconfirmed);
}

} // namespace Portolan::Ui
