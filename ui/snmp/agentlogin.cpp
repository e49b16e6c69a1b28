// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/agentlogin.h"

#include <QCryptographicHash>
#include <QTimer>

#include <string>
#include <string_view>
#include <utility>

namespace Portolan::Ui {

namespace {

using Keep = SecretStore::Keep;
using Snmp::Level;
using Snmp::Version;

constexpr int kMostNames = 100;

} // namespace

AgentLogin::AgentLogin(const PanelContext &context, QWidget *panel)
    : QObject(panel)
    , m_context(context)
    , m_panel(panel)
{
}

AgentLogin::~AgentLogin() = default;

QString AgentLogin::userOf(const QString &profile) const
{
    const auto found = m_context.profiles.profile(profile);
    if (!found || found->credential.isEmpty())
        return {};
    const auto credential = m_context.profiles.credential(found->credential);
    return credential ? credential->user : QString();
}

QString AgentLogin::place() const
{
    return QStringLiteral("snmp:") + m_target.display();
}

QString AgentLogin::key() const
{
    const auto profile = m_context.profiles.profile(m_profile);
    if (profile && !profile->credential.isEmpty()) {
        const auto credential = m_context.profiles.credential(profile->credential);
        if (credential && credential->keyFile.isEmpty())
            return credential->secretKey();
    }
    return QStringLiteral("session/") +
           QString::fromLatin1(
               QCryptographicHash::hash(place().toUtf8(), QCryptographicHash::Sha256).toHex());
}

bool AgentLogin::needsPassword() const
{
    return m_target.version == Version::V3 && m_target.level != Level::NoAuthNoPriv;
}

void AgentLogin::take(const Secret &stored)
{
    m_credentials = {};
    if (m_target.version != Version::V3) {
        m_credentials.community = stored.copy();
        return;
    }
    const std::string_view both = stored.reveal();
    const auto line = both.find('\n');
    m_credentials.authPassword = Secret(both.substr(0, line));
    m_credentials.privPassword =
        Secret(line == std::string_view::npos ? both : both.substr(line + 1));
}

Secret AgentLogin::packed() const
{
    if (m_target.version != Version::V3)
        return m_credentials.community.copy();
    const auto auth = m_credentials.authPassword.reveal();
    const auto priv = m_credentials.privPassword.reveal();
    if (m_target.level != Level::AuthPriv || auth == priv)
        return Secret(auth);
    std::string both;
    both.reserve(auth.size() + priv.size() + 1);
    both.append(auth).append(1, '\n').append(priv);
    Secret secret(both);
    wipeMemory(both.data(), both.size());
    return secret;
}

void AgentLogin::answerLater()
{
    QTimer::singleShot(0, this, [this, turn = m_turn] {
        if (m_turn == turn)
            Q_EMIT ready();
    });
}

void AgentLogin::ask(const Snmp::AgentTarget &target, const QString &profile, Secret community)
{
    const quint64 turn = ++m_turn;
    const bool same = m_target.display() == target.display() &&
                      m_target.version == target.version && m_target.level == target.level &&
                      m_profile == profile;
    m_target = target;
    m_profile = profile;
    m_isGuess = false;
    if (!community.isEmpty()) {
        m_credentials = {};
        m_credentials.community = std::move(community);
        m_fromStore = false;
        // Another tab of the same agent, and this one when it is connected again, need not ask.
        m_context.secrets.write(key(), m_credentials.community.copy(), Keep::UntilClosed, this,
                                [](const tl::expected<void, SecretStore::Failure> &) {});
        answerLater();
        return;
    }
    if (same && !m_credentials.community.isEmpty() && target.version != Version::V3) {
        answerLater();
        return;
    }
    if (same && needsPassword() && !m_credentials.authPassword.isEmpty()) {
        answerLater();
        return;
    }
    if (target.version == Version::V3 && !needsPassword()) {
        m_credentials = {};
        answerLater();
        return;
    }
    const QString key = this->key();
    const auto without = [this] {
        if (needsPassword()) {
            askPerson(m_target, m_profile, AgentDialog::Reason::Missing);
            return;
        }
        m_credentials = {};
        m_credentials.community = Secret("public");
        m_isGuess = true;
        m_fromStore = false;
        answerLater();
    };
    if (m_context.secrets.wasRefused(key, place())) {
        without();
        return;
    }
    m_context.secrets.read(key, this,
                           [this, turn, without](tl::expected<Secret, SecretStore::Failure> found) {
                               if (m_turn != turn)
                                   return;
                               if (!found || found->isEmpty()) {
                                   without();
                                   return;
                               }
                               take(*found);
                               m_fromStore = true;
                               Q_EMIT ready();
                           });
}

void AgentLogin::askPerson(const Snmp::AgentTarget &target, const QString &profile,
                           AgentDialog::Reason reason)
{
    const quint64 turn = ++m_turn;
    m_target = target;
    m_profile = profile;
    if (m_dialog)
        m_dialog->close();
    m_context.secrets.probe(this, [this, turn, reason](SecretStore::State state) {
        if (m_turn != turn)
            return;
        m_canStore = state == SecretStore::State::Open;
        auto *dialog = new AgentDialog(m_target, reason, m_canStore, m_panel);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog = dialog;
        connect(dialog, &QDialog::accepted, this, [this, dialog, turn] {
            const Snmp::AgentTarget wanted = dialog->target();
            Snmp::Credentials credentials = dialog->takeCredentials();
            if (m_turn != turn)
                return;
            m_target = wanted;
            m_credentials = std::move(credentials);
            if (m_target.version != Version::V3 && m_credentials.community.isEmpty())
                m_credentials.community = Secret("public");
            m_remember = dialog->remembers();
            m_isGuess = false;
            m_fromStore = false;
            Q_EMIT ready();
        });
        connect(dialog, &QDialog::rejected, this, [this, turn] {
            if (m_turn == turn)
                Q_EMIT cancelled();
        });
        dialog->open();
    });
}

void AgentLogin::use(const Snmp::AgentTarget &target, const QString &profile,
                     Snmp::Credentials credentials)
{
    ++m_turn;
    const auto same = [](const Secret &a, const Secret &b) { return a.reveal() == b.reveal(); };
    m_changesStored = m_fromStore && target.version == m_target.version &&
                      (!same(credentials.authPassword, m_credentials.authPassword) ||
                       !same(credentials.privPassword, m_credentials.privPassword) ||
                       !same(credentials.community, m_credentials.community));
    m_fromStore = m_fromStore && !m_changesStored;
    m_target = target;
    m_profile = profile;
    m_credentials = std::move(credentials);
    m_isGuess = false;
    answerLater();
}

void AgentLogin::cancel()
{
    ++m_turn;
    if (m_dialog)
        m_dialog->close();
}

void AgentLogin::refused()
{
    if (m_fromStore)
        m_context.secrets.markRefused(key(), place());
    m_credentials = {};
    m_fromStore = m_remember = m_changesStored = false;
}

void AgentLogin::accepted()
{
    if (std::exchange(m_remember, false)) {
        remember();
    } else if (std::exchange(m_changesStored, false)) {
        const QString key = this->key();
        m_fromStore = true;
        m_context.secrets.write(key, packed(),
                                key.startsWith(QLatin1String("session/")) ? Keep::UntilClosed
                                                                          : Keep::Stored,
                                this, [](const tl::expected<void, SecretStore::Failure> &) {});
    }
}

void AgentLogin::remember()
{
    QString key = this->key();
    const Keep keep = m_canStore ? Keep::Stored : Keep::UntilClosed;
    if (keep == Keep::Stored && key.startsWith(QLatin1String("session/"))) {
        auto profile = m_context.profiles.profile(m_profile);
        Credential credential;
        credential.user = m_target.version == Version::V3 ? m_target.user : QString();
        const QString name = QStringLiteral("SNMP %1").arg(m_target.display());
        credential.name = name;
        auto id = m_context.profiles.put(credential);
        for (int i = 2; !id && i < kMostNames; ++i) {
            credential.name = QStringLiteral("%1 (%2)").arg(name).arg(i);
            id = m_context.profiles.put(credential);
        }
        if (!id)
            return;
        if (!profile) {
            profile = Profile();
            profile->address = Snmp::addressOf(m_target);
            profile->name = name;
        }
        profile->credential = *id;
        if (auto put = m_context.profiles.put(*profile); put)
            m_profile = *put;
        key = m_context.profiles.credential(*id)->secretKey();
    }
    m_context.secrets.write(
        key, packed(), keep, this, [this, keep](tl::expected<void, SecretStore::Failure> done) {
            Q_EMIT told(!done ? tr("The secret was not remembered: the keychain did not take it.")
                        : keep == Keep::Stored
                            ? tr("The secret is remembered in the keychain.")
                            : tr("The secret is kept until Portolan is closed."));
        });
}

} // namespace Portolan::Ui
