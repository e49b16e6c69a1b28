// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/transcript.h"
#include "core/net/dialer.h"
#include "core/net/tlsfacts.h"

#include <QObject>
#include <QSslError>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

class QSocketNotifier;
class QSslSocket;
class QTcpServer;
class QTcpSocket;
class QTimer;
class QWebSocket;

namespace Portolan::Mqtt {

// What stands between a connected stream and MQTT in the clear: TLS, WebSocket, or both. It works
// on a thread of its own with a Qt event loop (EngineHost), hands one end of a socket pair to the
// engine and copies bytes between that and the broker, as fast as the slower side takes them:
// nothing piles up here but one WebSocket frame.
//
// QWebSocket can only connect by itself. It is given a SOCKS5 proxy that is this object, on the
// loopback interface, for one connection and with a password made by chance; behind it is the
// stream, with TLS already on it. So TLS is the same for MQTT and WebSocket, and `via` works for
// both. Sources: RFC 6455; RFC 1928 and 1929; MQTT 5.0, chapter 6.
class Carrier : public QObject
{
    Q_OBJECT
public:
    struct Setup
    {
        Net::Stream stream;
        BrokerTarget target;
        Secret password;   // for HttpAuth
        Secret passphrase; // of the key
    };
    // Called on the carrier's thread.
    struct Events
    {
        std::function<void(Net::OwnedSocket)> ready; // MQTT may begin
        std::function<void(const Net::TlsFacts &)> tls;
        std::function<void(const Error &)> failed; // also after ready
        std::function<void(Step, const QString &)> noted;
    };

    Carrier(std::stop_token stop, Events events);
    ~Carrier() override;

    void begin(Setup setup);

private:
    void startTls();
    void onSslErrors(const QList<QSslError> &errors);
    void onEncrypted();
    [[nodiscard]] Result<> loadIdentity();
    void startWebSocket();
    void onDoorwayConnection();
    void onDoorwayRead();
    void startMqtt();
    void pumpIn();
    void acknowledge();
    void pumpOut();
    void toEngine(const QByteArray &bytes);
    void onPeerGone();
    void fail(const Error &error);

    const std::stop_token m_stop;
    const Events m_events;
    Setup m_setup;
    bool m_ended = false;
    bool m_handedOver = false; // the engine has, or had, the other end of m_local
    std::unique_ptr<QTimer> m_limit;
    std::unique_ptr<QTcpSocket> m_peer;
    QSslSocket *m_tls = nullptr; // the same, where it is one
    QList<QSslError> m_sslErrors;

    // WebSocket.
    std::unique_ptr<QTcpServer> m_doorway;
    QTcpSocket *m_door = nullptr; // of m_doorway
    enum class DoorState { Greeting, Password, Request, Open } m_doorState = DoorState::Greeting;
    QByteArray m_doorBytes;
    QByteArray m_doorPassword;
    QByteArray m_answerHead; // of the HTTP answer, for errors
    std::unique_ptr<QWebSocket> m_webSocket;

    Net::OwnedSocket m_local;
    std::unique_ptr<QSocketNotifier> m_readable;
};

} // namespace Portolan::Mqtt
