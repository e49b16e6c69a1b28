// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/folders.h"
#include "core/store/profileimport.h"

#include <QString>
#include <QStringList>

namespace Portolan::Ui {

// A place from which connections can be taken over: another program's configuration, a file of our
// own. Constant, a row of a table; title() and filter() are words of the moment. read() blocks for
// as long as the disk takes and runs on any thread; what it cannot take over stands in the notes.
struct ProfileImporter
{
    QString (*title)();
    QString (*filter)(); // of a file dialog
    // Where it usually is; several are read as one, and those that do not exist are empty.
    QStringList (*usualFiles)(const Folders &folders);
    Result<ImportSource> (*read)(const QStringList &files);
};

} // namespace Portolan::Ui
