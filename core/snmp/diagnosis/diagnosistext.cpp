// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/diagnosis/diagnosis.h"

#include "core/base/sentence.h"
#include "core/snmp/words.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Snmp {

namespace {

struct Words
{
    const char *id; // behind "snmp."
    const char *title;
    const char *advice;
};

constexpr Words kWords[] = {
    {"fine",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Everything that was looked at at %1 is in order."), ""},
    {"usage", QT_TRANSLATE_NOOP("Portolan::Snmp", "This credential cannot be sent at all: %1"),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Passwords of SNMPv3 have at least 8 characters.")},
    {"unreachable", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 cannot be reached: %2"),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Check the name, the address and the network.")},
    {"closed", QT_TRANSLATE_NOOP("Portolan::Snmp", "Nothing listens for SNMP at %1, port %2."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The machine itself answers that the port is closed. Start the agent, or "
                       "check the port: 161 is the usual one.")},
    {"elsewhere", "%1",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The device answers from another of its addresses, as routers with several interfaces do. "
         "Ask it at that address, or set the source address of its agent.")},
    {"not_snmp",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "What answers at %1 does not speak SNMP, or its answers are damaged."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Check the port, and whether something on the way changes the packets.")},
    {"silence",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 does not answer on port %2, in no version."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "A wrong community and a filter look alike: in both cases nothing comes back. Tried as "
         "well, without an answer: the other version, SNMPv3, and the usual communities. Check the "
         "community, the list of addresses that the agent allows, and the firewalls on the way; a "
         "ping tells whether the device is there at all.")},
    {"silence.v3", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 does not answer SNMPv3 on port %2."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The first question of SNMPv3 needs neither a user nor a password, so they "
                       "are not the reason. Either the agent does not speak SNMPv3, or a filter or "
                       "a list of allowed addresses keeps it silent. Versions 1 and 2c with the "
                       "community public brought nothing either.")},
    {"silence.after_discovery",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "%1 tells its engine ID, and says nothing to requests of the user “%2”."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "So it is reachable and speaks SNMPv3. Agents should say what is wrong with a user; this "
         "one keeps it to itself. Check the user, both passwords and protocols, the context, and "
         "how much the device can do: slow ones need a longer time limit for encrypted requests.")},
    {"community.wrong",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent at %1 is there, and does not accept this community."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "It answers SNMPv3 on the same port, so no filter is in between. The community is wrong, "
         "versions 1 and 2c are switched off, or the agent does not take it from this address.")},
    {"community.wrong_usual_works",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "This community is wrong: with “%1” the same agent answers."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Correct the community. One that everybody knows should not work at all.")},
    {"version.other",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The agent does not answer version %1; with the same community it answers version %2."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Set the version of this connection to the one that works.")},
    {"version.no_v3",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 does not speak SNMPv3; it answers version %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Switch SNMPv3 on at the device, or use the version that works, in the clear.")},
    {"version.no_usm",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 does not take SNMPv3 with users and passwords."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "It may want another security model, such as one over TLS or SSH.")},
    {"refused",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent accepts who we are, and refuses the request: %1"),
     ""},
    {"user.unknown", QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent does not know the user “%1”."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Upper and lower case count. On some devices a user that belongs to no group counts as "
         "unknown; on others users vanish when the engine ID changes.")},
    {"auth.wrong",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The authentication password of the user “%1” is wrong."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent knows the user and has tried %2 with this password; the same "
                       "password with every other protocol is wrong too. Where the engine ID of "
                       "the device was changed, all its passwords must be set again.")},
    {"auth.protocol",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The authentication protocol of the user “%1” is not %2: "
                                         "with %3 the same password is right."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Set the authentication protocol to %3.")},
    {"auth.swapped",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The two passwords of the user “%1” are exchanged, or both are the one for privacy."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "As authentication password the agent accepts what was given for privacy.")},
    {"priv.wrong",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The privacy password of the user “%1” is wrong."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The authentication is right: the agent accepts the user without encryption keys. What is "
         "encrypted with %2 it cannot read, and neither with any other protocol and the same "
         "password, also not in the variant of Cisco and others (AES-192-C, AES-256-C).")},
    {"priv.protocol",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The privacy protocol of the user “%1” is not %2: with %3 the same password is right."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Set the privacy protocol to %3. Names that end in C make the longer key as "
                       "Cisco and others do; devices call both AES-192 or AES-256.")},
    {"priv.same",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The privacy password of the user “%1” is the authentication password."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "With it for both the agent accepts the user. Set it for both.")},
    {"level.unsupported",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The user “%1” cannot use the level %2; at the agent it has %3."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The user was made without the password that this level needs. Make it anew "
                       "with both passwords, or use its own level.")},
    {"level.none",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The user “%1” cannot use the level %2, nor any below it."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Look at how the user is made at the device.")},
    {"level.low",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The level %2 is not enough for the user “%1”: the agent wants %3."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Set the level of this connection to %3.")},
    {"level.low_or_access",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent knows the user “%1” and grants it nothing at the level %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Most often it wants authentication and privacy: give the passwords and try again. If "
         "that changes nothing, the user belongs to no group with access.")},
    {"access.none",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The credential is right, and the agent grants it nothing: %1"),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The user or community belongs to no group, or its group has no access. "
                       "Look at the groups and views of the device.")},
    {"context.unknown",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent has no context “%1”, or does not tell of it."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The same user is answered without a context. Check the "
                                         "name; upper and lower case count.")},
    {"context.access",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The user may not use the context “%1”."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Without it the agent grants the request. Groups need access for each context.")},
    {"context.engine",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Nothing at the agent answers for the context engine ID %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Without it the agent answers. It is needed only to ask one agent through another.")},
    {"engine.refused",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent does not accept the engine ID that it gave itself."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Two devices may answer at this address, behind a load balancer for example.")},
    {"engine.clock",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The engine clock of %1 does not agree with itself."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "It refuses messages with the time that it has just told. Two devices with one address or "
         "one engine ID do so, and agents that lost their boot counter. Restart the agent.")},
    {"engine.latched",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The boot counter of %1 has reached its end."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The engine refuses authentic messages until it is set up anew with another engine ID.")},
    {"engine.duplicate",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Another device has the same engine ID: %1"),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Devices that were cloned share it, and their clocks poison one another: requests fail "
         "now and then. Set another engine ID at one of them, then its users anew.")},
    {"engine.shared", QT_TRANSLATE_NOOP("Portolan::Snmp", "The same engine ID answers at %1 too."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "One device with two addresses, most likely: the clocks agree.")},
    {"engine.changed",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The engine ID has changed, from %1 to %2."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Another device answers at this address, or it was set up anew. Its users "
                       "and trap receivers are tied to the engine ID.")},
    {"login.community",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent answers this community with version %1."), ""},
    {"login.user_only",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent answers the user “%1” without any password."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Nothing was proven: neither who asks nor who answers.")},
    {"login.ok",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent accepts the user “%1” with %2, %3."), ""},
    {"prefix.outside",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 is outside the networks where agents should be: %2"),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "An agent that answers there may be forgotten, or "
                                         "reachable from where it should not be.")},
    {"view.no_system",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "This credential does not see the system group."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Its view begins elsewhere; what it sees is reached by a walk.")},
    {"view.nothing",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent lets this credential in, and shows it nothing at all."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Its view is empty, or names no subtree that the agent has.")},
    {"view.unknown",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent answers, without the system group, and whether "
                                         "it shows anything else was not found out."),
     ""},
    {"object.there", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 is there."), ""},
    {"object.denied", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 is not granted to this credential."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The view of its group must include it.")},
    {"object.failed", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 could not be read: %2"), ""},
    {"object.hidden",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The view “%2” of this user does not include %1."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "That is why a GET says that there is no such object, and "
                                         "a walk skips it. Include the subtree in the view.")},
    {"object.instance",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 itself is no instance; below it there is %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Ask for the instance: single objects end in .0, cells of a table in their index.")},
    {"object.absent", QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent does not have %1."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The view of this user includes it, so it is not hidden.")},
    {"object.absent_or_hidden",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 is not shown to this credential."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "An object that the agent does not have and one that a view hides look alike. Ask with a "
         "credential that sees everything, or look at the views of the device.")},
    {"write.yes", QT_TRANSLATE_NOOP("Portolan::Snmp", "This credential may write."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "sysContact was written with the value that it had. In "
                                         "the clear, whoever listens can write too.")},
    {"write.no", QT_TRANSLATE_NOOP("Portolan::Snmp", "This credential may only read."), ""},
    {"write.unclear",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Whether this credential may write was not found out: %1"),
     ""},
    {"write.vacm_yes",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The user “%1” may write what the view “%2” includes."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent's own tables say so; nothing was written.")},
    {"write.vacm_no", QT_TRANSLATE_NOOP("Portolan::Snmp", "The user “%1” may only read."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent's own tables say so; nothing was written.")},
    {"community.usual_writes",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Anybody may write here: the community “%1” is known to everybody."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Change it, or let it only read.")},
    {"community.usual",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent answers a community that everybody knows: %1"),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Change it, and allow only the addresses of managers.")},
    {"clear",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Version %1 sends the community and all values in the clear."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Where the device can, use SNMPv3 with authPriv.")},
    {"clear_v3",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Version %1 sends the community and all values in the "
                                         "clear, and this agent speaks SNMPv3."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Make a user with authPriv at the device and use it.")},
    {"level.no_auth", QT_TRANSLATE_NOOP("Portolan::Snmp", "The user “%1” needs no password."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Give it one, and access at authPriv only.")},
    {"level.no_priv",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "What the user “%1” asks and gets is signed, and can be read on the way."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Use authPriv where values are confidential.")},
    {"level.open",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The user “%1” is also answered without any password."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Whoever knows the name sees the same. Let its group have access at authPriv only.")},
    {"weak.auth", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 is a weak digest."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Use SHA-256 or better where the device can.")},
    {"weak.priv", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 is a weak cipher."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Use AES-128 or better where the device can.")},
    {"bulk.v2c_works",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent speaks version 2c with the same community."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "It has GETBULK, with which walks take a fraction of the time, and counters of 64 bits.")},
    {"bulk.unsupported",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent answers GETNEXT, and not GETBULK."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Walks ask for one object at a time then. Set the option "
                                         "for bulk requests to off, so that none waits in vain.")},
    {"bulk.unclear",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "GETBULK was not answered, and GETNEXT was not either."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent may have stopped answering meanwhile.")},
    {"bulk.too_big",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "%1 rows at a time are too big for the agent; %2 went through."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Walks find the right number by themselves. Other programs should not ask for more.")},
    {"bulk.short",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent gives %1 rows at a time at most, asked for %2."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "More repetitions bring nothing.")},
    {"bulk.unused",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent stands GETBULK, and this connection does not use it."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "With bulk requests a walk takes a fraction of the time.")},
    {"slow.agent", QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent takes %1 ms for an answer."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Poll it less often, and ask for several objects in one request.")},
    {"slow.table", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 is slow: %2 ms a row."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Poll this table less often than others, or only the columns that are needed.")},
    {"load.lost",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Of %2 requests at once %1 were lost; one after the other they are answered."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent cannot keep up with bursts. Spread the polls over the interval, "
                       "and lower the number of requests in flight.")},
    {"lost",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "%1 of %2 messages were not answered and had to be sent again."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The way loses packets, or the agent is busy. Spread the polls over the interval.")},
    {"wrong_id",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 answers had a number that was never asked."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "They were not believed. The agent mixes requests up, or "
                                         "somebody sends answers in its name.")},
    {"malformed", QT_TRANSLATE_NOOP("Portolan::Snmp", "%1 answers were damaged or not SNMP."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "They were not believed. Something on the way may change packets, or cut them.")},
    {"elsewhere.some",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Some answers came from another address: %1"),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "They were not believed.")},
    {"walk.ok",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "A walk brought %1 objects in %2 ms, %3 a request."), ""},
    {"walk.loop", "%1",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "A walk without a guard would never end here. Ask the vendor for newer "
                       "firmware; until then leave this subtree out.")},
    {"walk.empty", "%1",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "The agent answers GETBULK without rows. Set the option for bulk requests to off.")},
    {"walk.gen_err",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "One object cannot be read: the agent fails without saying why (%1)."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Walks of other programs end there. The log of the device may say more.")},
    {"walk.failed", QT_TRANSLATE_NOOP("Portolan::Snmp", "A walk did not come to its end: %1"), ""},
    {"walk.too_big",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "%1 answers would have been too big for the agent; the walk went down to %2 rows."),
     ""},
    {"counters.reset",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The counter %1 went back, from %2 to %3, without a restart."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Rates over this moment are wrong. Clearing counters by hand does so, and "
                       "cards that restart; ifCounterDiscontinuityTime tells when.")},
    {"counters.narrow",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "%1 interfaces of 1 Gbit/s or more have counters of 32 bits only."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "They wrap in 34 seconds at full load. Poll more often than that, or ask "
                       "with version 2c or 3 for ifHCInOctets.")},
    {"counters.communities",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "%1 requests with a wrong community have come since the agent started."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Somebody is guessing, or a poller has an old community. This diagnosis counts too.")},
    {"counters.digests",
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "%1 messages with a wrong authentication password have come since the agent started."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "Somebody is guessing, or a poller has an old password. This diagnosis counts too.")},
    {"counters.drops",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent has dropped %1 requests whose answer was too big."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Some program asks for too much at once.")},
    {"restart.now",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent restarted during this diagnosis."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Counters begin anew, and requests fail meanwhile. If it happens again, see "
                       "what makes it crash: often one table.")},
    {"restart.recent", QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent started %1 ago."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Counters began anew then.")},
    {"clock.stands",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent's uptime moved by %1 ms in %2 ms."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Rates that are made with it are wrong.")},
    {"clock.ahead",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The clock of the device is %1 seconds ahead."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Its traps and log entries carry wrong times. Give it an NTP server.")},
    {"clock.behind",
     QT_TRANSLATE_NOOP("Portolan::Snmp", "The clock of the device is %1 seconds behind."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Its traps and log entries carry wrong times. Give it an NTP server.")},
    {"traps.to", QT_TRANSLATE_NOOP("Portolan::Snmp", "The agent sends notifications to %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Snmp",
         "If none arrive there: check the port, the community or user of the receiver, and, for "
         "traps of SNMPv3, that the receiver knows the engine ID of this agent.")},
    {"traps.auth_off",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "The agent sends no trap when a request has a wrong community."),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Attempts to guess it go unnoticed.")},
    {"vacm.shown",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "This credential can read who may see what: %1 users and communities."),
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "Each line is a user or community, its group, and the views it has. Whoever "
                       "has this credential knows them all.")},
    {"vacm.clear_writers",
     QT_TRANSLATE_NOOP("Portolan::Snmp",
                       "With versions 1 and 2c, in the clear, these may write: %1"),
     QT_TRANSLATE_NOOP("Portolan::Snmp", "Whoever listens on the way can write as well. Let them "
                                         "only read, and write with SNMPv3.")},
};

} // namespace

FindingText textOf(const Finding &finding)
{
    const QString id = finding.id.mid(static_cast<qsizetype>(sizeof("snmp.")) - 1);
    const auto *const words =
        std::find_if(std::begin(kWords), std::end(kWords),
                     [&](const Words &each) { return id == QLatin1String(each.id); });
    if (words == std::end(kWords))
        return {finding.id, {}};
    const auto filled = [&](const char *text) {
        return *text == '\0' ? QString() : fillIn(tr(text), finding.arguments);
    };
    return {filled(words->title), filled(words->advice)};
}

} // namespace Portolan::Snmp
