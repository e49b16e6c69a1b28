// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/colorscheme.h"

#include <algorithm>
#include <cmath>

namespace Portolan::Terminal {

namespace {

using Sixteen = std::array<QRgb, 16>;

std::array<QRgb, 256> paletteFrom(const Sixteen &named)
{
    std::array<QRgb, 256> palette{};
    std::copy(named.begin(), named.end(), palette.begin());
    // xterm's 256colres: a cube of six levels, then 24 greys.
    constexpr std::array<int, 6> kLevels = {0, 95, 135, 175, 215, 255};
    for (std::size_t i = 0; i < 216; ++i) {
        palette[16 + i] = qRgb(kLevels[i / 36], kLevels[i / 6 % 6], kLevels[i % 6]);
    }
    for (int i = 0; i < 24; ++i) {
        const int grey = 8 + 10 * i;
        palette[std::size_t(232 + i)] = qRgb(grey, grey, grey);
    }
    return palette;
}

double luminance(QRgb color)
{
    const auto linear = [](int channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(color)) + 0.7152 * linear(qGreen(color)) +
           0.0722 * linear(qBlue(color));
}

QRgb mixed(QRgb from, QRgb to, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return qRgb(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)),
                channel(qBlue(from), qBlue(to)));
}

} // namespace

const ColorScheme &ColorScheme::darkScheme()
{
    static const ColorScheme scheme = [] {
        ColorScheme made;
        made.palette = paletteFrom({0xff2b3038, 0xffe5575a, 0xff55ad58, 0xffc99b35, //
                                    0xff3b7cdc, 0xffb970dc, 0xff34a8b4, 0xffd0d5db, //
                                    0xff808996, 0xffff8f8f, 0xff92d68c, 0xfff0cd72, //
                                    0xff8fbcff, 0xffdcaaf5, 0xff7fdbe3, 0xffffffff});
        made.foreground = 0xffd8dce2;
        made.background = 0xff101317;
        made.cursor = 0xffe8ebef;
        made.cursorText = 0xff101317;
        made.selection = 0xff2f4c74;
        made.link = 0xff8fbcff;
        made.dark = true;
        return made;
    }();
    return scheme;
}

const ColorScheme &ColorScheme::lightScheme()
{
    static const ColorScheme scheme = [] {
        ColorScheme made;
        made.palette = paletteFrom({0xff20252c, 0xffc42b31, 0xff1d813c, 0xff8a6200, //
                                    0xff1f5fc8, 0xff973ab8, 0xff167c8a, 0xffd9dde2, //
                                    0xff626a75, 0xffe0262c, 0xff138637, 0xff9a6a00, //
                                    0xff276ee7, 0xffad41d3, 0xff0c7f8f, 0xffffffff});
        made.foreground = 0xff20252c;
        made.background = 0xfffbfcfd;
        made.cursor = 0xff20252c;
        made.cursorText = 0xfffbfcfd;
        made.selection = 0xffbcd6f7;
        made.link = 0xff1d5bc0;
        made.dark = false;
        return made;
    }();
    return scheme;
}

const ColorScheme &ColorScheme::blackScheme()
{
    static const ColorScheme scheme = [] {
        ColorScheme made = darkScheme();
        made.foreground = 0xffeceff3;
        made.background = 0xff000000;
        made.cursor = 0xffffffff;
        made.cursorText = 0xff000000;
        return made;
    }();
    return scheme;
}

QRgb ColorScheme::resolve(Color color, QRgb fallback) const
{
    switch (color.kind()) {
    case Color::Kind::Default:
        return fallback;
    case Color::Kind::Indexed:
        return palette[color.index()];
    case Color::Kind::Rgb:
        return qRgb(color.red(), color.green(), color.blue());
    }
    return fallback;
}

double contrast(QRgb a, QRgb b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QRgb withContrast(QRgb color, QRgb background, double ratio)
{
    if (contrast(color, background) >= ratio) {
        return color;
    }
    const QRgb black = qRgb(0, 0, 0);
    const QRgb white = qRgb(255, 255, 255);
    // Dark text stays dark and light text light while that can be read.
    const bool darker = luminance(color) < luminance(background);
    QRgb aim = darker ? black : white;
    const QRgb other = darker ? white : black;
    if (contrast(aim, background) < std::min(ratio, 4.0) &&
        contrast(other, background) > contrast(aim, background)) {
        aim = other;
    }
    for (double share = 0.1; share < 1.0; share += 0.1) {
        const QRgb moved = mixed(color, aim, share);
        if (contrast(moved, background) >= ratio) {
            return moved;
        }
    }
    return aim;
}

} // namespace Portolan::Terminal
