// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/detour.h"

#include "core/net/via.h"
#include "ui/panel/panelcontext.h"

namespace Portolan::Ui {

Result<std::unique_ptr<Detour>> takeDetour(const PanelContext &context, Address &address,
                                           const QString &profile, QWidget *panel)
{
    auto split = Net::splitVia(address);
    if (!split)
        return tl::unexpected(std::move(split.error()));
    address = std::move(split->address);
    QString via = split->via;
    if (via.isEmpty() && !profile.isEmpty()) {
        // Not straight past a host that is to be on the way.
        if (!context.profiles.isLoaded())
            return failure(Error::Kind::Local,
                           Detour::tr("The profiles are still being read, so the way is not "
                                      "known yet."));
        const auto found = context.profiles.profile(profile);
        via = found ? found->via : QString();
    }
    if (via.isEmpty())
        return std::unique_ptr<Detour>();
    return context.service<Detours>()->find(via, panel);
}

} // namespace Portolan::Ui
