// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshdetour.h"

#include "core/store/profilestore.h"
#include "ui/ssh/questions.h"
#include "ui/ssh/sshsettingspage.h"
#include "ui/ssh/storedlogin.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace Portolan::Ui {

namespace {

using Attempt = Net::Dialer::Attempt;

// Tells an error, but not from inside the call that met it.
template<typename Done>
class Refusal final : public Attempt
{
public:
    Refusal(Error error, Done done)
        : m_done(std::move(done))
    {
        QTimer::singleShot(0, &m_context, [this, error = std::move(error)] {
            auto tell = std::move(m_done);
            tell(tl::unexpected(error)); // may destroy this
        });
    }

private:
    Done m_done;
    QObject m_context;
};

// What an engine holds; the detour may go before it.
class DetourDialer final : public Net::Dialer
{
public:
    explicit DetourDialer(SshDetour *detour)
        : m_detour(detour)
    {
    }

    [[nodiscard]] std::unique_ptr<Attempt>
    dial(const QString &host, quint16 port, std::chrono::milliseconds timeout, Done done) override
    {
        if (!m_detour)
            return std::make_unique<Refusal<Done>>(
                Error{Error::Kind::Cancelled, SshDetour::tr("The connection was cancelled.")},
                std::move(done));
        return m_detour->dial(host, port, timeout, std::move(done));
    }
    [[nodiscard]] Result<> carries(Net::Transport transport) const override
    {
        return m_detour ? m_detour->carries(transport) : Result<>();
    }

private:
    const QPointer<SshDetour> m_detour;
};

class DetourShell final : public Net::Shell
{
public:
    explicit DetourShell(SshDetour *detour)
        : m_detour(detour)
    {
    }

    [[nodiscard]] std::unique_ptr<Attempt>
    run(const QByteArray &script, std::chrono::milliseconds timeout, Done done) override
    {
        if (!m_detour)
            return std::make_unique<Refusal<Done>>(
                Error{Error::Kind::Cancelled, SshDetour::tr("The connection was cancelled.")},
                std::move(done));
        return m_detour->run(script, timeout, std::move(done));
    }

private:
    const QPointer<SshDetour> m_detour;
};

} // namespace

// Waits until it is known what the address means, then goes there.
template<typename Done>
class SshDetour::LookingUp final : public Attempt
{
public:
    LookingUp(SshDetour &detour, Done done, std::function<std::unique_ptr<Attempt>(Done)> then)
        : m_done(std::move(done))
    {
        QObject::connect(
            &detour, &SshDetour::lookedUp, &m_context,
            [this, then = std::move(then)] { m_inner = then(std::move(m_done)); },
            Qt::SingleShotConnection);
    }

private:
    Done m_done;
    std::unique_ptr<Attempt> m_inner;
    QObject m_context; // goes first, and with it what is connected to it
};

Result<std::unique_ptr<Detour>> SshDetours::find(const QString &via, QWidget *panel)
{
    const ProfileSet &profiles = m_context.profiles.set();
    std::optional<Profile> profile = profiles.profile(via);
    if (via.startsWith(QLatin1Char('@'))) {
        auto named = profiles.find(via.mid(1));
        if (!named)
            return tl::unexpected(std::move(named.error()));
        profile = std::move(*named);
    }
    Address address;
    if (profile) {
        address = profile->address;
    } else {
        auto parsed = parseAddress(via, QStringLiteral("ssh"));
        if (!parsed)
            return tl::unexpected(std::move(parsed.error()));
        if (parsed->password)
            return failure(Error::Kind::Usage,
                           SshDetour::tr("The address of a host on the way cannot hold a "
                                         "password. You are asked for it."));
        address = std::move(parsed->address);
    }
    if (address.scheme != QLatin1String("ssh"))
        return failure(Error::Kind::Usage,
                       SshDetour::tr("The way can lead only through an SSH host, not through %1.")
                           .arg(address.toString()));
    auto detour =
        std::make_unique<SshDetour>(m_context, address, profile ? profile->id : QString(), panel);
    if (auto found = detour->findRoute(); !found)
        return tl::unexpected(std::move(found.error()));
    return detour;
}

SshDetour::SshDetour(const PanelContext &context, const Address &address, const QString &profile,
                     QWidget *panel)
    : m_context(context)
    , m_address(address)
    , m_profile(profile)
    , m_panel(panel)
    , m_pool(context.service<Ssh::ConnectionPool>())
    , m_isMeant(!profile.isEmpty() || !context.settings.flag(Settings::Key::readSshConfig, true))
    , m_login(new StoredLogin(context, this))
{
    panel->installEventFilter(this);
    connect(m_login, &StoredLogin::profileMade, this, [this](const QString &id) {
        m_profile = id;
        m_isMeant = true;
        if (const auto made = m_context.profiles.profile(id))
            m_address = made->address;
        Q_EMIT told(Event::Severity::Info, tr("The connection was saved."));
    });
    connect(m_login, &StoredLogin::remembered, this, [this](SecretStore::Keep keep) {
        Q_EMIT told(Event::Severity::Info, keep == SecretStore::Keep::Stored
                                               ? tr("It is remembered in the keychain.")
                                               : tr("It is kept until Portolan is closed."));
    });
    connect(m_login, &StoredLogin::notRemembered, this,
            [this](const QString &why) { Q_EMIT told(Event::Severity::Warning, why); });
}

SshDetour::~SshDetour()
{
    release();
}

std::unique_ptr<Net::Dialer> SshDetour::dialer()
{
    return std::make_unique<DetourDialer>(this);
}

std::unique_ptr<Net::Shell> SshDetour::shell()
{
    return std::make_unique<DetourShell>(this);
}

Result<> SshDetour::findRoute()
{
    auto route = Ssh::routeTo(m_address, m_profile, m_context.profiles.set(),
                              SshSettingsPage::defaults(m_context));
    if (!route)
        return tl::unexpected(std::move(route.error()));
    m_route = std::move(*route);
    return {};
}

void SshDetour::lookUp()
{
    m_lookupProblem.reset();
    m_lookup = std::make_unique<Ssh::ConfigLookup>();
    const auto end = [this] {
        m_lookup.release()->deleteLater(); // it is in the middle of telling
        Q_EMIT lookedUp();
    };
    connect(m_lookup.get(), &Ssh::ConfigLookup::found, this,
            [this, end](const Ssh::ConfiguredAddress &meaning) {
                for (const Ssh::ConfigNote &note : meaning.notes)
                    Q_EMIT told(Event::Severity::Info, tr("%1: %2").arg(note.file, note.sentence));
                m_address = meaning.address;
                m_isMeant = true;
                end();
            });
    connect(m_lookup.get(), &Ssh::ConfigLookup::failed, this, [this, end](const Error &error) {
        m_lookupProblem = error;
        end();
    });
    m_lookup->start(m_address, m_context.folders.sshConfigs);
}

template<typename Done, typename Go>
std::unique_ptr<Attempt> SshDetour::go(Done done, Go there)
{
    if (auto problem = std::exchange(m_lookupProblem, std::nullopt))
        return std::make_unique<Refusal<Done>>(std::move(*problem), std::move(done));
    if (!m_isMeant) {
        if (!m_lookup)
            lookUp();
        return std::make_unique<LookingUp<Done>>(*this, std::move(done), [this, there](Done then) {
            return go(std::move(then), there);
        });
    }
    // Each time: profiles change, and a login may have been remembered meanwhile.
    if (auto found = findRoute(); !found)
        return std::make_unique<Refusal<Done>>(std::move(found.error()), std::move(done));
    const Ssh::SshAddress &way = m_route->address;
    const auto connection = m_pool->acquire(way.target, way.options);
    if (connection != m_connection)
        attend(connection);
    auto attempt = there(way, std::move(done));
    introduce();
    return attempt;
}

std::unique_ptr<Attempt> SshDetour::dial(const QString &host, quint16 port,
                                         std::chrono::milliseconds timeout, Net::Dialer::Done done)
{
    return go(std::move(done),
              [this, host, port, timeout](const Ssh::SshAddress &way, Net::Dialer::Done then) {
                  m_dialer = std::make_unique<Ssh::SshDialer>(m_pool, way.target, way.options,
                                                              Ssh::SshDialer::Introduce());
                  return m_dialer->dial(host, port, timeout, std::move(then));
              });
}

std::unique_ptr<Attempt> SshDetour::run(const QByteArray &script, std::chrono::milliseconds timeout,
                                        Net::Shell::Done done)
{
    return go(std::move(done),
              [this, script, timeout](const Ssh::SshAddress &way, Net::Shell::Done then) {
                  m_shell = std::make_unique<Ssh::SshShell>(m_pool, way.target, way.options,
                                                            Ssh::SshDialer::Introduce());
                  return m_shell->run(script, timeout, std::move(then));
              });
}

Result<> SshDetour::carries(Net::Transport transport) const
{
    const Ssh::SshAddress &way = m_route->address;
    return Ssh::SshDialer(m_pool, way.target, way.options, {}).carries(transport);
}

// Before it starts, so that nothing of it is missed.
void SshDetour::attend(const std::shared_ptr<Ssh::Connection> &connection)
{
    using Ssh::Connection;
    forget();
    m_connection = connection;
    m_login->begin(connection, m_address, m_profile, m_route->logins, std::nullopt);
    const auto over = [this] {
        release();
        Q_EMIT progressChanged();
    };
    connect(connection.get(), &Connection::stateChanged, this, &Detour::progressChanged);
    connect(connection.get(), &Connection::ready, this, [this] {
        m_questions.clear();
        m_waiting = 0;
        Q_EMIT progressChanged();
    });
    connect(connection.get(), &Connection::failed, this, over);
    connect(connection.get(), &Connection::lost, this, over);
    connect(connection.get(), &Connection::warning, this,
            [this](const QString &sentence) { Q_EMIT told(Event::Severity::Warning, sentence); });
}

// Another tab may have started it, and may be hidden: whoever is shown is asked.
void SshDetour::introduce()
{
    if (!m_connection || m_connection->state() == Ssh::Connection::State::Ready ||
        !m_questions.empty())
        return;
    ask(m_connection);
    for (const auto &hop : m_connection->hops())
        ask(hop);
    Q_EMIT progressChanged();
}

void SshDetour::ask(const std::shared_ptr<Ssh::Connection> &connection)
{
    using Ssh::Connection;
    if (!m_panel)
        return;
    const auto count = [this](int change) {
        return [this, change] {
            m_waiting = std::max(m_waiting + change, 0);
            Q_EMIT progressChanged();
        };
    };
    connect(connection.get(), &Connection::hostKeyQuestion, this, count(1));
    connect(connection.get(), &Connection::authQuestion, this, count(1));
    connect(connection.get(), &Connection::questionSettled, this, count(-1));
    m_waiting += connection->openHostKeyQuestion() || connection->openAuthQuestion() ? 1 : 0;
    m_questions.push_back(std::make_unique<Questions>(connection, *m_login, m_panel));
    m_questions.back()->setShown(m_panel->isVisible());
}

void SshDetour::forget()
{
    m_questions.clear();
    m_waiting = 0;
    if (!m_connection)
        return;
    for (const auto &hop : m_connection->hops())
        hop->disconnect(this);
    m_connection->disconnect(this);
    m_connection.reset();
}

void SshDetour::release()
{
    m_dialer.reset();
    m_shell.reset();
    forget();
}

QString SshDetour::progress() const
{
    using State = Ssh::Connection::State;
    if (!m_connection || m_connection->state() == State::Ready ||
        m_connection->state() == State::Closed || m_connection->state() == State::Closing)
        return {};
    if (m_waiting > 0)
        return tr("The SSH host on the way, %1, waits for an answer.").arg(display());
    return m_connection->state() == State::Authenticating
               ? tr("Logging in to the SSH host on the way, %1.").arg(display())
               : tr("Connecting to the SSH host on the way, %1.").arg(display());
}

bool SshDetour::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        const bool shown = event->type() == QEvent::Show;
        for (const auto &questions : m_questions)
            questions->setShown(shown);
    }
    return Detour::eventFilter(watched, event);
}

} // namespace Portolan::Ui
