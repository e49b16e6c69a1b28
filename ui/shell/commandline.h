// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

namespace Portolan::Ui {

// What `portolan` was started with. Plain value; reading it needs a QCoreApplication.
struct CommandLine
{
    QStringList addresses;
    QString language;    // for this run only; empty: as the settings say
    QStringList command; // of -e, with its arguments: a window with it alone
    bool closeOnExit = false;
    bool newWindow = false;
    QString answer = {}; // what --help and --version print instead of a window

    // `arguments` without the program's name. Like xterm's, -e takes everything behind it. Usage
    // errors say in one sentence what is wrong.
    [[nodiscard]] static Result<CommandLine> read(const QStringList &arguments);
    // Whether a program that runs already may take it over.
    [[nodiscard]] bool mayBeHandedOver() const { return command.isEmpty() && !newWindow; }
};

} // namespace Portolan::Ui
