// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/snmp/traps/trap.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Portolan::Snmp {

class Station;

// Listens for traps and informs: the handle of a listener on the engine's thread. Lives on the
// thread that made it, with a Qt event loop; methods and signals are there. What comes in goes to
// every queue, on the engine's thread; a queue that nobody reads drops its oldest and counts them.
// It listens from start() until it is destroyed, or until failed(), which comes instead of
// listening(). Never: blocks, creates a user, answers anything but informs and questions for the
// engine's id, keeps a secret longer than it lives.
class TrapReceiver : public QObject
{
    Q_OBJECT
public:
    TrapReceiver(std::shared_ptr<Station> station, const ListenTarget &target, TrapKeys keys,
                 std::vector<std::shared_ptr<TrapQueue>> queues, QObject *parent = nullptr);
    ~TrapReceiver() override;

    void start(); // once
    [[nodiscard]] const ListenTarget &target() const;
    [[nodiscard]] const TrapStats &stats() const; // as of the last statsChanged()

Q_SIGNALS:
    void listening(const Portolan::Snmp::Listening &where);
    void failed(const Portolan::Error &error);
    void statsChanged(const Portolan::Snmp::TrapStats &stats); // four times a second at most

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Snmp
