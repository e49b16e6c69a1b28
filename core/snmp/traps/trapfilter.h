// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/finding.h"
#include "core/snmp/smi/snapshot.h"
#include "core/snmp/traps/trap.h"

#include <QHostAddress>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace Portolan::Snmp {

// What a person types to find notifications: words, all of which must be found, in any order.
// Plain value, any thread. A word is searched for in the notification's name, the sender, the user
// and all varbinds; case does not count, and "two words" in quotes are one. With a field's name
// before it, it is that field's:
//   from:10.0.0.7 from:10.1.0.0/16   oid:1.3.6.1.4.1.9 oid:ciscoConfigManEvent (that or below)
//   name:link   user:ops   version:2c   type:inform   reason:wrongDigest   engine:8000
// A minus before a word means that it must not be there: -linkUp, -from:10.0.0.7.
class TrapFilter
{
public:
    // Usage where a field's value makes no sense. Names of OIDs are looked up now.
    [[nodiscard]] static Result<TrapFilter> parse(const Smi::Snapshot &snapshot,
                                                  const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] bool matches(const Smi::Snapshot &snapshot, const Trap &trap) const;

private:
    enum class Field { Any, Name, From, User, Version, Type, Reason, Oid, Engine };
    struct Term
    {
        Field field = Field::Any;
        bool negated = false;
        QString text = {};
        std::pair<QHostAddress, int> net = {};
        Oid oid = {};
    };
    [[nodiscard]] static bool fits(const Term &term, const Smi::Snapshot &snapshot,
                                   const Trap &trap);

    std::vector<Term> m_terms;
};

} // namespace Portolan::Snmp
