// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace Portolan {
class Database;
}

namespace Portolan::Snmp {

// Messages that wait to be forwarded, in a file (SQLite, as core/store has it): what append() took
// is on the disk when it returns, and is there after a crash. Bounded by rows and bytes; the oldest
// go, and how many did is kept in the file too. One thread, not the window's; every call may touch
// the disk.
class SyslogJournal
{
public:
    struct Limits
    {
        quint64 rows = 1'000'000;
        quint64 bytes = quint64(512) << 20U;
    };
    struct Entry
    {
        qint64 id;
        QByteArray message;
    };

    [[nodiscard]] static Result<std::unique_ptr<SyslogJournal>> open(const QString &file,
                                                                     const Limits &limits);
    ~SyslogJournal();

    [[nodiscard]] Result<> append(const std::vector<QByteArray> &messages);
    // In order, those after `id`.
    [[nodiscard]] Result<std::vector<Entry>> read(qint64 after, std::size_t most);
    [[nodiscard]] Result<> removeUpTo(qint64 id);

    [[nodiscard]] quint64 rows() const { return m_rows; }
    [[nodiscard]] quint64 bytes() const { return m_bytes; }
    [[nodiscard]] quint64 dropped() const { return m_dropped; } // since the file was made
    [[nodiscard]] const QString &keptAside() const { return m_keptAside; } // a damaged file

private:
    SyslogJournal(std::unique_ptr<Database> database, const Limits &limits);
    [[nodiscard]] Result<> measure();
    [[nodiscard]] Result<> shrink();

    std::unique_ptr<Database> m_database;
    const Limits m_limits;
    QString m_keptAside;
    quint64 m_rows = 0;
    quint64 m_bytes = 0;
    quint64 m_dropped = 0;
};

} // namespace Portolan::Snmp
