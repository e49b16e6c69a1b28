// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;
class QWidget;

// Writing what a person exports, without holding the window up.
namespace Portolan::Ui {

// Writes the whole file or leaves what was there (QSaveFile), on a thread of the global pool.
// `done` is called on the caller's thread with the path or the Local error, unless `context` is
// gone by then.
void writeFile(const QString &path, const QByteArray &bytes, QObject *context,
               std::function<void(const Result<QString> &)> done);

// Asks where to, and calls `chosen` with the path: for what is written bit by bit, or elsewhere.
// GUI thread.
void askWhereToSave(QWidget *parent, const QString &title, const QString &suggestedName,
                    const QString &filters, std::function<void(const QString &path)> chosen);

// Asks where to, then writes what `content` gives for the chosen path (its suffix may decide the
// format). `filters` as QFileDialog has them: "CSV (*.csv);;All files (*)". Nothing happens when
// the person cancels. GUI thread.
void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
              const QString &filters, std::function<QByteArray(const QString &path)> content,
              std::function<void(const Result<QString> &)> done);

} // namespace Portolan::Ui
