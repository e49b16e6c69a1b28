// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/brokerlogin.h"

#include "core/store/profilestore.h"
#include "ui/widgets/whileshown.h"

#include <QCryptographicHash>
#include <QEvent>
#include <QTimer>

#include <utility>

namespace Portolan::Ui {

namespace {

using Keep = SecretStore::Keep;
using State = SecretStore::State;

constexpr int kMostNames = 100;

} // namespace

BrokerLogin::BrokerLogin(const PanelContext &context, QWidget *panel)
    : QObject(panel)
    , m_context(context)
    , m_panel(panel)
{
}

BrokerLogin::~BrokerLogin() = default;

QString BrokerLogin::userOf(const QString &profile) const
{
    const auto found = m_context.profiles.profile(profile);
    if (!found || found->credential.isEmpty())
        return {};
    const auto credential = m_context.profiles.credential(found->credential);
    return credential ? credential->user : QString();
}

QString BrokerLogin::place() const
{
    return QStringLiteral("mqtt:") + m_target.display();
}

// A credential's where the profile has one; else a digest, because keys hold no person's words.
QString BrokerLogin::key() const
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

void BrokerLogin::ask(const Mqtt::BrokerTarget &target, const QString &profile,
                      std::optional<Secret> offered)
{
    const quint64 turn = ++m_turn;
    const bool same = m_target.display() == target.display() && m_profile == profile;
    m_target = target;
    m_profile = profile;
    if (offered) {
        m_password = std::move(offered);
        m_fromStore = m_remember = false;
    }
    const auto answer = [this, turn] {
        QTimer::singleShot(0, this, [this, turn] {
            if (m_turn == turn)
                Q_EMIT ready();
        });
    };
    if (target.user.isEmpty()) {
        if (!m_password || !same)
            m_password.reset();
        answer();
        return;
    }
    if (m_password && (same || !m_fromStore)) {
        answer();
        return;
    }
    const QString key = this->key();
    if (m_context.secrets.wasRefused(key, place())) {
        askPerson(true);
        return;
    }
    m_context.secrets.read(key, this,
                           [this, turn](tl::expected<Secret, SecretStore::Failure> found) {
                               if (m_turn != turn)
                                   return;
                               if (!found) {
                                   askPerson(false);
                                   return;
                               }
                               m_password = std::move(*found);
                               m_fromStore = true;
                               Q_EMIT ready();
                           });
}

void BrokerLogin::askPerson(bool wasRefused)
{
    const quint64 turn = m_turn;
    m_wasRefused = wasRefused;
    m_context.secrets.probe(this, [this, turn](State state) {
        if (m_turn == turn)
            showDialog(state);
    });
}

// In the language of the moment.
PromptDialog::Question BrokerLogin::words() const
{
    PromptDialog::Question words;
    words.title = tr("Password for %1").arg(m_target.display());
    words.heading = words.title;
    words.lead = m_wasRefused ? tr("The broker did not accept the one that was kept.")
                              : tr("The broker is to know you as %1. Leave it empty where it asks "
                                   "for none.")
                                    .arg(m_target.user);
    words.prompts = {{tr("Password"), false}};
    words.accept = tr("Connect");
    words.remember =
        m_canStore ? tr("Remember it in the keychain") : tr("Keep it until Portolan is closed");
    return words;
}

bool BrokerLogin::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_dialog && watched == m_dialog)
        m_dialog->setQuestion(words());
    return QObject::eventFilter(watched, event);
}

void BrokerLogin::showDialog(State state)
{
    const quint64 turn = m_turn;
    m_canStore = state == State::Open;
    auto *dialog = new PromptDialog(words(), m_panel);
    dialog->installEventFilter(this); // it does not know what it asks
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog, turn] {
        std::vector<Secret> answers = dialog->takeAnswers();
        if (m_turn != turn)
            return;
        m_password.reset();
        if (!answers.empty() && !answers.front().isEmpty())
            m_password = std::move(answers.front());
        m_remember = m_password && dialog->remembers();
        m_fromStore = false;
        Q_EMIT ready();
    });
    connect(dialog, &QDialog::rejected, this, [this, turn] {
        if (m_turn == turn)
            Q_EMIT cancelled();
    });
    showWhileShown(dialog, m_panel);
}

void BrokerLogin::cancel()
{
    ++m_turn;
    if (m_dialog)
        m_dialog->close();
}

std::optional<Secret> BrokerLogin::password() const
{
    return m_password ? std::optional(m_password->copy()) : std::nullopt;
}

void BrokerLogin::refused()
{
    if (m_fromStore)
        m_context.secrets.markRefused(key(), place());
    m_refused = std::move(m_password);
    m_password.reset();
    m_fromStore = m_remember = false;
}

std::optional<Secret> BrokerLogin::passwordToExplain() const
{
    return m_password  ? std::optional(m_password->copy())
           : m_refused ? std::optional(m_refused->copy())
                       : std::nullopt;
}

void BrokerLogin::accepted()
{
    if (std::exchange(m_remember, false) && m_password)
        remember();
}

void BrokerLogin::remember()
{
    QString key = this->key();
    const Keep keep = m_canStore ? Keep::Stored : Keep::UntilClosed;
    if (keep == Keep::Stored && key.startsWith(QLatin1String("session/"))) {
        auto profile = m_context.profiles.profile(m_profile);
        Credential credential;
        credential.user = m_target.user;
        credential.name = m_target.display();
        auto id = m_context.profiles.put(credential);
        for (int i = 2; !id && i < kMostNames; ++i) {
            credential.name = QStringLiteral("%1 (%2)").arg(m_target.display()).arg(i);
            id = m_context.profiles.put(credential);
        }
        if (!id)
            return;
        if (!profile) {
            profile = Profile();
            profile->address = Mqtt::addressOf(m_target);
            profile->name = m_target.display();
        }
        profile->credential = *id;
        if (auto put = m_context.profiles.put(*profile); put)
            m_profile = *put;
        key = m_context.profiles.credential(*id)->secretKey();
    }
    m_context.secrets.write(key, m_password->copy(), keep, this,
                            [this, keep](tl::expected<void, SecretStore::Failure> done) {
                                Q_EMIT told(!done ? tr("The password was not remembered: the "
                                                       "keychain did not take it.")
                                            : keep == Keep::Stored
                                                ? tr("The password is remembered in the keychain.")
                                                : tr("The password is kept until Portolan is "
                                                     "closed."));
                            });
}

} // namespace Portolan::Ui
