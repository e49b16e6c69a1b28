// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/questions.h"

#include "ui/ssh/hostkeydialog.h"
#include "ui/widgets/promptdialog.h"

#include <QEvent>

#include <utility>

namespace Portolan::Ui {

namespace {

using Method = Ssh::AuthQuestion::Method;

QString leadOf(const Ssh::AuthQuestion &question)
{
    const bool again = question.attempt > 1;
    switch (question.method) {
    case Method::Password:
        return again ? Questions::tr("The server did not accept the password.") : QString();
    case Method::Passphrase:
        return again ? Questions::tr("This passphrase does not open the key file: %1")
                           .arg(question.keyFile)
                     : Questions::tr("The key file is locked. The passphrase stays on this "
                                     "computer: %1")
                           .arg(question.keyFile);
    case Method::KeyboardInteractive:
        return again ? Questions::tr("The server did not accept the answers and asks again.")
                     : Questions::tr("The server asks this before it lets you in.");
    }
    return {};
}

void addOffer(PromptDialog::Question &words, const Ssh::AuthQuestion &question,
              const StoredLogin::Found &found, bool stayedLocked)
{
    using Offer = StoredLogin::Offer;
    const bool isPassphrase = question.method == Method::Passphrase;
    if (found.refused)
        words.lead =
            (isPassphrase
                 ? Questions::tr("The passphrase that is remembered does not open the key file.")
                 : Questions::tr("The server did not accept the password that is remembered.")) +
            (words.lead.isEmpty() || !isPassphrase ? QString() : QLatin1Char(' ') + words.lead);
    switch (found.offer) {
    case Offer::None:
        break;
    case Offer::Keychain:
        words.remember =
            found.makesProfile
                ? Questions::tr("Save this connection, and remember it in the keychain")
                : Questions::tr("Remember it in the keychain");
        break;
    case Offer::Locked:
        words.note = stayedLocked
                         ? Questions::tr("The keychain is still locked.")
                         : Questions::tr("The keychain is locked. It may hold the answer.");
        words.noteAction = Questions::tr("Unlock");
        break;
    case Offer::NoKeychain:
        words.remember = Questions::tr("Keep it until Portolan is closed");
        words.note = Questions::tr("There is no keychain here, so nothing is stored on disk.");
        break;
    }
}

PromptDialog::Question worded(const Ssh::AuthQuestion &question, const StoredLogin::Found &found,
                              bool stayedLocked)
{
    const QString who = question.user.isEmpty()
                            ? question.host
                            : QString(question.user + QLatin1Char('@') + question.host);
    PromptDialog::Question words;
    QString ours; // the label where the server has no say in it
    switch (question.method) {
    case Method::Password:
        words.title = Questions::tr("Password for %1").arg(who);
        ours = Questions::tr("Password");
        break;
    case Method::Passphrase:
        words.title = Questions::tr("Key passphrase for the login to %1").arg(who);
        ours = Questions::tr("Passphrase");
        break;
    case Method::KeyboardInteractive:
        words.title = Questions::tr("Questions from %1").arg(who);
        break;
    }
    words.heading = words.title;
    words.lead = leadOf(question);
    if (question.attempt > 1 && question.attemptsLeft > 0)
        words.lead +=
            QLatin1Char(' ') + Questions::tr("%n attempt(s) left.", nullptr, question.attemptsLeft);
    QStringList quoted;
    for (const QString &text : {question.name, question.instruction}) {
        if (!text.trimmed().isEmpty())
            quoted.append(text.trimmed().left(2000));
    }
    words.quoted = quoted.join(QLatin1Char('\n'));
    for (const Ssh::AuthQuestion::Prompt &prompt : question.prompts)
        words.prompts.append(
            {ours.isEmpty() ? prompt.text.trimmed().left(500) : ours, prompt.echo});
    if (words.prompts.isEmpty() && !ours.isEmpty())
        words.prompts.append({ours, false});
    words.accept = Questions::tr("Log in");
    addOffer(words, question, found, stayedLocked);
    return words;
}

} // namespace

Questions::Questions(std::shared_ptr<Ssh::Connection> connection, StoredLogin &login,
                     QWidget *panel)
    : QObject(panel)
    , m_connection(std::move(connection))
    , m_login(login)
    , m_panel(panel)
{
    using Ssh::Connection;
    Connection *from = m_connection.get();
    connect(from, &Connection::hostKeyQuestion, this, &Questions::askWhatIsOpen);
    connect(from, &Connection::authQuestion, this, &Questions::askWhatIsOpen);
    connect(from, &Connection::questionSettled, this, [this](quint64 id) {
        if (id == m_id)
            dismiss();
    });
}

Questions::~Questions()
{
    dismiss();
}

void Questions::setShown(bool shown)
{
    m_shown = shown;
    if (!m_dialog) {
        askWhatIsOpen();
        return;
    }
    m_dialog->setVisible(shown);
    if (shown)
        m_dialog->activateWindow();
}

void Questions::askWhatIsOpen()
{
    if (m_dialog)
        return;
    if (const auto &key = m_connection->openHostKeyQuestion()) {
        if (m_shown)
            ask(*key);
    } else if (const auto &login = m_connection->openAuthQuestion()) {
        if (login->id != m_question.id)
            lookUp(*login);
        else if (m_found && m_shown)
            ask(*login);
    }
}

void Questions::lookUp(const Ssh::AuthQuestion &question)
{
    m_question = question;
    m_found.reset();
    m_stayedLocked = false;
    m_login.lookUp(question, [self = QPointer<Questions>(this),
                              id = question.id](StoredLogin::Found found) mutable {
        if (self)
            self->onLookedUp(id, std::move(found));
    });
}

void Questions::onLookedUp(quint64 id, StoredLogin::Found found)
{
    if (id != m_question.id)
        return;
    if (found.secret) {
        std::vector<Secret> answers;
        answers.push_back(std::move(*found.secret));
        m_connection->answerAuth(id, std::move(answers));
        return;
    }
    m_found = std::move(found);
    if (auto *dialog = qobject_cast<PromptDialog *>(m_dialog.data()))
        dialog->setQuestion(worded(m_question, *m_found, m_stayedLocked));
    else
        askWhatIsOpen();
}

void Questions::onUnlockClicked()
{
    m_login.unlock([self = QPointer<Questions>(this), id = m_question.id](bool open) {
        if (!self || self->m_question.id != id)
            return;
        self->m_stayedLocked = !open;
        if (!open) {
            self->onLookedUp(id, {.offer = StoredLogin::Offer::Locked});
            return;
        }
        self->m_login.lookUp(self->m_question, [self, id](StoredLogin::Found found) mutable {
            if (self)
                self->onLookedUp(id, std::move(found));
        });
    });
}

bool Questions::eventFilter(QObject *watched, QEvent *event)
{
    auto *dialog = qobject_cast<PromptDialog *>(watched);
    if (dialog && event->type() == QEvent::LanguageChange)
        dialog->setQuestion(worded(m_question, *m_found, m_stayedLocked));
    return QObject::eventFilter(watched, event);
}

void Questions::ask(const Ssh::HostKeyQuestion &question)
{
    auto *dialog = new HostKeyDialog(question, m_panel->window());
    connect(dialog, &QDialog::finished, this, [this, dialog, id = question.id] {
        m_dialog = nullptr;
        m_connection->answerHostKey(id, dialog->answer());
    });
    present(dialog, question.id);
}

void Questions::ask(const Ssh::AuthQuestion &question)
{
    auto *dialog = new PromptDialog(worded(question, *m_found, m_stayedLocked), m_panel->window());
    dialog->installEventFilter(this); // PromptDialog itself does not know what it asks
    connect(dialog, &PromptDialog::noteActionClicked, this, &Questions::onUnlockClicked);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = question.id] {
        m_dialog = nullptr;
        std::vector<Secret> answers = dialog->takeAnswers();
        if (dialog->remembers() && answers.size() == 1 && !answers.front().isEmpty())
            m_login.remember(m_question, answers.front().copy(),
                             m_found->offer == StoredLogin::Offer::NoKeychain
                                 ? SecretStore::Keep::UntilClosed
                                 : SecretStore::Keep::Stored);
        m_connection->answerAuth(id, std::move(answers));
    });
    // Who cancels does not want the next method tried either.
    connect(dialog, &QDialog::rejected, this, [this] {
        m_dialog = nullptr;
        m_connection->cancel();
    });
    present(dialog, question.id);
}

// Not modal: another tab can be used meanwhile.
void Questions::present(QDialog *dialog, quint64 id)
{
    m_dialog = dialog;
    m_id = id;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::NonModal);
    dialog->show();
    dialog->activateWindow();
}

void Questions::dismiss()
{
    if (!m_dialog)
        return;
    m_dialog->disconnect(this);
    m_dialog->hide();
    m_dialog->deleteLater();
    m_dialog = nullptr;
}

} // namespace Portolan::Ui
