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

PromptDialog::Question worded(const Ssh::AuthQuestion &question)
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
    return words;
}

// Follows the language; PromptDialog itself does not know what it asks.
class Rewording : public QObject
{
public:
    Rewording(PromptDialog *dialog, Ssh::AuthQuestion question)
        : QObject(dialog)
        , m_dialog(dialog)
        , m_question(std::move(question))
    {
        dialog->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_dialog->setQuestion(worded(m_question));
        return false;
    }

private:
    PromptDialog *m_dialog;
    const Ssh::AuthQuestion m_question;
};

} // namespace

Questions::Questions(std::shared_ptr<Ssh::Connection> connection, QWidget *panel)
    : QObject(panel)
    , m_connection(std::move(connection))
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
    if (!m_shown || m_dialog)
        return;
    if (const auto &key = m_connection->openHostKeyQuestion())
        ask(*key);
    else if (const auto &login = m_connection->openAuthQuestion())
        ask(*login);
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
    auto *dialog = new PromptDialog(worded(question), m_panel->window());
    new Rewording(dialog, question);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = question.id] {
        m_dialog = nullptr;
        m_connection->answerAuth(id, dialog->takeAnswers());
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
