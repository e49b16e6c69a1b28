// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/dialer.h"

#include "core/net/lookup.h"
#include "core/net/tcpdial.h"

#include <QHostInfo>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <utility>
#include <vector>

namespace Portolan::Net {

namespace {

class TcpAttempt final : public Dialer::Attempt
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Net)
public:
    TcpAttempt(const QString &host, quint16 port, std::chrono::milliseconds timeout,
               Dialer::Done done)
        : m_host(host)
        , m_port(port)
        , m_timeout(timeout)
        , m_done(std::move(done))
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_context, [this] { onTimer(); });
        if (const QHostAddress literal(host); !literal.isNull()) {
            m_addresses = {literal};
            m_timer.start(0);
            return;
        }
        m_timer.start(timeout);
        m_lookup = QHostInfo::lookupHost(host, &m_context, [this](const QHostInfo &info) {
            m_lookup = -1;
            m_addresses = addressesOf(info);
            if (m_addresses.isEmpty()) {
                end(failure(Error::Kind::Network,
                            tr("There is no host of the name %1.").arg(m_host),
                            info.errorString()));
                return;
            }
            begin();
        });
    }
    ~TcpAttempt() override
    {
        if (m_lookup >= 0)
            QHostInfo::abortHostLookup(m_lookup);
    }

private:
    void onTimer()
    {
        if (m_dial)
            advance();
        else if (!m_addresses.isEmpty())
            begin();
        else
            end(failure(Error::Kind::Timeout,
                        tr("The name %1 was not resolved in time.").arg(m_host)));
    }

    void begin()
    {
        m_dial.emplace(m_host, m_addresses, m_port, m_timeout, TcpDial::Clock::now());
        advance();
    }

    void advance()
    {
        auto result = m_dial->advance(TcpDial::Clock::now());
        if (!result) {
            watch();
            return;
        }
        m_watched.clear();
        if (*result)
            end(Stream{std::move((*result)->socket), (*result)->address.toString(), {}});
        else
            end(tl::unexpected(std::move(result->error())));
    }

    void watch()
    {
        m_watched.clear();
        for (const NativeSocket socket : m_dial->sockets()) {
            auto watched = std::make_unique<QSocketNotifier>(static_cast<qintptr>(socket),
                                                             QSocketNotifier::Write);
            QObject::connect(watched.get(), &QSocketNotifier::activated, &m_context,
                             [this] { m_timer.start(0); }); // it may not go from inside its signal
            m_watched.push_back(std::move(watched));
        }
        const auto left = m_dial->wakeAt() - TcpDial::Clock::now();
        m_timer.start(std::max(std::chrono::milliseconds(0),
                               std::chrono::ceil<std::chrono::milliseconds>(left)));
    }

    void end(Result<Stream> result)
    {
        m_timer.stop();
        auto done = std::move(m_done);
        done(std::move(result)); // may destroy this
    }

    const QString m_host;
    const quint16 m_port;
    const std::chrono::milliseconds m_timeout;
    Dialer::Done m_done;
    QObject m_context;
    QTimer m_timer;
    int m_lookup = -1;
    QList<QHostAddress> m_addresses;
    std::optional<TcpDial> m_dial;
    std::vector<std::unique_ptr<QSocketNotifier>> m_watched; // before the sockets they watch go
};

} // namespace

std::unique_ptr<Dialer::Attempt> TcpDialer::dial(const QString &host, quint16 port,
                                                 std::chrono::milliseconds timeout, Done done)
{
    return std::make_unique<TcpAttempt>(host, port, timeout, std::move(done));
}

} // namespace Portolan::Net
