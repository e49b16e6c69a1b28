// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes through an SSH host: a stream of net::Dialer beside `ssh -W`, both directions, in one run
// against one sshd of the lab. Prints MB/s and the ratio.
#include "core/runtime/reaper.h"
#include "core/ssh/sshdialer.h"
#include "tests/support/lab.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <functional>

using namespace Portolan;

namespace {

constexpr qint64 kBytes = 256LL * 1024 * 1024;
constexpr int kDeadline = 120'000;

// Gives or takes kBytes; the first byte of a connection says which.
class Peer : public QObject
{
public:
    Peer()
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            taken = 0;
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray got = socket->readAll();
                if (taken == 0 && got.startsWith('g')) {
                    give(socket);
                    connect(socket, &QTcpSocket::bytesWritten, socket,
                            [this, socket] { give(socket); });
                }
                taken += got.size();
                if (taken >= kBytes && onAll)
                    onAll();
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            m_given = 0;
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }

    qint64 taken = 0;
    std::function<void()> onAll; // kBytes were taken

private:
    void give(QTcpSocket *socket)
    {
        while (m_given < kBytes && socket->bytesToWrite() < 4 * 1024 * 1024) {
            socket->write(m_chunk);
            m_given += m_chunk.size();
        }
    }

    QTcpServer m_server;
    QByteArray m_chunk = QByteArray(256 * 1024, 'x');
    qint64 m_given = 0;
};

double rate(qint64 milliseconds)
{
    return static_cast<double>(kBytes) / 1000.0 /
           static_cast<double>(std::max<qint64>(1, milliseconds));
}

// `device` is connected to the peer. Milliseconds, or -1. By signals alone: whoever polls measures
// the pauses between two looks.
qint64 measure(QIODevice &device, Peer &peer, bool gets)
{
    QEventLoop loop;
    QTimer::singleShot(kDeadline, &loop, [&loop] { loop.exit(1); });
    peer.taken = 0;
    peer.onAll = [&loop] { loop.exit(0); };
    qint64 got = 0;
    qint64 written = 0;
    const QByteArray chunk(256 * 1024, 'p');
    const auto fill = [&] {
        while (written < kBytes && device.bytesToWrite() < 4 * 1024 * 1024)
            written += device.write(chunk);
    };
    QObject::connect(&device, &QIODevice::readyRead, &loop, [&] {
        got += device.readAll().size();
        if (got >= kBytes)
            loop.exit(0);
    });
    QElapsedTimer time;
    time.start();
    if (gets) {
        device.write("g");
    } else {
        QObject::connect(&device, &QIODevice::bytesWritten, &loop, fill);
        fill();
    }
    const bool isDone = loop.exec() == 0;
    peer.onAll = {};
    return isDone ? time.elapsed() : -1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (const auto code = Test::skipOrFailWithoutLab())
        return *code;
    Test::Lab lab({QStringLiteral("publickey")});
    const Test::LabServer &server = lab.server(QStringLiteral("publickey"));
    Peer peer;
    for (const bool gets : {true, false}) {
        qint64 ours = -1;
        {
            Ssh::Options options;
            options.useAgent = false;
            options.identityFiles = {server.identity};
            options.knownHostsFile = server.knownHosts;
            Ssh::SshDialer dialer(std::make_shared<Ssh::ConnectionPool>(),
                                  {server.user, server.host, server.port}, options, {});
            std::optional<Result<Net::Stream>> dialed;
            const auto attempt =
                dialer.dial(QStringLiteral("127.0.0.1"), peer.port(), std::chrono::seconds(10),
                            [&](Result<Net::Stream> result) { dialed = std::move(result); });
            if (!QTest::qWaitFor([&] { return dialed.has_value(); }, kDeadline) || !*dialed)
                return 1;
            QTcpSocket socket;
            socket.setSocketDescriptor((*dialed)->socket.release());
            ours = measure(socket, peer, gets);
            socket.abort();
        }
        QProcess ssh;
        ssh.start(QStringLiteral("ssh"),
                  {QStringLiteral("-F"), QStringLiteral("none"), QStringLiteral("-i"),
                   server.identity, QStringLiteral("-o"), QStringLiteral("IdentitiesOnly=yes"),
                   QStringLiteral("-o"),
                   QStringLiteral("UserKnownHostsFile=%1").arg(server.knownHosts),
                   QStringLiteral("-p"), QString::number(server.port), QStringLiteral("-W"),
                   QStringLiteral("127.0.0.1:%1").arg(peer.port()),
                   server.user + QLatin1Char('@') + server.host});
        if (!ssh.waitForStarted())
            return 1;
        const qint64 theirs = measure(ssh, peer, gets);
        ssh.kill();
        ssh.waitForFinished();
        if (ours < 0 || theirs < 0)
            return 1;
        std::printf("%s: net::Dialer %.0f MB/s, ssh -W %.0f MB/s, ratio %.2f\n",
                    gets ? "from the host" : "to the host", rate(ours), rate(theirs),
                    rate(ours) / rate(theirs));
    }
    return Reaper::waitForAll(std::chrono::seconds(10)) == 0 ? 0 : 1;
}
