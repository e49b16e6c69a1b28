// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/station.h"
#include "core/snmp/traps/trapreceiver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

#include <functional>
#include <optional>

// A receiver of notifications for a test, and net-snmp's senders.
namespace SnmpTest {

using namespace Portolan;
using namespace Portolan::Snmp;

constexpr int kTrapWait = 30'000;

inline TrapUser trapUser(const char *name, Level level, AuthProtocol auth = AuthProtocol::Sha256,
                         PrivProtocol priv = PrivProtocol::Aes128,
                         const char *authPassword = "authentic1",
                         const char *privPassword = "privatepw1")
{
    TrapUser user;
    user.name = QString::fromLatin1(name);
    user.level = level;
    user.authProtocol = auth;
    user.privProtocol = priv;
    user.credentials.authPassword = Secret(authPassword);
    user.credentials.privPassword = Secret(privPassword);
    return user;
}

class Ear
{
public:
    explicit Ear(TrapKeys keys = {}, ListenTarget target = loopback(),
                 std::size_t capacity = 100'000)
        : station(std::make_shared<Station>())
        , queue(std::make_shared<TrapQueue>(capacity))
        , receiver(
              std::make_unique<TrapReceiver>(station, target, std::move(keys), std::vector{queue}))
    {
        QObject::connect(receiver.get(), &TrapReceiver::listening, receiver.get(),
                         [this](const Listening &where) { listening = where; });
        QObject::connect(receiver.get(), &TrapReceiver::failed, receiver.get(),
                         [this](const Error &error) { problem = error; });
        receiver->start();
        if (!QTest::qWaitFor([this] { return listening || problem; }, kTrapWait))
            qFatal("the receiver neither listens nor fails");
    }

    static ListenTarget loopback()
    {
        ListenTarget target;
        target.host = QStringLiteral("127.0.0.1");
        target.port = 0;
        return target;
    }

    void drain()
    {
        for (auto &each : queue->take(1'000'000).items)
            traps.push_back(std::move(each));
    }
    bool waitFor(std::size_t count)
    {
        return QTest::qWaitFor(
            [&] {
                drain();
                return traps.size() >= count;
            },
            kTrapWait);
    }
    bool waitForStats(const std::function<bool(const TrapStats &)> &enough)
    {
        return QTest::qWaitFor([&] { return enough(receiver->stats()); }, kTrapWait);
    }
    [[nodiscard]] QString at() const
    {
        return QStringLiteral("127.0.0.1:") + QString::number(listening ? listening->port : 0);
    }

    std::shared_ptr<Station> station;
    std::shared_ptr<TrapQueue> queue;
    std::unique_ptr<TrapReceiver> receiver;
    std::optional<Listening> listening;
    std::optional<Error> problem;
    std::vector<TrapPtr> traps;
};

struct Ran
{
    int exitCode = -1;
    QByteArray output; // of both streams
};

inline void prepareNetSnmp(QProcess &process, const QTemporaryDir &home)
{
    auto variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("MIBS"), QString());
    variables.insert(QStringLiteral("SNMPCONFPATH"), home.path());
    variables.insert(QStringLiteral("SNMP_PERSISTENT_DIR"), home.path());
    process.setProcessEnvironment(variables);
    process.setProcessChannelMode(QProcess::MergedChannels);
}

// Runs one of net-snmp's programs to its end while the event loop goes on.
inline Ran runNetSnmp(const char *program, const QStringList &arguments)
{
    const QTemporaryDir home;
    QProcess process;
    prepareNetSnmp(process, home);
    process.start(QString::fromLatin1(program), arguments);
    Ran ran;
    if (QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, kTrapWait))
        ran.exitCode = process.exitCode();
    else
        process.kill();
    process.waitForFinished(5000);
    ran.output = process.readAll();
    return ran;
}

inline QStringList words(const QString &text)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace SnmpTest
