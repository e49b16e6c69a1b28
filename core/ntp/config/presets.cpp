// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/config/presets.h"

#include "core/ntp/words.h"

namespace Portolan::Ntp {

namespace {

using Group = ServerPreset::Group;

struct Row
{
    Group group;
    const char *host;
    const char *operatedBy;
    bool nts;
    bool smears;
    int sources;
};

// NTS as the operators themselves announce it: Cloudflare, PTB, Netnod, SIDN Labs. Smearing
// likewise: Google, Amazon and Meta say that they do.
constexpr Row kRows[] = {
    {Group::Korea, "time.kriss.re.kr",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "KRISS, the national standard time of Korea"), false, false,
     1},
    {Group::Korea, "time2.kriss.re.kr",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "KRISS, the national standard time of Korea"), false, false,
     1},
    {Group::Korea, "time.bora.net", QT_TRANSLATE_NOOP("Portolan::Ntp", "LG U+"), false, false, 1},
    {Group::Pool, "kr.pool.ntp.org",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "NTP Pool, volunteers in Korea"), false, false, 4},
    {Group::Pool, "pool.ntp.org", QT_TRANSLATE_NOOP("Portolan::Ntp", "NTP Pool, volunteers nearby"),
     false, false, 4},
    {Group::Institute, "ptbtime1.ptb.de",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "PTB, the legal time of Germany"), true, false, 1},
    {Group::Institute, "ptbtime2.ptb.de",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "PTB, the legal time of Germany"), true, false, 1},
    {Group::Institute, "nts.netnod.se",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Netnod, the national time of Sweden"), true, false, 1},
    {Group::Institute, "ntppool1.time.nl",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "TimeNL, SIDN Labs in the Netherlands"), true, false, 1},
    {Group::Institute, "ntp.nict.jp",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "NICT, the standard time of Japan"), false, false, 1},
    {Group::Institute, "time.nist.gov",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "NIST, the standard time of the USA"), false, false, 1},
    {Group::Company, "time.cloudflare.com", "Cloudflare", true, false, 1},
    {Group::Company, "time.google.com", "Google", false, true, 1},
    {Group::Company, "time.aws.com", "Amazon", false, true, 1},
    {Group::Company, "time.facebook.com", "Meta", false, true, 1},
};

} // namespace

QList<ServerPreset> serverPresets()
{
    QList<ServerPreset> presets;
    for (const Row &row : kRows) {
        ServerPreset preset{row.group, {}, tr(row.operatedBy), row.smears};
        preset.target.host = QString::fromLatin1(row.host);
        preset.target.nts = row.nts;
        preset.target.sources = row.sources;
        presets.append(preset);
    }
    return presets;
}

QString groupName(Group group)
{
    switch (group) {
    case Group::Korea:
        return tr("Korea");
    case Group::Pool:
        return tr("Pools");
    case Group::Institute:
        return tr("Institutes of time");
    case Group::Company:
        return tr("Companies");
    }
    return {};
}

} // namespace Portolan::Ntp
