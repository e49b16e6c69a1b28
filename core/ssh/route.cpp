// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/route.h"

#include "core/ssh/config/localuser.h"

namespace Portolan::Ssh {

namespace {

// The hops of the address itself come behind those that lead to them.
void append(std::vector<Jump> &way, const SshAddress &place)
{
    for (const Jump &jump : place.options.jumps)
        way.push_back(jump);
    Jump last{place.target, place.options};
    last.options.jumps.clear();
    way.push_back(std::move(last));
}

Login loginAt(const Target &target)
{
    return {.target = target, .profile = {}, .secretKey = {}, .keyFile = {}};
}

} // namespace

bool Login::asks(const AuthQuestion &question) const
{
    const QString host =
        target.port == 22 ? target.host
                          : QString(target.host + QLatin1Char(':') + QString::number(target.port));
    return question.host == host && (target.user.isEmpty() || question.user == target.user);
}

Result<Route> routeTo(const Address &address, const QString &profile, const ProfileSet &profiles,
                      const Options &defaults)
{
    QList<Hop> hops{{.profile = {}, .address = address, .keyFile = {}, .secretKey = {}}};
    if (!profile.isEmpty() && profiles.profile(profile)) {
        auto found = profiles.route(profile);
        if (!found)
            return tl::unexpected(found.error());
        hops = *found;
        // What is opened may differ from what is stored, in everything but who one is.
        const QString user = hops.last().address.user;
        hops.last().address = address;
        if (address.user.isEmpty())
            hops.last().address.user = user;
    }
    Route route;
    std::vector<Jump> way;
    for (const Hop &hop : std::as_const(hops)) {
        auto place = sshAddress(hop.address, defaults);
        if (!place)
            return tl::unexpected(place.error());
        const QString keyFile = withHome(hop.keyFile);
        if (!keyFile.isEmpty() && place->options.identityFiles.isEmpty()) {
            place->options.identityFiles = {keyFile};
            place->options.identitiesOnly = true;
        }
        for (const Jump &jump : place->options.jumps)
            route.logins.push_back(loginAt(jump.target));
        Login login = loginAt(place->target);
        login.profile = hop.profile;
        login.secretKey = hop.secretKey;
        login.keyFile = keyFile;
        route.logins.push_back(std::move(login));
        if (&hop != &hops.constLast()) {
            append(way, *place);
            continue;
        }
        way.insert(way.end(), place->options.jumps.begin(), place->options.jumps.end());
        place->options.jumps = std::move(way);
        route.address = std::move(*place);
    }
    if (const auto checked = checkChain(route.address.target, route.address.options); !checked)
        return tl::unexpected(checked.error());
    return route;
}

} // namespace Portolan::Ssh
