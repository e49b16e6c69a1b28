// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panel.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace Portolan {
class HistoryStore;
}

namespace Portolan::Ui {

// Writes into the history what panels connect to, and how it ended. One entry a tab, made when it
// first connects: a tab that waits, or that names no host (a local shell, whose command line is
// nobody's business), leaves none. It holds no panel. Owned by the shell, GUI thread.
class HistoryRecorder : public QObject
{
    Q_OBJECT

public:
    explicit HistoryRecorder(HistoryStore &history, QObject *parent = nullptr);

    void follow(Panel *panel);

private:
    void look(const Panel *panel);
    void forget(const QObject *panel);

    HistoryStore &m_history;
    QHash<const QObject *, QString> m_live; // the entries of those that are not over
    QHash<const QObject *, QString> m_over;
};

} // namespace Portolan::Ui
