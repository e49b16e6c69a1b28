// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Portolan {

// Turns SIGINT, SIGTERM and SIGHUP into an orderly QCoreApplication::quit(); a second one ends the
// process at once. One a process, GUI thread. Elsewhere than on Unix it does nothing.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    explicit QuitSignals(QObject *parent);
    ~QuitSignals() override;
};

} // namespace Portolan
