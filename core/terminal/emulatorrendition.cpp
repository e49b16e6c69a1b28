// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/emulator.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace Portolan::Terminal {

namespace {

std::uint8_t byteOf(int value)
{
    return std::uint8_t(std::clamp(value, 0, 255));
}

// xterm and tmux take a colour number that does not exist as no colour at all.
bool isPaletteIndex(int value)
{
    return value >= 0 && value <= 255;
}

} // namespace

// 38, 48 and 58, which came in three spellings: with colons and the colour space of ITU T.416
// (38:2::r:g:b), with colons and without it (38:2:r:g:b), and with semicolons (38;2;r;g;b).
// Returns the index of the last parameter that belongs to it.
int Emulator::extendedColor(const Parameters &parameters, int index, Color &color)
{
    if (const int parts = parameters.parts(index); parts > 1) {
        const auto part = [&](int i) { return byteOf(parameters.part(index, i)); };
        const int kind = parameters.part(index, 1);
        if (kind == 5 && parts >= 3 && isPaletteIndex(parameters.part(index, 2)))
            color = Color::indexed(part(2));
        else if (kind == 2 && parts >= 6)
            color = Color::rgb(part(3), part(4), part(5));
        else if (kind == 2 && parts == 5)
            color = Color::rgb(part(2), part(3), part(4));
        return index;
    }
    const auto value = [&](int i) { return byteOf(parameters.value(i, 0)); };
    const int kind = parameters.value(index + 1, -1);
    if (kind == 5) {
        if (index + 2 < parameters.count() && isPaletteIndex(parameters.value(index + 2, 0)))
            color = Color::indexed(value(index + 2));
        return index + 2;
    }
    if (kind == 2) {
        if (index + 4 < parameters.count())
            color = Color::rgb(value(index + 2), value(index + 3), value(index + 4));
        return index + 4;
    }
    return index + 1;
}

void Emulator::selectGraphicRendition(const Parameters &parameters)
{
    using namespace Attribute;
    Style &pen = m_pen;
    const auto set = [&pen](std::uint16_t attribute) { pen.attributes |= attribute; };
    const auto clear = [&pen](int attributes) {
        pen.attributes = std::uint16_t(pen.attributes & ~attributes);
    };
    const int count = std::max(1, parameters.count());
    for (int i = 0; i < count; ++i) {
        const int value = parameters.value(i, 0);
        if (value >= 30 && value <= 37) {
            pen.foreground = Color::indexed(std::uint8_t(value - 30));
            continue;
        }
        if (value >= 40 && value <= 47) {
            pen.background = Color::indexed(std::uint8_t(value - 40));
            continue;
        }
        if (value >= 90 && value <= 97) {
            pen.foreground = Color::indexed(std::uint8_t(value - 90 + 8));
            continue;
        }
        if (value >= 100 && value <= 107) {
            pen.background = Color::indexed(std::uint8_t(value - 100 + 8));
            continue;
        }
        switch (value) {
        case 0: {
            // A link is not a rendition and neither is protection; both outlive a reset.
            Style fresh;
            fresh.link = pen.link;
            fresh.attributes = pen.attributes & Protected;
            pen = fresh;
            break;
        }
        case 1:
            set(Bold);
            break;
        case 2:
            set(Dim);
            break;
        case 3:
            set(Italic);
            break;
        case 4: {
            int style = 1;
            if (parameters.count() > i && parameters.parts(i) > 1)
                style = parameters.part(i, 1);
            if (style < 0)
                style = 1;
            if (style <= 5)
                pen.underline = static_cast<Underline>(style);
            break;
        }
        case 5:
        case 6:
            set(Blink);
            break;
        case 7:
            set(Inverse);
            break;
        case 8:
            set(Conceal);
            break;
        case 9:
            set(Strike);
            break;
        case 21:
            pen.underline = Underline::Double;
            break;
        case 22:
            clear(Bold | Dim);
            break;
        case 23:
            clear(Italic);
            break;
        case 24:
            pen.underline = Underline::None;
            break;
        case 25:
            clear(Blink);
            break;
        case 27:
            clear(Inverse);
            break;
        case 28:
            clear(Conceal);
            break;
        case 29:
            clear(Strike);
            break;
        case 38:
            i = extendedColor(parameters, i, pen.foreground);
            break;
        case 39:
            pen.foreground = {};
            break;
        case 48:
            i = extendedColor(parameters, i, pen.background);
            break;
        case 49:
            pen.background = {};
            break;
        case 53:
            set(Overline);
            break;
        case 55:
            clear(Overline);
            break;
        case 58:
            i = extendedColor(parameters, i, pen.underlineColor);
            break;
        case 59:
            pen.underlineColor = {};
            break;
        default:
            break;
        }
    }
    penChanged();
}

// The pen as an SGR body, for DECRQSS.
std::string Emulator::renditionReport() const
{
    using namespace Attribute;
    std::string report = "0";
    const auto addNumbers = [&report](char separator, std::initializer_list<int> numbers) {
        for (const int number : numbers) {
            if (report.back() != ';')
                report += separator;
            report += std::to_string(number);
        }
    };
    const std::pair<std::uint16_t, int> flags[] = {{Bold, 1},   {Dim, 2},      {Italic, 3},
                                                   {Blink, 5},  {Inverse, 7},  {Conceal, 8},
                                                   {Strike, 9}, {Overline, 53}};
    for (const auto &[flag, code] : flags)
        if ((m_pen.attributes & flag) != 0)
            addNumbers(';', {code});
    if (m_pen.underline == Underline::Single) {
        addNumbers(';', {4});
    } else if (m_pen.underline != Underline::None) {
        report += ';';
        addNumbers(':', {4, int(m_pen.underline)});
    }
    // `basic` and `bright` are the first of eight codes each, where there are any.
    const auto addColor = [&](Color color, int extended, int basic, int bright) {
        if (color.kind() == Color::Kind::Default)
            return;
        report += ';';
        if (color.kind() == Color::Kind::Rgb) {
            addNumbers(':', {extended, 2});
            report += ':'; // the colour space is left out
            addNumbers(':', {color.red(), color.green(), color.blue()});
        } else if (basic != 0 && color.index() < 8) {
            addNumbers(';', {basic + color.index()});
        } else if (bright != 0 && color.index() < 16) {
            addNumbers(';', {bright + color.index() - 8});
        } else {
            addNumbers(':', {extended, 5, color.index()});
        }
    };
    addColor(m_pen.foreground, 38, 30, 90);
    addColor(m_pen.background, 48, 40, 100);
    addColor(m_pen.underlineColor, 58, 0, 0);
    return report;
}

} // namespace Portolan::Terminal
