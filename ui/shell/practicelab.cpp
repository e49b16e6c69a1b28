// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/practicelab.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <QUrlQuery>

namespace Portolan::Ui {

namespace {

constexpr qint64 kMostBytes = 1024 * 1024;
constexpr int kMostServers = 200;
constexpr int kMostAnswers = 5;

QString field(const QJsonObject &object, const char *name)
{
    QString text = object.value(QLatin1String(name)).toString();
    text.truncate(1000);
    return text;
}

} // namespace

const PracticeServer::Words &PracticeServer::words() const
{
    return QLocale().language() == QLocale::Korean ? korean : english;
}

QList<PracticeServer> readInventory(const QByteArray &json)
{
    QList<PracticeServer> servers;
    const QJsonArray entries =
        QJsonDocument::fromJson(json).object().value(QLatin1String("servers")).toArray();
    for (const QJsonValue &entry : entries) {
        const QJsonObject object = entry.toObject();
        PracticeServer server{.shownAddress = field(object, "url"),
                              .address = {},
                              .english = {field(object, "title_en"), field(object, "note_en")},
                              .korean = {field(object, "title_ko"), field(object, "note_ko")},
                              .password = field(object, "password"),
                              .codes = {},
                              .keyFile = field(object, "identity")};
        if (server.shownAddress.isEmpty() || servers.size() == kMostServers)
            continue;
        for (PracticeServer::Words *words : {&server.english, &server.korean}) {
            if (words->title.isEmpty())
                words->title = server.shownAddress;
        }
        for (const QJsonValue &answer : object.value(QLatin1String("answers")).toArray()) {
            const QString text = answer.toString().left(1000);
            if (text != server.password && server.codes.size() < kMostAnswers)
                server.codes.append(text);
        }
        // What the address needs besides, such as the file of a certificate, is not shown.
        server.address = field(object, "address");
        if (server.address.isEmpty())
            server.address = server.shownAddress;
        if (!server.keyFile.isEmpty()) {
            QUrlQuery options;
            options.addQueryItem(QStringLiteral("identity"),
                                 QString::fromLatin1(QUrl::toPercentEncoding(server.keyFile)));
            server.address += QLatin1Char('?') + options.toString(QUrl::FullyEncoded);
        }
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
