// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapforwardpage.h"

#include "ui/widgets/formsection.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Phase = Snmp::SyslogState::Phase;

constexpr int kListHeight = 150;

} // namespace

TrapForwardPage::TrapForwardPage(TrapForwarding &forwarding, const PanelContext &context,
                                 std::shared_ptr<const Snmp::Smi::Snapshot> snapshot,
                                 QWidget *parent)
    : QWidget(parent)
    , m_forwarding(forwarding)
    , m_context(context)
    , m_snapshot(std::move(snapshot))
    , m_lead(new QLabel)
    , m_targets(new QTreeWidget)
    , m_remove(new QPushButton)
    , m_head(new QLabel)
    , m_form(new FormSection)
    , m_address(new QLineEdit)
    , m_filter(new QLineEdit)
    , m_add(new QPushButton)
    , m_note(new QLabel)
{
    m_targets->setObjectName(QStringLiteral("forwardTargets"));
    m_remove->setObjectName(QStringLiteral("removeTarget"));
    m_address->setObjectName(QStringLiteral("forwardAddress"));
    m_filter->setObjectName(QStringLiteral("forwardFilter"));
    m_add->setObjectName(QStringLiteral("addTarget"));
    m_head->setProperty("heading", 3);
    for (QLabel *label : {m_lead, m_head, m_note}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_lead->setProperty("quiet", true);
    m_note->setProperty("quiet", true);
    m_targets->setRootIsDecorated(false);
    m_targets->setColumnCount(2);
    m_targets->setMinimumHeight(kListHeight);
    m_targets->setWordWrap(true);
    m_targets->header()->setStretchLastSection(true);
    m_form->addRow(m_address);
    m_form->addRow(m_filter);
    auto *below = new QHBoxLayout;
    below->addWidget(m_remove);
    below->addStretch(1);
    auto *last = new QHBoxLayout;
    last->addStretch(1);
    last->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(m_lead);
    column->addWidget(m_targets, 1);
    column->addLayout(below);
    column->addSpacing(Space::M);
    column->addWidget(m_head);
    column->addWidget(m_form);
    column->addLayout(last);
    column->addWidget(m_note);

    connect(m_add, &QPushButton::clicked, this, &TrapForwardPage::add);
    for (QLineEdit *edit : {m_address, m_filter}) {
        connect(edit, &QLineEdit::returnPressed, this, &TrapForwardPage::add);
        connect(edit, &QLineEdit::textEdited, this, [this] { m_form->clearProblems(); });
    }
    connect(m_remove, &QPushButton::clicked, this, [this] {
        auto entries = TrapForwarding::entries(m_context.settings);
        if (const int row = chosen(); row >= 0 && row < entries.size()) {
            entries.removeAt(row);
            TrapForwarding::keep(entries, m_context.settings);
        }
    });
    connect(m_targets, &QTreeWidget::currentItemChanged, this,
            [this] { m_remove->setEnabled(chosen() >= 0); });
    connect(m_targets, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int at) {
        auto entries = TrapForwarding::entries(m_context.settings);
        const int row = m_targets->indexOfTopLevelItem(item);
        if (m_isShowing || at != 0 || row < 0 || row >= entries.size())
            return;
        entries[row].enabled = item->checkState(0) == Qt::Checked;
        TrapForwarding::keep(entries, m_context.settings);
    });
    connect(&m_forwarding, &TrapForwarding::entriesChanged, this, &TrapForwardPage::showTargets);
    connect(&m_forwarding, &TrapForwarding::statusChanged, this, &TrapForwardPage::showTargets);
    showTargets();
}

void TrapForwardPage::setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
}

int TrapForwardPage::chosen() const
{
    return m_targets->indexOfTopLevelItem(m_targets->currentItem());
}

QString TrapForwardPage::stateText(const TrapForwarding::Status &status)
{
    if (!status.problem.isEmpty())
        return status.problem;
    if (!status.entry.enabled)
        return tr("Off");
    if (!status.isRunning)
        return tr("Begins when traps are listened for");
    const auto number = [](quint64 value) { return QLocale().toString(value); };
    const Snmp::SyslogState &state = status.state;
    QStringList parts;
    switch (state.phase) {
    case Phase::Idle:
    case Phase::Ready:
        parts << tr("Ready");
        break;
    case Phase::Connecting:
        parts << tr("Connecting");
        break;
    case Phase::Waiting:
    case Phase::Failed:
        parts << (state.problem ? state.problem->what : tr("Not connected"));
        break;
    }
    parts << tr("sent %1").arg(number(state.sent)) << tr("queued %1").arg(number(state.waiting));
    if (state.dropped + state.lost > 0)
        parts << tr("dropped %1").arg(number(state.dropped + state.lost));
    if (state.truncated > 0)
        parts << tr("shortened %1").arg(number(state.truncated));
    if (state.again > 0)
        parts << tr("sent again %1").arg(number(state.again));
    return parts.join(QStringLiteral(" · "));
}

void TrapForwardPage::showTargets()
{
    const QScopedValueRollback showing(m_isShowing, true);
    const QList<TrapForwarding::Status> all = m_forwarding.status();
    // In place, so that what is chosen stays while figures tick.
    while (m_targets->topLevelItemCount() > all.size())
        delete m_targets->takeTopLevelItem(m_targets->topLevelItemCount() - 1);
    while (m_targets->topLevelItemCount() < all.size()) {
        auto *item = new QTreeWidgetItem(m_targets);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    }
    for (int i = 0; i < all.size(); ++i) {
        const auto &status = all[i];
        QTreeWidgetItem *item = m_targets->topLevelItem(i);
        const bool isBad = !status.problem.isEmpty() || (status.isRunning && status.state.problem);
        const QString text =
            status.entry.filter.isEmpty()
                ? status.entry.address
                : QString(status.entry.address + QLatin1Char('\n') + status.entry.filter);
        const QString state = stateText(status);
        if (item->text(0) != text) {
            item->setText(0, text);
            m_targets->resizeColumnToContents(0);
        }
        if (item->text(1) != state) {
            item->setText(1, state);
            item->setToolTip(1, state.toHtmlEscaped());
        }
        item->setCheckState(0, status.entry.enabled ? Qt::Checked : Qt::Unchecked);
        item->setIcon(1, symbol(isBad              ? QLatin1String("warning")
                                : status.isRunning ? QLatin1String("check")
                                                   : QLatin1String("dot")));
    }
    retranslate();
}

void TrapForwardPage::add()
{
    m_form->clearProblems();
    TrapForwardEntry entry;
    entry.address = m_address->text().trimmed();
    entry.filter = m_filter->text().trimmed();
    const auto address = parseAddress(entry.address, QStringLiteral("syslog"));
    if (address)
        entry.address = address->address.toString();
    if (auto sound = TrapForwarding::check(entry, *m_snapshot); !sound) {
        const bool isFilter = TrapForwarding::check({entry.address}, *m_snapshot).has_value();
        m_form->setProblem(isFilter ? m_filter : m_address, sound.error().what);
        (isFilter ? m_filter : m_address)->setFocus();
        return;
    }
    auto entries = TrapForwarding::entries(m_context.settings);
    const bool isThere =
        std::any_of(entries.begin(), entries.end(), [&entry](const TrapForwardEntry &other) {
            return other.address == entry.address;
        });
    if (isThere || entries.size() >= TrapForwarding::kMostTargets) {
        m_form->setProblem(m_address, isThere ? tr("It is on the list already.")
                                              : tr("There are as many as can be."));
        return;
    }
    entries.append(entry);
    m_address->clear();
    m_filter->clear();
    TrapForwarding::keep(entries, m_context.settings);
}

void TrapForwardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showTargets();
    QWidget::changeEvent(event);
}

void TrapForwardPage::retranslate()
{
    m_lead->setText(tr("Notifications go on to these receivers as syslog messages (RFC 5424). What "
                       "cannot be sent yet waits in a file and survives the program."));
    m_targets->setHeaderLabels({tr("Receiver"), tr("State")});
    m_targets->setAccessibleName(tr("Receivers"));
    m_remove->setText(tr("Remove"));
    m_remove->setEnabled(chosen() >= 0);
    m_head->setText(tr("Another receiver"));
    m_form->setLabel(m_address, tr("Address"));
    m_address->setPlaceholderText(QStringLiteral("syslog+tls://logs.example?ca=/etc/ca.pem"));
    m_form->setHint(m_address,
                    tr("syslog:// is UDP, syslog+tcp:// TCP, syslog+tls:// TLS. Options: "
                       "facility, max, ca, cert, key, name."));
    m_form->setLabel(m_filter, tr("Only"));
    m_filter->setPlaceholderText(tr("Everything, where it is left empty"));
    m_add->setText(tr("Add"));
    m_note->setText(tr("Severities are those of the rules at the moment when listening began."));
}

} // namespace Portolan::Ui
