// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/viewpreferences.h"

#include "core/store/settings.h"
#include "ui/terminal/terminalview.h"

#include <QFont>

namespace Portolan::Terminal {

namespace {

using Setting = Settings::Key;

QFont fontOf(const Settings &settings)
{
    QFont font = TerminalView::defaultTerminalFont();
    if (const QString family = settings.text(Setting::fontFamily); !family.isEmpty())
        font.setFamily(family);
    font.setPointSize(settings.number(Setting::fontSize, Settings::kFontSize,
                                      Settings::kLeastFontSize, Settings::kMostFontSize));
    return font;
}

std::optional<CursorShape> shapeOf(const QString &name)
{
    if (name == QLatin1String("block"))
        return CursorShape::Block;
    if (name == QLatin1String("underline"))
        return CursorShape::Underline;
    if (name == QLatin1String("bar"))
        return CursorShape::Bar;
    return std::nullopt;
}

} // namespace

void applySettings(const Settings &settings, TerminalView &view)
{
    if (const QFont font = fontOf(settings); font != view.terminalFont())
        view.setTerminalFont(font);

    const QString scheme = settings.text(Setting::colorScheme);
    if (scheme == QLatin1String("dark"))
        view.setColorScheme(ColorScheme::darkScheme());
    else if (scheme == QLatin1String("light"))
        view.setColorScheme(ColorScheme::lightScheme());
    else if (scheme == QLatin1String("black"))
        view.setColorScheme(ColorScheme::blackScheme());
    else
        view.followPalette();
    view.setBoldIsBright(settings.flag(Setting::boldIsBright, false));

    ViewPreferences wanted;
    wanted.cursorShape = shapeOf(settings.text(Setting::cursorShape));
    const QString blink = settings.text(Setting::cursorBlink);
    if (blink == QLatin1String("never"))
        wanted.cursorBlink = ViewPreferences::Blink::Never;
    else if (blink == QLatin1String("always"))
        wanted.cursorBlink = ViewPreferences::Blink::Always;
    const QString bell = settings.text(Setting::bell);
    wanted.bellFlashes =
        bell.isEmpty() || bell == QLatin1String("flash") || bell == QLatin1String("both");
    wanted.bellSounds = bell == QLatin1String("sound") || bell == QLatin1String("both");
    wanted.askBeforePaste = settings.flag(Setting::askBeforePaste, true);
    wanted.copyOnSelect = settings.flag(Setting::copyOnSelect, false);
    wanted.wordCharacters = settings.text(Setting::wordCharacters);
    view.setPreferences(wanted);
}

bool concernsTerminals(const QString &settingsKey)
{
    return settingsKey.startsWith(QLatin1String("terminal/"));
}

} // namespace Portolan::Terminal
