// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"
#include "core/mqtt/replay.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Portolan::Ui {

// Puts the messages of a file where those of a broker would stand, to look at them without one: in
// slices between the ticks of the window. Goes with its parent, or when it is destroyed, wherever
// it has come to. GUI thread.
class MessageImport : public QObject
{
    Q_OBJECT

public:
    MessageImport(std::shared_ptr<Mqtt::Inbox> inbox, std::shared_ptr<const Mqtt::ReplayFile> file,
                  QObject *parent);

    void start();
    [[nodiscard]] const Mqtt::ReplayFile &file() const { return *m_file; }

Q_SIGNALS:
    void finished();

private:
    void step();

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    std::shared_ptr<const Mqtt::ReplayFile> m_file;
    qsizetype m_next = 0;
    QTimer m_timer;
};

} // namespace Portolan::Ui
