// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/connection.h"
#include "tests/support/lab.h"

#include <QObject>
#include <QTest>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace SshTest {

using namespace Portolan;
using Connection = Ssh::Connection;

constexpr int kWait = 30'000; // for failing tests only

inline Ssh::Target targetOf(const Test::LabServer &server)
{
    return {server.user, server.host, server.port};
}

// No agent, no keys and no files of the person who runs the tests.
inline Ssh::Options optionsOf(const Test::Lab &lab)
{
    Ssh::Options options;
    options.useAgent = false;
    options.identityFiles = {QStringLiteral("/nonexistent/identity")};
    options.knownHostsFile = lab.client().knownHosts;
    options.globalKnownHostsFiles = {};
    return options;
}

// A connection and everything that it said; answers questions as told.
class Session : public QObject
{
public:
    Session(const Ssh::Target &target, const Ssh::Options &options)
        : connection(Connection::create(target, options))
    {
        watch();
    }
    explicit Session(std::shared_ptr<Connection> existing)
        : connection(std::move(existing))
    {
        watch();
    }

    std::shared_ptr<Connection> connection;
    std::vector<Connection::State> states;
    std::vector<Ssh::HostKeyQuestion> hostKeyQuestions;
    std::vector<Ssh::AuthQuestion> authQuestions;
    std::vector<Error> failures;
    std::vector<Error> losses;
    QStringList warnings;
    QStringList banners;
    std::vector<quint64> settled;
    int readies = 0;

    Ssh::HostKeyAnswer hostKeyAnswer = Ssh::HostKeyAnswer::Reject;
    bool answersHostKey = true;
    QStringList answers; // given in order, one a prompt; when they run out, nothing is answered

    [[nodiscard]] bool isOver() const { return readies > 0 || !failures.empty(); }
    // Starts and waits for ready or failed.
    bool connectAndWait()
    {
        connection->start();
        return QTest::qWaitFor([this] { return isOver(); }, kWait) && readies > 0;
    }
    [[nodiscard]] Error error() const
    {
        return !losses.empty()    ? losses.front()
               : failures.empty() ? Error{Error::Kind::Local, QStringLiteral("no error")}
                                  : failures.front();
    }
    [[nodiscard]] QByteArray story() const
    {
        return (failures.empty()
                    ? QStringLiteral("no failure")
                    : failures.front().what + QStringLiteral(" | ") + failures.front().detail)
            .toUtf8();
    }

private:
    void watch()
    {
        const auto *const from = connection.get();
        connect(from, &Connection::stateChanged, this, [this](auto s) { states.push_back(s); });
        connect(from, &Connection::hostKeyQuestion, this, [this](const auto &question) {
            hostKeyQuestions.push_back(question);
            if (answersHostKey)
                connection->answerHostKey(question.id, hostKeyAnswer);
        });
        connect(from, &Connection::authQuestion, this, [this](const auto &question) {
            authQuestions.push_back(question);
            if (answers.size() < question.prompts.size())
                return;
            std::vector<Secret> given;
            for (qsizetype i = 0; i < question.prompts.size(); ++i)
                given.emplace_back(answers.takeFirst().toStdString());
            connection->answerAuth(question.id, std::move(given));
        });
        connect(from, &Connection::questionSettled, this,
                [this](quint64 id) { settled.push_back(id); });
        connect(from, &Connection::failed, this, [this](const auto &e) { failures.push_back(e); });
        connect(from, &Connection::lost, this, [this](const auto &e) { losses.push_back(e); });
        connect(from, &Connection::warning, this, [this](const auto &w) { warnings.append(w); });
        connect(from, &Connection::banner, this, [this](const auto &b) { banners.append(b); });
        connect(from, &Connection::ready, this, [this] { ++readies; });
    }
};

// Keeps all bytes.
class Collector : public Ssh::ChannelSink
{
public:
    Flow received(std::string_view data, bool isStandardError) override
    {
        const std::scoped_lock lock(m_mutex);
        (isStandardError ? m_errors : m_output).append(data);
        return Flow::More;
    }
    void ended(const Ssh::ExitStatus &status) override
    {
        const std::scoped_lock lock(m_mutex);
        m_status = status;
    }

    [[nodiscard]] std::string output() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_output;
    }
    [[nodiscard]] std::string errors() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_errors;
    }
    [[nodiscard]] std::optional<Ssh::ExitStatus> status() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_status;
    }
    [[nodiscard]] bool has(std::string_view text) const
    {
        return output().find(text) != std::string::npos;
    }

private:
    mutable std::mutex m_mutex;
    std::string m_output;
    std::string m_errors;
    std::optional<Ssh::ExitStatus> m_status;
};

// A command that is run to its end.
struct Ran
{
    std::optional<Ssh::ExitStatus> status;
    std::optional<Error> error;
    std::string output;
    std::string errors;
};

inline Ran runCommand(Connection &connection, const QString &command, std::string_view input = {})
{
    const auto sink = std::make_shared<Collector>();
    Ran ran;
    const auto channel = connection.exec({command}, sink);
    QObject::connect(channel.get(), &Ssh::Channel::closed, channel.get(),
                     [&](const auto &status) { ran.status = status; });
    QObject::connect(channel.get(), &Ssh::Channel::failed, channel.get(),
                     [&](const auto &error) { ran.error = error; });
    channel->write(input);
    channel->sendEof();
    [[maybe_unused]] const bool ended =
        QTest::qWaitFor([&] { return ran.status || ran.error; }, kWait);
    ran.output = sink->output();
    ran.errors = sink->errors();
    return ran;
}

} // namespace SshTest
