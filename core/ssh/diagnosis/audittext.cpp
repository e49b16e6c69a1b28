// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/diagnosis/diagnosiswords.h"
#include "core/ssh/words.h"

#include <algorithm>
#include <iterator>

namespace Portolan::Ssh {

namespace {

struct Words
{
    const char *id;
    const char *title;
    const char *advice;
};

constexpr Words kWords[] = {
    {"ssh.version1",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server speaks version 1 of the protocol (%1)."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Version 1 can be read and altered on the way. Turn it off at the server.")},
    {"ssh.agreed", QT_TRANSLATE_NOOP("Portolan::Ssh", "A connection of this program would use %1."),
     ""},
    {"ssh.disagreed",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "This program cannot connect: nothing in common for %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Update the server, or allow old algorithms for this host only.")},
    {"ssh.terrapin.strict",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server is guarded against the Terrapin attack."), ""},
    {"ssh.terrapin.unaffected",
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "The server offers nothing that the Terrapin attack works on."),
     ""},
    {"ssh.terrapin.open",
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "A connection of this program could be shortened on the way "
                       "(Terrapin), with %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Update the server so that it offers the strict key exchange, or turn off "
                       "chacha20-poly1305 and CBC with encrypt-then-MAC.")},
    {"ssh.terrapin.others",
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "The server is open to the Terrapin attack for other programs; this one would use %1, "
         "which is not affected."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Update the server so that it offers the strict key exchange.")},
    {"ssh.quantum.none",
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "No key exchange of the server withstands a quantum computer."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "What is recorded today could be read one day. OpenSSH 9.0 and later offer "
                       "sntrup761x25519-sha512, 9.9 and later mlkem768x25519-sha256.")},
    {"ssh.quantum.server",
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "The server offers a key exchange that withstands a quantum computer (%1); this program "
         "does not have it yet."),
     ""},
    {"ssh.quantum.agreed",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The key exchange withstands a quantum computer (%1)."),
     ""},
    {"ssh.rsa.short", QT_TRANSLATE_NOOP("Portolan::Ssh", "The RSA host key has only %1 bits."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Make a new one of 3072 bits: ssh-keygen -t rsa -b 3072, or use Ed25519.")},
    {"ssh.rsa.fair", QT_TRANSLATE_NOOP("Portolan::Ssh", "The RSA host key has %1 bits."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "3072 bits or Ed25519 are preferred for keys that are to last.")},
    {"ssh.rsa.good", QT_TRANSLATE_NOOP("Portolan::Ssh", "The RSA host key has %1 bits."), ""},
    {"ssh.group.short",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Group exchange gives groups of only %1 bits."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Remove the lines of fewer than 2048 bits from the server's moduli file.")},
    {"ssh.group.good",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Group exchange gives groups of at least %1 bits."), ""},
    {"ssh.kex.group1",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Broken key exchange, with numbers of 1024 bits: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Remove it from KexAlgorithms. Well-equipped attackers can compute it.")},
    {"ssh.kex.sha1", QT_TRANSLATE_NOOP("Portolan::Ssh", "Key exchange with SHA-1: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Remove it from KexAlgorithms; SHA-1 no longer withstands collisions.")},
    {"ssh.kex.experimental",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Key exchange from an experiment that was replaced: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Update the server.")},
    {"ssh.host_key.dsa", QT_TRANSLATE_NOOP("Portolan::Ssh", "DSA host key: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "DSA has 1024 bits only. Remove the key and use Ed25519.")},
    {"ssh.host_key.sha1", QT_TRANSLATE_NOOP("Portolan::Ssh", "Host key signatures with SHA-1: %1."),
     QT_TRANSLATE_NOOP(
         "Portolan::Ssh",
         "The key itself can stay: rsa-sha2-512 and rsa-sha2-256 use it too. Remove ssh-rsa from "
         "HostKeyAlgorithms.")},
    {"ssh.cipher.none",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server offers connections without encryption: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Remove it from Ciphers.")},
    {"ssh.cipher.rc4", QT_TRANSLATE_NOOP("Portolan::Ssh", "Broken cipher RC4: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Remove it from Ciphers.")},
    {"ssh.cipher.des", QT_TRANSLATE_NOOP("Portolan::Ssh", "Broken cipher DES: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Remove it from Ciphers.")},
    {"ssh.cipher.block64",
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Ciphers with blocks of 64 bits, which leak in long sessions: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Remove them from Ciphers.")},
    {"ssh.cipher.cbc",
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Ciphers in CBC mode, whose text can be recovered in part: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Remove them from Ciphers; use GCM or CTR.")},
    {"ssh.mac.none",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "The server offers connections without integrity: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Remove it from MACs.")},
    {"ssh.mac.md5",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Message authentication with outdated hashes: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Remove them from MACs.")},
    {"ssh.mac.short",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Message authentication with short tags: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Tags of 128 bits or more are preferred.")},
    {"ssh.mac.sha1", QT_TRANSLATE_NOOP("Portolan::Ssh", "Message authentication with SHA-1: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "Not broken in this use, but hmac-sha2-256-etm@openssh.com is preferred.")},
    {"ssh.compression.early",
     QT_TRANSLATE_NOOP("Portolan::Ssh", "Compression before the login: %1."),
     QT_TRANSLATE_NOOP("Portolan::Ssh",
                       "It opens the decompressor to everybody. Use zlib@openssh.com only.")},
};

} // namespace

FindingText textOf(const Finding &finding)
{
    if (const DiagnosisWords *const diagnosis = diagnosisWords(finding.id))
        return diagnosisText(*diagnosis, finding);
    const auto words = std::find_if(std::begin(kWords), std::end(kWords), [&](const Words &each) {
        return finding.id == QLatin1String(each.id);
    });
    if (words == std::end(kWords))
        return {finding.id, {}};
    const auto fill = [&](const char *text) {
        if (*text == '\0')
            return QString();
        QString sentence = tr(text);
        for (const QString &argument : finding.arguments)
            sentence = sentence.arg(argument);
        return sentence;
    };
    // Advice takes no arguments.
    return {fill(words->title), *words->advice == '\0' ? QString() : tr(words->advice)};
}

} // namespace Portolan::Ssh
