// SPDX-License-Identifier: GPL-3.0-or-later
// What a diagnosis reads of strangers: lines of libssh's log with a server's words in them,
// certificates, and what a command printed there. Everything stays bounded, no control character
// gets through, every finding has its words, and a failure is never called fine.
#include "core/ssh/attemptrecord.h"
#include "core/ssh/diagnosis/audit.h"
#include "core/ssh/diagnosis/diagnosis.h"
#include "core/ssh/diagnosis/sessioncheck.h"
#include "core/ssh/keys/certificate.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace Portolan;
using namespace Portolan::Ssh;

namespace {

void check(const DiagnosisFacts &facts)
{
    const auto findings = judge(facts);
    for (const Finding &finding : findings) {
        if (textOf(finding).title == finding.id)
            std::abort();
    }
    if (verdictOf(findings) == Verdict::Fine)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view all(reinterpret_cast<const char *>(bytes), size);
    AttemptRecord record({QStringLiteral("user"), QStringLiteral("host"), 22}, {});
    record.begin(DiagnosisStep::KeyExchange);
    for (std::size_t at = 0; at < all.size();) {
        const auto end = std::min(all.find('\n', at), all.size());
        record.hear(all.substr(at, end - at));
        at = end + 1;
    }
    Transcript transcript;
    const auto entries = record.takeEntries();
    for (const TranscriptEntry &entry : entries)
        transcript.append(entry);
    if (transcript.entries().size() > Transcript::kMostEntries ||
        transcript.toText().contains(QLatin1Char('\x1b')))
        std::abort();
    record.end({Error::Kind::Unsupported, QStringLiteral("ended")});
    check(record.facts);

    const QByteArray blob(all.data(), static_cast<qsizetype>(all.size()));
    DiagnosisFacts facts = record.facts;
    facts.keysChecked = true;
    facts.login.begun = true;
    facts.reached = DiagnosisStep::Login;
    if (const auto certificate = parseCertificate(blob)) {
        KeyFacts key;
        key.exists = key.readable = true;
        key.certificate = CertificateFacts{.file = certificate->keyId,
                                           .forHosts = certificate->isForHost,
                                           .principals = certificate->principals};
        facts.keys = {key};
    }
    check(facts);
    SessionCheck::readCommandOutput(QString::fromUtf8(blob), facts.session);
    if (facts.session.files.size() > 3 || facts.session.commandOutput.size() > 8192)
        std::abort();
    facts.login.done = true;
    facts.session.shell = SessionChecks::Answer::No;
    facts.session.shellEnded = true;
    facts.session.shellOutput = facts.session.commandOutput;
    check(facts);
    return 0;
}
