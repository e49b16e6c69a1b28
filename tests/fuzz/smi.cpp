// SPDX-License-Identifier: GPL-3.0-or-later
// Files that somebody calls MIBs. Whatever they hold, there is a tree whose rows name only rows
// that exist, whose nodes lead to themselves, and every complaint has a sentence.
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/smi/search.h"

#include <cstdint>
#include <cstdlib>

using namespace Portolan::Snmp::Smi;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string text(reinterpret_cast<const char *>(bytes), size);
    // Two files of one text, the second in another folder: duplicates are decided too.
    const auto snapshot = loadTexts({{"one", text}, {"two", text}});
    constexpr std::uint32_t kLooked = 500;
    for (std::uint32_t i = 1; i < std::min(snapshot->nodeCount(), kLooked); ++i) {
        const Node node = snapshot->node(i);
        const Portolan::Snmp::Oid oid = node.oid();
        check(snapshot->find(oid) == node && node.endOfSubtree() > i);
        check(node.parent().child(node.rowInParent()) == node);
        check(!snapshot->nameOf(oid).isEmpty());
    }
    for (std::uint32_t i = 0; i < std::min(snapshot->definitionCount(), kLooked); ++i) {
        const Definition definition = snapshot->definition(i);
        if (!definition.node())
            continue;
        check(bool(snapshot->definition(definition.qualifiedName())) ||
              definition.qualifiedName().contains(QChar::ReplacementCharacter));
        (void)definition.type().text();
        (void)definition.index();
        (void)definition.columns();
        (void)definition.objects();
        (void)definition.table();
    }
    for (const Module &module : snapshot->modules())
        for (const Diagnostic &each : module.diagnostics())
            check(!diagnosticText(each.id, each.arguments).isEmpty());
    (void)search(*snapshot, u"a b", 10);
    return 0;
}
