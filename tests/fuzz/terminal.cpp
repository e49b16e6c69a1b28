// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal under arbitrary bytes, sizes and moments: whatever comes, its inner state holds
// together, cutting the input elsewhere changes nothing, and nothing but allowed replies is
// written.
//
// Input: columns, rows, then bytes for receive(). 0xFF and a byte below 10 is an operation of the
// view instead (see below); some take one or two bytes more.
#include "tests/support/terminalcheck.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace Portolan::Terminal;

namespace {

void require(bool condition, const std::string &what)
{
    if (condition)
        return;
    std::fprintf(stderr, "broken: %s\n", what.c_str());
    std::abort();
}

class Input
{
public:
    Input(const std::uint8_t *bytes, std::size_t size)
        : m_next(bytes)
        , m_end(bytes + size)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_next == m_end; }
    [[nodiscard]] int take() { return atEnd() ? 0 : *m_next++; }

private:
    const std::uint8_t *m_next;
    const std::uint8_t *m_end;
};

constexpr int Operations = 10;

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t count)
{
    Input input(bytes, count);
    const Size size{2 + input.take() % 90, 1 + input.take() % 40};
    // Little of everything, so that bounds are met early.
    const Limits limits{16 * 1024, 200, 512, 64};
    Terminal whole(size, limits);
    Terminal chopped(size, limits);
    std::string replies;
    std::string choppedReplies;
    whole.setWriter([&](std::string_view text) { replies += text; });
    chopped.setWriter([&](std::string_view text) { choppedReplies += text; });
    // Time stands still until the end: a synchronized update is then the same for both.
    std::chrono::steady_clock::time_point now;
    for (Terminal *terminal : {&whole, &chopped}) {
        terminal->setClock([&now] { return now; });
        terminal->setDefaultColors(Color::rgb(1, 2, 3), Color::rgb(250, 251, 252));
    }
    Frame frame;
    Frame choppedFrame;
    std::string pending;
    const auto flush = [&] {
        whole.receive(pending);
        for (const char &byte : pending)
            chopped.receive({&byte, 1});
        pending.clear();
    };

    while (!input.atEnd()) {
        const int byte = input.take();
        const int operation = byte == 0xFF && !input.atEnd() ? input.take() : Operations;
        if (operation >= Operations) {
            pending += char(byte);
            if (byte == 0xFF && operation != Operations)
                pending += char(operation);
            continue;
        }
        flush();
        switch (operation) {
        case 0: {
            const int columns = input.take() % 120;
            const Size wanted{columns, input.take() % 60};
            whole.resize(wanted);
            chopped.resize(wanted);
            break;
        }
        case 1:
            whole.update(frame);
            break;
        case 2:
            whole.update(frame, input.take());
            break;
        case 3: {
            const Position from{input.take(), input.take() % 100};
            (void)whole.text(from, {input.take(), 50});
            (void)whole.text(from, {from.line + 4, 70}, SelectionShape::Block);
            break;
        }
        case 4: {
            const Position at{input.take(), input.take()};
            const auto [first, last] = whole.wordAt(at);
            require(first < last, "an empty word");
            break;
        }
        case 5:
            whole.clearScrollback();
            chopped.clearScrollback();
            break;
        case 6:
            require(whole.takeClipboardRequests().size() <= 8, "too many clipboard requests");
            (void)chopped.takeClipboardRequests();
            break;
        case 7:
            whole.reset();
            chopped.reset();
            break;
        case 8: {
            const bool wide = input.take() % 2 == 1;
            whole.setAmbiguousWide(wide);
            chopped.setAmbiguousWide(wide);
            break;
        }
        default:
            chopped.update(choppedFrame);
            break;
        }
        require(whole.inconsistency().empty(), whole.inconsistency());
    }
    flush();
    require(whole.inconsistency().empty(), whole.inconsistency());
    require(chopped.inconsistency().empty(), chopped.inconsistency());
    require(TerminalCheck::onlyAllowedReplies(replies), "a reply that is not allowed: " + replies);
    require(replies == choppedReplies, "replies depend on how the input is cut");
    require(whole.scrollbackBytes() <= limits.scrollbackBytes + 8 * 1024, "scrollback too large");

    // The frame that was kept all the time, one that is new, and one of the chopped terminal agree.
    now += std::chrono::seconds(1);
    whole.update(frame);
    Frame fresh;
    whole.update(fresh);
    Frame other;
    chopped.update(other);
    const std::string kept = TerminalCheck::difference(frame, fresh);
    require(kept.empty(), "a kept frame differs: " + kept);
    const std::string cut = TerminalCheck::difference(fresh, other);
    require(cut.empty(), "a chopped stream differs: " + cut);
    for (std::int64_t line = fresh.firstLine; line < fresh.screenLine; line += fresh.size.rows) {
        whole.update(fresh, line);
        chopped.update(other, line);
        const std::string history = TerminalCheck::difference(fresh, other);
        require(history.empty(), "the scrollback differs: " + history);
    }
    return 0;
}
