// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger says before encryption: packets, then the offer in them, then its judgement. An
// offer that is understood is the same after a round trip, and every finding has its words.
#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/diagnosis/kexinit.h"
#include "core/ssh/engine/agentlink.h"
#include "core/ssh/wire.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace Portolan;
using namespace Portolan::Ssh;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(bytes), size);
    (void)AgentLink::parseIdentities(rest);
    while (!rest.empty()) {
        const auto packet = parsePlainPacket(rest);
        if (!packet || !*packet)
            break;
        rest.remove_prefix(static_cast<std::size_t>((*packet)->size));
        const auto offer = parseKexInit(viewOf((*packet)->payload));
        if (!offer)
            continue;
        const auto again = parseKexInit(viewOf(encodeKexInit(*offer)));
        if (!again || !(*again == *offer))
            std::abort();
        AuditFacts facts;
        facts.server = *offer;
        facts.own = *offer;
        for (const Finding &finding : judge(facts)) {
            if (textOf(finding).title == finding.id)
                std::abort();
        }
    }
    return 0;
}
