// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of PuTTY, which come from anywhere. What is read can be stored and connected to.
#include "core/ssh/config/puttyimport.h"

#include <cstdint>
#include <cstdlib>

using namespace Portolan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    const auto check = [](const ImportSource &source) {
        for (const Profile &profile : source.profiles) {
            if (profile.name.isEmpty() || profile.address.host.isEmpty())
                std::abort();
        }
        (void)chosen(planImport(source, {}), {});
    };
    if (const auto source = Ssh::puttyRegistry(text))
        check(*source);
    check(Ssh::puttySessions({{text.left(20), text}}));
    return 0;
}
