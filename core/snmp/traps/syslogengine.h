// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/backoff.h"
#include "core/snmp/traps/syslogforwarder.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>
#include <QSslError>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

class QHostInfo;
class QSslSocket;
class QUdpSocket;

namespace Portolan::Snmp {

struct SyslogEngineSetup
{
    SyslogForwarder::Setup setup;
    TrapRules rules;
    TrapFilter filter;
    std::shared_ptr<TrapQueue> queue;
    std::function<void(const SyslogState &)> changed; // on the engine's thread
};

// The worker of a SyslogForwarder, on a thread with a Qt event loop: takes notifications from the
// queue, writes them to the journal, and sends what the journal holds.
class SyslogEngine : public QObject
{
    Q_OBJECT
public:
    explicit SyslogEngine(SyslogEngineSetup setup);
    ~SyslogEngine() override;

    void begin();
    void take(); // there is something in the queue

private:
    struct Written
    {
        qint64 id;
        qsizetype bytes;
    };

    void connectToReceiver();
    void onAddresses(const QHostInfo &info);
    void onReady();
    void fail(Error error);
    void pump();
    void sendDatagrams();
    void confirm();
    void changed();
    void tell();
    [[nodiscard]] Result<> prepareTls(QSslSocket &socket) const;

    const SyslogEngineSetup m_setup;
    const SyslogTarget &m_target;
    std::unique_ptr<SyslogJournal> m_journal;
    SyslogState m_state;
    Net::Backoff m_backoff;
    QElapsedTimer m_upSince;
    QTimer m_retry;
    QTimer m_limit;   // of one attempt to connect
    QTimer m_confirm; // looks whether the receiver's system has everything
    QTimer m_tell;
    std::unique_ptr<QSslSocket> m_stream;
    std::unique_ptr<QUdpSocket> m_datagrams;
    QHostAddress m_address;
    int m_lookup = -1;
    QList<QSslError> m_tlsErrors;
    qint64 m_written = 0; // the last id that was given to the socket
    std::deque<Written> m_inFlight;
    qsizetype m_inFlightBytes = 0;
    qint64 m_furthest = 0; // the last id that was ever written
};

} // namespace Portolan::Snmp
