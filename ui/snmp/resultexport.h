// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/snmp/varbindmodel.h"

#include <functional>
#include <stop_token>
#include <vector>

class QObject;

namespace Portolan::Ui {

// Writes varbinds as CSV (with a byte order mark), TSV or JSON, which the path's suffix says, on a
// thread of the global pool: piece by piece, so that a million rows take no memory. The whole file
// or none. `done` is called on the caller's thread with the number of rows or the error, unless
// `context` is gone by then. GUI thread.
void writeVarbinds(const QString &path, std::vector<VarbindModel::Piece> pieces,
                   VarbindModel::Snapshot snapshot, Snmp::TextCharset charset, std::stop_token stop,
                   QObject *context, std::function<void(const Result<quint64> &)> done);

// One piece in such a file; `first` and `last` of all.
[[nodiscard]] QByteArray varbindsText(const Snmp::Varbinds &rows,
                                      const Snmp::Smi::Snapshot &snapshot,
                                      Snmp::TextCharset charset, const QString &suffix, bool first,
                                      bool last);

} // namespace Portolan::Ui
