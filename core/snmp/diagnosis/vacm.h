// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/security.h"
#include "core/snmp/varbind.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Portolan::Snmp {

// Who may see and write what at an agent: its view-based access control, where it lets it be read.
// Plain values, any thread; strings are an agent's own words. Read from the rows of three tables,
// of which any may be missing; rows that are not as they should be are left out.
// Source: RFC 3415.
struct Vacm
{
    struct Group // vacmSecurityToGroupTable
    {
        quint32 model = 0; // 1, 2: SNMPv1, SNMPv2c; 3: USM
        QByteArray user = {};
        QByteArray group = {};
    };
    struct Access // vacmAccessTable
    {
        QByteArray group = {};
        QByteArray context = {};
        bool isPrefix = false; // of the context
        quint32 model = 0;     // 0: any
        quint32 level = 1;     // 1 noAuthNoPriv, 2 authNoPriv, 3 authPriv
        QByteArray read = {};
        QByteArray write = {};
        QByteArray notify = {};
    };
    struct Family // vacmViewTreeFamilyTable
    {
        QByteArray view = {};
        Oid subtree = {};
        QByteArray mask = {};
        bool isIncluded = true;
    };
    QList<Group> groups = {};
    QList<Access> access = {};
    QList<Family> families = {};

    [[nodiscard]] static Oid root(); // of the subtree that has the three tables
    void take(const Varbinds &rows); // in any order and any pieces; see finish()
    void finish();
    [[nodiscard]] bool isEmpty() const { return groups.isEmpty() && access.isEmpty(); }

    [[nodiscard]] std::optional<QByteArray> groupOf(quint32 model, const QByteArray &user) const;
    // What applies, RFC 3415, section 4: the closest of those that allow this level.
    [[nodiscard]] std::optional<Access> accessOf(const QByteArray &group, const QByteArray &context,
                                                 quint32 model, Level level) const;
    [[nodiscard]] bool includes(const QByteArray &view, const Oid &oid) const;
    // "usm operator → g-operator → read all, write all": one line for each user, at most `most`.
    [[nodiscard]] QStringList lines(int most) const;

private:
    Varbinds m_rows;
};

[[nodiscard]] quint32 securityModel(Version version); // RFC 3411: 1, 2 and 3

} // namespace Portolan::Snmp
