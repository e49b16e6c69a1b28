// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terminal/frame.h"
#include "core/terminal/input.h"
#include "core/terminal/types.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Portolan::Terminal {

// Where replies of the terminal go: an SSH channel, a local PTY, a test recorder.
using WriteBytes = std::function<void(std::string_view)>;

struct Limits
{
    std::size_t scrollbackBytes = 64 * 1024 * 1024; // packed; the oldest lines go first
    std::size_t scrollbackLines = 1'000'000;
    std::size_t oscBytes = 1024 * 1024; // a longer OSC string is dropped whole, its end still found
    std::size_t titleBytes = 4096;
};

enum class SelectionShape : std::uint8_t { Linear, Block };

// A complete xterm-256color terminal without a window and without a transport: bytes in, cells out.
//
// Threads: every method may be called from any thread; one lock inside. The transport's thread
// calls receive(), which takes the lock for at most 64 KiB of input at a time and lets waiting
// readers in between; the view's thread calls update() and the encode functions. The writer is
// called from within receive() (replies) with the lock held: it only queues bytes. The damage
// function is called from whichever thread changed something, once until the next update(), without
// that lock; it may call everything but setDamage(). When setDamage() returns, the function before
// is not running and is never called again.
//
// Never: answers a query outside the fixed list (DA1-3, DSR 5/6, DECRQM, DECRQSS of known settings,
// XTVERSION, the size of the text area in cells, and the default colours once setDefaultColors()
// gave some: vim and emacs choose light or dark by them), reports a title back, lets a remote read
// the clipboard, or keeps more than Limits allow, whatever the peer sends.
//
// Sources: ECMA-48; DEC STD 070; xterm's ctlseqs; the parser follows Paul Williams' VT500 state
// diagram. Character widths: Unicode version in unicodewidth.h.
class Terminal
{
public:
    explicit Terminal(Size size, Limits limits = {});
    ~Terminal();
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    void setWriter(WriteBytes writer);
    void setDamage(std::function<void()> damage);

    void receive(std::string_view bytes);
    void resize(Size size);
    [[nodiscard]] Size size() const;
    // The state after power-on; scrollback is kept.
    void reset();
    void clearScrollback();

    // What OSC 10 and 11 are answered with; colours that are not RGB leave them unanswered.
    void setDefaultColors(Color foreground, Color background);
    // Whether characters of East Asian Ambiguous width take two columns, from now on.
    void setAmbiguousWide(bool wide);
    // The time that mode 2026 is measured by; for tests.
    void setClock(std::function<std::chrono::steady_clock::time_point()> clock);

    // Brings `frame` up to date. `topLine`: the line to show first, clamped to what is kept;
    // nothing follows the end. While a synchronized update (mode 2026) is open, for at most 150 ms,
    // the frame keeps its previous rows and frame.hold says when to come again. Returns whether
    // anything changed.
    bool update(Frame &frame, std::optional<std::int64_t> topLine = std::nullopt);

    // Bytes to send to the peer; empty where the modes of the moment say that nothing is sent.
    [[nodiscard]] std::string encodeKey(const KeyPress &key) const;
    [[nodiscard]] std::string encodeMouse(const MouseInput &mouse);
    [[nodiscard]] std::string encodeFocus(bool gained) const;
    // UTF-8 in. Line ends become CR; ESC, NUL and the other control characters that a shell or tty
    // acts on become spaces in both modes; bracketed when the application asked for it.
    [[nodiscard]] std::string encodePaste(std::string_view text) const;

    // Text between two positions, inclusive start, exclusive end, UTF-8, wrapped lines joined,
    // trailing blanks removed.
    [[nodiscard]] std::string text(Position from, Position to,
                                   SelectionShape shape = SelectionShape::Linear) const;
    // The stretch of the same kind of characters around a position (double click), across wrapped
    // rows. `wordCharacters` are those of ASCII that belong to a word beside letters and digits.
    static constexpr std::u32string_view kWordCharacters = U"_-./~+@%#?&=:,";
    [[nodiscard]] std::pair<Position, Position>
    wordAt(Position position, std::u32string_view wordCharacters = kWordCharacters) const;

    // Clipboard writes that the peer asked for (OSC 52), decoded; the view asks the person. At most
    // 8 wait.
    struct ClipboardRequest
    {
        std::string selection; // "c", "p", ...
        std::string text;
    };
    [[nodiscard]] std::vector<ClipboardRequest> takeClipboardRequests();

    // What the scrollback takes in memory.
    [[nodiscard]] std::size_t scrollbackBytes() const;
    // Empty, or which rule of the inner state is broken: for tests and the fuzzer.
    [[nodiscard]] std::string inconsistency() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Terminal
