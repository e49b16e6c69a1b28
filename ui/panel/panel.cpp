// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/panel.h"

#include "ui/panel/command.h"

#include <QEvent>

namespace Portolan::Ui {

QString Panel::stateName(State state)
{
    switch (state) {
    case State::Idle:
        return tr("not connected");
    case State::Connecting:
        return tr("connecting");
    case State::Connected:
        return tr("connected");
    case State::Ended:
        return tr("ended");
    case State::Lost:
        return tr("connection lost");
    case State::Failed:
        return tr("failed");
    }
    return {};
}

quint64 Panel::nextToken()
{
    static quint64 last = 0; // GUI thread
    return ++last;
}

void Panel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (QAction *action : actions()) {
            if (auto *command = qobject_cast<Command *>(action))
                command->retranslate();
        }
        retranslate();
        Q_EMIT titleChanged();
        Q_EMIT metricsChanged();
    }
    QWidget::changeEvent(event);
}

} // namespace Portolan::Ui
