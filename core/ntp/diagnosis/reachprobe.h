// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/serveraddress.h"

#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace Portolan::Ntp {

// What was tried at a server that does not answer, or was asked for besides. Plain value, no
// secrets.
struct ReachFacts
{
    // One packet that differs from what was asked in one thing.
    struct Trial
    {
        enum class Role : std::uint8_t {
            Plain,        // without key or NTS, not interleaved
            FromPort123,  // as old firewalls want it
            OldVersion,   // version 3
            UsualPort,    // 123 in place of the one that was asked
            OtherAddress, // of the same name
        };
        enum class Answer : std::uint8_t {
            Silence,
            Answered,
            Unreadable,  // something came that is no NTP
            Closed,      // the machine says that nothing listens
            Unreachable, // the network says that there is no way
            Impossible,  // this machine cannot try it: `detail`
        };
        Role role = Role::Plain;
        QHostAddress address = {};
        quint16 port = 123;
        Answer answer = Answer::Silence;
        QString detail = {};
        int stratum = 0;

        [[nodiscard]] QString text() const; // "from port 123: silence", never translated
    };
    enum class Port : std::uint8_t { NotTried, Open, Closed, Silent, Unreachable };

    QList<Trial> trials = {};
    std::optional<bool> pinged = {}; // nothing: this machine may not ping
    Port exchange = Port::NotTried;  // TCP, where NTS hands out keys
    quint16 exchangePort = ServerTarget::kKeyExchangePort;
    // Bytes that came back for a question of the control protocols, where that was asked for.
    std::optional<qint64> control = {};
    std::optional<qint64> priv = {};

    [[nodiscard]] const Trial *answered(Trial::Role role) const;
    [[nodiscard]] QString text() const; // one line each
};

// Tries what differs in one thing, at one address. One-shot, on the thread that made it, with a Qt
// event loop; nothing blocks. A public server gets a packet every two seconds at most, those of the
// tabs counted in (core/ntp/pollmanners.h), so that it may take some ten seconds. It sends no
// secrets and needs no rights; what
// needs some (port 123, a ping) is left out where they lack, and said so.
class ReachProbe : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        ServerTarget target;
        QHostAddress address;
        bool tryNtp = true;       // the trials and the ping
        bool tryExchange = false; // whether the port for NTS keys is open
        bool tryControl = false;  // modes 6 and 7
    };

    explicit ReachProbe(Request request, QObject *parent = nullptr);
    ~ReachProbe() override;

    void start();
    [[nodiscard]] const ReachFacts &facts() const;

Q_SIGNALS:
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Ntp
