// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

class QFileSystemWatcher;

namespace Portolan::Ui {

// One server of the practice lab, as its inventory file names it.
struct PracticeServer
{
    struct Words
    {
        QString title;
        QString note; // what it is for
        friend bool operator==(const Words &, const Words &) = default;
    };

    QString shownAddress; // what a person would type
    QString address;      // the same with the practice key, where one is asked for
    Words english;
    Words korean;
    QString password = {};
    QStringList codes = {}; // what else is asked for, in its order
    QString keyFile = {};

    // In the language of the moment.
    [[nodiscard]] const Words &words() const;
    friend bool operator==(const PracticeServer &, const PracticeServer &) = default;
};

// Reads an inventory: the practice servers in it, in its order. Entries without an address and
// everything that is not understood are left out; any bytes may be given.
[[nodiscard]] QList<PracticeServer> readInventory(const QByteArray &json);

// What the practice lab offers at the moment. Reads the file off the GUI thread and again whenever
// it appears, changes or goes; at most 1 MiB of it. Owned by the window, GUI thread.
class PracticeLab : public QObject
{
    Q_OBJECT

public:
    explicit PracticeLab(const QString &inventoryFile, QObject *parent = nullptr);

    [[nodiscard]] const QList<PracticeServer> &servers() const { return m_servers; }

Q_SIGNALS:
    void changed();

private:
    void read();
    void watch();

    const QString m_file;
    QFileSystemWatcher *m_watcher;
    QList<PracticeServer> m_servers;
    quint64 m_reading = 0;
};

} // namespace Portolan::Ui
