// SPDX-License-Identifier: GPL-3.0-or-later
// A terminal between its transport's thread and its view's, for the thread sanitizer: a flood does
// not keep the view waiting, and a replaced damage function is never called again.
#include "core/terminal/terminal.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>

using namespace Portolan::Terminal;

namespace {

void require(bool holds, const char *sentence)
{
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", sentence);
    std::exit(1);
}

std::string flood()
{
    std::string text;
    while (text.size() < 256 * 1024)
        text += "\x1b[3" + std::to_string(text.size() % 8) + "mflooding the view with text\r\n";
    return text;
}

void aFloodLetsTheViewIn()
{
    Terminal terminal({120, 40});
    std::size_t replies = 0;
    terminal.setWriter([&](std::string_view bytes) { replies += bytes.size(); });
    const std::string text = flood();
    constexpr int Frames = 200;
    std::atomic<bool> enough = false;
    std::atomic<std::uint64_t> calls = 0;
    std::thread transport([&] {
        while (!enough) {
            terminal.receive(text); // several slices
            terminal.receive("\x1b[c");
            ++calls;
        }
    });
    Frame frame;
    std::int64_t last = -1;
    int advances = 0;
    for (int i = 0; i < Frames; ++i) {
        const std::uint64_t before = calls;
        while (calls == before)
            std::this_thread::yield();
        const std::uint64_t asked = calls;
        terminal.update(frame);
        require(calls - asked <= 2, "the view was kept waiting");
        require(frame.screenLine >= last, "lines went backwards");
        advances += frame.screenLine > last ? 1 : 0;
        last = frame.screenLine;
        (void)terminal.encodeKey({Key::Enter});
        (void)terminal.text({last, 0}, {last + 3, 0});
        terminal.resize({80 + i % 40, 40});
    }
    enough = true;
    transport.join();
    require(advances == Frames, "the view saw hardly anything new");
    require(replies > 0, "nothing was answered");
    require(terminal.inconsistency().empty(), "the terminal is inconsistent");
}

void aReplacedDamageFunctionIsNotCalledAgain()
{
    Terminal terminal({80, 24});
    std::atomic<bool> stop = false;
    std::thread transport([&] {
        while (!stop)
            terminal.receive("x\r\n");
    });
    Frame frame;
    for (int i = 0; i < 500; ++i) {
        // The function's owner dies right after it was taken back.
        auto owner = std::make_unique<std::uint64_t>(0);
        terminal.setDamage([told = owner.get()] { ++*told; });
        terminal.update(frame);
        terminal.setDamage({});
        owner.reset();
    }
    stop = true;
    transport.join();
}

} // namespace

int main()
{
    aFloodLetsTheViewIn();
    aReplacedDamageFunctionIsNotCalledAgain();
    return 0;
}
