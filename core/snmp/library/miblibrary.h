// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace Portolan::Snmp {

// The modules that a window knows: those that come with the program, those in the folders of other
// programs on this machine, and the person's own folders and files. Loaded on threads of the global
// pool, for the first time when use() is first called; what is shown goes on with the old Snapshot
// until changed() tells that there is another. Nothing is ever downloaded. Shared by everything
// that decodes; lives on, and is used on, the thread that made it. Destroying it stops a load that
// is under way and waits for nothing.
class MibLibrary : public QObject
{
    Q_OBJECT

public:
    struct Facts // of the last load
    {
        int files = 0;
        bool isFromCache = false;
        bool isLimited = false; // more files than are read
        double seconds = 0;
        QStringList missing = {}; // folders and files that are not there
    };

    // `cacheFile` may be empty: then every load reads all files.
    explicit MibLibrary(QString cacheFile, QObject *parent = nullptr);
    ~MibLibrary() override;

    // Never null; before the first load it holds nothing but the names of the SMI.
    [[nodiscard]] const std::shared_ptr<const Smi::Snapshot> &snapshot() const
    {
        return m_snapshot;
    }
    // The person's folders and files, and whether those of other programs are read too. Loads where
    // that is something else than before.
    void use(const QStringList &folders, bool withSystem);
    void reload();

    [[nodiscard]] const QStringList &folders() const { return m_folders; }
    [[nodiscard]] QStringList systemFolders() const { return m_systemFolders; }
    [[nodiscard]] bool isLoading() const { return m_loading != 0; }
    [[nodiscard]] int done() const { return m_done; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] const Facts &facts() const { return m_facts; }

Q_SIGNALS:
    void loadingChanged(); // begun, further on, or ended
    void changed();        // another snapshot()

private:
    QString m_cacheFile;
    QStringList m_folders;
    QStringList m_systemFolders;
    bool m_withSystem = true;
    bool m_hasBegun = false;
    std::shared_ptr<const Smi::Snapshot> m_snapshot;
    Facts m_facts;
    std::stop_source m_stop;
    quint64 m_turn = 0;
    quint64 m_loading = 0; // the turn that loads now; 0: none
    int m_done = 0;
    int m_total = 0;
};

} // namespace Portolan::Snmp
