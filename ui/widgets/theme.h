// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QObject>
#include <QString>

class QApplication;
class QPalette;
class QWidget;

namespace Portolan::Ui {

// The colours that a palette has no role for. State is never told by them alone.
struct StateColors
{
    QColor good;
    QColor warning;
    QColor bad;
    QColor quiet;  // secondary text
    QColor border; // hairlines
    QColor card;   // a raised surface on the window
};

// For the palette of a widget: light or dark is decided by the palette itself, so a widget needs no
// theme object and follows when the palette changes (QEvent::PaletteChange).
[[nodiscard]] const StateColors &stateColors(const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);

// Spacing grid in logical pixels.
namespace Space {
inline constexpr int S = 4;
inline constexpr int M = 8;
inline constexpr int L = 12;
inline constexpr int XL = 24;
} // namespace Space

// The one button of a place that is the thing to do; also after the button was shown.
void setPrimary(QWidget &button, bool primary);

// Gives a dialog this width and the height that its text needs at it: wrapped labels ask for too
// much by themselves. Call it again when the words change.
void fitToText(QWidget &dialog, int width);

// The look of the program: Fusion, one palette for light and one for dark with the same accent, and
// a small style sheet. Owned by app, one a process, GUI thread. "system" follows the desktop: its
// colour-scheme preference over D-Bus (XDG desktop portal, org.freedesktop.appearance) where there
// is one, the platform's palette otherwise.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &application);

    // "light", "dark"; anything else is "system".
    void choose(const QString &choice);
    [[nodiscard]] bool dark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication &m_application;
    QString m_choice;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_applied = false;
};

} // namespace Portolan::Ui
