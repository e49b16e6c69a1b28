// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/pastedialog.h"

#include "ui/terminal/cellfont.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringList>
#include <QVBoxLayout>

namespace Portolan::Terminal {

namespace {

constexpr int kPreviewLines = 200;
constexpr int kPreviewColumns = 400;

} // namespace

PasteDialog::PasteDialog(PasteInspection inspection, const QString &peer, QWidget *parent)
    : QDialog(parent)
    , m_inspection(std::move(inspection))
    , m_peer(peer)
    , m_summary(new QLabel(this))
    , m_preview(new QPlainTextEdit(this))
    , m_more(new QLabel(this))
    , m_paste(new QPushButton(this))
    , m_oneLine(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("pasteDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(false);

    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(CellFont::defaultFont());
    m_preview->setPlainText(pastePreview(m_inspection.text, kPreviewLines, kPreviewColumns));
    m_preview->setTabChangesFocus(true);
    m_more->setVisible(m_inspection.lines > kPreviewLines);

    m_paste->setObjectName(QStringLiteral("paste"));
    m_oneLine->setObjectName(QStringLiteral("pasteAsOneLine"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_oneLine->setVisible(m_inspection.lines > 1 || m_inspection.endsWithLineEnd);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_paste, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_oneLine, QDialogButtonBox::ActionRole);
    buttons->addButton(m_cancel, QDialogButtonBox::RejectRole);
    m_paste->setDefault(true);
    m_paste->setFocus();

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_summary);
    column->addWidget(m_preview, 1);
    column->addWidget(m_more);
    column->addWidget(buttons);

    connect(m_paste, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(m_inspection.text);
        accept();
    });
    connect(m_oneLine, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(asOneLine(m_inspection.text));
        accept();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
    resize(560, 320);
}

void PasteDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void PasteDialog::retranslate()
{
    setWindowTitle(m_peer.isEmpty() ? tr("Paste into the terminal?")
                                    : tr("Paste into %1?").arg(m_peer));
    QStringList said;
    said.append(tr("%n line(s) would be pasted.", nullptr, m_inspection.lines));
    if (m_inspection.endsWithLineEnd) {
        said.append(tr("The last line ends with Enter, so that it would run at once."));
    }
    if (m_inspection.controlCharacters > 0) {
        said.append(tr("%n control character(s) would be replaced by spaces.", nullptr,
                       m_inspection.controlCharacters));
    }
    if (m_inspection.invisibleCharacters > 0) {
        said.append(tr("%n invisible character(s) were removed.", nullptr,
                       m_inspection.invisibleCharacters));
    }
    m_summary->setText(said.join(QLatin1Char(' ')));
    m_more->setText(tr("Only the first %n line(s) are shown.", nullptr, kPreviewLines));
    m_paste->setText(tr("Paste"));
    m_oneLine->setText(tr("Paste as one line"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace Portolan::Terminal
