// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/sample.h"

#include <algorithm>

namespace Portolan::Ntp {

Sample measure(Instant t1, Instant t2, Instant t3, Instant t4, const Header &reply,
               int localPrecision)
{
    Sample sample;
    sample.at = t4;
    sample.t1 = t1;
    sample.t2 = t2;
    sample.t3 = t3;
    sample.t4 = t4;
    // Differences first: sums of instants would not fit.
    sample.offset = (between(t2, t1) + between(t3, t4)) / 2;
    const Seconds ourTime = between(t4, t1);
    sample.serverTime = between(t3, t2);
    const Seconds ours = powerOfTwo(localPrecision);
    // RFC 5905, section 8: a delay below the precision of our clock says nothing.
    sample.delay = std::max(ourTime - sample.serverTime, ours);
    sample.dispersion =
        powerOfTwo(reply.precision) + ours + kFrequencyTolerance * std::max(ourTime, Seconds(0));
    // A server that had the packet for longer than it was away has stepped its clock meanwhile, or
    // its stamps are coarse: the offset is no better than that.
    sample.dispersion += std::max(sample.serverTime - ourTime, Seconds(0));
    sample.rootDelay = fromShort(reply.rootDelay);
    sample.rootDispersion = fromShort(reply.rootDispersion);
    sample.leap = reply.leap;
    sample.stratum = reply.stratum;
    sample.precision = reply.precision;
    sample.poll = reply.poll;
    sample.refid = reply.refid;
    sample.version = reply.version;
    return sample;
}

} // namespace Portolan::Ntp
