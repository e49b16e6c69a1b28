// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirm.h"

#include <QPushButton>

#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 440;

} // namespace

ConfirmDialog::ConfirmDialog(const QString &title, const QString &sentence, const QString &verb,
                             Risk risk, QWidget *parent)
    : DialogFrame(QLatin1String("warning"), Tone::Warning, Size::FitsText, kWidth, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(title);
    setHeading(title);
    setLead(sentence);
    QPushButton *cancel = addButton("cancel", risk == Risk::Lasting);
    QPushButton *accept = addButton("accept", risk == Risk::Ends);
    cancel->setText(tr("Cancel"));
    accept->setText(verb);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &QDialog::accept);
    (risk == Risk::Lasting ? cancel : accept)->setFocus();
    fit();
}

ConfirmDialog *confirm(QWidget *parent, const QString &title, const QString &sentence,
                       const QString &verb, std::function<void()> then, ConfirmDialog::Risk risk)
{
    auto *dialog = new ConfirmDialog(title, sentence, verb, risk, parent);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(then));
    dialog->open();
    return dialog;
}

} // namespace Portolan::Ui
