// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <vector>

namespace Portolan::Snmp {

// One place where an agent may be.
struct ScanPlace
{
    QHostAddress address;
    quint16 port = 161;

    [[nodiscard]] QString text() const; // "10.0.0.1", "10.0.0.1:1161", "[fd00::1]:1161"
    friend bool operator==(const ScanPlace &, const ScanPlace &) = default;
};

// The addresses that a person means. Pure, any thread. Items stand in one text or several, with
// commas or blanks between them:
//     10.0.0.7   10.0.0.0/24   10.0.0.0/255.255.255.0   10.0.0.1-50   10.0.0-3.1-254   10.0.*.1
//     10.0.0.9-10.0.1.20   fd00::1   fd00::/120   fd00::1-fd00::40
// each with ":PORT" behind it where it differs (IPv6 in brackets then). The addresses of an IPv4
// network itself and of its broadcast are left out, unless they are asked for one by one. What one
// begins with "!" is left out, as what `excluded` names. Names of machines are not looked up.
// Every error is a Usage error that says what is wrong, and how many addresses too many are.
class ScanRange
{
public:
    static constexpr quint64 kMost = 65'536; // a network of 16 bits

    ScanRange() = default;
    [[nodiscard]] static Result<ScanRange> parse(const QStringList &included,
                                                 const QStringList &excluded = {},
                                                 quint16 port = 161, quint64 most = kMost);

    // In order of the text, each once.
    [[nodiscard]] const std::vector<ScanPlace> &places() const { return m_places; }
    [[nodiscard]] quint64 excluded() const { return m_excluded; } // that were left out

private:
    std::vector<ScanPlace> m_places;
    quint64 m_excluded = 0;
};

} // namespace Portolan::Snmp
