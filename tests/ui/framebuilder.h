// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/frame.h"
#include "core/terminal/unicodewidth.h"

#include <string_view>

namespace Portolan::Test {

inline Terminal::Style backgroundOf(Terminal::Color color)
{
    Terminal::Style style;
    style.background = color;
    return style;
}

inline Terminal::Style drawnAs(std::uint16_t attributes, Terminal::Underline underline,
                               Terminal::Color line = {})
{
    Terminal::Style style;
    style.attributes = attributes;
    style.underline = underline;
    style.underlineColor = line;
    return style;
}

// A frame filled by hand, for painting without an emulator.
class FrameBuilder
{
public:
    explicit FrameBuilder(Terminal::Size size)
    {
        m_frame.size = size;
        m_frame.rows.resize(std::size_t(size.rows));
        m_frame.dirty.assign(std::size_t(size.rows), true);
        m_frame.styles.emplace_back();
        m_frame.cursor.visible = false;
    }

    std::uint32_t style(const Terminal::Style &style)
    {
        m_frame.styles.push_back(style);
        ++m_frame.tablesGeneration;
        return std::uint32_t(m_frame.styles.size() - 1);
    }

    void write(int row, std::u32string_view text, std::uint32_t style = 0)
    {
        using Terminal::Cell;
        Terminal::Frame::Row &line = m_frame.rows[std::size_t(row)];
        for (const char32_t c : text) {
            const bool wide = Terminal::unicodeWidth(c) == 2;
            line.cells.emplace_back(c, wide ? Cell::Width::Wide : Cell::Width::Narrow, style);
            if (wide) {
                line.cells.emplace_back(0, Cell::Width::Tail, style);
            }
        }
        ++line.version;
    }
    void writeCluster(int row, std::u32string_view text, bool wide, std::uint32_t style = 0)
    {
        using Terminal::Cell;
        Terminal::Frame::Row &line = m_frame.rows[std::size_t(row)];
        const auto number = std::uint32_t(m_frame.clusters.size());
        m_frame.clusters.emplace_back(text);
        ++m_frame.tablesGeneration;
        line.cells.push_back(
            Cell::cluster(number, wide ? Cell::Width::Wide : Cell::Width::Narrow, style));
        if (wide) {
            line.cells.emplace_back(0, Cell::Width::Tail, style);
        }
        ++line.version;
    }
    void clear(int row)
    {
        m_frame.rows[std::size_t(row)].cells.clear();
        ++m_frame.rows[std::size_t(row)].version;
    }

    Terminal::Frame &frame() { return m_frame; }

private:
    Terminal::Frame m_frame;
};

} // namespace Portolan::Test
