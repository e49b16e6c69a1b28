// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the terminal takes bytes at 200 by 50, beside libvterm's VTermScreen in the same run.
// Rates are per second of processor time, so that a busy machine does not blur them; what a reader
// at 60 Hz sees is measured by the clock on the wall.
#include "core/terminal/terminal.h"

#include <vterm.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Portolan::Terminal::Frame;
using Portolan::Terminal::Terminal;

constexpr int Columns = 200;
constexpr int Rows = 50;
constexpr std::size_t InputBytes = 16 * 1024 * 1024;
constexpr std::size_t PeerBytes = 2 * 1024 * 1024; // libvterm is that much slower
constexpr std::size_t Chunk = 32 * 1024;           // what a channel delivers at a time
constexpr int Runs = 7;

using Generate = std::function<void(std::string &, std::mt19937 &)>; // appends one line or so

int between(std::mt19937 &random, int low, int high)
{
    return std::uniform_int_distribution<int>(low, high)(random);
}

void word(std::string &text, std::mt19937 &random)
{
    for (int i = between(random, 2, 10); i > 0; --i)
        text += char('a' + between(random, 0, 25));
}

void syllable(std::string &text, std::mt19937 &random)
{
    const int code = between(random, 0xAC00, 0xD7A3);
    text += char(0xE0 | code >> 12);
    text += char(0x80 | (code >> 6 & 0x3F));
    text += char(0x80 | (code & 0x3F));
}

struct Input
{
    const char *name;
    Generate line;
};

const Input Inputs[] = {
    {"ASCII lines",
     [](std::string &text, std::mt19937 &random) {
         const std::size_t end = text.size() + std::size_t(between(random, 60, 180));
         while (text.size() < end) {
             word(text, random);
             text += ' ';
         }
         text += "\r\n";
     }},
    {"Hangul",
     [](std::string &text, std::mt19937 &random) {
         for (int words = between(random, 8, 24); words > 0; --words) {
             for (int i = between(random, 1, 5); i > 0; --i)
                 syllable(text, random);
             text += ' ';
         }
         text += "\r\n";
     }},
    {"SGR-heavy",
     [](std::string &text, std::mt19937 &random) {
         for (int words = between(random, 6, 16); words > 0; --words) {
             const int kind = between(random, 0, 2);
             if (kind == 0)
                 text += "\x1b[" + std::to_string(between(random, 30, 37)) + "m";
             else if (kind == 1)
                 text += "\x1b[1;" + std::to_string(between(random, 90, 97)) + ";4" +
                         std::to_string(between(random, 0, 7)) + "m";
             else
                 text += "\x1b[38;5;" + std::to_string(between(random, 0, 255)) + "m";
             word(text, random);
             text += "\x1b[0m ";
         }
         text += "\r\n";
     }},
    {"short lines",
     [](std::string &text, std::mt19937 &random) {
         for (int i = between(random, 1, 20); i > 0; --i)
             text += char('!' + between(random, 0, 90));
         text += "\r\n";
     }},
    {"true colour",
     [](std::string &text, std::mt19937 &random) {
         for (int i = 0; i < 100; ++i) {
             text += "\x1b[38;2;" + std::to_string(between(random, 0, 255)) + ";" +
                     std::to_string(between(random, 0, 255)) + ";" +
                     std::to_string(between(random, 0, 255)) + "m";
             text += char('a' + between(random, 0, 25));
         }
         text += "\x1b[m\r\n";
     }},
    {"one long line",
     [](std::string &text, std::mt19937 &random) {
         for (int i = 0; i < 100; ++i)
             text += char('!' + between(random, 0, 90));
     }},
    {"margins",
     [](std::string &text, std::mt19937 &random) {
         if (text.empty())
             text += "\x1b[2;49r\x1b[49H";
         for (int words = between(random, 5, 15); words > 0; --words) {
             word(text, random);
             text += ' ';
         }
         text += "\r\n";
     }},
    {"cursor jumps",
     [](std::string &text, std::mt19937 &random) {
         text += "\x1b[" + std::to_string(between(random, 1, 50)) + ";" +
                 std::to_string(between(random, 1, 180)) + "H";
         word(text, random);
         text += "\x1b[K";
     }},
};

std::string makeInput(const Input &input, std::size_t bytes)
{
    std::mt19937 random(42);
    std::string text;
    text.reserve(bytes + 4096);
    while (text.size() < bytes)
        input.line(text, random);
    return text;
}

// Seconds of processor time of the calling thread.
double threadTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

template<typename Feed>
double median(std::string_view text, int runs, Feed &&feed)
{
    std::vector<double> rates;
    for (int run = 0; run < runs; ++run) {
        const double start = threadTime();
        for (std::size_t at = 0; at < text.size(); at += Chunk)
            feed(text.substr(at, Chunk));
        rates.push_back(double(text.size()) / 1e6 / (threadTime() - start));
    }
    std::sort(rates.begin(), rates.end());
    return rates[rates.size() / 2];
}

double ours(std::string_view text)
{
    Terminal terminal({Columns, Rows});
    return median(text, Runs, [&](std::string_view chunk) { terminal.receive(chunk); });
}

// The same while a view takes frames at 60 Hz; tells within how many milliseconds 99 % of them
// came.
double watched(std::string_view text, double &most)
{
    Terminal terminal({Columns, Rows});
    std::atomic<bool> done = false;
    std::vector<double> waits;
    std::thread view([&] {
        Frame frame;
        while (!done) {
            const auto start = Clock::now();
            terminal.update(frame);
            waits.push_back(
                std::chrono::duration<double, std::milli>(Clock::now() - start).count());
            std::this_thread::sleep_until(start + std::chrono::milliseconds(16));
        }
    });
    const double rate =
        median(text, Runs, [&](std::string_view chunk) { terminal.receive(chunk); });
    done = true;
    view.join();
    std::sort(waits.begin(), waits.end());
    most = waits.empty() ? 0 : waits[waits.size() * 99 / 100];
    return rate;
}

double libvterm(std::string_view text)
{
    VTerm *const terminal = vterm_new(Rows, Columns);
    vterm_set_utf8(terminal, 1);
    VTermScreen *const screen = vterm_obtain_screen(terminal);
    VTermScreenCallbacks callbacks{};
    // As an application must have it: lines that leave the screen are taken over.
    callbacks.sb_pushline = [](int columns, const VTermScreenCell *cells, void *data) {
        auto *const lines = static_cast<std::vector<std::vector<VTermScreenCell>> *>(data);
        if (lines->size() == 10'000)
            lines->clear();
        lines->emplace_back(cells, cells + columns);
        return 1;
    };
    std::vector<std::vector<VTermScreenCell>> lines;
    vterm_screen_set_callbacks(screen, &callbacks, &lines);
    vterm_screen_set_damage_merge(screen, VTERM_DAMAGE_SCROLL);
    vterm_screen_enable_altscreen(screen, 1);
    vterm_screen_reset(screen, 1);
    const double rate = median(text, 3, [&](std::string_view chunk) {
        vterm_input_write(terminal, chunk.data(), chunk.size());
        vterm_screen_flush_damage(screen);
    });
    vterm_free(terminal);
    return rate;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view only = argc > 1 ? argv[1] : "";
    std::printf("%-14s %10s %10s %12s %10s %7s\n", "MB/s, median", "ours", "at 60 Hz", "frame, p99",
                "libvterm", "ratio");
    for (const Input &input : Inputs) {
        if (!only.empty() && only != input.name)
            continue;
        const std::string text = makeInput(input, InputBytes);
        const double rate = ours(text);
        double most = 0;
        const double shown = watched(text, most);
        const double peer = libvterm(std::string_view(text).substr(0, PeerBytes));
        std::printf("%-14s %10.1f %10.1f %9.2f ms %10.1f %6.1fx\n", input.name, rate, shown, most,
                    peer, rate / peer);
        std::fflush(stdout);
    }
    return 0;
}
