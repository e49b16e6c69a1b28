// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/smear.h"

#include "core/ntp/refid.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Ntp {

namespace {

// What the operators say: developers.google.com/time/smear, docs.aws.amazon.com (Amazon Time Sync
// Service: 169.254.169.123, fd00:ec2::123, time.aws.com), engineering.fb.com (time.facebook.com).
constexpr const char *kSmearing[] = {
    "time.google.com",    "time1.google.com",   "time2.google.com",   "time3.google.com",
    "time4.google.com",   "time.android.com",   "time.aws.com",       "169.254.169.123",
    "fd00:ec2::123",      "time.facebook.com",  "time1.facebook.com", "time2.facebook.com",
    "time3.facebook.com", "time4.facebook.com", "time5.facebook.com",
};

} // namespace

bool isKnownToSmear(const QString &host)
{
    QString name = host.toLower();
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return std::any_of(std::begin(kSmearing), std::end(kSmearing),
                       [&name](const char *each) { return name == QLatin1String(each); });
}

SmearSign smearSign(const QString &host, const Sample &sample)
{
    if (reference(sample.refid, sample.stratum).kind == Reference::Kind::Smear)
        return SmearSign::Refid;
    return isKnownToSmear(host) ? SmearSign::Name : SmearSign::None;
}

} // namespace Portolan::Ntp
