// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sshsession.h"

#include "app/cli/console.h"
#include "app/cli/words.h"
#include "core/ssh/config/configaddress.h"
#include "core/ssh/route.h"
#include "core/ssh/sshaddress.h"
#include "core/store/folders.h"

#include <QFileInfo>
#include <QUrl>

namespace Portolan::Cli {

SshSession::SshSession(CommandContext &context, const SshOptions &options)
    : m_context(context)
    , m_options(options)
{
}

Result<Ssh::SshAddress> SshSession::meaning()
{
    auto found =
        m_context.destination(QString::fromStdString(m_options.url), QStringLiteral("ssh"));
    if (!found)
        return tl::unexpected(std::move(found.error()));
    Address *const address = &found->address;
    m_url = address->toString();
    Ssh::Options defaults;
    defaults.connectTimeout = m_context.options.timeout;
    defaults.loginTimeout = m_context.options.timeout;
    defaults.knownHostsFile = m_options.knownHosts.empty()
                                  ? Folders::ofThisUser().knownHosts
                                  : QString::fromStdString(m_options.knownHosts);
    if (m_options.acceptNew)
        defaults.hostKeyPolicy = Ssh::HostKeyPolicy::AcceptNew;
    // As if they stood in the address.
    for (const std::string &jump : m_options.jumps)
        address->options.addQueryItem(
            QStringLiteral("jump"),
            QString::fromUtf8(QUrl::toPercentEncoding(QString::fromStdString(jump))));
    for (const std::string &identity : m_options.identities)
        address->options.addQueryItem(
            QStringLiteral("identity"),
            QString::fromUtf8(QUrl::toPercentEncoding(QString::fromStdString(identity))));
    // A profile says all that it means; what was typed may be an alias of ssh_config.
    if (!found->profile.isEmpty())
        return Ssh::routeTo(*address, found->profile, found->profiles, defaults)
            .map([](Ssh::Route route) { return std::move(route.address); });
    auto configured = withSshConfig(*address);
    if (!configured)
        return tl::unexpected(std::move(configured.error()));
    return Ssh::sshAddress(*configured, defaults);
}

Result<> SshSession::start()
{
    const auto meaning = this->meaning();
    if (!meaning)
        return tl::unexpected(meaning.error());
    m_connection = Ssh::Connection::create(meaning->target, meaning->options);

    auto password =
        m_context.password(Words::tr("Password of %1: ").arg(m_connection->target().display()));
    if (!password)
        return tl::unexpected(std::move(password.error()));
    if (*password)
        m_connection->offerPassword(std::move(**password));

    using Ssh::Connection;
    connect(m_connection.get(), &Connection::warning, this,
            [this](const QString &sentence) { m_context.output.warning(sentence); });
    connect(m_connection.get(), &Connection::banner, this, [this](const QString &text) {
        if (!m_context.options.json)
            m_context.output.warning(text);
    });
    connect(m_connection.get(), &Connection::ready, this, &SshSession::ready);
    connect(m_connection.get(), &Connection::failed, this, &SshSession::end);
    connect(m_connection.get(), &Connection::lost, this, &SshSession::failed);
    answerFor(*m_connection);
    m_connection->start();
    for (const auto &hop : m_connection->hops())
        answerFor(*hop);
    return {};
}

Result<Address> SshSession::withSshConfig(const Address &typed)
{
    QStringList files = Folders::ofThisUser().sshConfigs;
    if (m_options.sshConfig == "none") {
        files.clear();
    } else if (!m_options.sshConfig.empty()) {
        files = QStringList(QString::fromStdString(m_options.sshConfig));
        if (!QFileInfo(files.front()).isReadable())
            return failure(Error::Kind::Local,
                           Words::tr("The file %1 cannot be read.").arg(files.front()));
    }
    auto meaning = Ssh::configuredAddress(typed, Ssh::readConfigFiles(files), Ssh::thisAsker());
    if (!meaning)
        return tl::unexpected(std::move(meaning.error()));
    for (const Ssh::ConfigNote &note : std::as_const(meaning->notes)) {
        m_context.output.warning(
            note.line > 0 ? Words::tr("%1, line %2: %3")
                                .arg(note.file, QString::number(note.line), note.sentence)
                          : Words::tr("%1: %2").arg(note.file, note.sentence));
    }
    return std::move(meaning->address);
}

void SshSession::answerFor(Ssh::Connection &connection)
{
    using Ssh::Connection;
    connect(&connection, &Connection::hostKeyQuestion, this,
            [this, &connection](const auto &question) { answerHostKey(connection, question); });
    connect(&connection, &Connection::authQuestion, this,
            [this, &connection](const auto &question) { answerAuth(connection, question); });
}

void SshSession::answerHostKey(Ssh::Connection &connection, const Ssh::HostKeyQuestion &question)
{
    using Answer = Ssh::HostKeyAnswer;
    if (m_context.options.insecure) {
        connection.answerHostKey(question.id, Answer::AcceptOnce);
        return;
    }
    QString text = Words::tr("The %1 host key of %2 is not known: %3\n")
                       .arg(question.keyType, question.host, question.sha256);
    for (const auto &known : question.known)
        text += Words::tr("Known is another kind of key: %1 %2 (%3, line %4)\n")
                    .arg(known.keyType, known.fingerprint, known.file)
                    .arg(known.line);
    if (!question.certificateAuthority.isEmpty())
        text += Words::tr("A certificate authority is known for it (%1), but host certificates "
                          "are not supported.\n")
                    .arg(question.certificateAuthority);
    text += Words::tr("Trust it? yes (and remember it), once, or no: ");
    const Result<QString> answer = promptLine(text);
    if (!answer && answer.error().kind != Error::Kind::Cancelled)
        m_unasked = Words::tr("The host key of %1 is not known, and there is no terminal to ask "
                              "at. It is %2 %3. Use --accept-new to trust it from now on.")
                        .arg(question.host, question.keyType, question.sha256);
    const QString word = answer ? answer->trimmed().toLower() : QString();
    // Both languages' words, whichever is chosen.
    const bool yes = word == QLatin1String("yes") || word == QStringLiteral("예");
    const bool once = word == QLatin1String("once") || word == QStringLiteral("한번");
    connection.answerHostKey(question.id, yes    ? Answer::AcceptAlways
                                          : once ? Answer::AcceptOnce
                                                 : Answer::Reject);
}

std::vector<Secret> askAtTerminal(CommandContext &context, const Ssh::AuthQuestion &question,
                                  QString *unasked)
{
    std::vector<Secret> answers;
    if (!question.instruction.isEmpty())
        context.output.warning(question.instruction);
    for (const auto &prompt : question.prompts) {
        QString text = QStringLiteral("%1@%2: %3: ").arg(question.user, question.host, prompt.text);
        if (question.method == Ssh::AuthQuestion::Method::Passphrase)
            text = Words::tr("Passphrase of %1: ").arg(question.keyFile);
        else if (prompt.text.endsWith(QLatin1Char(':')))
            text.chop(2);
        if (prompt.echo) {
            Result<QString> line = promptLine(text + QLatin1Char(' '));
            if (line) {
                answers.push_back(Secret::takeFrom(*line));
                continue;
            }
        } else if (Result<Secret> secret = promptSecret(text)) {
            answers.push_back(std::move(*secret));
            continue;
        } else if (secret.error().kind != Error::Kind::Cancelled) {
            *unasked = Words::tr("%1 was not let in at %2: there is no terminal to ask for \"%3\".")
                           .arg(question.user, question.host, prompt.text);
        }
        answers.clear();
        break;
    }
    return answers;
}

void SshSession::answerAuth(Ssh::Connection &connection, const Ssh::AuthQuestion &question)
{
    connection.answerAuth(question.id, askAtTerminal(m_context, question, &m_unasked));
}

void SshSession::end(const Error &error)
{
    Error told = error;
    if (!m_unasked.isEmpty() && error.kind == Error::Kind::Cancelled) {
        told.kind = Error::Kind::Auth;
        told.what = m_unasked;
    } else if (!m_unasked.isEmpty() && error.kind == Error::Kind::Certificate) {
        told.what = m_unasked;
    }
    Q_EMIT failed(told);
}

} // namespace Portolan::Cli
