// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/types.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace Portolan::Terminal {

// What a view holds of a terminal: the visible rows and all that it needs to draw and to route
// input, copied out under a short lock by Terminal::update(). Owned by the view, used on its
// thread. Only rows that changed since this frame was last filled are copied again; they are marked
// in `dirty`.
struct Frame
{
    struct Row
    {
        std::vector<Cell>
            cells; // may be shorter than size.columns: the rest is blank in `fillStyle`
        std::uint32_t fillStyle = 0;
        bool wrapped = false; // the text goes on in the next row without a line break
        std::uint64_t version = 0;
    };

    Size size;
    std::vector<Row> rows; // size.rows of them
    std::vector<bool>
        dirty; // rows that changed in the last update; the view clears what it has painted
    std::int64_t topLine = 0;   // line number of rows[0]
    std::int64_t firstLine = 0; // oldest line that is kept
    std::int64_t screenLine =
        0; // line number of the screen's first row; topLine == screenLine: the end is shown
    Cursor cursor;

    std::vector<Style> styles;            // by Cell::style()
    std::vector<std::u32string> clusters; // by Cell::clusterNumber()
    std::vector<std::string> links;       // OSC 8 targets by Style::link, empty where forgotten
    std::uint64_t tablesGeneration = 0;

    // More than 0: a synchronized update holds the rows; update again after this time at the
    // latest, with or without damage.
    std::chrono::milliseconds hold{0};

    std::string title;            // UTF-8, control characters removed, at most 4 KiB
    std::string workingDirectory; // from OSC 7, a file:// URL as sent
    std::uint64_t bells = 0;      // total so far

    // Modes that decide what the view does with input.
    MouseTracking mouse = MouseTracking::Off;
    bool alternateScreen = false;
    bool alternateScroll = true; // wheel sends arrows on the alternate screen (1007)
    bool focusReporting = false; // 1004
    bool bracketedPaste = false; // 2004
    bool reverseVideo = false;   // DECSCNM
};

} // namespace Portolan::Terminal
