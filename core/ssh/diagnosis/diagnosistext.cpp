// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/diagnosiswords.h"
#include "core/ssh/words.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Ssh {

namespace {

using Kind = Error::Kind;

constexpr DiagnosisWords kWords[] = {
    {"fine", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Everything was checked and works: %1, logged in by %2."),
     ""},
    {"other", Kind::Local, QT_TRANSLATE_NOOP("Portolan::Ssh", "The connection failed: %1"),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The transcript shows the last thing that happened.")},
    {"options.usage", Kind::Usage,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The options of this connection cannot be used: %1"),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Correct the address or the profile.")},
    {"lookup.failed", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The name %1 is not known."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Check the spelling. A name of an internal network needs its DNS server, "
                       "often over a VPN. \"getent hosts %1\" shows what this computer finds.")},
    {"lookup.timeout", Kind::Timeout,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The name %1 was not found in time: no DNS server answered."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Check the network and the DNS servers of this computer, or use the "
                       "address itself.")},
    {"lookup.slow", Kind::Network, QT_TRANSLATE_NOOP("Portolan::Ssh", "Looking up %1 took %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "One of the DNS servers does not answer, and the next one was asked only "
                       "after a pause. Remove it, or put it last.")},
    {"lookup.ok", Kind::Network, QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 has the address %2."), ""},
    {"tcp.refused", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 refuses connections on port %2: nothing listens there."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "Check the port. At the server, \"ss -ltnp\" shows where sshd listens and "
         "\"systemctl status ssh\" whether it runs. A firewall that rejects looks the "
         "same."),
     "", 0, "RFC 9293, section 3.10.7.1"},
    {"tcp.timeout", Kind::Timeout,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 does not answer on port %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The machine is off, the address is wrong, or a firewall drops the packets "
                       "without a word. Try another port or another network; at the server, look "
                       "at the rules of its firewall.")},
    {"tcp.unreachable", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "There is no way to %1 from here."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A route is missing: check the VPN, the default gateway and the network of "
                       "the address.")},
    {"tcp.failed", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 cannot be reached on port %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The evidence has the words of the system.")},
    {"tcp.mixed", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%2 of %3 addresses of %1 do not answer; another one does."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Each connection may wait for the dead address first. Often IPv6 is "
                       "announced in DNS but does not work: repair it, or remove the address."),
     "", 0, "RFC 8305"},
    {"tcp.slow", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The TCP connection to %1 took %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Packets are lost on the way, or the way is very long. Look at the loss "
                       "with a ping.")},
    {"tcp.through", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 opened a connection to %3, port %2."), ""},
    {"tcp.ok", Kind::Network, QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 answers on port %2."), ""},
    {"banner.silent", Kind::Timeout,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 took the connection on port %2 but said nothing within %3."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "An SSH server speaks first. Another service listens there, the server "
                       "hangs, or it looks up the name of this computer before it speaks "
                       "(hosts.allow, hosts.deny)."),
     "", 0, "RFC 4253, section 4.2"},
    {"banner.not_ssh", Kind::Protocol,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "What answers at %1 on port %2 is not an SSH server."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Check the port; the evidence shows what came instead."),
     "", 0, "RFC 4253, section 4.2"},
    {"banner.other_protocol", Kind::Protocol,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "What answers at %1 on port %2 is not SSH but %3."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Check the port: SSH usually listens on 22."), "", 0,
     "RFC 4253, section 4.2"},
    {"banner.version1", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 speaks only version 1 of SSH, which is unsafe and not supported."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Update the server, or turn on version 2 there (\"ip ssh version 2\" on "
                       "Cisco gear)."),
     "", 0, "RFC 4253, section 5.1"},
    {"banner.max_startups", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 has too many logins under way and turns new ones away (MaxStartups)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Try again in a minute. If it stays so, somebody is guessing passwords or "
                       "connections hang: look at its log, and raise MaxStartups only if the load "
                       "is real."),
     "", 0, "sshd_config(5), MaxStartups"},
    {"banner.penalised", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 keeps this computer out for a while, because earlier connections from "
                       "its address did not log in."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Wait; each further try may make it longer. The server counts failed "
                       "logins and audits alike (OpenSSH 9.8 and later: PerSourcePenalties); "
                       "PerSourcePenaltyExemptList there names addresses that are spared."),
     "", 0, "sshd_config(5), PerSourcePenalties"},
    {"banner.closed", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 closed the connection without a word."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "It refuses this address (hosts.deny, fail2ban, a proxy without a server "
                       "behind it), is full, or cannot start a session: its log tells "
                       "(\"journalctl -u ssh -n 50\").")},
    {"banner.text_before", Kind::Protocol,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 sends text before it says what it is (lines: %2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Allowed, but some programs stumble over it."), "", 0,
     "RFC 4253, section 4.2"},
    {"banner.slow", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 took %2 to greet after the connection stood."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server is overloaded, is started for each connection, or looks up the "
                       "name of this computer first (hosts.allow, hosts.deny with names).")},
    {"banner.ok", Kind::Protocol, QT_TRANSLATE_NOOP("Portolan::Ssh", "The server is %1."), ""},
    {"kex.no_exchange", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 and this program have no key exchange in common."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers %2; this program has %3. Add one of these to "
                       "KexAlgorithms at the server, or update it."),
     "", 0, "RFC 4253, section 7.1"},
    {"kex.no_exchange_legacy", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 and this program have no key exchange in common that is safe."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers only old ones: %2. Update it or its KexAlgorithms; "
                       "until then, the option legacy=yes allows them for this host alone."),
     "ssh.accept_legacy", 0, "RFC 4253, section 7.1; RFC 9142"},
    {"kex.no_host_key", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 and this program have no kind of host key in common."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers %2; this program has %3. Add one of these to "
                       "HostKeyAlgorithms at the server, or update it."),
     "", 0, "RFC 4253, section 7.1"},
    {"kex.no_host_key_legacy", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 and this program have no kind of host key in common that is safe."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers only old ones: %2. Update it or its HostKeyAlgorithms; "
                       "until then, the option legacy=yes allows them for this host alone."),
     "ssh.accept_legacy", 0, "RFC 4253, section 7.1; RFC 9142"},
    {"kex.no_cipher", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 and this program have no cipher in common."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers %2; this program has %3. Add one of these to Ciphers at "
                       "the server, or update it."),
     "", 0, "RFC 4253, section 7.1"},
    {"kex.no_cipher_legacy", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 and this program have no cipher in common that is safe."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers only old ones: %2. Update it or its Ciphers; until "
                       "then, the option legacy=yes allows them for this host alone."),
     "ssh.accept_legacy", 0, "RFC 4253, section 7.1; RFC 9142"},
    {"kex.no_mac", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 and this program have no message authentication in common."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers %2; this program has %3. Add one of these to MACs at "
                       "the server, or update it."),
     "", 0, "RFC 4253, section 7.1"},
    {"kex.no_mac_legacy", Kind::Unsupported,
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "%1 and this program have no message authentication in common that is safe."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers only old ones: %2. Update it or its MACs; until then, "
                       "the option legacy=yes allows them for this host alone."),
     "ssh.accept_legacy", 0, "RFC 4253, section 7.1; RFC 9142"},
    {"kex.no_compression", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 and this program have no compression in common, not even none."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server offers %2; this program has %3."), "", 0,
     "RFC 4253, section 7.1"},
    {"kex.disagreed", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 and this program could not agree on algorithms."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "\"portolanctl ssh audit\" lists what the server offers."),
     "", 0, "RFC 4253, section 7.1"},
    {"kex.timeout", Kind::Timeout,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 did not finish the key exchange in time."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Small packets arrive and large ones do not: typical of a VPN or a tunnel "
                       "whose MTU is too large on this side. Try \"ping -M do -s 1400 %1\" and "
                       "lower the MTU. Else the server hangs.")},
    {"kex.broken", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 ended the connection during the key exchange."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A middle box that inspects traffic, a crash of the server process, or a "
                       "missing host key there: its log tells (\"journalctl -u ssh -n 50\").")},
    {"kex.protocol", Kind::Protocol,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 does not keep to the SSH protocol in the key exchange."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Something on the way changes the bytes, or the server is faulty."),
     "", 0, "RFC 4253, section 7"},
    {"kex.slow", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The key exchange with %1 took %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A small processor, or very large numbers (diffie-hellman-group18, group "
                       "exchange of 8192 bits). curve25519-sha256 is fastest.")},
    {"kex.ok", Kind::Protocol, QT_TRANSLATE_NOOP("Portolan::Ssh", "Agreed on %1."), ""},
    {"host_key.ok", Kind::Certificate,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The host key is known: %1."), ""},
    {"host_key.changed", Kind::Certificate,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The host key of %2 is not the one that is known from %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Known: %3. Shown: %4. Either the server was set up anew, or somebody "
                       "stands in between: ask its keeper for the fingerprint, over another way. "
                       "Only if it is right: ssh-keygen -R \"%5\" -f \"%6\""),
     "ssh.open_known_hosts", 1, "sshd(8), SSH_KNOWN_HOSTS FILE FORMAT; RFC 4251, section 4.1"},
    {"host_key.revoked", Kind::Certificate,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The host key of %2 is marked as revoked in %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Somebody declared this key as stolen or out of use. The server needs a "
                       "new one; do not log in until its keeper has explained it."),
     "ssh.open_known_hosts", 1, "sshd(8), SSH_KNOWN_HOSTS FILE FORMAT"},
    {"host_key.unknown", Kind::Certificate,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The host key of %1 is not known yet: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Compare it with what \"ssh-keygen -lf\" prints at the server, over another "
                       "way, before you accept it."),
     "", 0, "RFC 4251, section 4.1"},
    {"host_key.other_algorithm", Kind::Certificate,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Other kinds of host keys are known of %1, but not this one: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%3 has another kind. This is not a changed key: the server has several. "
                       "Compare the fingerprint before you accept it."),
     "ssh.open_known_hosts", 3},
    {"host_key.authority", Kind::Certificate,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A certificate authority for %2 stands in %1, but host certificates are "
                       "not supported."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Record the plain host key as well.")},
    {"host_key.unreadable", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The known host keys could not be read: %1"),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Repair the rights of the file.")},
    {"login.ok", Kind::Auth, QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 is logged in, by %2."), ""},
    {"login.none", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 let %2 in without any proof of identity."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "Anybody can do that. Unless it is meant so, set a password or a key there.")},
    {"login.tries_near", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 keys were refused before the right one; servers usually end the login "
                       "after %2 failures."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Name the key for this host, and offer only that one."),
     "ssh.identities_only", 0, "sshd_config(5), MaxAuthTries"},
    {"login.too_many", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 ended the login after too many failures (%2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server counts each key and each password (MaxAuthTries). Name one "
                       "key, or offer only the named ones."),
     "ssh.identities_only", 0, "sshd_config(5), MaxAuthTries"},
    {"login.too_many_agent", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 ended the login after %2 refused keys of the agent, before the right "
                       "one came (keys in the agent: %3)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server counts each offered key (MaxAuthTries). Name the key for this "
                       "host and offer only that one (identities-only), or take keys out of the "
                       "agent: ssh-add -d."),
     "ssh.identities_only", 0, "sshd_config(5), MaxAuthTries"},
    {"login.cut", Kind::Timeout,
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "%1 ended the connection %2 after it began, with the login still under way."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The time for a login is over (LoginGraceTime there), or a PAM module gave "
                       "up. If the server itself is slow, find what it waits for: UseDNS, "
                       "GSSAPIAuthentication, PAM."),
     "", 0, "sshd_config(5), LoginGraceTime"},
    {"login.account", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 looked at the proof and then closed the connection: the account %2 may "
                       "not log in."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The proof itself was not called wrong. Usual causes, to be looked up in "
                       "the server's log: the account has expired or is locked (\"chage -l %2\", "
                       "\"passwd -S %2\"), /etc/nologin exists, a PAM rule forbids it (pam_access, "
                       "pam_time), or the server process failed."),
     "", 0, "sshd(8), LOGIN PROCESS"},
    {"login.closed_early", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 closed the connection as soon as it heard the name %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "It may forbid that name outright (DenyUsers with a PAM rule), or its "
                       "authentication service fails: its log tells.")},
    {"login.disconnected", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The login failed because %1 ended it: %2"),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The words are the server's own; its log has more.")},
    {"login.timeout", Kind::Timeout,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 did not answer the login in time (%2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A PAM module (LDAP, RADIUS), AuthorizedKeysCommand or a name lookup hangs "
                       "at the server.")},
    {"login.protocol", Kind::Protocol,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The login at %1 could not go on: %2"), ""},
    {"login.second", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 accepted %2 but wants another proof: %3."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server asks for several proofs (AuthenticationMethods). What it wants "
                       "besides was refused or is not at hand."),
     "", 0, "RFC 4252, section 5.1"},
    {"login.no_method", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 takes none of the proofs that this program has; it takes: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server must allow publickey, password or keyboard-interactive.")},
    {"login.no_passwords", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 takes no passwords; it takes: %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Log in with a key, or allow PasswordAuthentication there."),
     "", 0, "sshd_config(5), PasswordAuthentication"},
    {"login.no_key", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 lets %2 in with a key only, and there is none here to offer."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Name the right key file, start the agent that has it, or make one "
                       "(ssh-keygen -t ed25519) and have its .pub line added to "
                       "~/.ssh/authorized_keys at the server."),
     "ssh.choose_key", 0},
    {"login.no_key_here", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 would take a key too, but there is none here to offer."),
     ""},
    {"login.password_refused", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%2 did not accept the password of %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server does not say why. In this order: the password or the name is "
                       "wrong (keyboard layout, Caps Lock); the account is locked or has expired; "
                       "it is not allowed to log in by SSH (AllowUsers, AllowGroups, DenyUsers)."),
     "ssh.diagnose_again", 0},
    {"login.root_refused", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%2 did not accept the password of %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Most servers take no password for root (PermitRootLogin "
                       "prohibit-password): log in as yourself and use sudo, or with a key."),
     "", 0, "sshd_config(5), PermitRootLogin"},
    {"login.all_refused", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%2 refuses everything of %1, keys and password alike."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "Unless both are simply wrong, the account itself is the reason: the name "
         "is misspelt, it may not log in by SSH (AllowUsers, AllowGroups, "
         "DenyUsers), or it is locked. At the server: \"sshd -T -C user=%1 | grep -i "
         "-E 'allow|deny'\", \"passwd -S %1\", and the log (\"journalctl -u ssh -n 50\")."),
     "", 0, "sshd_config(5), AllowUsers"},
    {"slow.methods", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 took %2 before it said how one can log in."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The pause comes before any proof, when the server first hears the name: "
                       "usually it looks up the name of this computer in DNS (UseDNS yes, or "
                       "AllowUsers with host names), else GSSAPIAuthentication or the start of "
                       "PAM. Set UseDNS no, or give this address a PTR record."),
     "", 0, "sshd_config(5), UseDNS"},
    {"slow.question", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 took %2 before it asked (%3)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A PAM module waits before the prompt: pam_ldap, pam_sss, pam_radius or "
                       "pam_faildelay. Its line stands in /etc/pam.d/sshd at the server.")},
    {"slow.key", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 took %2 to look whether it knows the key."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "AuthorizedKeysCommand or a home folder on a slow network disk."),
     "", 0, "sshd_config(5), AuthorizedKeysCommand"},
    {"slow.proof", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 took %2 to check the proof (%3)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A PAM module of the server waits (LDAP, RADIUS, a second factor), or a "
                       "name lookup in it.")},
    {"slow.session", Kind::Network,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 took %2 from the login to the first words of the shell."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The session part of PAM (pam_systemd, pam_mkhomedir, pam_motd), the "
                       "scripts of the message of the day, or the profile of the shell.")},
    {"certificate.expired", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The certificate %1 expired on %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Have it signed again: ssh-keygen -s CA -I NAME -n USER -V +52w KEY.pub"),
     "", 0, "PROTOCOL.certkeys of OpenSSH, valid before"},
    {"certificate.not_yet", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The certificate %1 is not valid before %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Wait, check the clock of this computer, or have it signed again."),
     "", 0, "PROTOCOL.certkeys of OpenSSH, valid after"},
    {"certificate.for_hosts", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The certificate %1 is one for hosts, not for users."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Have it signed without -h."), "", 0,
     "PROTOCOL.certkeys of OpenSSH, type"},
    {"certificate.other_key", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The certificate %1 belongs to another key than %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Put the matching pair side by side, or name the right files.")},
    {"certificate.principal", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The certificate %1 is not for %2 but for %3."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Log in under a name that it lists, or have it signed for this one (-n)."),
     "", 0, "PROTOCOL.certkeys of OpenSSH, valid principals"},
    {"key.refused", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server refuses the key %1 and gives no reason."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "What it refuses silently, in the order of likelihood:\n1. The public key "
                       "is not in ~/.ssh/authorized_keys of %2: %3\n2. Others may write to the "
                       "home folder, ~/.ssh or authorized_keys (StrictModes): chmod go-w ~ ; "
                       "chmod 700 ~/.ssh ; chmod 600 ~/.ssh/authorized_keys\n3. The name %2 is "
                       "wrong, or may not log in by SSH (AllowUsers, AllowGroups, DenyUsers), or "
                       "is locked.\n4. This kind of key is not taken (PubkeyAcceptedAlgorithms), "
                       "the line has from=, or the key is revoked.\nThe server's log names it: "
                       "journalctl -u ssh -n 50"),
     "", 0, "sshd_config(5), StrictModes; sshd(8), AUTHORIZED_KEYS FILE FORMAT"},
    {"key.algorithm", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server takes no keys of the kind %2 (%1)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "It takes: %3. Use a key of such a kind, or add %2 to "
                                        "PubkeyAcceptedAlgorithms there."),
     "ssh.choose_key", 0, "RFC 8308, section 3.1; sshd_config(5), PubkeyAcceptedAlgorithms"},
    {"key.sha1", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server takes RSA keys only with SHA-1 signatures, which are broken "
                       "and not made here (%1)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Update the server, use an Ed25519 key if it takes one, or allow old "
                       "algorithms for this host alone."),
     "ssh.accept_legacy", 0, "RFC 8332; RFC 8308, section 3.1"},
    {"key.signature", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server knows the key %1 but refused its signature."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The private file and its .pub are not a pair, the line there has from= or "
                       "needs a touch (verify-required), or the account may not log in.")},
    {"key.not_sent", Kind::Unsupported,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The key %1 (%2) could not be offered."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "This program cannot make signatures of that kind.")},
    {"key.missing", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The key file %1 does not exist."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Check the path in the address or the profile."),
     "ssh.choose_key", 0},
    {"key.unreadable", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The key file %1 cannot be read: %2"),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Repair its owner and rights: chmod 600.")},
    {"key.putty", Kind::Local, QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 is in PuTTY's format."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "PuTTYgen exports it: Conversions, Export OpenSSH key.")},
    {"key.public", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 is a public key, not a private one."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Name the file without .pub."), "ssh.choose_key", 0},
    {"key.unknown_format", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 is not a private key."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Name another file."), "ssh.choose_key", 0},
    {"key.mode", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Others can read the private key %1 (%2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "ssh refuses such a key, and whoever read it can log in as you: chmod 600."),
     "ssh.chmod_key", 1, "ssh(1), FILES"},
    {"key.folder_mode", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Others can write to the folder of keys %1 (%2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "They could put another key there: chmod 700."),
     "ssh.chmod_folder", 1, "ssh(1), FILES"},
    {"key.owner", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The key file %1 belongs to somebody else."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Make a copy of your own, or another key.")},
    {"key.pair", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%2 is not the public half of %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "What was put at the server is then another key. Make it anew: ssh-keygen "
                       "-y -f %1 > %2")},
    {"key.dsa", Kind::Local, QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 is a DSA key."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "OpenSSH has refused those since 7.0. Make an Ed25519 key.")},
    {"key.short", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The RSA key %1 has only %2 bits."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Many servers refuse fewer than 2048 bits (RequiredRSASize). Make an "
                       "Ed25519 key."),
     "", 0, "sshd_config(5), RequiredRSASize"},
    {"agent.unreachable", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The key agent does not answer at %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Start it (eval \"$(ssh-agent)\"), or correct SSH_AUTH_SOCK.")},
    {"agent.left_out", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 of the %2 keys in the agent were not offered, to spare the server's "
                       "MaxAuthTries."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "If the right one is among them, name its file for this host."),
     "ssh.choose_key", 0},
    {"unchecked.cancelled", Kind::Cancelled,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The attempt was ended here before it was decided: %1"),
     ""},
    {"unchecked.secret", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 would go on with %2, but no secret was given: the rest is not checked."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Diagnose again with the password."), "ssh.diagnose_again",
     0},
    {"unchecked.withheld", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The password was not sent, because the host key of %1 is not known: the "
                       "rest is not checked (%2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Check the host key first.")},
    {"unchecked.second", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 accepted %2; the next proof (%3) was not given, and the rest is not "
                       "checked."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Diagnose again and answer the question."),
     "ssh.diagnose_again", 0},
    {"unchecked.passphrase", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The key %1 is locked by a passphrase, which was not given: its use is not "
                       "checked."),
     "", "ssh.diagnose_again", 0},
    {"unchecked.passphrase_agent", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The key %1 is locked by a passphrase, which was not given: its use is not "
                       "checked."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Adding it to the agent opens it once for all: ssh-add %1"),
     "ssh.add_key_to_agent", 1},
    {"unchecked.session", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The login at %1 works; a shell was not tried."), "",
     "ssh.diagnose_again", 0},
    {"session.ok", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 gives a terminal and a shell."), ""},
    {"session.no_terminal", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 gives no terminal."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server forbids it (PermitTTY no, or no-pty in authorized_keys), or "
                       "has none left. Commands and file transfer may still work."),
     "", 0, "sshd_config(5), PermitTTY"},
    {"session.refused", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 refuses to open a session for %2."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "MaxSessions is 0 or reached, or the account is for forwarding only."),
     "", 0, "sshd_config(5), MaxSessions"},
    {"session.password_expired", Kind::Auth,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The password of %1 at %2 has expired and must be changed."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Log in with a terminal and choose a new one, or have it set there: passwd "
                       "%1 ; chage -l %1 shows the dates.")},
    {"session.nologin", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The account %1 at %2 is not meant for logging in."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Its shell is nologin, or it has expired. At the server: getent passwd %1 "
                       "; chsh -s /bin/bash %1")},
    {"session.no_shell", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The shell of %1 at %2 ends at once without a word (exit status 1)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Its login shell is probably /bin/false or one that does not start. At the "
                       "server: getent passwd %1")},
    {"session.forced", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 runs a command of its own instead of the shell, and that ends at once "
                       "(%2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A ForceCommand, or command= in authorized_keys: the same came back "
                       "whatever was asked for."),
     "", 0, "sshd_config(5), ForceCommand"},
    {"session.ended", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The shell at %1 ended at once (%2)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Its profile may say exit, its home folder may be missing, or a limit may "
                       "stop it. A command alone ran: look with \"portolanctl ssh exec\".")},
    {"session.other_command", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 did not run a command as asked; rights of files there are not checked."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Network gear and restricted accounts do so. The shell works.")},
    {"session.no_forwarding", Kind::Refused,
     QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 forbids port forwarding."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Tunnels and jumps through it will fail (AllowTcpForwarding, "
                       "DisableForwarding, PermitOpen, or no-port-forwarding in authorized_keys)."),
     "", 0, "sshd_config(5), AllowTcpForwarding; RFC 4254, section 7.2"},
    {"session.no_sftp", Kind::Refused, QT_TRANSLATE_NOOP("Portolan::Ssh", "%1 has no SFTP."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Add \"Subsystem sftp internal-sftp\" to its sshd_config.")},
    {"server.mode", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Others may write to %1 at the server (%2): a login by key would be "
                       "refused."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "At the server: chmod go-w ~ ; chmod 700 ~/.ssh ; chmod 600 "
                       "~/.ssh/authorized_keys"),
     "", 0, "sshd_config(5), StrictModes"},
    {"server.owner", Kind::Local,
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "%1 at the server belongs to somebody else (number %3): a login by key "
                       "would be refused."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "At the server, as root: chown it to the account."), "", 0,
     "sshd_config(5), StrictModes"},
};

constexpr QLatin1String kPrefix("ssh.diagnose.");

// All places in one pass: an argument may itself contain "%2".
QString filled(const QString &sentence, const QStringList &arguments)
{
    QString text;
    text.reserve(sentence.size() + 64);
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const QChar c = sentence.at(i);
        const int digit =
            c == QLatin1Char('%') && i + 1 < sentence.size() ? sentence.at(i + 1).digitValue() : -1;
        if (digit < 1) {
            text += c;
            continue;
        }
        text += arguments.value(digit - 1);
        ++i;
    }
    return text;
}

} // namespace

const DiagnosisWords *diagnosisWords(const QString &findingId)
{
    if (!findingId.startsWith(kPrefix))
        return nullptr;
    const QStringView id = QStringView(findingId).sliced(kPrefix.size());
    const auto *const found =
        std::find_if(std::begin(kWords), std::end(kWords),
                     [&](const DiagnosisWords &each) { return id == QLatin1String(each.id); });
    return found == std::end(kWords) ? nullptr : found;
}

FindingText diagnosisText(const DiagnosisWords &words, const Finding &finding)
{
    const auto text = [&](const char *sentence) {
        return *sentence == '\0' ? QString() : filled(tr(sentence), finding.arguments);
    };
    return {text(words.title), text(words.advice)};
}

} // namespace Portolan::Ssh
