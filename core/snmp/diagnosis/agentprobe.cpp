// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/diagnosis/agentprobe.h"

#include "core/snmp/diagnosis/agentproberun.h"
#include "core/snmp/words.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Portolan::Snmp {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

const Oid kDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid kObjectId{1, 3, 6, 1, 2, 1, 1, 2, 0};
const Oid kUpTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
constexpr auto kFacts = 300ms;

} // namespace

AgentProbe::AgentProbe(std::shared_ptr<Station> station, const AgentTarget &target,
                       Credentials credentials, const Request &request, MakeDialer makeDialer,
                       QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(station), target, std::move(credentials), request,
                                  std::move(makeDialer)))
{
}

AgentProbe::~AgentProbe() = default;

void AgentProbe::setTranscript(std::shared_ptr<TranscriptQueue> queue)
{
    d->transcript = std::move(queue);
}

const DiagnosisFacts &AgentProbe::facts() const
{
    return d->facts;
}

void AgentProbe::start()
{
    if (d->running)
        return;
    d->running = true;
    d->facts = {};
    d->facts.target = d->target;
    d->facts.hasAuthPassword = !d->credentials.authPassword.isEmpty();
    d->facts.hasPrivPassword = !d->credentials.privPassword.isEmpty();
    d->facts.prefixes = d->request.prefixes;
    d->facts.knownEngineId = d->request.knownEngineId;
    for (const char *usual : {"public", "private"}) {
        if (d->target.version != Version::V3 && d->credentials.community.reveal() == usual)
            d->facts.usualCommunity = QString::fromLatin1(usual);
    }
    d->first();
}

void AgentProbe::cancel()
{
    if (!d->running)
        return;
    d->facts.cancelled = true;
    d->finish();
}

std::unique_ptr<Agent> AgentProbe::Private::makeAgent(const AgentTarget &to, Credentials with)
{
    return std::make_unique<Agent>(station, to, std::move(with),
                                   makeDialer ? makeDialer() : nullptr);
}

void AgentProbe::Private::ask(Snmp::Request what, Answer answer)
{
    answers[main->request(std::move(what))] = std::move(answer);
}

void AgentProbe::Private::walkThese(WalkRequest what,
                                    std::function<void(Varbinds &&, const WalkSummary &)> then)
{
    const auto queue = makeWalkQueue();
    const auto rows = std::make_shared<Varbinds>();
    const auto drain = [queue, rows] {
        for (;;) {
            auto batch = queue->take(100'000);
            for (WalkChunk &chunk : batch.items)
                rows->insert(rows->end(), chunk.rows.begin(), chunk.rows.end());
            if (!batch.more)
                return;
        }
    };
    const RequestId id = main->walk(std::move(what), queue);
    walks[id] = [drain, rows, then = std::move(then)](const WalkSummary &summary) {
        drain();
        then(std::move(*rows), summary);
    };
}

AgentProbe::Private::Attempt AgentProbe::Private::attempt(Role role) const
{
    Attempt made{{}, target, credentials.copy()};
    made.trial.role = role;
    made.target.timeout = quick;
    made.target.retries = 1;
    return made;
}

void AgentProbe::Private::note(Trial trial, const Result<Response> &result)
{
    if (result) {
        trial.fault = Fault::None;
    } else {
        const Error &error = result.error();
        trial.kind = error.kind;
        trial.what = error.what;
        trial.fault = error.native == 0 ? Fault::Unreachable : faultOf(error);
    }
    facts.trials.append(trial);
}

void AgentProbe::Private::tryAll(std::vector<Attempt> attempts, Then then)
{
    if (attempts.empty()) {
        then();
        return;
    }
    const auto left = std::make_shared<std::size_t>(attempts.size());
    for (Attempt &each : attempts) {
        Trial trial = each.trial;
        trial.version = each.target.version;
        trial.level = each.target.level;
        trial.auth = each.target.authProtocol;
        trial.priv = each.target.privProtocol;
        auto agent = makeAgent(each.target, std::move(each.credentials));
        QObject::connect(agent.get(), &Agent::done, q,
                         [this, trial, left, then](RequestId, const Result<Response> &result) {
                             if (!running)
                                 return;
                             note(trial, result);
                             if (--*left == 0)
                                 then();
                         });
        agent->request(Snmp::Request::get({kDescr}));
        others.push_back(std::move(agent));
    }
}

void AgentProbe::Private::step(const QString &sentence, Then work)
{
    steps.emplace_back(sentence, std::move(work));
}

void AgentProbe::Private::next()
{
    // Not from inside an agent's signal, and never deep.
    QTimer::singleShot(0, q, [this] {
        if (!running)
            return;
        others.clear();
        if (steps.empty()) {
            finish();
            return;
        }
        const auto [sentence, work] = std::move(steps.front());
        steps.pop_front();
        ++stepsDone;
        Q_EMIT q->progress(sentence, stepsDone, stepsDone + static_cast<int>(steps.size()));
        work();
    });
}

void AgentProbe::Private::finish()
{
    running = false;
    // What the engine knows of the agent comes four times a second.
    QTimer::singleShot(main && !facts.cancelled ? kFacts : 0ms, q, [this] {
        if (running)
            return;
        if (main)
            facts.agent = main->facts();
        others.clear();
        main.reset();
        answers.clear();
        walks.clear();
        steps.clear();
        Q_EMIT q->finished();
    });
}

void AgentProbe::Private::first()
{
    stepsDone = 0;
    Q_EMIT q->progress(tr("Asking the agent as the address has it."), 0, 0);
    main = makeAgent(target, credentials.copy());
    if (transcript)
        main->setTranscript(transcript);
    QObject::connect(main.get(), &Agent::done, q,
                     [this](RequestId id, const Result<Response> &result) {
                         const auto found = answers.find(id);
                         if (found == answers.end() || !running)
                             return;
                         const Answer answer = std::move(found->second);
                         answers.erase(found);
                         answer(result);
                     });
    QObject::connect(main.get(), &Agent::walked, q,
                     [this](RequestId id, const WalkSummary &summary) {
                         const auto found = walks.find(id);
                         if (found == walks.end() || !running)
                             return;
                         const auto end = std::move(found->second);
                         walks.erase(found);
                         end(summary);
                     });
    ask(Snmp::Request::get({kDescr, kObjectId, kUpTime}),
        [this](const Result<Response> &result) { onFirst(result); });
}

void AgentProbe::Private::onFirst(const Result<Response> &result)
{
    began = Clock::now();
    Trial trial = attempt(Role::Asked).trial;
    trial.version = target.version;
    trial.level = target.level;
    trial.auth = target.authProtocol;
    trial.priv = target.privProtocol;
    note(trial, result);
    if (!result) {
        // Some patience, and less than the credential itself was given.
        quick = std::clamp(target.timeout, 300ms, 1500ms);
        climb();
        return;
    }
    for (const Varbind &each : result->varbinds)
        facts.visible += each.value.isException() ? 0 : 1;
    if (result->varbinds.size() == 3) {
        facts.description = plainLine(QString::fromUtf8(result->varbinds[0].value.bytes()), 200);
        if (result->varbinds[2].value.type() == ValueType::TimeTicks)
            facts.upTimeBefore = static_cast<quint32>(result->varbinds[2].value.toUint());
    }
    quick = std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(result->rtt * 6),
                       std::min(target.timeout, 500ms), target.timeout);
    planHealth();
    next();
}

// What differs in one thing from what was asked.
void AgentProbe::Private::climb()
{
    const Trial &asked = facts.trials.first();
    const bool isLocal = asked.kind == Error::Kind::Usage || asked.kind == Error::Kind::Local ||
                         asked.kind == Error::Kind::Cancelled;
    if (isLocal || asked.fault == Fault::Unreachable || asked.fault == Fault::Closed) {
        finish();
        return;
    }
    Q_EMIT q->progress(tr("Trying what differs in one thing."), 0, 0);
    if (target.version == Version::V3)
        climbUser();
    else
        climbCommunity();
}

void AgentProbe::Private::climbCommunity()
{
    std::vector<Attempt> attempts;
    Attempt other = attempt(Role::OtherVersion);
    other.target.version = target.version == Version::V1 ? Version::V2c : Version::V1;
    attempts.push_back(std::move(other));
    Attempt engine = attempt(Role::Discovery);
    engine.target.version = Version::V3;
    engine.target.user = QStringLiteral("portolan");
    engine.target.level = Level::NoAuthNoPriv;
    attempts.push_back(std::move(engine));
    if (request.tryDefaults) {
        for (const char *usual : {"public", "private"}) {
            Attempt usualOne = attempt(Role::DefaultCommunity);
            usualOne.trial.name = QString::fromLatin1(usual);
            usualOne.credentials.community = Secret(usual);
            if (facts.usualCommunity != usualOne.trial.name)
                attempts.push_back(std::move(usualOne));
        }
    }
    tryAll(std::move(attempts), [this] { finish(); });
}

void AgentProbe::Private::addCiphers(std::vector<Attempt> &attempts, const AgentTarget &from) const
{
    for (const PrivProtocol each :
         {PrivProtocol::Aes128, PrivProtocol::Aes256, PrivProtocol::Aes256C, PrivProtocol::Aes192,
          PrivProtocol::Aes192C, PrivProtocol::Des}) {
        if (each == target.privProtocol)
            continue;
        Attempt other = attempt(Role::OtherPriv);
        other.target = from;
        other.target.privProtocol = each;
        attempts.push_back(std::move(other));
    }
    if (credentials.authPassword.reveal() != credentials.privPassword.reveal()) {
        Attempt swapped = attempt(Role::SwappedPriv);
        swapped.target = from;
        swapped.credentials.privPassword = credentials.authPassword.copy();
        attempts.push_back(std::move(swapped));
    }
}

void AgentProbe::Private::climbUser()
{
    const Fault fault = facts.trials.first().fault;
    const bool isPrivate = target.level == Level::AuthPriv;
    const bool isQuiet = fault == Fault::Silence || fault == Fault::NotDecrypted ||
                         fault == Fault::DecryptionError || fault == Fault::Unreadable;
    std::vector<Attempt> attempts;
    const auto atLevel = [&](Role role, Level level) {
        Attempt made = attempt(role);
        made.target.level = level;
        attempts.push_back(std::move(made));
    };
    if (!target.context.isEmpty()) {
        Attempt plain = attempt(Role::NoContext);
        plain.target.context.clear();
        plain.target.contextEngineId.clear();
        attempts.push_back(std::move(plain));
    }
    if (!target.contextEngineId.isEmpty()) {
        Attempt own = attempt(Role::OwnContextEngine);
        own.target.contextEngineId.clear();
        attempts.push_back(std::move(own));
    }
    if (fault == Fault::Silence || fault == Fault::NoEngineId || fault == Fault::Unreadable) {
        Attempt engine = attempt(Role::Discovery);
        engine.target.user = QStringLiteral("portolan");
        engine.target.level = Level::NoAuthNoPriv;
        engine.target.context.clear();
        engine.target.contextEngineId.clear();
        attempts.push_back(std::move(engine));
        if (request.tryDefaults) {
            for (const Version version : {Version::V2c, Version::V1}) {
                Attempt usual = attempt(Role::DefaultCommunity);
                usual.target.version = version;
                usual.trial.name = QStringLiteral("public");
                usual.credentials.community = Secret("public");
                attempts.push_back(std::move(usual));
            }
        }
    }
    if (fault == Fault::WrongDigest) {
        for (const AuthProtocol each :
             {AuthProtocol::Sha1, AuthProtocol::Sha256, AuthProtocol::Md5, AuthProtocol::Sha512,
              AuthProtocol::Sha384, AuthProtocol::Sha224}) {
            if (each == target.authProtocol)
                continue;
            Attempt other = attempt(Role::OtherAuth);
            other.target.level = Level::AuthNoPriv;
            other.target.authProtocol = each;
            attempts.push_back(std::move(other));
        }
        if (facts.hasPrivPassword &&
            credentials.authPassword.reveal() != credentials.privPassword.reveal()) {
            Attempt swapped = attempt(Role::SwappedAuth);
            swapped.target.level = Level::AuthNoPriv;
            swapped.credentials.authPassword = credentials.privPassword.copy();
            attempts.push_back(std::move(swapped));
        }
    }
    if (fault == Fault::UnsupportedSecLevel || isQuiet) {
        if (isPrivate)
            atLevel(Role::LowerLevel, Level::AuthNoPriv);
        if (target.level != Level::NoAuthNoPriv)
            atLevel(Role::LowerLevel, Level::NoAuthNoPriv);
    }
    if (fault == Fault::AuthorizationError) {
        if (target.level == Level::NoAuthNoPriv && facts.hasAuthPassword)
            atLevel(Role::HigherLevel, Level::AuthNoPriv);
        if (!isPrivate && facts.hasAuthPassword && facts.hasPrivPassword)
            atLevel(Role::HigherLevel, Level::AuthPriv);
    }
    if (isQuiet && isPrivate)
        addCiphers(attempts, attempt(Role::OtherPriv).target);
    tryAll(std::move(attempts), [this, isPrivate] {
        // With the right digest, privacy is another question.
        const Trial *const digest = facts.accepted(Role::OtherAuth);
        if (!digest || !isPrivate) {
            finish();
            return;
        }
        std::vector<Attempt> more;
        Attempt whole = attempt(Role::WithOtherAuth);
        whole.target.authProtocol = digest->auth;
        const AgentTarget from = whole.target;
        more.push_back(std::move(whole));
        addCiphers(more, from);
        tryAll(std::move(more), [this] { finish(); });
    });
}

} // namespace Portolan::Snmp
