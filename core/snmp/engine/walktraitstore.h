// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/request.h"

#include <QString>

#include <chrono>
#include <map>
#include <memory>

namespace Portolan::Snmp {

// What kinds of agents stood well in walks, in a text file of at most 1,000 lines, so that the next
// run of the program need not find out again. Without a file, as long as the process. The engine's
// thread; owned by the engine. What it learned is written at most every 30 seconds, and when it is
// destroyed; a file that cannot be read or written only costs the memory. Lines that another
// process added meanwhile are kept. After 60 days a kind of agent is found out anew: devices are
// given other software.
class WalkTraitStore final : public WalkMemory
{
public:
    static constexpr std::size_t kMost = 1000;
    static constexpr std::chrono::hours kLasting{24 * 60};

    explicit WalkTraitStore(const QString &file = {});
    ~WalkTraitStore() override;
    WalkTraitStore(const WalkTraitStore &) = delete;
    WalkTraitStore &operator=(const WalkTraitStore &) = delete;

    [[nodiscard]] std::optional<WalkTraits> recall(const Oid &sysObjectId) override;
    void remember(const Oid &sysObjectId, const WalkTraits &traits) override;

private:
    struct Entry
    {
        WalkTraits traits;
        qint64 since = 0; // seconds since 1970, when it was found out
    };
    using Entries = std::map<Oid, Entry>;
    [[nodiscard]] Entries read() const;
    void write();
    static void bound(Entries &entries);

    const QString m_file;
    Entries m_entries;
    bool m_isChanged = false;
    std::chrono::steady_clock::time_point m_written;
};

} // namespace Portolan::Snmp
