// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/snmp/smi/snapshot.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace Portolan::Snmp::Smi {

// Reads folders of modules into a Snapshot: files in parallel, or all of it from a cache file when
// no file has changed (name, size, time). Called on a worker thread, never on the window's; it
// blocks until it is done or stopped. The only failure is Cancelled: files that cannot be used are
// in the Snapshot with what is wrong with them.
struct LoadRequest
{
    QStringList folders; // folders and files, those of the person first
    // The modules that come with the program are read too. A file of the person's is used before a
    // bundled one, unless it has errors, or the bundled one is of a later date and defines more.
    bool withBundled = true;
    QString cache = {};   // a file; empty: none is used
    unsigned threads = 0; // 0: as many as the machine has
    std::stop_token stop = {};
    // From any thread, in any order.
    std::function<void(int done, int total)> progress = {};
};

struct LoadOutcome
{
    std::shared_ptr<const Snapshot> snapshot;
    bool isFromCache = false;
    int files = 0;
    QStringList missing;    // folders and files that are not there
    bool isLimited = false; // more files than are read
    std::chrono::microseconds elapsed{0};
    std::chrono::microseconds parsing{0}; // of all threads together
};

[[nodiscard]] Result<LoadOutcome> loadModules(const LoadRequest &request);
// What the files are now: another value means that loading again would give something else.
[[nodiscard]] QByteArray fingerprintOf(const LoadRequest &request);
// A Snapshot of texts instead of files, for tests and for previews of what is dropped: name, bytes.
[[nodiscard]] std::shared_ptr<const Snapshot>
loadTexts(const std::vector<std::pair<std::string, std::string>> &texts);

// The Snapshot that is used now; swapped as a whole. Any thread.
class ModuleLibrary
{
public:
    // Never null: before the first load it has the names of the SMI only.
    [[nodiscard]] std::shared_ptr<const Snapshot> current() const;
    void replace(std::shared_ptr<const Snapshot> snapshot);

private:
    mutable std::mutex m_mutex; // held for the copy of a pointer
    mutable std::shared_ptr<const Snapshot> m_current;
};

} // namespace Portolan::Snmp::Smi
