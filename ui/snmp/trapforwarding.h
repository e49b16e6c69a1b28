// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/traps/syslogforwarder.h"
#include "ui/panel/panelcontext.h"

#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace Portolan::Ui {

// A syslog receiver that notifications are forwarded to.
struct TrapForwardEntry
{
    QString address;     // syslog+tls://logs.example?ca=/etc/ca.pem
    QString filter = {}; // empty: everything
    bool enabled = true;

    friend bool operator==(const TrapForwardEntry &, const TrapForwardEntry &) = default;
};

// The forwarders of one receiver of traps: one for each entry of the list, which is a setting, with
// a file of its own in the data folder, so that what waits survives the program. They begin with
// begin() and go on until end(), also while nothing is received. GUI thread.
class TrapForwarding : public QObject
{
    Q_OBJECT

public:
    static constexpr char kTargetsKey[] = "snmp/trap-forward"; // JSON
    static constexpr int kMostTargets = 20;

    explicit TrapForwarding(const PanelContext &context, QObject *parent = nullptr);
    ~TrapForwarding() override;

    [[nodiscard]] static QList<TrapForwardEntry> entries(const Settings &settings);
    static void keep(const QList<TrapForwardEntry> &entries, Settings &settings);
    // What is wrong with an entry; nothing where it makes sense.
    [[nodiscard]] static Result<> check(const TrapForwardEntry &entry,
                                        const Snmp::Smi::Snapshot &snapshot);

    // `place`: where it listens; part of the files' names, so that two receivers share none.
    void begin(const QString &place, const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot,
               const QList<Snmp::TrapRule> &rules);
    void end();
    // To be given to a TrapReceiver.
    [[nodiscard]] std::vector<std::shared_ptr<Snmp::TrapQueue>> queues() const;

    struct Status
    {
        TrapForwardEntry entry;
        bool isRunning = false;
        Snmp::SyslogState state = {};
        QString problem = {}; // why it does not run
    };
    [[nodiscard]] QList<Status> status() const;

Q_SIGNALS:
    void entriesChanged();
    void statusChanged();
    void told(bool isProblem, const QString &sentence);

private:
    struct Running
    {
        TrapForwardEntry entry;
        std::unique_ptr<Snmp::SyslogForwarder> forwarder;
        QString problem;
        bool wasTold = false; // that it does not get through
    };
    void onState(std::size_t index, const Snmp::SyslogState &state);

    PanelContext m_context;
    QString m_place;
    std::vector<Running> m_running;
};

} // namespace Portolan::Ui
