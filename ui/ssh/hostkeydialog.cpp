// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/hostkeydialog.h"

#include "ui/ssh/hostkeyfacts.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 580;
constexpr qsizetype kMostKnown = 5;

QString hostName(const Ssh::HostKeyQuestion &question)
{
    return question.port == 22 ? question.host
                               : QStringLiteral("%1:%2").arg(question.host).arg(question.port);
}

} // namespace

HostKeyDialog::HostKeyDialog(const Ssh::HostKeyQuestion &question, QWidget *parent)
    : DialogFrame(QLatin1String("key"), Tone::Warning, Size::FitsText, kWidth, parent)
    , m_question(question)
    , m_key(new KeyView)
    , m_known(makeText(true))
    , m_advice(makeText(true))
    , m_always(addButton("acceptAlways"))
    , m_once(addButton("acceptOnce"))
    , m_reject(addButton("reject", true))
{
    m_known->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content()->addWidget(m_key);
    content()->addWidget(m_known);
    content()->addWidget(m_advice);
    m_reject->setFocus();
    connect(m_reject, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_once, &QPushButton::clicked, this,
            [this] { finish(Ssh::HostKeyAnswer::AcceptOnce); });
    connect(m_always, &QPushButton::clicked, this,
            [this] { finish(Ssh::HostKeyAnswer::AcceptAlways); });
    reword();
}

void HostKeyDialog::finish(Ssh::HostKeyAnswer answer)
{
    m_answer = answer;
    accept();
}

void HostKeyDialog::reword()
{
    using Situation = Ssh::HostKeyQuestion::Situation;
    const QString host = hostName(m_question);
    setWindowTitle(tr("Host key of %1").arg(host));
    if (m_question.situation == Situation::Unknown) {
        setHeading(tr("Is this really %1?").arg(host));
        setLead(tr("This host has not been seen before. It proves itself with this key:"));
    } else {
        setHeading(tr("%1 shows a key of another algorithm").arg(host));
        setLead(tr("This host is known, but by keys of other algorithms. Now it shows this "
                   "key:"));
    }
    m_key->showHostKey(hostKeyViewOf(m_question));

    QStringList known;
    for (qsizetype i = 0; i < std::min(m_question.known.size(), kMostKnown); ++i)
        known.append(
            tr("Known: %1 %2").arg(m_question.known[i].keyType, m_question.known[i].fingerprint));
    if (!m_question.certificateAuthority.isEmpty())
        known.append(tr("A certificate authority is trusted for this host (%1), but certificates "
                        "cannot be checked here.")
                         .arg(m_question.certificateAuthority));
    m_known->setText(known.join(QLatin1Char('\n')));
    m_known->setVisible(!known.isEmpty());
    m_advice->setText(tr("Compare it with what the administrator of the host says. Accept it only "
                         "if both are the same: another key means another computer."));
    m_reject->setText(tr("Reject"));
    m_once->setText(tr("Accept once"));
    m_once->setToolTip(tr("The key is accepted for this connection only."));
    m_always->setText(tr("Accept always"));
    m_always->setToolTip(tr("The key is written to the list of known hosts."));
    fit();
}

} // namespace Portolan::Ui
