// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/practicelab.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

namespace Portolan::Ui {

namespace {

constexpr qint64 kMostBytes = 1024 * 1024;
constexpr int kMostServers = 200;

QString field(const QJsonObject &object, const char *name)
{
    QString text = object.value(QLatin1String(name)).toString();
    text.truncate(1000);
    return text;
}

} // namespace

QList<PracticeServer> readInventory(const QByteArray &json)
{
    QList<PracticeServer> servers;
    const QJsonArray entries =
        QJsonDocument::fromJson(json).object().value(QLatin1String("servers")).toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        PracticeServer server{.name = field(object, "name"),
                              .address = field(object, "url"),
                              .note = field(object, "note"),
                              .password = field(object, "password"),
                              .keyFile = field(object, "key")};
        if (server.address.isEmpty() || servers.size() == kMostServers)
            continue;
        if (server.name.isEmpty())
            server.name = server.address;
        servers.append(server);
    }
    return servers;
}

PracticeLab::PracticeLab(const QString &inventoryFile, QObject *parent)
    : QObject(parent)
    , m_file(inventoryFile)
    , m_watcher(new QFileSystemWatcher(this))
{
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, &PracticeLab::read);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &PracticeLab::read);
    read();
}

void PracticeLab::read()
{
    watch();
    const quint64 number = ++m_reading;
    QThreadPool::globalInstance()->start([file = m_file, self = QPointer(this), number] {
        QByteArray bytes;
        if (QFile input(file); input.open(QIODevice::ReadOnly))
            bytes = input.read(kMostBytes);
        // Through the application, which outlives the pool's tasks: `self` is looked at only on the
        // thread that may delete it.
        QMetaObject::invokeMethod(
            qApp,
            [self, number, servers = readInventory(bytes)] {
                if (!self || self->m_reading != number || self->m_servers == servers)
                    return;
                self->m_servers = servers;
                Q_EMIT self->changed();
            },
            Qt::QueuedConnection);
    });
}

void PracticeLab::watch()
{
    // The file may not exist yet: then the nearest folder above it that does is watched.
    const QFileInfo file(m_file);
    if (file.exists() && !m_watcher->files().contains(m_file))
        m_watcher->addPath(m_file);
    QString folder = file.absolutePath();
    while (!QFileInfo::exists(folder) && folder.size() > 1)
        folder = QFileInfo(folder).absolutePath();
    if (!m_watcher->directories().contains(folder)) {
        if (const QStringList old = m_watcher->directories(); !old.isEmpty())
            m_watcher->removePaths(old);
        m_watcher->addPath(folder);
    }
}

} // namespace Portolan::Ui
