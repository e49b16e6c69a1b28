// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/emulator.h"
#include "core/terminal/unicodewidth.h"
#include "core/terminal/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Portolan::Terminal {

namespace {

// The text of an OSC string for people: valid UTF-8 only, without control and bidirectional
// characters, cut at a character's border.
std::string displayText(std::string_view text, std::size_t limit)
{
    struct Collector final : ParserEvents
    {
        std::string result;
        std::size_t limit = 0;
        void add(char32_t code)
        {
            if (full || (unicodeBits(code) & UnicodeBits::Strip) != 0)
                return;
            std::string encoded;
            appendUtf8(encoded, code);
            full = result.size() + encoded.size() > limit;
            if (!full)
                result += encoded;
        }
        void ascii(const std::uint8_t *bytes, std::size_t count) override
        {
            for (std::size_t i = 0; i < count; ++i)
                add(bytes[i]);
        }
        void text(const char32_t *codePoints, std::size_t count) override
        {
            for (std::size_t i = 0; i < count; ++i)
                add(codePoints[i]);
        }
        void control(std::uint8_t) override {}
        void escape(const Sequence &) override {}
        void controlSequence(const Sequence &) override {}
        void operatingSystemCommand(std::string_view) override {}
        void deviceControl(const Sequence &, std::string_view) override {}

    private:
        bool full = false;
    };
    Collector collector;
    collector.limit = limit;
    Parser parser(collector, 0);
    parser.feed(reinterpret_cast<const std::uint8_t *>(text.data()), text.size());
    return collector.result;
}

std::optional<std::string> decodeBase64(std::string_view text)
{
    std::string result;
    result.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    std::size_t i = 0;
    for (; i < text.size() && text[i] != '='; ++i) {
        const char c = text[i];
        std::uint32_t value = 0;
        if (c >= 'A' && c <= 'Z')
            value = std::uint32_t(c - 'A');
        else if (c >= 'a' && c <= 'z')
            value = std::uint32_t(c - 'a') + 26;
        else if (c >= '0' && c <= '9')
            value = std::uint32_t(c - '0') + 52;
        else if (c == '+')
            value = 62;
        else if (c == '/')
            value = 63;
        else
            return std::nullopt;
        bits = bits << 6 | value;
        if (++count == 4) {
            result += char(bits >> 16 & 0xFF);
            result += char(bits >> 8 & 0xFF);
            result += char(bits & 0xFF);
            bits = 0;
            count = 0;
        }
    }
    for (; i < text.size(); ++i)
        if (text[i] != '=')
            return std::nullopt;
    if (count == 1)
        return std::nullopt;
    if (count >= 2)
        result += char(bits >> (count == 2 ? 4 : 10) & 0xFF);
    if (count == 3)
        result += char(bits >> 2 & 0xFF);
    return result;
}

} // namespace

void Emulator::operatingSystemCommand(std::string_view data)
{
    const std::size_t separator = std::min(data.find(';'), data.size());
    const std::string_view number = data.substr(0, separator);
    const std::string_view rest =
        separator < data.size() ? data.substr(separator + 1) : std::string_view();
    if (number == "0" || number == "2") {
        setTitle(rest);
    } else if (number == "7") {
        workingDirectory = displayText(rest.substr(0, LinkTable::MaxTarget), LinkTable::MaxTarget);
    } else if (number == "8") {
        setLink(rest);
    } else if (number == "10" && rest == "?") {
        reportColor(10, m_defaultForeground);
    } else if (number == "11" && rest == "?") {
        reportColor(11, m_defaultBackground);
    } else if (number == "52") {
        setClipboard(rest);
    }
}

void Emulator::setTitle(std::string_view text)
{
    title = displayText(text, m_limits.titleBytes);
}

void Emulator::setLink(std::string_view data)
{
    // OSC 8 ; key=value:key=value ; target
    const std::size_t separator = data.find(';');
    if (separator == std::string_view::npos)
        return;
    std::string_view parameters = data.substr(0, separator);
    const std::string_view target = data.substr(separator + 1);
    // A target that is cut short leads elsewhere: a long one is no link.
    const bool clean =
        std::all_of(target.begin(), target.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
    if (target.size() > LinkTable::MaxTarget || !clean) {
        m_pen.link = 0;
    } else {
        std::string id;
        while (!parameters.empty()) {
            const std::size_t end = std::min(parameters.find(':'), parameters.size());
            if (parameters.substr(0, 3) == "id=")
                id = std::string(parameters.substr(3, std::min<std::size_t>(end - 3, 256)));
            parameters.remove_prefix(std::min(end + 1, parameters.size()));
        }
        m_pen.link = m_tables.links.intern(id, std::string(target));
    }
    penChanged();
}

void Emulator::setClipboard(std::string_view data)
{
    // Writing asks the person; reading is denied, and silently: an answer would tell too much.
    const std::size_t separator = data.find(';');
    if (separator == std::string_view::npos || data.substr(separator + 1) == "?")
        return;
    std::string selection;
    for (const char c : data.substr(0, std::min<std::size_t>(separator, 16)))
        if (std::string_view("cpqs01234567").find(c) != std::string_view::npos)
            selection += c;
    std::optional<std::string> text = decodeBase64(data.substr(separator + 1));
    if (!text || clipboardRequests.size() >= MaxClipboardRequests)
        return;
    clipboardRequests.push_back({selection.empty() ? "s0" : selection, std::move(*text)});
}

void Emulator::deviceControl(const Sequence &sequence, std::string_view data)
{
    if (sequence.prefix == 0 && sequence.intermediate == '$' && sequence.final == 'q')
        reportSetting(data); // DECRQSS
}

void Emulator::reply(std::string_view bytes)
{
    if (replies.size() + bytes.size() <= MaxReplies)
        replies += bytes;
}

void Emulator::replyControl(std::string_view body)
{
    std::string bytes = "\x1b[";
    bytes += body;
    reply(bytes);
}

void Emulator::reportNumbers(std::string_view prefix, int first, int second, std::string_view final)
{
    std::string body(prefix);
    body += std::to_string(first);
    body += ';';
    body += std::to_string(second);
    body += final;
    replyControl(body);
}

void Emulator::reportPosition(std::string_view prefix)
{
    const int top = m_modes.origin ? m_top : 0;
    const int left = m_modes.origin ? leftLimit() : 0;
    reportNumbers(prefix, m_row - top + 1, m_column - left + 1, "R");
}

void Emulator::reportMode(int mode, bool isPrivate)
{
    reportNumbers(isPrivate ? "?" : "", mode,
                  isPrivate ? stateOfPrivateMode(mode) : stateOfAnsiMode(mode), "$y");
}

// Only settings of a fixed list are told, and never in the words of the question.
void Emulator::reportSetting(std::string_view setting)
{
    std::string answer = "\x1bP1$r";
    const auto addRange = [&answer](int first, int last, char final) {
        answer += std::to_string(first);
        answer += ';';
        answer += std::to_string(last);
        answer += final;
    };
    if (setting == "m") {
        answer += renditionReport();
        answer += 'm';
    } else if (setting == "r") {
        addRange(m_top + 1, m_bottom, 'r');
    } else if (setting == "s") {
        addRange(m_left + 1, m_right, 's');
    } else if (setting == " q") {
        answer += std::to_string(int(m_cursorShape) * 2 + (m_modes.cursorBlinks ? 1 : 2));
        answer += " q";
    } else if (setting == "\"q") {
        answer += (m_pen.attributes & Attribute::Protected) != 0 ? "1\"q" : "0\"q";
    } else {
        answer = "\x1bP0$r";
    }
    answer += "\x1b\\";
    reply(answer);
}

void Emulator::reportColor(int number, Color color)
{
    if (color.kind() != Color::Kind::Rgb)
        return;
    static constexpr char digits[] = "0123456789abcdef";
    std::string bytes = "\x1b]";
    bytes += std::to_string(number);
    bytes += ";rgb:";
    const std::array<std::uint8_t, 3> parts = {color.red(), color.green(), color.blue()};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            bytes += '/';
        const char byte[] = {digits[parts[i] >> 4], digits[parts[i] & 15]};
        bytes.append(byte, 2).append(byte, 2);
    }
    bytes += "\x1b\\";
    reply(bytes);
}

} // namespace Portolan::Terminal
