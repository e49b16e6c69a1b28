// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/singleinstance.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace Portolan::Ui {

namespace {

// Whose screen a window would come up on.
QString ownDisplay()
{
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return wayland.isEmpty() ? qEnvironmentVariable("DISPLAY") : wayland;
}

QByteArray ownActivation()
{
    for (const char *name : {"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"}) {
        if (const QByteArray token = qgetenv(name); !token.isEmpty())
            return token.left(1000);
    }
    return {};
}

#ifdef Q_OS_UNIX

bool isOfThisUser(const QLocalSocket &peer)
{
    const int fd = static_cast<int>(peer.socketDescriptor());
#ifdef SO_PEERCRED
    ucred who = {};
    socklen_t size = sizeof who;
    return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.uid == getuid();
#else
    uid_t user = 0;
    gid_t group = 0;
    return getpeereid(fd, &user, &group) == 0 && user == getuid();
#endif
}

bool makePrivate(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return false;
    const QByteArray path = QFile::encodeName(folder);
    struct stat found = {};
    // A folder that somebody else put there would let them answer in our place.
    if (::lstat(path.constData(), &found) != 0 || !S_ISDIR(found.st_mode) ||
        found.st_uid != getuid())
        return false;
    return (found.st_mode & 077) == 0 || ::chmod(path.constData(), 0700) == 0;
}

#else

// A named pipe: its rights are set by QLocalServer::UserAccessOption.
bool isOfThisUser(const QLocalSocket &)
{
    return true;
}

bool makePrivate(const QString &folder)
{
    return QDir().mkpath(folder);
}

#endif

QString pathIn(const QString &folder)
{
#ifdef Q_OS_WIN
    // A name among all pipes: the folder is in it, so that another folder is another program.
    return QStringLiteral("portolan-%1").arg(qHash(folder), 0, 16);
#else
    return folder + QStringLiteral("/window.socket");
#endif
}

} // namespace

SingleInstance::SingleInstance(const QString &runtimeFolder, QObject *parent)
    : QObject(parent)
    , m_folder(runtimeFolder)
    , m_path(pathIn(runtimeFolder))
{
}

SingleInstance::~SingleInstance()
{
    if (m_server)
        m_server->close();
}

void SingleInstance::handOver(const QStringList &urls, std::function<void(bool taken)> done)
{
    auto *socket = new QLocalSocket(this);
    auto *patience = new QTimer(socket);
    patience->setSingleShot(true);
    const auto finish = [socket, done = std::move(done)](bool taken) {
        if (socket->property("done").toBool())
            return;
        socket->setProperty("done", true);
        socket->deleteLater();
        done(taken);
    };
    connect(socket, &QLocalSocket::connected, socket, [socket, urls] {
        const QJsonObject line{
            {QStringLiteral("version"), 1},
            {QStringLiteral("display"), ownDisplay()},
            {QStringLiteral("urls"), QJsonArray::fromStringList(urls)},
            {QStringLiteral("activation"), QString::fromLatin1(ownActivation())}};
        socket->write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    });
    connect(socket, &QLocalSocket::readyRead, socket, [socket, finish] {
        if (socket->canReadLine())
            finish(QJsonDocument::fromJson(socket->readLine(1000))
                       .object()
                       .value(QLatin1String("taken"))
                       .toBool());
    });
    connect(socket, &QLocalSocket::errorOccurred, socket, [finish] { finish(false); });
    connect(socket, &QLocalSocket::disconnected, socket, [finish] { finish(false); });
    connect(patience, &QTimer::timeout, socket, [finish] { finish(false); });
    patience->start(kPatience);
    socket->connectToServer(m_path);
}

Result<> SingleInstance::listen()
{
    using Kind = Error::Kind;
    if (!makePrivate(m_folder))
        return failure(Kind::Local, tr("The folder %1 is not this user's alone.").arg(m_folder));
    m_lock = std::make_unique<QLockFile>(m_folder + QStringLiteral("/window.lock"));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0)) {
        m_lock.reset();
        return failure(Kind::Local, tr("Portolan is running already."));
    }
    // Whoever held the lock before is gone: what it left is nobody's.
    QLocalServer::removeServer(m_path);
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(kMostPeers);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *peer = m_server->nextPendingConnection())
            greet(peer);
    });
    if (!m_server->listen(m_path))
        return failure(Kind::Local, tr("The socket %1 could not be made.").arg(m_path),
                       m_server->errorString());
#ifdef Q_OS_UNIX
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
#endif
    return {};
}

void SingleInstance::greet(QLocalSocket *peer)
{
    peer->setReadBufferSize(kMostBytes + 1);
    if (m_peers >= kMostPeers || !isOfThisUser(*peer)) {
        peer->abort();
        peer->deleteLater();
        return;
    }
    ++m_peers;
    connect(peer, &QObject::destroyed, this, [this] { --m_peers; });
    connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
    connect(peer, &QLocalSocket::readyRead, this, [this, peer] { read(peer); });
    QTimer::singleShot(kPatience, peer, [peer] {
        peer->abort();
        peer->deleteLater();
    });
    read(peer);
}

void SingleInstance::read(QLocalSocket *peer)
{
    if (!peer->canReadLine()) {
        if (peer->bytesAvailable() > kMostBytes)
            peer->abort();
        return;
    }
    const QJsonObject line = QJsonDocument::fromJson(peer->readLine(kMostBytes)).object();
    const QJsonArray given = line.value(QLatin1String("urls")).toArray();
    const bool taken = line.value(QLatin1String("version")).toInt() == 1 &&
                       line.value(QLatin1String("display")).toString() == ownDisplay() &&
                       given.size() <= kMostUrls;
    peer->write(taken ? "{\"taken\":true}\n" : "{\"taken\":false}\n");
    peer->disconnectFromServer();
    if (!taken)
        return;
    QStringList urls;
    for (const QJsonValue &url : given)
        urls.append(url.toString());
    Q_EMIT requested(urls, line.value(QLatin1String("activation")).toString().toLatin1());
}

} // namespace Portolan::Ui
