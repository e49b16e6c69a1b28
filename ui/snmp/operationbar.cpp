// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/operationbar.h"

#include "ui/snmp/mibsearch.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kMostNames = 40;
constexpr int kFewestLetters = 2;
constexpr int kRepetitions = 20;

} // namespace

OperationBar::OperationBar(QWidget *parent)
    : QFrame(parent)
    , m_search(new MibSearch(this))
    , m_operation(new QComboBox)
    , m_target(new TypedField)
    , m_repetitions(new QSpinBox)
    , m_run(new QPushButton)
    , m_credential(new QToolButton)
    , m_agentMenu(new QMenu(this))
    , m_problem(new QLabel)
    , m_names(new QStringListModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    m_operation->setObjectName(QStringLiteral("operation"));
    m_target->setObjectName(QStringLiteral("target"));
    m_run->setObjectName(QStringLiteral("runOperation"));
    m_credential->setObjectName(QStringLiteral("credential"));
    m_repetitions->setObjectName(QStringLiteral("repetitions"));
    m_problem->setObjectName(QStringLiteral("targetProblem"));
    for (const Operation one : {Operation::Get, Operation::GetNext, Operation::GetBulk,
                                Operation::Walk, Operation::Table, Operation::Set})
        m_operation->addItem(QString(), static_cast<int>(one));
    m_repetitions->setRange(1, 10'000);
    m_repetitions->setValue(kRepetitions);
    m_target->setClearButtonEnabled(true);
    m_credential->setMenu(m_agentMenu);
    m_credential->setPopupMode(QToolButton::MenuButtonPopup);
    m_credential->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problem->setProperty("bad", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_completer->setWidget(m_target);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    setPrimary(*m_run, true);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S);
    row->addWidget(m_operation);
    row->addWidget(m_target, 1);
    row->addWidget(m_repetitions);
    row->addWidget(m_run);
    row->addWidget(m_credential);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_problem);

    connect(m_target, &TypedField::typedChanged, this, [this](const QString &typed) {
        setProblem({});
        showRun();
        if (!m_isSetting)
            complete(typed);
    });
    connect(m_target, &QLineEdit::returnPressed, this, [this] {
        m_completer->popup()->hide();
        if (m_run->isEnabled() && !m_isRunning)
            Q_EMIT runWanted();
    });
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_isRunning)
            Q_EMIT cancelWanted();
        else
            Q_EMIT runWanted();
    });
    connect(m_credential, &QToolButton::clicked, this, &OperationBar::credentialWanted);
    connect(m_operation, &QComboBox::currentIndexChanged, this, [this] {
        setProblem({});
        showRun();
    });
    connect(m_search, &MibSearch::found, this,
            [this](const auto &, const Snmp::Smi::SearchResult &result) {
                QStringList names;
                for (const auto &hit : result.hits) {
                    if (const QString name = hit.definition.name();
                        hit.field == Snmp::Smi::SearchHit::Field::Name && !names.contains(name))
                        names << name;
                }
                if (names.isEmpty() || !m_target->hasFocus() ||
                    (names.size() == 1 && names.front() == m_completing)) {
                    m_completer->popup()->hide();
                    return;
                }
                m_names->setStringList(names);
                m_completer->complete();
            });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this,
            &OperationBar::replaceLastWord);
    setOperation(Operation::Walk);
    retranslate();
    showRun();
}

void OperationBar::setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot)
{
    m_snapshot = snapshot;
    m_search->setSnapshot(snapshot);
}

OperationBar::Operation OperationBar::operation() const
{
    return static_cast<Operation>(m_operation->currentData().toInt());
}

void OperationBar::setOperation(Operation operation)
{
    m_operation->setCurrentIndex(m_operation->findData(static_cast<int>(operation)));
}

QString OperationBar::target() const
{
    return m_target->text().simplified();
}

void OperationBar::setTarget(const QString &text)
{
    const QScopedValueRollback setting(m_isSetting, true);
    m_target->setText(text);
    m_target->setCursorPosition(0);
    showRun();
}

int OperationBar::repetitions() const
{
    return m_repetitions->value();
}

void OperationBar::setCredential(const QString &words, bool isInClear)
{
    m_credential->setText(words);
    m_credential->setIcon(symbol(QLatin1String(isInClear ? "unlock" : "lock")));
}

void OperationBar::setConnected(bool connected)
{
    m_isConnected = connected;
    showRun();
}

void OperationBar::setRunning(bool running)
{
    m_isRunning = running;
    showRun();
    retranslate();
}

void OperationBar::showRun()
{
    m_repetitions->setVisible(operation() == Operation::GetBulk);
    // A walk without a place is a walk of everything; the other ones need one.
    m_run->setEnabled(m_isRunning || (m_isConnected && (!m_target->text().trimmed().isEmpty() ||
                                                        operation() == Operation::Walk)));
    setPrimary(*m_run, !m_isRunning);
}

void OperationBar::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void OperationBar::focusTarget()
{
    m_target->setFocus();
    m_target->selectAll();
}

void OperationBar::complete(const QString &typed)
{
    const qsizetype blank = typed.lastIndexOf(QLatin1Char(' '));
    m_completing = typed.mid(blank + 1);
    // What has an instance, or is a number, is complete as far as names go.
    if (m_completing.size() < kFewestLetters || m_completing.contains(QLatin1Char('.')) ||
        m_completing[0].isDigit()) {
        m_search->find({}, 0);
        m_completer->popup()->hide();
        return;
    }
    const qsizetype colons = m_completing.lastIndexOf(QLatin1String("::"));
    m_search->find(colons < 0 ? m_completing : m_completing.mid(colons + 2), kMostNames);
}

void OperationBar::replaceLastWord(const QString &name)
{
    const QString typed = m_target->text();
    const qsizetype blank = typed.lastIndexOf(QLatin1Char(' '));
    const QScopedValueRollback setting(m_isSetting, true);
    m_target->setText(typed.left(blank + 1) + name);
    m_search->find({}, 0);
}

void OperationBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void OperationBar::retranslate()
{
    const QString words[] = {tr("Get"),  tr("Get next"), tr("Get bulk"),
                             tr("Walk"), tr("Table"),    tr("Set…")};
    for (int i = 0; i < m_operation->count(); ++i)
        m_operation->setItemText(i, words[i]);
    m_operation->setAccessibleName(tr("Operation"));
    m_target->setPlaceholderText(tr("Name or OID, such as ifTable or sysUpTime.0"));
    m_target->setAccessibleName(tr("Objects to ask for"));
    m_repetitions->setToolTip(tr("Rows that one answer may have (max-repetitions)"));
    m_repetitions->setAccessibleName(m_repetitions->toolTip());
    m_run->setText(m_isRunning ? tr("Cancel") : tr("Run"));
    m_credential->setToolTip(tr("Version, and who you are to the agent: change it"));
    m_credential->setAccessibleName(m_credential->toolTip());
}

} // namespace Portolan::Ui
