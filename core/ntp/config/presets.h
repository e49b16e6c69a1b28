// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/serveraddress.h"

#include <QList>
#include <QString>

namespace Portolan::Ntp {

// Public servers that a person may want to compare with. Constant; any thread. Nothing here is ever
// asked before a person chooses it. Only servers whose operator offers them to everybody are named.
struct ServerPreset
{
    enum class Group : std::uint8_t { Korea, Pool, Institute, Company };

    Group group = Group::Institute;
    ServerTarget target;
    QString operatedBy; // in the current language
    bool smears = false;
};

[[nodiscard]] QList<ServerPreset> serverPresets();
[[nodiscard]] QString groupName(ServerPreset::Group group); // for a person

} // namespace Portolan::Ntp
