// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings of agents, as people find them.
#include "tests/lab/snmprecording.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    SnmpLab::Recording recording;
    recording.read({reinterpret_cast<const char *>(bytes), size});
    recording.sort();
    for (std::size_t row = 0; row < recording.size(); ++row) {
        const auto oid = recording.oid(row);
        if (recording.find(oid) != row || recording.next(oid) != row + 1 ||
            recording.varbind(row).empty())
            std::abort();
        const auto read = SnmpLab::readOid(SnmpLab::oidContent(oid));
        if (!read || !std::equal(read->begin(), read->end(), oid.begin(), oid.end()))
            std::abort();
    }
    return 0;
}
