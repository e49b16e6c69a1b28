// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/promptdialog.h"

#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QGridLayout>
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

QLabel *makeText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

PromptDialog::PromptDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_heading(makeText())
    , m_lead(makeText())
    , m_quoted(makeText())
    , m_accept(new QPushButton)
    , m_cancel(new QPushButton)
{
    m_heading->setProperty("heading", 2);
    m_lead->setProperty("quiet", true);
    m_quoted->setProperty("quoted", true);
    m_quoted->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *icon = new QLabel;
    icon->setPixmap(symbolPixmap(QLatin1String("lock"), 24, palette().color(QPalette::Link),
                                 devicePixelRatioF()));
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

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::M);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Space::S);
    texts->addWidget(m_heading);
    texts->addWidget(m_lead);
    texts->addWidget(m_quoted);
    texts->addSpacing(Space::M);
    texts->addLayout(fields);
    texts->addSpacing(Space::L);
    texts->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::XL - Space::S, Space::XL - Space::S, Space::XL - Space::S,
                            Space::L + Space::S);
    row->setSpacing(Space::L + Space::S);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);

    m_accept->setDefault(true);
    m_cancel->setAutoDefault(false);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    if (!m_fields.empty())
        m_fields.front().edit->setFocus();
    reword(question);
}

void PromptDialog::reword(const Question &question)
{
    setWindowTitle(question.title);
    m_heading->setText(question.heading);
    m_lead->setText(question.lead);
    m_lead->setVisible(!question.lead.isEmpty());
    m_quoted->setText(question.quoted);
    m_quoted->setVisible(!question.quoted.isEmpty());
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const QString label = question.prompts.value(static_cast<qsizetype>(i)).label;
        m_fields[i].label->setText(label);
        m_fields[i].label->setVisible(!label.isEmpty());
        m_fields[i].edit->setAccessibleName(label.isEmpty() ? question.heading : label);
    }
    m_accept->setText(question.accept);
    m_cancel->setText(tr("Cancel"));
    fitToText(*this, kWidth);
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
