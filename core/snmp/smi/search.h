// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/snapshot.h"

#include <QList>

#include <stop_token>

namespace Portolan::Snmp::Smi {

// Finds definitions while a person types: by name, module, OID, units and description, the module's
// own and ours (bundledmibs.h) in every language. All words of the query must be found, in any
// order; ASCII letters' case does not count, and one or two letters are not looked for in
// descriptions. An OID ("1.3.6.1.2.1.2") finds what it names and what is below. Any thread; 100,000
// definitions within one frame or two.
struct SearchHit
{
    enum class Field : std::uint8_t { Name, Oid, Units, Module, Description };

    Definition definition;
    Field field = Field::Name; // the least of those in which a word was found
    int score = 0;             // higher is better; within one query only
};

struct SearchResult
{
    QList<SearchHit> hits; // best first
    int found = 0;         // all that there are
};

// At most `most` hits; fewer and incomplete where `stop` was requested.
[[nodiscard]] SearchResult search(const Snapshot &snapshot, QStringView query, int most = 500,
                                  const std::stop_token &stop = {});

} // namespace Portolan::Snmp::Smi
