// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/promptdialog.h"

#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 480;
constexpr int kMostPrompts = 32;
constexpr int kMostAnswer = 4096;

} // namespace

PromptDialog::PromptDialog(const Question &question, QWidget *parent)
    : DialogFrame(QLatin1String("lock"), Tone::Plain, Size::FitsText, kWidth, parent)
    , m_quoted(makeText())
    , m_remember(new QCheckBox)
    , m_note(makeText(true))
    , m_noteAction(new QPushButton)
    , m_cancel(addButton("cancel"))
    , m_accept(addButton("accept", true))
{
    m_quoted->setProperty("quoted", true);
    m_quoted->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *fields = new QVBoxLayout;
    fields->setSpacing(Space::S);
    const auto count = std::min<qsizetype>(question.prompts.size(), kMostPrompts);
    for (qsizetype i = 0; i < count; ++i) {
        const Field field{makeText(), new QLineEdit};
        field.edit->setMaxLength(kMostAnswer);
        field.edit->setEchoMode(question.prompts[i].echo ? QLineEdit::Normal : QLineEdit::Password);
        field.label->setBuddy(field.edit);
        if (i > 0)
            fields->addSpacing(Space::S);
        fields->addWidget(field.label);
        fields->addWidget(field.edit);
        m_fields.push_back(field);
    }

    content()->addWidget(m_quoted);
    content()->addLayout(fields);
    m_remember->setObjectName(QStringLiteral("remember"));
    m_noteAction->setObjectName(QStringLiteral("noteAction"));
    m_noteAction->setAutoDefault(false);
    auto *note = new QHBoxLayout;
    note->setSpacing(Space::M);
    note->addWidget(m_note, 1);
    note->addWidget(m_noteAction);
    content()->addWidget(m_remember);
    content()->addLayout(note);
    connect(m_noteAction, &QPushButton::clicked, this, [this] {
        // The person goes on with the answer, be what was asked for done by then or not.
        if (!m_fields.empty())
            m_fields.front().edit->setFocus();
        Q_EMIT noteActionClicked();
    });
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (!m_fields.empty())
        m_fields.front().edit->setFocus();
    setQuestion(question);
}

void PromptDialog::setQuestion(const Question &question)
{
    setWindowTitle(question.title);
    setHeading(question.heading);
    setLead(question.lead);
    m_quoted->setText(question.quoted);
    m_quoted->setVisible(!question.quoted.isEmpty());
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const QString label = question.prompts.value(static_cast<qsizetype>(i)).label;
        m_fields[i].label->setText(label);
        m_fields[i].label->setVisible(!label.isEmpty());
        m_fields[i].edit->setAccessibleName(label.isEmpty() ? question.heading : label);
    }
    m_remember->setText(question.remember);
    m_remember->setVisible(!question.remember.isEmpty());
    m_note->setText(question.note);
    m_note->setVisible(!question.note.isEmpty());
    m_noteAction->setText(question.noteAction);
    m_noteAction->setVisible(!question.noteAction.isEmpty());
    m_accept->setText(question.accept);
    m_cancel->setText(tr("Cancel"));
    fit();
}

bool PromptDialog::remembers() const
{
    return !m_remember->text().isEmpty() && m_remember->isChecked();
}

std::vector<Secret> PromptDialog::takeAnswers()
{
    std::vector<Secret> answers;
    for (const Field &field : m_fields) {
        QString text = field.edit->text();
        // Now `text` is the only owner of the characters, so that takeFrom() can wipe them.
        field.edit->clear();
        answers.push_back(Secret::takeFrom(text));
    }
    return answers;
}

} // namespace Portolan::Ui
