// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of profiles, which come from anywhere. What is chosen from one and stored is written
// again as the same document.
#include "core/store/profileimport.h"

#include <cstdint>
#include <cstdlib>

using namespace Portolan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const auto source =
        fromJson(QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)));
    if (!source)
        return 0;
    ProfileSet set;
    const ImportSource taken = chosen(planImport(*source, set), set);
    if (!set.putAll(taken.profiles, taken.credentials, taken.folders))
        std::abort();
    const QByteArray json = toJson(set);
    const auto again = fromJson(json);
    if (!again)
        std::abort();
    ProfileSet other;
    const ImportSource same = chosen(planImport(*again, other), other);
    if (!other.putAll(same.profiles, same.credentials, same.folders) || toJson(other) != json)
        std::abort();
    return 0;
}
