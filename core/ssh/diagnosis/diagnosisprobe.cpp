// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/diagnosis/diagnosisprobe.h"

#include "core/runtime/relay.h"
#include "core/ssh/connection.h"
#include "core/ssh/diagnosis/sessioncheck.h"
#include "core/ssh/keys/keyinspect.h"
#include "core/ssh/words.h"

#include <QThreadPool>

#include <algorithm>
#include <stop_token>

namespace Portolan::Ssh {

namespace {

struct Inspected
{
    QList<KeyFacts> keys;
    AgentFacts agent;
};

} // namespace

struct DiagnosisProbe::Private : public QObject
{
    using ProbeRelay = Relay<Private>;

    Private(DiagnosisProbe &owner, const Target &to, const Options &with)
        : probe(owner)
        , target(to)
        , options(with)
    {
    }
    ~Private() override
    {
        stop.request_stop();
        relay->detach();
    }

    void inspect();
    void connectTo();
    void answerFor(Connection &asking);
    void onQuestion(Connection &asking, const AuthQuestion &question);
    void checkSession();
    void finishIfDone();

    DiagnosisProbe &probe;
    Target target;
    Options options;
    std::optional<Secret> password;
    bool interactive = false;
    bool trustUnknown = false;
    bool hostIsKnown = true;
    bool withheld = false;
    bool passwordGiven = false;
    bool started = false;
    bool finished = false;

    std::stop_source stop;
    std::shared_ptr<ProbeRelay> relay = std::make_shared<ProbeRelay>(this);
    std::shared_ptr<Connection> connection;
    std::vector<std::shared_ptr<Connection>> hops; // of the way, as long as the attempt lasts
    std::weak_ptr<Connection> asked;
    std::unique_ptr<SessionCheck> sessionCheck;
    bool attemptDone = false;
    std::optional<Inspected> inspected;
    DiagnosisFacts facts;
    Transcript transcript;
    DiagnosisStep step = DiagnosisStep::Lookup;
};

void DiagnosisProbe::Private::inspect()
{
    QThreadPool::globalInstance()->start(
        [relay = relay, options = options, token = stop.get_token()] {
            Inspected result{inspectKeys(options), inspectAgent(options, token)};
            matchKeys(result.keys, result.agent);
            relay->post([result = std::move(result)](Private &self) {
                self.inspected = result;
                self.finishIfDone();
            });
        });
}

void DiagnosisProbe::Private::connectTo()
{
    // Nothing is recorded, and one wrong password is enough.
    Options mine = options;
    if (mine.hostKeyPolicy == HostKeyPolicy::AcceptNew)
        mine.hostKeyPolicy = HostKeyPolicy::Ask;
    mine.passwordAttempts = 1;
    connection = Connection::create(target, mine);
    target = connection->target();
    QObject::connect(connection.get(), &Connection::stateChanged, this, [this] {
        if (const DiagnosisStep now = connection->seen().reached; now != step) {
            step = now;
            Q_EMIT probe.stepBegun(step);
        }
    });
    answerFor(*connection);
    QObject::connect(connection.get(), &Connection::ready, this, &Private::checkSession);
    const auto end = [this] {
        attemptDone = true;
        finishIfDone();
    };
    QObject::connect(connection.get(), &Connection::failed, this, end);
    QObject::connect(connection.get(), &Connection::lost, this, [this, end](const Error &error) {
        if (sessionCheck)
            sessionCheck->noteLoss(error);
        end();
    });
    connection->start();
    hops = connection->hops();
    for (const auto &hop : hops)
        answerFor(*hop);
}

void DiagnosisProbe::Private::answerFor(Connection &asking)
{
    QObject::connect(&asking, &Connection::hostKeyQuestion, this,
                     [this, &asking](const HostKeyQuestion &question) {
                         hostIsKnown = trustUnknown;
                         // For this connection alone, to see what comes after.
                         asking.answerHostKey(question.id, HostKeyAnswer::AcceptOnce);
                     });
    QObject::connect(
        &asking, &Connection::authQuestion, this,
        [this, &asking](const AuthQuestion &question) { onQuestion(asking, question); });
}

void DiagnosisProbe::Private::onQuestion(Connection &asking, const AuthQuestion &question)
{
    using Method = AuthQuestion::Method;
    // A host that is not known gets no secret; a passphrase stays at this machine.
    if (question.method != Method::Passphrase && !hostIsKnown) {
        withheld = withheld || passwordGiven || interactive;
        asking.answerAuth(question.id, {});
        return;
    }
    if (asksForPassword(question) && password && &asking == connection.get()) {
        std::vector<Secret> answers;
        answers.push_back(password->copy());
        asking.answerAuth(question.id, std::move(answers));
    } else if (interactive) {
        asked = asking.weak_from_this();
        Q_EMIT probe.question(question);
    } else {
        asking.answerAuth(question.id, {});
    }
}

void DiagnosisProbe::Private::checkSession()
{
    password.reset();
    Q_EMIT probe.stepBegun(DiagnosisStep::Session);
    sessionCheck = std::make_unique<SessionCheck>(*connection);
    QObject::connect(sessionCheck.get(), &SessionCheck::finished, this, [this] {
        attemptDone = true;
        finishIfDone();
    });
    sessionCheck->start();
}

void DiagnosisProbe::Private::finishIfDone()
{
    if (!attemptDone || !inspected || finished)
        return;
    finished = true;
    if (connection) {
        const auto failedAt = std::find_if(hops.cbegin(), hops.cend(), [this](const auto &hop) {
            return connection->failedHop() && hop->target() == *connection->failedHop();
        });
        const Connection &told = failedAt == hops.cend() ? *connection : **failedAt;
        facts = told.seen();
        transcript = told.transcript();
        // The way onwards was refused by a host that let us in.
        if (!facts.error)
            facts.error = connection->lastError();
        facts.login.passwordGiven = passwordGiven;
        facts.login.passwordWithheld = withheld;
        if (sessionCheck) {
            facts.session = sessionCheck->checks();
            if (sessionCheck->lostByCommand())
                facts.error.reset();
            for (const TranscriptEntry &entry : sessionCheck->entries(transcript))
                transcript.append(entry);
        }
        QObject::disconnect(connection.get(), nullptr, this, nullptr);
        sessionCheck.reset();
        for (const auto &hop : hops)
            QObject::disconnect(hop.get(), nullptr, this, nullptr);
        connection->close();
    }
    facts.options = options;
    facts.keysChecked = true;
    facts.keys = inspected->keys;
    facts.agent = inspected->agent;
    const DiagnosisFacts result = facts;
    Q_EMIT probe.finished(result); // may be the end of this probe
}

DiagnosisProbe::DiagnosisProbe(const Target &target, const Options &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, target, options))
{
}

DiagnosisProbe::~DiagnosisProbe() = default;

void DiagnosisProbe::offerPassword(Secret password)
{
    d->password = std::move(password);
    d->passwordGiven = true;
}

void DiagnosisProbe::setInteractive(bool interactive)
{
    d->interactive = interactive;
}

void DiagnosisProbe::setTrustUnknownHost(bool trust)
{
    d->trustUnknown = trust;
}

void DiagnosisProbe::start()
{
    if (std::exchange(d->started, true))
        return;
    d->inspect();
    d->connectTo();
}

void DiagnosisProbe::complete(const DiagnosisFacts &seen, const Transcript &transcript)
{
    if (std::exchange(d->started, true))
        return;
    d->facts = seen;
    d->transcript = transcript;
    d->attemptDone = true;
    d->inspect();
}

void DiagnosisProbe::answer(quint64 id, std::vector<Secret> answers)
{
    if (const auto asked = d->asked.lock())
        asked->answerAuth(id, std::move(answers));
}

const Transcript &DiagnosisProbe::transcript() const
{
    return d->connection && !d->finished ? d->connection->transcript() : d->transcript;
}

} // namespace Portolan::Ssh
