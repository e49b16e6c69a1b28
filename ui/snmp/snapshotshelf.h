// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/recordings/recording.h"

#include <QAbstractTableModel>
#include <QList>

#include <functional>

namespace Portolan::Ui {

// The snapshots that this person keeps, the youngest first: files of one folder, shared by all
// panels and looked through again when any of them changes. Files are read, copied and deleted on
// threads of the global pool. GUI thread.
class SnapshotShelf : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Time, Objects, Credential, Size, ColumnCount };
    struct Entry
    {
        QString path;
        Snmp::RecordingFacts facts;
        qint64 bytes = 0;

        [[nodiscard]] QString name() const;
    };

    explicit SnapshotShelf(QString folder, QObject *parent = nullptr);

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] int rowOf(const QString &path) const; // -1: none
    void refresh();
    // Where the next one goes; the folder is made.
    [[nodiscard]] QString freshPath();
    void remove(const QString &path);
    // Of any form that can be read; kept in ours.
    void takeFrom(const QString &file);
    void copyTo(const QString &path, const QString &file);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void refreshed();
    void failed(const Portolan::Error &error);
    void taken(const QString &path);
    void copied(const QString &file);

private:
    // Calls `done` here with what `work` gave on another thread.
    template<typename Outcome>
    void run(std::function<Outcome()> work, std::function<void(const Outcome &)> done);

    const QString m_folder;
    QList<Entry> m_entries;
    quint64 m_turn = 0;
};

} // namespace Portolan::Ui
