// SPDX-License-Identifier: GPL-3.0-or-later
// Messages to the receiver of notifications, which anybody sends: the receiver decodes them, tells
// of each at most once, and what it tells becomes text, JSON and syslog. The first byte chooses how
// many messages the rest is.
#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/traps/listener.h"
#include "core/snmp/traps/syslogmessage.h"
#include "core/snmp/traps/trapfilter.h"
#include "core/snmp/traps/traptext.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace Portolan;
using namespace Portolan::Snmp;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

// The engine's part that a listener needs, without a socket.
class Host final : public PeerHost
{
public:
    Wire::Codec &codec() override { return m_codec; }
    const LocalEngine &localEngine() const override { return m_local; }
    void setTimer(quint64, RequestId, Clock::time_point) override {}
    void callAt(Clock::time_point, quint64, std::function<void()>) override {}
    void socketsChanged() override {}
    SameEngine noteEngine(const QByteArray &, const QString &, Wire::EngineClock) override
    {
        return {};
    }

private:
    Wire::Codec m_codec;
    const LocalEngine m_local{QByteArrayView("fuzz")};
};

ListenerSetup setup(const std::shared_ptr<TrapQueue> &queue)
{
    ListenerSetup made;
    made.target.udp = false; // no socket at all
    made.queues = {queue};
    made.events.failed = [](const Error &) {};
    made.events.listening = [](const Listening &) {};
    TrapUser user;
    user.name = QStringLiteral("ops");
    user.level = Level::AuthPriv;
    user.credentials.authPassword = Secret("authentic1");
    user.credentials.privPassword = Secret("privatepw1");
    made.keys.users.push_back(std::move(user));
    return made;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto modules = Smi::loadModules({})->snapshot;
    static Host host;
    static const auto queue = std::make_shared<TrapQueue>(1000);
    static Listener listener(host, 1, setup(queue));
    static const auto filter = *TrapFilter::parse(*modules, QStringLiteral("down -up"));
    if (size < 1)
        return 0;
    const std::size_t count = 1 + data[0] % 3U;
    std::span<const std::uint8_t> rest(data + 1, size - 1);
    for (std::size_t i = 0; i < count; ++i)
        listener.take(rest.subspan(rest.size() / count * i), std::chrono::steady_clock::now());
    const auto batch = queue->take(1000);
    check(batch.items.size() <= count);
    for (const TrapPtr &trap : batch.items) {
        check(trap->cost() < 4'000'000);
        check(QJsonDocument(trapObject(*modules, *trap)).toJson().size() > 20);
        static_cast<void>(filter.matches(*modules, *trap));
        const auto sent = encodeSyslog(syslogOf(*modules, *trap, Finding::Severity::Info, 16),
                                       SyslogFraming::Datagram, 2048);
        check(sent.bytes.size() <= 2048 && sent.bytes.startsWith("<134>1 "));
        check(!sent.bytes.contains('\n'));
    }
    return 0;
}
