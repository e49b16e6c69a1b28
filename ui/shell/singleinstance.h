// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QLocalServer;
class QLocalSocket;

namespace Portolan::Ui {

// One program for one person and one folder: a second start hands its addresses to the first,
// which opens and shows them. Through a socket (0600) in the runtime folder (0700): only the same
// user is listened to, one line of at most kMostBytes each, kMostPeers at a time, each answered or
// hung up on within kPatience. Two displays are two programs. Owned by app, GUI thread; it never
// waits.
//
// The line is JSON: {"version": 1, "display": ":0", "urls": [...], "activation": "token"}; the
// answer {"taken": true}.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostBytes = 64 * 1024;
    static constexpr qsizetype kMostUrls = 100;
    static constexpr int kMostPeers = 8;
    static constexpr int kPatience = 3000; // milliseconds

    // The folder need not exist.
    explicit SingleInstance(const QString &runtimeFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    // Asks the program that runs to open these; `done` is called once, at once where none runs.
    void handOver(const QStringList &urls, std::function<void(bool taken)> done);
    // Becomes the one. An error where another is it, or where the folder is not this user's alone.
    [[nodiscard]] Result<> listen();
    [[nodiscard]] QString socketPath() const { return m_path; }

Q_SIGNALS:
    // Somebody started the program again. `activation` is what lets a window come to the front
    // (XDG_ACTIVATION_TOKEN), or empty.
    void requested(const QStringList &urls, const QByteArray &activation);

private:
    void greet(QLocalSocket *peer);
    void read(QLocalSocket *peer);

    const QString m_folder;
    const QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server = nullptr;
    int m_peers = 0;
};

} // namespace Portolan::Ui
