// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/snmp/varbind.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

class QIODevice;
class QTemporaryFile;

namespace Portolan::Snmp {

// Varbinds one after the other, in the order of their OIDs, each OID once. One thread.
class VarbindSource
{
public:
    virtual ~VarbindSource() = default;
    // False at the end; `to` is left as it was then.
    [[nodiscard]] virtual bool next(Varbind &to) = 0;
};

// Lines of a file, whatever it holds: through a buffer, a line that is longer than any of ours is
// left out. Line ends are LF or CR LF. One thread.
class LineReader
{
public:
    explicit LineReader(QIODevice &device);

    // False at the end or where the device fails. Valid until the next call.
    [[nodiscard]] bool next(std::string_view &line);
    [[nodiscard]] std::uint64_t number() const { return m_number; } // of the last line, from 1
    [[nodiscard]] std::uint64_t tooLong() const { return m_tooLong; }
    // The last line had no end: the file was cut off, or somebody's editor left it out.
    [[nodiscard]] bool wasCut() const { return m_wasCut; }
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    bool fill();

    QIODevice &m_device;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_number = 0;
    std::uint64_t m_tooLong = 0;
    bool m_atEnd = false;
    bool m_wasCut = false;
    bool m_hasFailed = false;
};

// Puts any number of varbinds in order with bounded memory: what is more than its budget waits in
// temporary files, in runs that are in order. Of two with the same OID the first stays. One thread,
// not the window's.
class VarbindSorter
{
public:
    static constexpr std::size_t kBudget = std::size_t(48) << 20U; // bytes
    static constexpr std::size_t kMostRuns = 256;

    explicit VarbindSorter(std::size_t budget = kBudget);
    ~VarbindSorter();
    VarbindSorter(VarbindSorter &&) noexcept;
    VarbindSorter &operator=(VarbindSorter &&) = delete;

    // Local where a temporary file cannot be written.
    [[nodiscard]] Result<> add(Varbinds &&rows);
    [[nodiscard]] std::uint64_t added() const { return m_added; }

    // Once, after the last add(). The source lives no longer than this sorter.
    [[nodiscard]] Result<std::unique_ptr<VarbindSource>> sorted();
    [[nodiscard]] std::size_t runs() const { return m_runs.size(); }

private:
    [[nodiscard]] Result<> spill();

    const std::size_t m_budget;
    Varbinds m_rows;
    std::size_t m_bytes = 0;
    std::uint64_t m_added = 0;
    std::vector<std::unique_ptr<QTemporaryFile>> m_runs;
};

} // namespace Portolan::Snmp
