// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sshaudit.h"

#include "app/cli/words.h"
#include "core/base/findingexport.h"
#include "core/ssh/route.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

namespace Portolan::Cli {

namespace {

using Ssh::AlgorithmList;

constexpr AlgorithmList kLists[] = {AlgorithmList::KeyExchange, AlgorithmList::HostKey,
                                    AlgorithmList::Cipher, AlgorithmList::Mac,
                                    AlgorithmList::Compression};

QString titleOf(AlgorithmList list)
{
    switch (list) {
    case AlgorithmList::KeyExchange:
        return Words::tr("Key exchange");
    case AlgorithmList::HostKey:
        return Words::tr("Host keys");
    case AlgorithmList::Cipher:
        return Words::tr("Ciphers");
    case AlgorithmList::Mac:
        return Words::tr("Message authentication");
    case AlgorithmList::Compression:
        break;
    }
    return Words::tr("Compression");
}

QString wordOf(Ssh::Grade grade)
{
    switch (grade) {
    case Ssh::Grade::Strong:
        return Words::tr("strong");
    case Ssh::Grade::Fair:
        return Words::tr("fair");
    case Ssh::Grade::Weak:
        return Words::tr("WEAK");
    case Ssh::Grade::Broken:
        return Words::tr("BROKEN");
    case Ssh::Grade::Unknown:
        break;
    }
    return Words::tr("unknown");
}

} // namespace

AuditCommand::AuditCommand(CommandContext &context, const std::string &url)
    : m_context(context)
    , m_text(QString::fromStdString(url))
{
}

void AuditCommand::start()
{
    m_time.start();
    auto found = m_context.destination(m_text, QStringLiteral("ssh"));
    if (found && found->address.scheme != QLatin1String("ssh"))
        found =
            failure(Error::Kind::Usage,
                    Words::tr("\"%1\" is not an ssh:// address.").arg(found->address.toString()));
    const auto route = found ? Ssh::routeTo(found->address, found->profile, found->profiles, {})
                             : Result<Ssh::Route>(tl::unexpected(found.error()));
    if (!route) {
        m_context.fail(route.error());
        return;
    }
    if (!route->address.options.jumps.empty()) {
        m_context.fail({Error::Kind::Unsupported,
                        Words::tr("An audit asks the server directly, without a login: it does not "
                                  "go through other hosts.")});
        return;
    }
    m_address = std::move(found->address);
    const quint16 port = m_address.port == 0 ? quint16(22) : m_address.port;
    m_probe = std::make_unique<Ssh::AuditProbe>(Ssh::Target{{}, m_address.host, port},
                                                Ssh::AlgorithmChoice(), m_context.options.timeout);
    connect(m_probe.get(), &Ssh::AuditProbe::finished, this,
            [this](const Result<Ssh::AuditFacts> &facts) {
                if (facts)
                    report(*facts);
                else
                    m_context.fail(facts.error());
            });
    m_probe->start();
}

void AuditCommand::report(const Ssh::AuditFacts &facts)
{
    const QList<Finding> findings = judge(facts);
    if (m_context.options.json)
        printJson(facts, findings);
    else
        printText(facts, findings);
    const bool isBad = std::any_of(findings.cbegin(), findings.cend(), [](const Finding &finding) {
        return finding.severity == Finding::Severity::Error;
    });
    m_context.finish(isBad ? exitCode(Error::Kind::Refused) : 0);
}

void AuditCommand::printJson(const Ssh::AuditFacts &facts, const QList<Finding> &findings)
{
    QJsonObject lists;
    for (const AlgorithmList list : kLists) {
        QJsonArray entries;
        const QStringList names = offered(facts.server, list);
        for (const QString &name : names) {
            const Ssh::AlgorithmGrade grade = gradeOf(list, name);
            QJsonObject entry{{QStringLiteral("name"), name},
                              {QStringLiteral("grade"), gradeName(grade.grade)}};
            if (!grade.reason.isEmpty())
                entry.insert(QStringLiteral("reason"), grade.reason);
            entries.append(entry);
        }
        lists.insert(listName(list), entries);
    }
    const Ssh::Agreement agreed = agree(facts.own, facts.server);
    const auto orNull = [](const auto &value) { return value ? QJsonValue(*value) : QJsonValue(); };
    m_context.output.object(
        {{QStringLiteral("type"), QStringLiteral("result")},
         {QStringLiteral("url"), m_address.toString()},
         {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
         {QStringLiteral("elapsed_ms"), m_time.elapsed()},
         {QStringLiteral("banner"), facts.banner},
         {QStringLiteral("lists"), lists},
         {QStringLiteral("strict_kex"),
          facts.server.keyExchange.contains(QStringLiteral("kex-strict-s-v00@openssh.com"))},
         {QStringLiteral("rsa_bits"), orNull(facts.rsaBits)},
         {QStringLiteral("group_bits"), orNull(facts.groupBits)},
         {QStringLiteral("negotiated"),
          QJsonObject{{QStringLiteral("kex"), agreed.keyExchange},
                      {QStringLiteral("host_key"), agreed.hostKey},
                      {QStringLiteral("cipher_out"), agreed.cipherOut},
                      {QStringLiteral("cipher_in"), agreed.cipherIn},
                      {QStringLiteral("mac_out"), agreed.macOut},
                      {QStringLiteral("mac_in"), agreed.macIn},
                      {QStringLiteral("compression_out"), agreed.compressionOut},
                      {QStringLiteral("compression_in"), agreed.compressionIn}}}});
    for (const Finding &finding : findings)
        m_context.output.object(findingObject(finding, Ssh::textOf(finding)));
}

void AuditCommand::printText(const Ssh::AuditFacts &facts, const QList<Finding> &findings)
{
    Output &out = m_context.output;
    out.text(Words::tr("Server: %1").arg(facts.banner));
    const Ssh::Agreement agreed = agree(facts.own, facts.server);
    const QStringList used = {agreed.keyExchange,   agreed.hostKey,       agreed.cipherOut,
                              agreed.cipherIn,      agreed.macOut,        agreed.macIn,
                              agreed.compressionIn, agreed.compressionOut};
    for (const AlgorithmList list : kLists) {
        out.text(QStringLiteral("\n") + titleOf(list));
        const QStringList names = offered(facts.server, list);
        for (const QString &name : names)
            out.text(QStringLiteral("  %1 %2 %3")
                         .arg(used.contains(name) ? QLatin1Char('*') : QLatin1Char(' '))
                         .arg(name, -46)
                         .arg(wordOf(gradeOf(list, name).grade)));
    }
    out.text(QStringLiteral("\n") + Words::tr("* what this program would use") +
             QStringLiteral("\n"));
    for (const Finding &finding : findings) {
        const FindingText text = Ssh::textOf(finding);
        out.text(QStringLiteral("%1: %2").arg(severityLabel(finding.severity), text.title));
        if (!text.advice.isEmpty())
            out.text(QStringLiteral("    ") + text.advice);
        if (!finding.reference.isEmpty() && finding.severity >= Finding::Severity::Warning)
            out.text(QStringLiteral("    ") + finding.reference);
    }
}

} // namespace Portolan::Cli
