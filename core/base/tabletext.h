// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

// Tables as other programs read them. Pure, any thread. The cells may come from a peer: they are
// data, and no program that reads the result may run them.
namespace Portolan {

// For the clipboard: cells apart by tabs, rows by line feeds. A tab or line break inside a cell
// becomes a space, so that each cell stays one cell. Nothing else is changed.
[[nodiscard]] QString toTsv(const QList<QStringList> &rows);

// For a file: UTF-8 with a byte order mark (without it spreadsheets read the system's own charset),
// RFC 4180 quoting, CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe in
// front; plain numbers stay numbers.
[[nodiscard]] QByteArray toCsv(const QList<QStringList> &rows);

} // namespace Portolan
