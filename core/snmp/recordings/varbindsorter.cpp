// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/varbindsorter.h"

#include "core/snmp/recordings/recordingline.h"
#include "core/snmp/words.h"

#include <QDir>
#include <QTemporaryFile>

#include <algorithm>
#include <queue>

namespace Portolan::Snmp {

namespace {

constexpr std::size_t kChunk = std::size_t(256) << 10U;

void sortOnce(Varbinds &rows)
{
    const auto less = [](const Varbind &a, const Varbind &b) { return a.oid < b.oid; };
    if (!std::is_sorted(rows.begin(), rows.end(), less))
        std::stable_sort(rows.begin(), rows.end(), less);
    rows.erase(std::unique(rows.begin(), rows.end(),
                           [](const Varbind &a, const Varbind &b) { return a.oid == b.oid; }),
               rows.end());
}

class MemorySource final : public VarbindSource
{
public:
    explicit MemorySource(Varbinds rows)
        : m_rows(std::move(rows))
    {
    }
    bool next(Varbind &to) override
    {
        if (m_at == m_rows.size())
            return false;
        to = std::move(m_rows[m_at++]);
        return true;
    }

private:
    Varbinds m_rows;
    std::size_t m_at = 0;
};

class RunSource final : public VarbindSource
{
public:
    explicit RunSource(QIODevice &run)
        : m_lines(run)
    {
    }
    bool next(Varbind &to) override
    {
        std::string_view line;
        while (m_lines.next(line)) {
            if (auto varbind = readLine(line)) {
                to = std::move(*varbind);
                return true;
            }
        }
        return false;
    }

private:
    LineReader m_lines;
};

class MergedSource final : public VarbindSource
{
public:
    explicit MergedSource(std::vector<std::unique_ptr<VarbindSource>> runs)
        : m_runs(std::move(runs))
        , m_heads(m_runs.size())
    {
        for (std::size_t i = 0; i < m_runs.size(); ++i)
            step(i);
    }
    bool next(Varbind &to) override
    {
        while (!m_queue.empty()) {
            const std::size_t run = m_queue.top();
            m_queue.pop();
            // The first of those with the same OID has gone out already.
            const bool isNew = !m_hasLast || m_last < m_heads[run].oid;
            if (isNew) {
                m_last = m_heads[run].oid;
                m_hasLast = true;
                to = std::move(m_heads[run]);
            }
            step(run);
            if (isNew)
                return true;
        }
        return false;
    }

private:
    struct Later
    {
        const std::vector<Varbind> *heads;
        bool operator()(std::size_t a, std::size_t b) const
        {
            const auto order = (*heads)[a].oid <=> (*heads)[b].oid;
            return order == std::strong_ordering::equal ? a > b
                                                        : order == std::strong_ordering::greater;
        }
    };

    void step(std::size_t run)
    {
        if (m_runs[run]->next(m_heads[run]))
            m_queue.push(run);
    }

    std::vector<std::unique_ptr<VarbindSource>> m_runs;
    std::vector<Varbind> m_heads;
    std::priority_queue<std::size_t, std::vector<std::size_t>, Later> m_queue{Later{&m_heads}};
    Oid m_last;
    bool m_hasLast = false;
};

} // namespace

LineReader::LineReader(QIODevice &device)
    : m_device(device)
{
}

bool LineReader::fill()
{
    if (m_atEnd)
        return false;
    m_buffer.erase(0, m_at);
    m_at = 0;
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + kChunk);
    const qint64 read = m_device.read(m_buffer.data() + before, static_cast<qint64>(kChunk));
    m_buffer.resize(before + static_cast<std::size_t>(std::max<qint64>(read, 0)));
    m_hasFailed = m_hasFailed || read < 0;
    m_atEnd = read <= 0;
    return !m_atEnd;
}

bool LineReader::next(std::string_view &line)
{
    std::size_t searched = 0; // behind m_at
    bool isTooLong = false;
    while (true) {
        const std::size_t end = m_buffer.find('\n', m_at + searched);
        if (end != std::string::npos) {
            line = std::string_view(m_buffer).substr(m_at, end - m_at);
            m_at = end + 1;
            ++m_number;
            if (isTooLong || line.size() > kMostLine) {
                ++m_tooLong;
                isTooLong = false;
                searched = 0;
                continue;
            }
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            return true;
        }
        searched = m_buffer.size() - m_at;
        if (searched > kMostLine) {
            isTooLong = true;
            m_at = m_buffer.size();
            searched = 0;
        }
        if (fill())
            continue;
        if (m_at == m_buffer.size() && !isTooLong)
            return false;
        ++m_number;
        m_wasCut = true;
        line = std::string_view(m_buffer).substr(m_at);
        m_at = m_buffer.size();
        if (isTooLong) {
            ++m_tooLong;
            return false;
        }
        return true;
    }
}

VarbindSorter::VarbindSorter(std::size_t budget)
    : m_budget(budget)
{
}
VarbindSorter::~VarbindSorter() = default;
VarbindSorter::VarbindSorter(VarbindSorter &&) noexcept = default;

Result<> VarbindSorter::add(Varbinds &&rows)
{
    m_added += rows.size();
    for (Varbind &each : rows) {
        m_bytes += sizeof(Varbind) + each.value.heapBytes() +
                   (each.oid.size() > 13 ? each.oid.size() * sizeof(std::uint32_t) + 16 : 0);
        m_rows.push_back(std::move(each));
    }
    rows.clear();
    return m_bytes > m_budget ? spill() : Result<>();
}

Result<> VarbindSorter::spill()
{
    if (m_runs.size() >= kMostRuns)
        return failure(Error::Kind::Unsupported,
                       Snmp::tr("There are more objects than can be put in order."));
    sortOnce(m_rows);
    auto run = std::make_unique<QTemporaryFile>(QDir::tempPath() +
                                                QStringLiteral("/portolan-recording-XXXXXX"));
    const auto failed = [&run] {
        return failure(Error::Kind::Local, Snmp::tr("A temporary file could not be written."),
                       run->errorString());
    };
    if (!run->open())
        return failed();
    std::string text;
    const auto write = [&] {
        const auto size = static_cast<qint64>(text.size());
        const bool isWritten = run->write(text.data(), size) == size;
        text.clear();
        return isWritten;
    };
    for (const Varbind &each : m_rows) {
        appendLine(text, each);
        text += '\n';
        if (text.size() >= kChunk && !write())
            return failed();
    }
    if (!write() || !run->flush() || !run->seek(0))
        return failed();
    m_runs.push_back(std::move(run));
    m_rows = {};
    m_bytes = 0;
    return {};
}

Result<std::unique_ptr<VarbindSource>> VarbindSorter::sorted()
{
    sortOnce(m_rows);
    auto last = std::make_unique<MemorySource>(std::move(m_rows));
    m_rows = {};
    if (m_runs.empty())
        return last;
    std::vector<std::unique_ptr<VarbindSource>> sources;
    for (const auto &each : m_runs)
        sources.push_back(std::make_unique<RunSource>(*each));
    sources.push_back(std::move(last));
    return std::make_unique<MergedSource>(std::move(sources));
}

} // namespace Portolan::Snmp
