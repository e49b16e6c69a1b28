// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sentence.h"
#include "core/ntp/diagnosis/judge.h"
#include "core/ntp/host/hostfindings.h"
#include "core/ntp/words.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Ntp {

namespace {

struct Words
{
    const char *id; // behind "ntp."
    const char *title;
    const char *advice;
};

constexpr Words kWords[] = {
    {"fine",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 servers agree, and nothing is amiss: offset %2."), ""},
    {"fine_alone",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The server answers as it should: offset %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Nobody checks it: three more servers would show whether it is right.")},
    {"nothing", QT_TRANSLATE_NOOP("Portolan::Ntp", "There is no server to ask."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Add at least four, of different operators.")},
    {"not_measured", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 has not been measured yet."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The keys or the first answer are still under way. Explain again in a moment.")},
    {"lookup.pending",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The name of %1 is still being looked up."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "A name server that takes so long answers badly or not at all.")},
    {"lookup.failed",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The name “%1” leads to no address that can be asked."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Check how it is written, the name server of this "
                                        "computer, and the address family that was asked for.")},
    {"refused.port",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Nothing listens at %1: UDP port %2 is closed."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Start its NTP server and let it serve others (chrony: “allow”), or check the "
         "address and the port. The machine itself, or a firewall in front of it, "
         "says that the port is closed.")},
    {"refused.host", QT_TRANSLATE_NOOP("Portolan::Ntp", "A router says that %1 cannot be reached."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The machine is switched off, has another address, or is not in that network any more.")},
    {"refused.network", QT_TRANSLATE_NOOP("Portolan::Ntp", "There is no way from here to %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This computer or a router has no route. For an IPv6 "
                                        "address: does this network have IPv6 at all?")},
    {"refused.prohibited", QT_TRANSLATE_NOOP("Portolan::Ntp", "Packets to %1 are forbidden."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "A firewall of this computer or of a router forbids UDP to "
                                        "port %2, and says so. Allow it there.")},
    {"refused.other", QT_TRANSLATE_NOOP("Portolan::Ntp", "The network refuses packets to %1: %3"),
     ""},
    {"silent.everywhere",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "None of %1 servers answers, in different places: NTP does not get out of this network."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "UDP to port 123 is blocked near this computer, most likely by a firewall, "
                       "or its answers are. Ask for it to be opened, or use the time server that "
                       "the network itself offers (DHCP option 42).")},
    {"silent.unknown",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 does not answer on port %2, and nothing else tells why."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "A wrong address, a machine that is off, a blocked UDP port and a server that keeps "
         "silent to strangers look alike from here. What would tell them apart: a server elsewhere "
         "that answers (then this network lets NTP pass), the same question from another network, "
         "and the configuration of the server (chrony: “allow”).")},
    {"silent.filtered",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 is there, and does not answer NTP on port %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Allow UDP to this port in the firewalls on the way and at the machine, and let its NTP "
         "server serve this address (chrony: “allow”; ntpd: “restrict”). It answers other packets, "
         "so the address is right and the machine is on.")},
    {"silent.wrong_port",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answers on port 123, and not on port %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Ask it on port 123.")},
    {"silent.nts_dropped",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answers plain packets, and none with NTS."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Packets of NTS are longer than 48 bytes. Some providers drop long NTP packets on port "
         "123 because of attacks by reflection. Ask the provider, or use a server with another NTP "
         "port, or one in this network. Plain NTP was only tried, never used in place of NTS.")},
    {"silent.key_dropped",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answers without a key, and not with key %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "It does not know this key, knows it differently, or packets longer than 48 "
                       "bytes are dropped on the way. Compare number, algorithm and key at both "
                       "ends. Without the key it was only tried.")},
    {"silent.now_answers",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 did not answer at first, and does now."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It was just started, the network has come back, or it "
                                        "answers only some of what it is asked.")},
    {"silent.version",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 answers version 3 of NTP, and not the version that was asked."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Ask it with version 3, and think about renewing it.")},
    {"silent.source_port",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answers only what comes from port 123."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "A firewall on the way lets NTP pass between two ports 123 only. That is "
                       "outdated: clients should use a random port, which makes forging harder. "
                       "Let it allow UDP from any port to 123.")},
    {"silent.other_address",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "%1 does not answer at this address; another one of the same name does: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Its operator should mend the address or take it out of "
                                        "the name. Until then ask the other one.")},
    {"elsewhere.address",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Answers to what %1 is asked come from another address: %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "A server with several addresses answers from the wrong one (chrony: “bindaddress”), or "
         "an address translation on the way is one-sided. Clients must not take such answers. Ask "
         "it at that address, or mend its configuration.")},
    {"elsewhere.port",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Answers of %1 come from another port: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "An address translation (NAT) or a load balancer on the way changes the "
                       "port of answers, or forgets where they belong. Clients must not take them. "
                       "UDP mappings for port 123 have to be kept for some seconds, both ways.")},
    {"answers.contradict",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 gave two different answers to one question, %2 times."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Two servers answer at one address, or somebody on the way adds answers of their own. The "
         "first one counts. Use NTS or a key, which tell them apart.")},
    {"answers.flood",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 sends far more answers than it is asked for: %2 too many."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "A broken server, a loop in the network, or an attack. None of it was taken.")},
    {"answers.twice", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answers twice, %2 times so far."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Something on the way copies packets: two paths, a mirror "
                                        "port, a wireless bridge. It does no harm.")},
    {"answers.forged",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Among the answers of %1 are some to nothing that was asked: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "They came very late, or somebody sends what looks like answers without "
                       "having seen the questions. They were not taken.")},
    {"answers.forged_only",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "What %1 sends answers nothing that was asked."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The answer must repeat the transmit timestamp of the question. A broken server does not, "
         "and neither does who forges answers without seeing the questions.")},
    {"answers.late",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Answers of %1 come after the time limit of %2 s."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The way there takes very long at times, or the server is overloaded. Wait "
                       "longer, or choose a nearer server: late answers measure badly.")},
    {"lost.after_first",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answered %2 times, and then no more."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Servers and firewalls that limit how often they are asked "
                                        "behave so, without a word. Ask less often.")},
    {"lost.now", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 does not answer any more."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Its last eight polls were in vain. It answered before, so the address is right.")},
    {"lost.some", QT_TRANSLATE_NOOP("Portolan::Ntp", "%2 of %3 questions to %1 were not answered."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Packets are lost on the way, or the server limits how often it answers. "
                       "Look for loss to other hosts on the same way.")},
    {"lost.few", QT_TRANSLATE_NOOP("Portolan::Ntp", "%2 of %3 questions to %1 were not answered."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "A packet now and then gets lost; the filter makes up for it.")},
    {"kiss.rate",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "%1 says that it is asked too often (%2), and wants at least %3 between questions."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "From now on it is asked less often, as it must be. If others in this network ask it as "
         "well, through one address, run a server of your own for all of them.")},
    {"kiss.deny", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 does not want to be asked: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Its access list does not include this address. It is not asked any more. "
                       "Ask its operator, or choose another server.")},
    {"kiss.ntsn",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 does not accept the NTS cookies any more: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "It has forgotten its keys, as after a restart without a stored key. Keys "
                       "are made anew, with growing pauses. If it stays so, the servers for keys "
                       "and for time do not share their secret.")},
    {"kiss.unsynchronised", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 has no time to give: %2 (%3)."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It was started a moment ago, or lost its own sources. "
                                        "Wait some minutes; then look at its daemon.")},
    {"kiss.auth",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 refuses for reasons of authentication: %2 (%3)."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "It wants another key, or Autokey, which is obsolete. Compare the keys, or use NTS.")},
    {"kiss.other",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 sends the kiss code %2 in place of the time."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The code is not registered, or not meant for a client. As "
                                        "long as it comes there is no time from this server.")},
    {"mac.missing", QT_TRANSLATE_NOOP("Portolan::Ntp", "Answers of %1 carry no code of key %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It does not know the key, or somebody strips the code. An "
                                        "answer without it is not taken.")},
    {"mac.crypto_nak",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 could not authenticate the question (crypto-NAK)."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Key %2 is not known there, not trusted, or differs. "
                                        "Compare number, algorithm and key at both ends.")},
    {"mac.other_key",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answers with another key than key %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The numbers of keys at both ends do not fit together.")},
    {"mac.wrong",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The code of key %2 in answers of %1 is wrong."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The key or its algorithm differs at both ends, or somebody changes the "
                       "packets. Such an answer is not taken.")},
    {"mac.impossible",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This computer refuses the algorithm of key %2 for %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Strict settings of its cryptography library forbid MD5 "
                                        "and others. Use AES128 or SHA256.")},
    {"key.weak", QT_TRANSLATE_NOOP("Portolan::Ntp", "The key for %1 uses %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "MD5 does not protect any more, and SHA-1 is on its way out. AES128 "
                       "(AES-CMAC) is what the standard names; NTS needs no shared keys at all.")},
    {"autokey", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 speaks Autokey, which is obsolete."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Autokey was broken in 2012 and is not to be used. Switch it off there, and use NTS.")},
    {"nts.ok", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 gave keys for NTS: %2, %3 cookies."), ""},
    {"nts.failed", QT_TRANSLATE_NOOP("Portolan::Ntp", "There are no keys for %1: %2"), ""},
    {"nts.closed", QT_TRANSLATE_NOOP("Portolan::Ntp", "Nothing hands out NTS keys at %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "NTS begins with TLS over TCP, usually on port 4460; UDP port 123 alone is not enough. "
         "Either this server has no NTS, or its port for keys is another one.")},
    {"nts.unreachable",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The NTS key server %2 cannot be reached: %3"),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Check the name and the way there. NTS needs TCP to port 4460 besides UDP to port 123.")},
    {"nts.silent", QT_TRANSLATE_NOOP("Portolan::Ntp", "The NTS key server %2 does not answer."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "A firewall drops TCP to this port, most likely. NTS needs it besides UDP to port 123.")},
    {"nts.slow",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The NTS key server %2 did not finish in time: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It is overloaded, or something on the way holds TLS up.")},
    {"nts.broken",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The NTS key server %2 ended the connection: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "A firewall that looks into TLS does so, and a server that is overloaded.")},
    {"nts.authorities",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The authorities for %1 cannot be used: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Check the file that the option “ca” names.")},
    {"nts.no_tls",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "What listens at %2 does not speak the TLS of NTS: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Another service has this port, or something on the way changes it.")},
    {"nts.no_tls13",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%2 does not speak TLS 1.3, which NTS requires."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Update the server, or take the TLS proxy in front of it away.")},
    {"nts.no_alpn",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%2 speaks TLS, and hands out no keys for NTS."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "It does not agree to “ntske/1” (ALPN): another service has this port, or a "
                       "proxy that looks into TLS is in between.")},
    {"nts.refused", QT_TRANSLATE_NOOP("Portolan::Ntp", "%2 refuses to hand out keys: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The server itself has the reason in its log.")},
    {"nts.no_cookies", QT_TRANSLATE_NOOP("Portolan::Ntp", "%2 agreed on keys and sent no cookie."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Without a cookie no question can be protected. The server is broken or wrongly set up.")},
    {"nts.nothing_common",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%2 and this program have nothing in common for NTS: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "NTPv4 and AEAD_AES_SIV_CMAC_256 are what every server must know.")},
    {"nts.malformed",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The answer of the NTS key server %2 breaks its rules: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The server is broken, or something else listens there.")},
    {"nts.certificate",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The certificate of %2 is not accepted: %3"),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "NTS is never used without it, and never replaced by plain NTP.")},
    {"nts.certificate.expired",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The certificate of %2 has expired, on %4."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Let its operator renew it, and restart the NTP server after that: this is "
                       "often forgotten. If today is before that date, the clock of this computer "
                       "is ahead; servers without NTS tell.")},
    {"nts.certificate.early",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The certificate of %2 is not valid before %4."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The clock of this computer is behind, most likely: a computer without a battery for its "
         "clock starts so. Set it roughly by other means, then NTS works.")},
    {"nts.certificate.name",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The certificate of %2 is for another name: %5"),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Ask the server by the name that its certificate bears.")},
    {"nts.certificate.unknown",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The certificate of %2 comes from an authority that is not known here."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "For a server of your own give its authority with the option “ca”. If the "
                       "name is a public one, somebody may be in between.")},
    {"nts.certificate.soon",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The certificate of %1 expires in %2 days."), ""},
    {"nts.stripped",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 answers without the protection of NTS, %2 times."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Somebody on the way strips it or answers in the server's "
                                        "place. Such an answer is never taken.")},
    {"nts.wrong",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Answers of %1 fail the check of NTS, %2 times."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Somebody changes them, or they belong to another "
                                        "question. Such an answer is never taken.")},
    {"nts.offered",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 is asked without protection, and its port for NTS keys (%2) is open."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "With NTS nobody on the way can change the time unnoticed.")},
    {"fault.unreadable",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "What comes from %1 is too short to be NTP, %2 times."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Another service has this port, or something cuts packets off.")},
    {"fault.malformed",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Answers of %1 have an extension field that breaks its rules, %2 times."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The server is broken, or something on the way changes its "
                                        "packets. They were not taken.")},
    {"fault.mode",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "What comes from %1 is not the answer of a server: mode %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "It takes this program for a peer, or broadcasts. Servers answer in mode 4.")},
    {"fault.reflected", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 sends our own packets back."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "An echo service, or a loop in the network, and no NTP server.")},
    {"fault.version",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 answers in version %2 of NTP, and was asked in version %3."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "A server answers in the version that it was asked in.")},
    {"fault.stratum",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 says that its stratum is %2, which does not exist."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Strata go from 1 to 15; 16 means no time. The answer was not taken.")},
    {"fault.no_transmit",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Answers of %1 do not say when they were sent or asked for."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Without these timestamps nothing can be measured. The server is broken.")},
    {"fault.backwards",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 says that it answered before it was asked."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Its clock was set back in between, or it is broken. If it "
                                        "goes on, leave the server out.")},
    {"fault.far",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 says of itself that it may be wrong by many seconds: "
                                        "root delay %2, root dispersion %3."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It has not heard from its own sources for a long time.")},
    {"fault.future_reference",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 says that its clock was set later than it answered."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "It is broken, or its clock was set back. Its time cannot be trusted.")},
    {"unsynchronised",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 says that it is not synchronised: leap indicator %2, stratum %3."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "It answers, and must not be believed. Look at what its own daemon says of its sources.")},
    {"stratum.local",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 follows nothing but its own clock (%2), and calls itself stratum %3."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Give it sources, or leave it out. A server that lost its sources, or was told to be one "
         "(“local stratum”), gives whatever time it has: good for a network without a way out, and "
         "for nothing else.")},
    {"stratum.high",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 is at stratum %2, far from a reference."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "From 10 on it is usual for a clock of last resort that "
                                        "follows nothing. Choose servers nearer to a reference.")},
    {"stratum.flips", QT_TRANSLATE_NOOP("Portolan::Ntp", "The stratum of %1 changed %2 times."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "It goes from one source to another, or several servers answer at one address.")},
    {"refid.flips", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 changed what it follows %2 times."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Its sources are about equally good, or several servers "
                                        "answer at one address (anycast).")},
    {"reference.none",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 does not say when its clock was last set."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "A server that is synchronised says so. Do not trust it alone.")},
    {"reference.old", QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock of %1 was last set %2 ago."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It has lost its sources and goes on by itself. After a "
                                        "day a server should call itself unsynchronised.")},
    {"reference.aging", QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock of %1 was last set %2 ago."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Usual polls are at most 18 minutes apart; it may have lost its sources.")},
    {"precision.odd",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 says that the precision of its clock is 2^%2 s, which makes no sense."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The server is broken or an embedded one that does not fill the field in.")},
    {"precision.coarse", QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock of %1 is read only to %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Old Windows and embedded servers do so. It cannot be more exact than that.")},
    {"era",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "%1 sends a time after 7 February 2036, when the timestamps of NTP begin anew."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Its clock is far off, or ours is. Programs that do not "
                                        "know of eras take such a time for 1900.")},
    {"version.old",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 answers in version %2 of NTP to a question in version %3."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "That works; the server is old.")},
    {"leap.pending", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 announces a leap second (%2) for %3."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Servers that smear it must not be mixed with servers that do not. "
                       "Applications should be looked at around that time.")},
    {"leap.odd",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 announces a leap second (%2) for %3, when there is hardly one."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Leap seconds come at the end of June or December. A server that announces "
                       "one now is wrong or forgot to stop.")},
    {"leap.flips", QT_TRANSLATE_NOOP("Portolan::Ntp", "The leap indicator of %1 changed %2 times."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "It does not know whether a leap second is to come, or several servers answer at one "
         "address. Clients that believe it may insert a second that does not exist.")},
    {"leap.disagree",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Some servers announce a leap second, others do not: %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Without it: %2. Look it up in IERS Bulletin C, and leave out who is wrong.")},
    {"asymmetric.out",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Packets to %1 wait on the way there, and not on the way back: up to %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Offsets of packets that waited are wrong by half of that. Those that did "
                       "not wait say %3. Look at uploads that fill the line. A difference between "
                       "both ways that never changes cannot be seen from here.")},
    {"asymmetric.home",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Packets from %1 wait on the way back, and not on the way there: up to %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Offsets of packets that waited are wrong by half of that. Those that did "
                       "not wait say %3. Look at downloads that fill the line. A difference "
                       "between both ways that never changes cannot be seen from here.")},
    {"queueing", QT_TRANSLATE_NOOP("Portolan::Ntp", "The way to %1 takes from %2 to %3."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Packets wait in queues: a full line (bufferbloat), wireless, or a busy "
                       "machine. The filter takes the quickest of eight. A queue discipline such "
                       "as fq_codel or CAKE at the bottleneck helps.")},
    {"jitter", QT_TRANSLATE_NOOP("Portolan::Ntp", "The offset of %1 is unsteady: jitter %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "A loaded or wireless way, or an unsteady clock at either end. Choose a nearer server.")},
    {"delay", QT_TRANSLATE_NOOP("Portolan::Ntp", "The way to %1 and back takes at least %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Its offset cannot be known better than ± %3. A server nearby is better.")},
    {"distance.far",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 is too uncertain to be believed: ± %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The way there, or from it to its reference, takes too "
                                        "long, or it has not heard from its source for long.")},
    {"distance.large",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 can be wrong by ± %2: root delay %3, root dispersion %4."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Most of it comes from the server's own way to its "
                                        "reference. A server nearer to a reference says more.")},
    {"interleaved.none", QT_TRANSLATE_NOOP("Portolan::Ntp", "No interleaved mode: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Timestamps of sending are then taken a few microseconds early. Where that "
                       "matters: chrony's “xleave”.")},
    {"stamps.user",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Packets are timed by this program, not by the system."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Here the system does not say when packets arrived. Some microseconds, and "
                       "milliseconds on a busy machine, are added to the error.")},
    {"server.ok", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1: %2, delay %3, jitter %4, stratum %5."),
     ""},
    {"control.open",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 answers control questions (mode 6) of strangers, with %2 bytes to 12."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It tells about itself, and lends itself to attacks by "
                                        "reflection. ntpd: “restrict default noquery”.")},
    {"private.open",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 answers private questions (mode 7) of strangers, with %2 bytes to 48."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The list of its clients (monlist) is a strong amplifier for attacks. Update the server "
         "and set “disable monitor” and “restrict default noquery”.")},
    {"falseticker",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%1 is a falseticker: %2 away from what %4 servers agree on."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Leave it out, and tell its operator. Its interval has "
                                        "nothing in common with those of %3.")},
    {"no_majority",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 servers vote, and no more than half agree: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Nobody can say which one is right. Add servers of other "
                                        "operators until a majority agrees.")},
    {"one", QT_TRANSLATE_NOOP("Portolan::Ntp", "There is one server only: nobody checks it."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "With four servers one may be wrong and one away, and the time is still known.")},
    {"one_left",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Of %1 servers one only can be believed: nobody checks it."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Mend the others, or add some.")},
    {"two",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "There are two servers: if they disagree one day, nobody can tell which one is right."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Two are worse than one or three. Add two more, of other operators.")},
    {"loop.us", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 follows this computer (%2)."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Who follows it follows itself. Leave it out, or let it follow something else.")},
    {"loop.each_other", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 and %2 follow each other."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Together they drift away from the true time without "
                                        "noticing. Each needs sources of its own.")},
    {"follows", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 follows %2, which is asked here as well."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Their votes are one vote: if %2 is wrong, both are.")},
    {"same_upstream", QT_TRANSLATE_NOOP("Portolan::Ntp", "All %1 servers follow the same one: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "They agree because they copy it, and are wrong together: "
                                        "%3. Add servers with other sources.")},
    {"some_upstream", QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 servers follow the same one: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Their votes are one vote: %3.")},
    {"same_server",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The same server is asked more than once: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "It votes for itself. Leave all but one out.")},
    {"smear.mix",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Servers that smear leap seconds are mixed with %2 others: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Around a leap second the ones that smear are off by up to a second for a "
                       "day, on purpose. Use either the one kind or the other.")},
    {"smear.all", QT_TRANSLATE_NOOP("Portolan::Ntp", "All servers smear leap seconds: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "They agree with one another. Compared with servers "
                                        "elsewhere this clock is off around a leap second.")},
    {"clock.right",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock is right, as far as can be known: %1."), ""},
    {"clock.near",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock is less than a millisecond off: %1."), ""},
    {"clock.unclear",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Whether this clock is right cannot be said better than ± %2: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Add servers that are nearer.")},
    {"clock.behind",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock is %1 behind: %2, say %3 servers."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Look at the daemon that should keep it (chronyc tracking, "
                                        "timedatectl). This program sets no clock.")},
    {"clock.ahead",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock is %1 ahead: %2, say %3 servers."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Look at the daemon that should keep it (chronyc tracking, "
                                        "timedatectl). This program sets no clock.")},
    {"clock.far",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock is off by %1: %2, say %3 servers."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Certificates, Kerberos and one-time passwords fail with it. ntpd gives up "
                       "beyond 1000 s; set it once by hand or with “makestep”.")},
    {"clock.off_alone",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock and the server are %1 apart: %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "With one server alone nobody can say which of the two is wrong. Add others.")},
    {"clock.far_alone",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock and the server are %1 apart: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "One of the two is far off. Add other servers, which tell which one.")},
    {"clock.stepped",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "This computer's clock was set %1 times while it was watched, by up to %2."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Somebody sets it: a daemon that steps, the tools of a virtual machine (VMware, Hyper-V, "
         "VirtualBox), a resume from sleep, or two of these at once. Let one alone keep it.")},
    {"clock.jumped",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "The offsets of %1 servers jumped together: this computer's clock jumped by %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "All servers at once means that it was this clock. Two daemons, or the "
                       "tools of a virtual machine, may be at work.")},
    {"clock.drifts",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This computer's clock runs off by %1, say %2 servers."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Nothing keeps it, or what keeps it is still settling. In a virtual "
                       "machine: look at the clock source and at the tools that set the clock.")},
    {"clock.drifts_much",
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "This computer's clock runs off by %1, say %2 servers: more than a daemon can correct."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ntp",
         "Usual in virtual machines whose host is overloaded or whose clock source is bad. Change "
         "the clock source (kvm-clock, hyperv, tsc), or mend the hardware.")},
    {"drift.alone",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "This clock and the server drift apart, by %1."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "With one server alone nobody can say whose clock it is.")},
    {"server.drifts",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock of %1 runs off against the others, by %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "Nothing keeps it. Leave the server out.")},
    {"server.stepped", QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock of %1 jumped by %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "The clock of this computer did not. A server that steps is set by hand, "
                       "starts anew, or is several servers at one address.")},
    {"server.stepped_second",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "The clock of %1 jumped by a second: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ntp", "A leap second that it applied by a step, applied late, or "
                                        "invented. Compare with others.")},
    {"host.deceived",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "%1 keeps this clock and believes that it is right."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Its own sources say otherwise than the servers that were asked here. "
                       "Compare both (chronyc sources): one of the two follows a wrong clock, "
                       "smears a leap second, or is reached on a crooked path.")},
    {"host.correcting",
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "%2 knows that this clock is off and is still correcting it (%1 to go)."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "It slews, which takes hours for seconds. A makestep line lets chronyd step "
                       "it after a start.")},
    {"host.not_told",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "How this computer keeps its clock is not known."),
     QT_TRANSLATE_NOOP("Portolan::Ntp",
                       "Its time daemon, clock source and guest tools could not be asked. Look at "
                       "them by hand where this clock is off.")},
};

} // namespace

FindingText textOf(const Finding &finding)
{
    if (const qsizetype because = finding.id.indexOf(kBecause); because >= 0) {
        // The cause first, then what comes of it, and what to do about the cause.
        Finding result = finding;
        result.id.truncate(because);
        Finding cause = finding;
        cause.id = QStringLiteral("ntp.") + finding.id.mid(because + 1);
        cause.arguments = finding.arguments.mid(kOwnArguments);
        const FindingText why = textOf(cause);
        const FindingText what = textOf(result);
        const bool hasMore = result.id == QLatin1String("ntp.clock.far") && !why.advice.isEmpty();
        //: a cause, and what comes of it
        const QString both = Ntp::tr("%1 %2");
        return {fillIn(both, {why.title, what.title}),
                hasMore ? QStringLiteral("%1 %2").arg(why.advice, what.advice) : why.advice};
    }
    const QString id = finding.id.mid(static_cast<qsizetype>(sizeof("ntp.")) - 1);
    const auto *const words =
        std::find_if(std::begin(kWords), std::end(kWords),
                     [&](const Words &each) { return id == QLatin1String(each.id); });
    if (words == std::end(kWords))
        return hostFindingText(finding).value_or(FindingText{finding.id, {}});
    const auto filled = [&](const char *text) {
        return *text == '\0' ? QString() : fillIn(Ntp::tr(text), finding.arguments);
    };
    return {filled(words->title), filled(words->advice)};
}

} // namespace Portolan::Ntp
