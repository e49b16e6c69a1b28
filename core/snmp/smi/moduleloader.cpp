// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/moduleloader.h"

#include "core/snmp/mibs/bundledmibs.h"
#include "core/snmp/smi/modulefolders.h"
#include "core/snmp/smi/modulelinker.h"
#include "core/snmp/smi/parser.h"
#include "core/snmp/smi/sourcetext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <thread>

namespace Portolan::Snmp::Smi {

namespace {

using Clock = std::chrono::steady_clock;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp::Smi)
};

struct Sources
{
    FoundFiles found;
    std::size_t ownFiles = 0; // those behind are bundled
    QByteArray fingerprint;
};

std::chrono::microseconds since(Clock::time_point begin)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
}

Sources findSources(const LoadRequest &request)
{
    Sources sources;
    sources.found = findFiles(request.folders, request.stop);
    sources.ownFiles = sources.found.files.size();
    if (request.withBundled) {
        // Resources are no files to std::filesystem.
        std::vector<FoundFile> bundled;
        QDirIterator at(bundledModuleFolder(), QDir::Files, QDirIterator::Subdirectories);
        while (at.hasNext()) {
            const QString path = at.next();
            const QFileInfo info = at.fileInfo();
            bundled.push_back({path.toStdString(), static_cast<std::uint64_t>(info.size()),
                               info.lastModified().toMSecsSinceEpoch(),
                               static_cast<std::uint32_t>(request.folders.size())});
        }
        std::sort(bundled.begin(), bundled.end(),
                  [](const FoundFile &a, const FoundFile &b) { return a.path < b.path; });
        sources.found.files.insert(sources.found.files.end(), bundled.begin(), bundled.end());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayLiteral(PORTOLAN_VERSION));
    for (const FoundFile &file : sources.found.files) {
        const std::string line = file.path + '\0' + std::to_string(file.size) + ' ' +
                                 std::to_string(file.modified) + ' ' + std::to_string(file.folder) +
                                 '\n';
        hash.addData(QByteArray::fromRawData(line.data(), static_cast<qsizetype>(line.size())));
    }
    sources.fingerprint = hash.result();
    return sources;
}

std::unique_ptr<ParsedFile> failed(const std::string &path, DiagnosticId id, std::string argument)
{
    auto parsed = std::make_unique<ParsedFile>();
    parsed->path = path;
    parsed->diagnostics.push_back({id, Severity::Error, 0, 0, {std::move(argument)}});
    return parsed;
}

std::unique_ptr<ParsedFile> readFile(const FoundFile &found)
{
    if (found.size > SourceText::kMostBytes)
        return failed(found.path, DiagnosticId::TooLarge,
                      std::to_string(SourceText::kMostBytes >> 20U));
    QFile file(QString::fromStdString(found.path));
    if (!file.open(QIODevice::ReadOnly))
        return failed(found.path, DiagnosticId::Unreadable, file.errorString().toStdString());
    // One byte more than is taken: a file that grew meanwhile is refused, not read for ever.
    const QByteArray bytes = file.read(qint64(SourceText::kMostBytes) + 1);
    if (file.error() != QFileDevice::NoError)
        return failed(found.path, DiagnosticId::Unreadable, file.errorString().toStdString());
    return parseFile(found.path, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

std::vector<LinkFile> parseAll(const LoadRequest &request, const Sources &sources,
                               std::atomic<std::int64_t> &parsing)
{
    const std::vector<FoundFile> &found = sources.found.files;
    std::vector<LinkFile> files(found.size());
    std::atomic<std::size_t> next = 0;
    std::atomic<int> done = 0;
    const auto work = [&] {
        const auto begin = Clock::now();
        while (!request.stop.stop_requested()) {
            const std::size_t number = next.fetch_add(1);
            if (number >= found.size())
                break;
            LinkFile &file = files[number];
            file.file = readFile(found[number]);
            file.size = found[number].size;
            file.modified = found[number].modified;
            file.folder = found[number].folder;
            file.isBundled = number >= sources.ownFiles;
            const int count = ++done;
            if (request.progress)
                request.progress(count, static_cast<int>(found.size()));
        }
        parsing += since(begin).count();
    };
    constexpr std::size_t kFilesPerThread = 8; // fewer are not worth a thread
    const unsigned most =
        request.threads != 0 ? request.threads : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min<std::size_t>(most, found.size() / kFilesPerThread + 1);
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < threads; ++i)
            helpers.emplace_back(work);
        work();
    }
    return files;
}

// What many files took while they were read goes back to the system; glibc keeps it otherwise.
void releaseMemory([[maybe_unused]] const Sources &sources)
{
#ifdef __GLIBC__
    constexpr std::uint64_t kWorthIt = 4U << 20U;
    std::uint64_t bytes = 0;
    for (const FoundFile &file : sources.found.files)
        bytes += file.size;
    if (bytes > kWorthIt)
        ::malloc_trim(0);
#endif
}

} // namespace

QByteArray fingerprintOf(const LoadRequest &request)
{
    return findSources(request).fingerprint;
}

Result<LoadOutcome> loadModules(const LoadRequest &request)
{
    const auto begin = Clock::now();
    const auto cancelled = [] {
        return failure(Error::Kind::Cancelled, Words::tr("Loading the modules was cancelled."));
    };
    const Sources sources = findSources(request);
    LoadOutcome outcome;
    outcome.files = static_cast<int>(sources.found.files.size());
    outcome.missing = sources.found.missing;
    outcome.isLimited = sources.found.isLimited;
    if (request.stop.stop_requested())
        return cancelled();
    if (!request.cache.isEmpty()) {
        if (auto store = TableStore::load(request.cache, sources.fingerprint)) {
            outcome.snapshot =
                std::make_shared<Snapshot>(std::shared_ptr<const TableStore>(std::move(store)));
            outcome.isFromCache = true;
            outcome.elapsed = since(begin);
            return outcome;
        }
    }
    std::atomic<std::int64_t> parsing = 0;
    std::vector<LinkFile> files = parseAll(request, sources, parsing);
    if (request.stop.stop_requested())
        return cancelled();
    auto store = std::make_shared<TableStore>(ModuleLinker(std::move(files)).link());
    outcome.parsing = std::chrono::microseconds(parsing.load());
    outcome.elapsed = since(begin);
    // A cache that cannot be written costs time at the next start, nothing else. One that was
    // written is used at once: mapped, the rows need no memory of their own.
    if (!request.cache.isEmpty() && !request.stop.stop_requested() &&
        store->save(request.cache, sources.fingerprint))
        if (std::shared_ptr<TableStore> mapped =
                TableStore::load(request.cache, sources.fingerprint))
            store = std::move(mapped);
    outcome.snapshot = std::make_shared<Snapshot>(store);
    releaseMemory(sources);
    return outcome;
}

std::shared_ptr<const Snapshot>
loadTexts(const std::vector<std::pair<std::string, std::string>> &texts)
{
    std::vector<LinkFile> files;
    for (const auto &[name, bytes] : texts) {
        LinkFile file;
        file.file = parseFile(name, bytes);
        file.size = bytes.size();
        files.push_back(std::move(file));
    }
    return std::make_shared<Snapshot>(
        std::make_shared<TableStore>(ModuleLinker(std::move(files)).link()));
}

std::shared_ptr<const Snapshot> ModuleLibrary::current() const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_current)
        m_current = loadTexts({});
    return m_current;
}

void ModuleLibrary::replace(std::shared_ptr<const Snapshot> snapshot)
{
    // The one before is released outside of the lock: it may be large.
    const std::scoped_lock lock(m_mutex);
    m_current.swap(snapshot);
}

} // namespace Portolan::Snmp::Smi
