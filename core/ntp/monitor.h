// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/clockfilter.h"
#include "core/ntp/clockwatch.h"
#include "core/ntp/nts/keyexchange.h"
#include "core/ntp/outcome.h"
#include "core/ntp/selection.h"
#include "core/ntp/serveraddress.h"
#include "core/ntp/smear.h"
#include "core/runtime/batchpump.h"
#include "core/runtime/enginehost.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace Portolan::Ntp {

class Engine;
namespace Nts {
class KeySource;
}

// How one server stands now. Plain value of the Monitor's thread.
struct ServerState
{
    enum class Phase : std::uint8_t {
        LookingUp,      // its name
        ExchangingKeys, // NTS
        Asking,
        Refused, // it said DENY or RSTR, and is not asked any more
        Failed,  // `error`: its name or its keys; both are tried again
    };
    struct Counts
    {
        quint64 polls = 0;    // that came to an end, whatever it was
        quint64 answered = 0; // measured
        quint64 silent = 0;
        quint64 rejected = 0;
        quint64 kissed = 0;
        quint64 refused = 0; // by the network
        quint64 stray = 0;
    };

    quint64 id = 0;     // of this server; never used again
    quint64 source = 0; // what add() gave: a name may stand for several servers
    ServerTarget target;
    QHostAddress address = {}; // null until the name is looked up
    quint16 usedPort = 0;      // where it is asked for the time; 0: not yet
    Phase phase = Phase::LookingUp;
    std::optional<Error> error = {};

    ClockFilter filter = {};
    std::optional<Sample> last = {};
    // The last thing that came of a poll and was no measurement, and whether it came after `last`:
    // their times do not tell, since somebody may have set the clock in between.
    std::optional<Outcome> trouble = {};
    bool isTroubled = false;
    bool isForged = false; // nothing but what is not authentic answered the last poll
    Counts counts = {};
    QString kiss = {};                    // the last one, until it measures again
    std::chrono::milliseconds interval{}; // between polls, as it is now
    // NTS: the last exchange of keys, of whatever end, and how many cookies are left. `address` is
    // where the keys came from until it is known which server they are for.
    std::shared_ptr<const Nts::KeyExchangeReport> keyExchange = {};
    int cookies = 0;
    SmearSign smear = SmearSign::None;
    Choice choice = {};

    // With NTS the key server may name another port than the address.
    [[nodiscard]] quint16 port() const { return usedPort != 0 ? usedPort : target.port; }
    [[nodiscard]] QString name() const; // "time.example (192.0.2.1)"
    // What the correctness interval is at `now`: root distance of RFC 5905, section 11.2.
    [[nodiscard]] std::optional<Seconds> distance(Instant now) const;
};

// The servers that are watched together, what each says, and which of them to believe: the handle
// of an Engine on a thread of its own. Lives on the thread that made it, with a Qt event loop; all
// methods and signals are there, nothing blocks. Owned by whoever shows it; destroying it ends
// every poll.
//
// A server with NTS is asked under the keys of an exchange, never without; keys are made anew when
// its cookies run out, when it does not know them any more, and when nothing authentic comes.
//
// It asks, and never sets a clock. Names are looked up here; a name whose address does not answer
// the first eight polls goes on to its next address.
class Monitor : public QObject
{
    Q_OBJECT

public:
    explicit Monitor(PollPlan plan = {}, QObject *parent = nullptr);
    ~Monitor() override;

    // Returns the source: one or more servers, of which serversChanged() tells once the name is
    // looked up (one, in the phase LookingUp, is there at once). `key` is that of target.keyId.
    quint64 add(const ServerTarget &target, std::optional<SymmetricKey> key = {});
    struct Wanted
    {
        ServerTarget target;
        std::optional<SymmetricKey> key = {};
    };
    // Many at once, in this order: whoever listens hears of all of them together.
    QList<quint64> add(std::vector<Wanted> wanted);
    void remove(const QList<quint64> &sources);
    void remove(quint64 source) { remove(QList<quint64>{source}); }
    // Looks the names up again and begins anew, also where they had failed or were refused.
    void again(const QList<quint64> &sources);
    void again(quint64 source) { again(QList<quint64>{source}); }
    void setPlan(const PollPlan &plan); // of all
    void pollNow();                     // every server, as soon as it may be asked
    // A "what if": servers that take no part in the choice. They are asked all the same.
    void setLeftOut(const QList<quint64> &servers);

    [[nodiscard]] const PollPlan &plan() const { return m_plan; }
    [[nodiscard]] const std::vector<ServerState> &servers() const { return m_servers; }
    [[nodiscard]] const ServerState *server(quint64 id) const;
    [[nodiscard]] const Selection &selection() const { return m_selection; }
    // How often this machine's clock was seen to jump against the steady one, and by how much.
    struct ClockStep
    {
        Instant at;
        Seconds by{};
    };
    [[nodiscard]] const std::deque<ClockStep> &clockSteps() const { return m_steps; }

Q_SIGNALS:
    // Rows have come, gone, or changed their address.
    void serversChanged();
    // Values of servers, and the selection; at most every 33 ms.
    void updated();
    // Everything that came, in order: what charts, history and the log take.
    void happened(const QList<Portolan::Ntp::Outcome> &outcomes);
    void clockStepped(const Portolan::Ntp::Monitor::ClockStep &step);

private:
    struct Source;

    // What a literal address needs is done at once; the caller chooses and tells.
    void lookUp(Source &source);
    void onLookedUp(Source &source, const QList<QHostAddress> &addresses);
    void begin(ServerState &server, const Source &source);
    void open(ServerState &server, const Source &source, quint16 port,
              std::optional<Nts::Association> association);
    void exchangeKeys(ServerState &server, const Source &source);
    void onKeys(quint64 id, const QHostAddress &address, quint16 port);
    void onNoKeys(quint64 id, const Error &error);
    void close(quint64 id);
    void index();
    [[nodiscard]] QList<quint64> asked() const;
    void take(const std::vector<Outcome> &outcomes);
    // Whether its address has changed.
    bool take(const Outcome &outcome, ServerState &server);
    // Whether it did.
    bool goOnToNextAddress(ServerState &server);
    static void noteTrouble(const Outcome &outcome, ServerState &server);
    void choose();
    void tellRows();
    void watchClock();
    [[nodiscard]] ServerState *find(quint64 id);
    [[nodiscard]] Source *findSource(quint64 id);

    PollPlan m_plan;
    std::shared_ptr<OutcomeQueue> m_outcomes;
    std::unique_ptr<EngineHost<Engine>> m_host;
    std::vector<std::unique_ptr<Source>> m_sources;
    std::vector<ServerState> m_servers;
    QHash<quint64, std::size_t> m_places;           // of m_servers
    std::shared_ptr<Nts::KeyExchanger> m_exchanger; // from the first server with NTS on
    std::unordered_map<quint64, std::unique_ptr<Nts::KeySource>> m_keys; // by server
    QList<quint64> m_leftOut;
    Selection m_selection;
    std::deque<ClockStep> m_steps;
    QTimer m_clockWatch;
    ClockWatch m_clock{readClocks()};
    quint64 m_lastId = 0;
    std::unique_ptr<BatchPump<Outcome>> m_pump;
};

} // namespace Portolan::Ntp
