// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandcontext.h"

#include "app/cli/console.h"
#include "app/cli/words.h"
#include "core/base/findingexport.h"
#include "core/store/folders.h"
#include "core/store/storage.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <utility>

namespace Portolan::Cli {

namespace {

class PlainCommand final : public Command
{
public:
    PlainCommand(CommandContext &context, std::function<Result<>(CommandContext &)> work)
        : m_context(context)
        , m_work(std::move(work))
    {
    }

    void start() override
    {
        if (const Result<> result = m_work(m_context); result)
            m_context.finish();
        else
            m_context.fail(result.error());
    }

private:
    CommandContext &m_context;
    std::function<Result<>(CommandContext &)> m_work;
};

} // namespace

QStringList CommandContext::takeTrailing()
{
    return std::exchange(m_trailing, std::nullopt).value_or(QStringList());
}

void CommandContext::setTrailing(QStringList trailing)
{
    m_trailing = std::move(trailing);
}

void CommandContext::run(std::unique_ptr<Command> command)
{
    m_command = std::move(command);
}

void CommandContext::run(std::function<Result<>(CommandContext &)> work)
{
    run(std::make_unique<PlainCommand>(*this, std::move(work)));
}

int CommandContext::exec()
{
    m_clock.start();
    if (m_trailing && !isFinished())
        fail({Error::Kind::Usage, Words::tr("This command takes nothing behind \"--\".")});
    if (options.insecure && !isFinished())
        output.warning(Words::tr("--insecure: who the peer is will not be checked in this run."));
    if (!isFinished()) {
        Interrupt interrupt;
        QObject::connect(&interrupt, &Interrupt::requested, &interrupt, [this] {
            fail({Error::Kind::Cancelled, Words::tr("Cancelled.")});
        });
        QMetaObject::invokeMethod(
            &interrupt, [this] { m_command->start(); }, Qt::QueuedConnection);
        QCoreApplication::exec();
    }
    m_command.reset();
    return m_exitCode.value_or(exitCode(Error::Kind::Local));
}

void CommandContext::finish(int exitCode)
{
    if (!isFinished())
        end(exitCode);
}

void CommandContext::fail(const Error &error)
{
    fail(error, exitCode(error.kind));
}

void CommandContext::fail(const Error &error, int exitCode)
{
    if (isFinished())
        return;
    output.error(error);
    end(exitCode);
}

void CommandContext::end(int exitCode)
{
    if (options.json) {
        summary.insert(QStringLiteral("type"), QStringLiteral("summary"));
        summary.insert(QStringLiteral("exit_code"), exitCode);
        summary.insert(QStringLiteral("elapsed_ms"), m_clock.isValid() ? m_clock.elapsed() : 0);
        output.object(summary);
    }
    if (output.failed() && exitCode == 0) {
        const Error error{Error::Kind::Local, Words::tr("Standard output could not be written.")};
        output.error(error);
        exitCode = Portolan::exitCode(error.kind);
    }
    m_exitCode = exitCode;
    QCoreApplication::quit();
}

void CommandContext::show(const Finding &finding, const FindingText &text)
{
    if (options.json) {
        output.object(findingObject(finding, text));
        return;
    }
    output.text(QStringLiteral("%1: %2").arg(severityLabel(finding.severity), text.title));
    if (finding.severity == Finding::Severity::Ok && !options.verbose)
        return;
    const auto lines = [this](const QString &of, const QString &before) {
        const auto all = of.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : all)
            output.text(before + line);
    };
    lines(finding.evidence, QStringLiteral("    | "));
    lines(text.advice, QStringLiteral("    "));
    if (!finding.reference.isEmpty())
        output.text(QStringLiteral("    (%1)").arg(finding.reference));
}

Result<Destination> CommandContext::destination(const QString &text,
                                                const QString &defaultScheme) const
{
    return resolved(text, defaultScheme, options.user);
}

Result<Destination> CommandContext::resolved(const QString &text, const QString &defaultScheme,
                                             const QString &user)
{
    if (text.startsWith(QLatin1Char('@'))) {
        auto profiles = ProfileSet::read(Storage::fileOf(Folders::ofThisUser()));
        if (!profiles)
            return tl::unexpected(std::move(profiles.error()));
        const auto profile = profiles->find(text.mid(1));
        if (!profile)
            return tl::unexpected(profile.error());
        const auto route = profiles->route(profile->id);
        if (!route)
            return tl::unexpected(route.error());
        Destination found{route->last().address, profile->id, std::move(*profiles)};
        if (!user.isEmpty())
            found.address.user = user;
        return found;
    }
    Result<ParsedAddress> parsed = parseAddress(text, defaultScheme);
    if (!parsed)
        return tl::unexpected(std::move(parsed.error()));
    if (parsed->password)
        return failure(Error::Kind::Usage, Words::tr("A password does not belong in a URL. Use "
                                                     "--password-env, --password-fd or "
                                                     "--ask-password."));
    if (!user.isEmpty())
        parsed->address.user = user;
    return Destination{std::move(parsed->address)};
}

Result<Destination> CommandContext::hop(const QString &text) const
{
    return resolved(text, QStringLiteral("ssh"), {});
}

Result<std::optional<Secret>>
CommandContext::secretFrom(int fileDescriptor, const QString &variable, const QString &option)
{
    const auto some = [](Secret secret) { return std::optional(std::move(secret)); };
    if (fileDescriptor >= 0)
        return readSecretLine(fileDescriptor).map(some);
    if (!variable.isEmpty()) {
        const QByteArray name = variable.toLocal8Bit();
        if (!qEnvironmentVariableIsSet(name.constData()))
            return failure(
                Error::Kind::Usage,
                Words::tr("The environment variable %1 of %2 is not set.").arg(variable, option));
        QByteArray value = qgetenv(name.constData());
        // Not for the children that this process may start.
        qunsetenv(name.constData());
        Secret secret(std::string_view(value.constData(), static_cast<std::size_t>(value.size())));
        wipeMemory(value.data(), static_cast<std::size_t>(value.size()));
        return some(std::move(secret));
    }
    return std::optional<Secret>();
}

Result<std::optional<Secret>> CommandContext::password(const QString &question)
{
    if (options.askPassword)
        return promptSecret(question).map(
            [](Secret secret) { return std::optional(std::move(secret)); });
    return secretFrom(options.passwordFd, options.passwordVariable,
                      QStringLiteral("--password-env"));
}

} // namespace Portolan::Cli
