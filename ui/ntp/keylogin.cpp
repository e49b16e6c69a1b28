// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/keylogin.h"

#include "ui/widgets/promptdialog.h"
#include "ui/widgets/whileshown.h"

#include <QCryptographicHash>
#include <QTimer>

#include <utility>

namespace Portolan::Ui {

namespace {

using Keep = SecretStore::Keep;

QString sessionKey(const QString &place)
{
    return QStringLiteral("session/") +
           QString::fromLatin1(
               QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex());
}

// A key as it is written; wiped with its Secret.
Result<Secret> bytesOf(const Secret &written, Ntp::KeyAlgorithm algorithm)
{
    const std::string_view view = written.reveal();
    QString text = QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())).trimmed();
    auto bytes = Ntp::keyBytes(text, algorithm);
    // The copy that Qt made goes with it.
    const Secret wiped = Secret::takeFrom(text);
    return bytes;
}

} // namespace

KeyLogin::KeyLogin(const PanelContext &context, QWidget *panel)
    : QObject(panel)
    , m_context(context)
    , m_panel(panel)
{
}

KeyLogin::~KeyLogin() = default;

QString KeyLogin::place(const Ntp::ServerTarget &target)
{
    return QStringLiteral("ntp:%1#%2").arg(target.display()).arg(target.keyId);
}

QString KeyLogin::keyOf(const Question &question) const
{
    const auto profile = m_context.profiles.profile(question.profile);
    if (profile && !profile->credential.isEmpty()) {
        const auto credential = m_context.profiles.credential(profile->credential);
        if (credential && credential->keyFile.isEmpty())
            return credential->secretKey();
    }
    return sessionKey(place(question.target));
}

void KeyLogin::ask(const Ntp::ServerTarget &target, const QString &profile, bool always,
                   Ready ready)
{
    m_questions.push_back({target, profile, always, std::move(ready)});
    if (!m_isAsking)
        next();
}

void KeyLogin::keep(const Ntp::ServerTarget &target, const Ntp::SymmetricKey &key)
{
    m_context.secrets.write(sessionKey(place(target)), key.key.copy(), Keep::UntilClosed, this,
                            [](const tl::expected<void, SecretStore::Failure> &) {});
}

void KeyLogin::next()
{
    if (m_questions.empty()) {
        m_isAsking = false;
        return;
    }
    m_isAsking = true;
    const quint64 turn = ++m_turn;
    const Question &question = m_questions.front();
    const QString key = keyOf(question);
    if (question.always || m_context.secrets.wasRefused(key, place(question.target))) {
        QTimer::singleShot(0, this, [this, turn] {
            if (turn == m_turn)
                askPerson({});
        });
        return;
    }
    m_context.secrets.read(
        key, this, [this, turn](tl::expected<Secret, SecretStore::Failure> found) {
            if (turn != m_turn)
                return;
            if (!found || found->isEmpty()) {
                askPerson({});
                return;
            }
            const auto bytes = bytesOf(*found, m_questions.front().target.keyAlgorithm);
            if (!bytes) {
                askPerson(bytes.error().what);
                return;
            }
            const Ntp::ServerTarget &target = m_questions.front().target;
            answer(Ntp::SymmetricKey{target.keyId, target.keyAlgorithm, bytes->copy()});
        });
}

void KeyLogin::askPerson(const QString &problem)
{
    m_problem = problem;
    auto *dialog = new PromptDialog({}, m_panel);
    m_dialog = dialog;
    retranslate();
    connect(dialog, &QDialog::accepted, this, [this, dialog, turn = m_turn] {
        if (turn != m_turn)
            return;
        auto answers = dialog->takeAnswers();
        if (answers.empty() || answers.front().isEmpty()) {
            answer(std::nullopt);
            return;
        }
        const Question &question = m_questions.front();
        auto bytes = bytesOf(answers.front(), question.target.keyAlgorithm);
        if (!bytes) {
            askPerson(bytes.error().what);
            return;
        }
        m_context.secrets.write(sessionKey(place(question.target)), std::move(answers.front()),
                                Keep::UntilClosed, this,
                                [](const tl::expected<void, SecretStore::Failure> &) {});
        answer(Ntp::SymmetricKey{question.target.keyId, question.target.keyAlgorithm,
                                 std::move(*bytes)});
    });
    connect(dialog, &QDialog::rejected, this, [this, turn = m_turn] {
        if (turn == m_turn)
            answer(std::nullopt);
    });
    showWhileShown(dialog, m_panel);
}

void KeyLogin::retranslate()
{
    if (!m_dialog || m_questions.empty())
        return;
    const Ntp::ServerTarget &target = m_questions.front().target;
    const QString lead =
        m_problem.isEmpty()
            ? tr("As in the server's key file: HEX: and digits, ASCII: and text, or text alone. It "
                 "is kept until Portolan is closed.")
            : m_problem;
    m_dialog->setQuestion(
        {.title = tr("Key of %1").arg(target.display()),
         .heading = tr("Key %1 for %2").arg(QString::number(target.keyId), target.display()),
         .lead = lead,
         .quoted = {},
         .prompts = {{tr("Key (%1)").arg(Ntp::keyAlgorithmName(target.keyAlgorithm)), false}},
         .accept = tr("Use the key")});
}

void KeyLogin::answer(std::optional<Ntp::SymmetricKey> key)
{
    ++m_turn;
    const Ready ready = std::move(m_questions.front().ready);
    m_questions.pop_front();
    QTimer::singleShot(0, this, [this] { next(); });
    ready(std::move(key));
}

void KeyLogin::cancel()
{
    ++m_turn;
    m_questions.clear();
    m_isAsking = false;
    if (m_dialog)
        m_dialog->close();
}

} // namespace Portolan::Ui
