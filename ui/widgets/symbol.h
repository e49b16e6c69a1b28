// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QLatin1String>
#include <QPixmap>

// The program's own symbols, resources/icons/<name>.svg: one colour (currentColor in the file), 16
// units square. GUI thread.
namespace Portolan::Ui {

// An icon that is drawn in the palette's text colour of the moment it is painted, so it follows
// light and dark by itself; `color` fixes it instead (states).
[[nodiscard]] QIcon symbol(QLatin1String name, const QColor &color = {});
// The same as a picture, `extent` logical pixels square.
[[nodiscard]] QPixmap symbolPixmap(QLatin1String name, int extent, const QColor &color,
                                   qreal scale);
// The program's icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace Portolan::Ui
