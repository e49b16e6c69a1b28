// SPDX-License-Identifier: GPL-3.0-or-later
// Connections of other programs, which come from anywhere. What is read can be connected to.
#include "core/mqtt/brokerimport.h"
#include "core/mqtt/brokeraddress.h"

#include <cstdint>
#include <cstdlib>

using namespace Portolan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray file(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const auto source = Mqtt::importBrokers(file);
    if (!source)
        return 0;
    for (const Profile &profile : source->profiles) {
        if (profile.name.isEmpty() || !Mqtt::brokerTarget(profile.address))
            std::abort();
    }
    (void)chosen(planImport(*source, {}), {});
    return 0;
}
