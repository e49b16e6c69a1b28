// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/base/error.h"
#include "core/snmp/traps/syslogjournal.h"
#include "core/snmp/traps/traprules.h"

#include <QMetaType>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace Portolan::Snmp {

// Where notifications are forwarded to. Plain value, no secret.
struct SyslogTarget
{
    enum class Transport { Udp, Tcp, Tls };

    QString host;
    quint16 port = 0;
    Transport transport = Transport::Udp;
    int facility = 16;       // local0
    std::size_t most = 2048; // octets of a message (RFC 5424, section 6.1)
    // TLS: the receiver's certificate is always checked, for its name too.
    QString caFile = {}; // empty: the system's authorities
    QString certificateFile = {};
    QString keyFile = {};
    QString serverName = {}; // empty: the host

    [[nodiscard]] QString display() const; // "logs.example:6514"
};

// syslog://host[:514] (UDP, RFC 5426), syslog+tcp://host[:601] (octet counting, RFC 6587),
// syslog+tls://host[:6514] (RFC 5425); options facility=local0.., max=OCTETS, ca=FILE, cert=FILE,
// key=FILE, name=HOST. Pure, any thread. What is unknown is a Usage error.
[[nodiscard]] Result<SyslogTarget> syslogTarget(const Address &address);

struct SyslogState
{
    enum class Phase { Idle, Connecting, Ready, Waiting, Failed };

    Phase phase = Phase::Idle;
    quint64 waiting = 0; // messages in the journal
    quint64 waitingBytes = 0;
    quint64 sent = 0;                  // since it was started; over UDP, sent is all that is known
    quint64 again = 0;                 // sent once more after a connection was lost
    quint64 dropped = 0;               // to keep the journal's limits, ever
    quint64 lost = 0;                  // not taken from the queue in time
    quint64 truncated = 0;             // longer than the target takes
    int attempt = 0;                   // of reconnecting
    std::optional<Error> problem = {}; // the last one, until it works again
};

// Forwards notifications to a syslog receiver: the handle of a worker on a thread of its own. Lives
// on the thread that made it, with a Qt event loop. A notification is in the journal file before it
// is sent, and leaves it when the receiver's system has acknowledged it (TCP, TLS) or it was sent
// (UDP): after a crash or a lost connection some may come twice, none is lost that the journal's
// limits allow. It connects again for ever: after 1, 2, 4 ... 60 seconds. What is still in the
// journal when it is destroyed is sent by the next one with the same file.
class SyslogForwarder : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        SyslogTarget target;
        QString journal; // a file; its folder exists
        SyslogJournal::Limits limits = {};
        std::shared_ptr<const Smi::Snapshot> modules;
        QList<TrapRule> rules = usualTrapRules(); // for the severity
        QString filter = {};                      // what is forwarded; empty: everything
    };

    // Usage where rules or filter make no sense.
    [[nodiscard]] static Result<std::unique_ptr<SyslogForwarder>> make(const Setup &setup);
    ~SyslogForwarder() override;

    // To be given to a TrapReceiver.
    [[nodiscard]] const std::shared_ptr<TrapQueue> &queue() const;
    [[nodiscard]] const SyslogState &state() const; // as of the last stateChanged()

Q_SIGNALS:
    void stateChanged(const Portolan::Snmp::SyslogState &state); // four times a second at most

private:
    SyslogForwarder();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Snmp

Q_DECLARE_METATYPE(Portolan::Snmp::SyslogState)
