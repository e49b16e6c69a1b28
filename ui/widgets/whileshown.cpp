// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/whileshown.h"

#include <QDialog>
#include <QEvent>

namespace Portolan::Ui {

namespace {

class Follower final : public QObject
{
public:
    Follower(QDialog *dialog, QWidget *tab)
        : QObject(dialog)
        , m_dialog(dialog)
    {
        tab->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            m_dialog->show();
            m_dialog->activateWindow();
        } else if (event->type() == QEvent::Hide) {
            m_dialog->hide();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QDialog *const m_dialog;
};

} // namespace

void showWhileShown(QDialog *dialog, QWidget *tab)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::NonModal);
    new Follower(dialog, tab);
    if (!tab->isVisible())
        return;
    dialog->show();
    dialog->activateWindow();
}

} // namespace Portolan::Ui
