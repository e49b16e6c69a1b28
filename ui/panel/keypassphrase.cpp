// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/keypassphrase.h"

#include "core/net/pemkey.h"
#include "core/store/profilestore.h"
#include "ui/widgets/whileshown.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QThreadPool>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Keep = SecretStore::Keep;

constexpr int kMostNames = 100;

QString withHome(const QString &file)
{
    return file.startsWith(QLatin1String("~/")) ? QString(QDir::homePath() + file.mid(1)) : file;
}

} // namespace

KeyPassphrase::KeyPassphrase(const PanelContext &context, QWidget *panel)
    : QObject(panel)
    , m_context(context)
    , m_panel(panel)
{
}

KeyPassphrase::~KeyPassphrase() = default;

std::optional<Credential> KeyPassphrase::credential() const
{
    const auto &all = m_context.profiles.credentials();
    const auto found = std::find_if(all.begin(), all.end(), [this](const Credential &one) {
        return !one.keyFile.isEmpty() && withHome(one.keyFile) == m_keyFile;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

// A credential's where one names the file; else a digest, because keys hold no person's words.
QString KeyPassphrase::key() const
{
    if (const auto found = credential())
        return found->secretKey();
    return QStringLiteral("session/") +
           QString::fromLatin1(QCryptographicHash::hash(QByteArray("key:" + m_keyFile.toUtf8()),
                                                        QCryptographicHash::Sha256)
                                   .toHex());
}

void KeyPassphrase::ask(const QString &keyFile, const QString &peer, const QString &profile)
{
    const quint64 turn = ++m_turn;
    if (m_dialog)
        m_dialog->close();
    if (m_keyFile != keyFile) {
        m_passphrase.reset();
        m_fromStore = m_remember = m_wasWrong = m_storeWasWrong = false;
    }
    m_keyFile = keyFile;
    m_peer = peer;
    m_profile = profile;
    if (keyFile.isEmpty() || m_passphrase) {
        QTimer::singleShot(0, this, [this, turn] {
            if (m_turn == turn)
                Q_EMIT ready();
        });
        return;
    }
    QThreadPool::globalInstance()->start([guard = QPointer<KeyPassphrase>(this), keyFile, turn] {
        const bool locked = Net::isLockedKey(keyFile);
        QMetaObject::invokeMethod(
            qApp,
            [guard, locked, turn] {
                if (guard && guard->m_turn == turn)
                    guard->onLooked(locked);
            },
            Qt::QueuedConnection);
    });
}

void KeyPassphrase::onLooked(bool locked)
{
    if (!locked) {
        Q_EMIT ready();
        return;
    }
    const QString key = this->key();
    if (m_wasWrong || m_context.secrets.wasRefused(key, m_keyFile)) {
        m_storeWasWrong = m_storeWasWrong || !m_wasWrong;
        askPerson();
        return;
    }
    m_context.secrets.read(key, this,
                           [this, turn = m_turn](tl::expected<Secret, SecretStore::Failure> found) {
                               if (m_turn != turn)
                                   return;
                               if (!found) {
                                   askPerson();
                                   return;
                               }
                               m_passphrase = std::move(*found);
                               m_fromStore = true;
                               Q_EMIT ready();
                           });
}

void KeyPassphrase::askPerson()
{
    m_context.secrets.probe(this, [this, turn = m_turn](SecretStore::State state) {
        if (m_turn == turn)
            showDialog(state);
    });
}

// In the language of the moment.
PromptDialog::Question KeyPassphrase::words() const
{
    PromptDialog::Question words;
    words.title = tr("Key passphrase for %1").arg(m_peer);
    words.heading = words.title;
    words.lead =
        m_storeWasWrong
            ? tr("The passphrase that is remembered does not open the key file: %1").arg(m_keyFile)
        : m_wasWrong ? tr("This passphrase does not open the key file: %1").arg(m_keyFile)
                     : tr("The key of the client certificate is locked. The passphrase "
                          "stays on this computer: %1")
                           .arg(m_keyFile);
    words.prompts = {{tr("Passphrase"), false}};
    words.accept = tr("Connect");
    words.remember =
        m_canStore ? tr("Remember it in the keychain") : tr("Keep it until Portolan is closed");
    return words;
}

bool KeyPassphrase::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_dialog && watched == m_dialog)
        m_dialog->setQuestion(words());
    return QObject::eventFilter(watched, event);
}

void KeyPassphrase::showDialog(SecretStore::State state)
{
    const quint64 turn = m_turn;
    m_canStore = state == SecretStore::State::Open;
    auto *dialog = new PromptDialog(words(), m_panel);
    dialog->installEventFilter(this); // it does not know what it asks
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this, [this, dialog, turn] {
        std::vector<Secret> answers = dialog->takeAnswers();
        if (m_turn != turn)
            return;
        m_passphrase.reset();
        if (!answers.empty())
            m_passphrase = std::move(answers.front());
        m_remember = m_passphrase && !m_passphrase->isEmpty() && dialog->remembers();
        m_fromStore = m_storeWasWrong = false;
        Q_EMIT ready();
    });
    connect(dialog, &QDialog::rejected, this, [this, turn] {
        if (m_turn == turn)
            Q_EMIT cancelled();
    });
    showWhileShown(dialog, m_panel);
}

void KeyPassphrase::cancel()
{
    ++m_turn;
    if (m_dialog)
        m_dialog->close();
}

std::optional<Secret> KeyPassphrase::passphrase() const
{
    return m_passphrase ? std::optional(m_passphrase->copy()) : std::nullopt;
}

void KeyPassphrase::refused()
{
    m_storeWasWrong = m_fromStore;
    m_wasWrong = !m_fromStore && m_passphrase;
    if (m_fromStore)
        m_context.secrets.markRefused(key(), m_keyFile);
    m_passphrase.reset();
    m_fromStore = m_remember = false;
}

void KeyPassphrase::accepted()
{
    m_wasWrong = m_storeWasWrong = false;
    if (std::exchange(m_remember, false) && m_passphrase)
        remember();
}

void KeyPassphrase::remember()
{
    const Keep keep = m_canStore ? Keep::Stored : Keep::UntilClosed;
    if (keep == Keep::Stored && !credential()) {
        Credential made;
        made.keyFile = m_keyFile;
        const QString name = QFileInfo(m_keyFile).fileName();
        made.name = name;
        auto id = m_context.profiles.put(made);
        for (int i = 2; !id && i < kMostNames; ++i) {
            made.name = QStringLiteral("%1 (%2)").arg(name).arg(i);
            id = m_context.profiles.put(made);
        }
        if (!id) {
            Q_EMIT told(tr("The passphrase was not remembered: %1").arg(id.error().what));
            return;
        }
        // It is found by its file; the profile names it where it names nobody else.
        auto profile = m_context.profiles.profile(m_profile);
        if (profile && profile->credential.isEmpty()) {
            profile->credential = *id;
            (void)m_context.profiles.put(*profile);
        }
    }
    m_context.secrets.write(
        key(), m_passphrase->copy(), keep, this,
        [this, keep](tl::expected<void, SecretStore::Failure> done) {
            Q_EMIT told(
                !done ? tr("The passphrase was not remembered: the keychain did not take it.")
                : keep == Keep::Stored ? tr("The passphrase is remembered in the keychain.")
                                       : tr("The passphrase is kept until Portolan is closed."));
        });
}

} // namespace Portolan::Ui
