// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/shell.h"

#include <QProcess>
#include <QTimer>

#include <utility>

namespace Portolan::Net {

namespace {

class LocalRun final : public Shell::Attempt
{
public:
    LocalRun(const QByteArray &script, std::chrono::milliseconds timeout, Shell::Done done)
        : m_done(std::move(done))
        , m_process(new QProcess)
    {
        m_limit.setSingleShot(true);
        QObject::connect(&m_limit, &QTimer::timeout, &m_context, [this] {
            end(failure(Error::Kind::Timeout,
                        LocalShell::tr("The commands on this computer took too long.")));
        });
        QObject::connect(m_process, &QProcess::readyReadStandardOutput, &m_context,
                         [this] { take(); });
        QObject::connect(m_process, &QProcess::finished, &m_context, [this] {
            take();
            m_output.ended = std::chrono::system_clock::now();
            end(std::move(m_output));
        });
        // From the event loop: a failure to start is told from inside start().
        QObject::connect(
            m_process, &QProcess::errorOccurred, &m_context,
            [this](QProcess::ProcessError error) {
                if (error == QProcess::FailedToStart)
                    end(failure(Error::Kind::Unsupported,
                                LocalShell::tr("There is no POSIX shell on this computer."),
                                m_process->errorString()));
            },
            Qt::QueuedConnection);
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_output.began = std::chrono::system_clock::now();
        m_limit.start(timeout);
        m_process->start(QStringLiteral("sh"), {QStringLiteral("-s")});
        m_process->write(script);
        m_process->closeWriteChannel();
    }
    ~LocalRun() override
    {
        m_process->disconnect(&m_context);
        if (m_process->state() == QProcess::NotRunning) {
            m_process->deleteLater();
            return;
        }
        // Its destructor would wait for the end. Where the program itself is over first, that of
        // the application takes it.
        QObject::connect(m_process, &QProcess::finished, m_process, &QObject::deleteLater);
        QCoreApplication *const application = QCoreApplication::instance();
        if (application && application->thread() == m_process->thread())
            m_process->setParent(application);
        m_process->kill();
    }
    LocalRun(const LocalRun &) = delete;
    LocalRun &operator=(const LocalRun &) = delete;

private:
    void take()
    {
        const QByteArray bytes = m_process->readAllStandardOutput();
        const qsizetype room = Shell::kMostOutput - m_output.bytes.size();
        m_output.isCut = m_output.isCut || bytes.size() > room;
        m_output.bytes += bytes.left(room);
    }
    void end(Result<ShellOutput> result)
    {
        if (std::exchange(m_ended, true))
            return;
        m_limit.stop();
        auto done = std::move(m_done);
        done(std::move(result)); // may destroy this
    }

    Shell::Done m_done;
    QProcess *const m_process;
    ShellOutput m_output;
    QTimer m_limit;
    bool m_ended = false;
    QObject m_context; // goes first, and with it what is connected to it
};

} // namespace

std::unique_ptr<Shell::Attempt> LocalShell::run(const QByteArray &script,
                                                std::chrono::milliseconds timeout, Done done)
{
    return std::make_unique<LocalRun>(script, timeout, std::move(done));
}

} // namespace Portolan::Net
