// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/target.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace Portolan::Ssh {

// Gathers AuditFacts of one server without logging in: reads its offer, then, where it has them,
// the size of its RSA host key and of the group that group exchange gives; each needs a connection
// of its own. One-shot; lives on a thread with a Qt event loop, the GUI's too, since it never
// blocks. finished() comes once; destroying the probe ends it without.
//
// OpenSSH since 9.8 slows down addresses whose connections do not log in: only for an audit that a
// person asked for. What it learns is not authenticated: anybody on the way may have said it.
class AuditProbe : public QObject
{
    Q_OBJECT
public:
    // Only host and port of the target count. The timeout is for each connection.
    AuditProbe(const Target &target, const AlgorithmChoice &own, std::chrono::milliseconds timeout,
               QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    void finished(const Portolan::Result<Portolan::Ssh::AuditFacts> &facts);

private:
    enum class Step { Offer, RsaKey, Group };

    void connectFor(Step step);
    void onConnected();
    void onReadable();
    [[nodiscard]] bool readBanner();
    void onMessage(const QByteArray &payload);
    void onOffer(const QByteArray &payload);
    void onReply(const QByteArray &payload);
    void sendOwnOffer();
    void next();
    void fail(const Error &error);
    void failBySocket();
    void end(const Result<AuditFacts> &result);

    const Target m_target;
    const AlgorithmChoice m_own;
    const std::chrono::milliseconds m_timeout;
    Step m_step = Step::Offer;
    QTcpSocket m_socket;
    QTimer m_timer;
    QByteArray m_received;
    bool m_hasBanner = false;
    int m_lines = 0;
    bool m_asked = false;
    bool m_hasEnded = false;
    QString m_exchange; // what is used to ask for the host key
    AuditFacts m_facts;
};

} // namespace Portolan::Ssh
