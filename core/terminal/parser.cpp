// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/parser.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace Portolan::Terminal {

namespace {

using State = Parser::State;

enum class Action : std::uint8_t {
    None,
    Execute,
    Begin,      // ESC: a new sequence
    BeginCsi,   // [
    BeginDcs,   // P
    BeginOsc,   // ]
    BeginOther, // X ^ _
    Prefix,
    Collect,
    Digit,
    Separate,
    SeparatePart,
    DispatchEscape,
    DispatchCsi,
    Hook,
    Text, // not part of a sequence: back to the ground with this byte
};

struct Transition
{
    Action action = Action::None;
    State next = State::Ground;
};

constexpr std::uint8_t Escape = 0x1B;
constexpr std::uint8_t Cancel = 0x18;
constexpr std::uint8_t Substitute = 0x1A;
constexpr std::uint8_t Bell = 0x07;

constexpr std::size_t SequenceStates = std::size_t(State::DcsIgnore) + 1;
using Table = std::array<std::array<Transition, 256>, SequenceStates>;

constexpr Table makeTable()
{
    Table table{};
    const auto set = [&table](State state, int first, int last, Action action, State next) {
        for (int byte = first; byte <= last; ++byte)
            table[std::size_t(state)][std::size_t(byte)] = {action, next};
    };
    const State csi[] = {State::CsiEntry, State::CsiParameter, State::CsiIntermediate,
                         State::CsiIgnore};
    const State dcs[] = {State::DcsEntry, State::DcsParameter, State::DcsIntermediate};

    for (const State state : {State::Escape, State::EscapeIntermediate}) {
        set(state, 0x00, 0x1F, Action::Execute, state);
        set(state, 0x20, 0x2F, Action::Collect, State::EscapeIntermediate);
        set(state, 0x30, 0x7E, Action::DispatchEscape, State::Ground);
        set(state, 0x7F, 0x7F, Action::None, state);
        set(state, 0x80, 0xFF, Action::Text, State::Ground);
    }
    set(State::Escape, '[', '[', Action::BeginCsi, State::CsiEntry);
    set(State::Escape, ']', ']', Action::BeginOsc, State::OscString);
    set(State::Escape, 'P', 'P', Action::BeginDcs, State::DcsEntry);
    for (const char byte : {'X', '^', '_'})
        set(State::Escape, byte, byte, Action::BeginOther, State::IgnoredString);

    for (const State state : csi) {
        set(state, 0x00, 0x1F, Action::Execute, state);
        set(state, 0x20, 0x2F, Action::Collect, State::CsiIntermediate);
        set(state, 0x30, 0x3F, Action::None, State::CsiIgnore);
        set(state, 0x40, 0x7E, Action::DispatchCsi, State::Ground);
        set(state, 0x7F, 0x7F, Action::None, state);
        set(state, 0x80, 0xFF, Action::Text, State::Ground);
    }
    set(State::CsiIgnore, 0x20, 0x3F, Action::None, State::CsiIgnore);
    set(State::CsiIgnore, 0x40, 0x7E, Action::None, State::Ground);
    for (const State state : dcs) {
        set(state, 0x00, 0x1F, Action::None, state);
        set(state, 0x20, 0x2F, Action::Collect, State::DcsIntermediate);
        set(state, 0x30, 0x3F, Action::None, State::DcsIgnore);
        set(state, 0x40, 0x7E, Action::Hook, State::DcsPassthrough);
        set(state, 0x7F, 0x7F, Action::None, state);
        set(state, 0x80, 0xFF, Action::None, State::DcsIgnore);
    }
    for (const auto &[entry, parameter] : {std::pair(State::CsiEntry, State::CsiParameter),
                                           std::pair(State::DcsEntry, State::DcsParameter)}) {
        for (const State state : {entry, parameter}) {
            set(state, '0', '9', Action::Digit, parameter);
            set(state, ';', ';', Action::Separate, parameter);
            set(state, ':', ':', Action::SeparatePart, parameter);
        }
        set(entry, '<', '?', Action::Prefix, parameter);
    }

    for (std::size_t state = 0; state < SequenceStates; ++state) {
        table[state][Escape] = {Action::Begin, State::Escape};
        table[state][Cancel] = {Action::None, State::Ground};
        table[state][Substitute] = {Action::None, State::Ground};
    }
    return table;
}

constexpr Table Transitions = makeTable();

// The number of bytes at the start of the range that are printable ASCII.
std::size_t printableAscii(const std::uint8_t *bytes, std::size_t count)
{
    std::size_t n = 0;
    if constexpr (std::endian::native == std::endian::little) {
        constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
        constexpr std::uint64_t high = ones * 0x80;
        while (n + 8 <= count) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes + n, 8);
            // The high bit of each byte that is not printable: 0x80 and above as it stands, below
            // 0x20 by the borrow, 0x7F by its sum with 1. Borrows can mark bytes above the first
            // wrong one by mistake, never below it, and only the lowest mark counts.
            const std::uint64_t wrong = (word | (word - ones * 0x20) | (word + ones)) & high;
            if (wrong != 0)
                return n + std::size_t(std::countr_zero(wrong) >> 3);
            n += 8;
        }
    }
    while (n < count && bytes[n] >= 0x20 && bytes[n] < 0x7F)
        ++n;
    return n;
}

} // namespace

void Parser::feed(const std::uint8_t *bytes, std::size_t count)
{
    const std::uint8_t *const end = bytes + count;
    while (bytes != end) {
        switch (m_state) {
        case State::Ground:
            bytes = ground(bytes, end);
            break;
        case State::OscString:
        case State::DcsPassthrough:
        case State::DcsIgnore:
        case State::IgnoredString:
            bytes = string(bytes, end);
            break;
        case State::CsiEntry:
        case State::CsiParameter:
            bytes = parameters(bytes, end);
            break;
        case State::StringTerminator:
            if (*bytes == '\\') {
                ++bytes;
                endString();
            } else {
                m_string.clear();
                beginSequence();
                m_state = State::Escape;
            }
            break;
        default:
            step(*bytes);
            ++bytes;
        }
    }
}

void Parser::reset()
{
    m_state = State::Ground;
    m_string.clear();
    m_needed = 0;
}

const std::uint8_t *Parser::ground(const std::uint8_t *bytes, const std::uint8_t *end)
{
    while (bytes != end) {
        if (m_needed != 0 || *bytes >= 0x80) {
            bytes = multibyte(bytes, end);
            continue;
        }
        if (*bytes >= 0x20) {
            const std::size_t count = printableAscii(bytes, std::size_t(end - bytes));
            if (count == 0) { // DEL
                ++bytes;
                continue;
            }
            m_events.ascii(bytes, count);
            bytes += count;
            continue;
        }
        const std::uint8_t code = *bytes++;
        if (code == Escape) {
            beginSequence();
            if (bytes == end || *bytes != '[') {
                m_state = State::Escape;
                return bytes;
            }
            m_state = State::CsiEntry;
            if (++bytes == end)
                return bytes;
            bytes = parameters(bytes, end);
            if (m_state != State::Ground)
                return bytes;
            continue;
        }
        m_events.control(code);
    }
    return bytes;
}

// The common part of control sequences without a detour through the table: numbers, separators and
// the final byte. Everything else is the table's.
const std::uint8_t *Parser::parameters(const std::uint8_t *bytes, const std::uint8_t *end)
{
    Parameters &list = m_sequence.parameters;
    if (list.m_count == 0) {
        if (*bytes < '0' || *bytes > ';') {
            // No number yet, and none now.
            if (*bytes >= 0x40 && *bytes <= 0x7E)
                finishSequence(*bytes);
            else
                step(*bytes);
            return bytes + 1;
        }
        list.next();
    }
    m_state = State::CsiParameter;
    int dropped = 0;
    int *slot = list.slot();
    slot = slot == nullptr ? &dropped : slot;
    int value = *slot;
    for (; bytes != end; ++bytes) {
        const std::uint8_t byte = *bytes;
        if (const unsigned digit = byte - unsigned('0'); digit < 10) {
            Parameters::addDigit(value, int(digit));
        } else if (byte == ';') {
            *slot = value;
            list.next();
            slot = list.slot();
            slot = slot == nullptr ? &dropped : slot;
            value = -1;
        } else {
            *slot = value;
            if (byte >= 0x40 && byte <= 0x7E)
                finishSequence(byte);
            else
                step(byte);
            return bytes + 1;
        }
    }
    *slot = value;
    return bytes;
}

void Parser::finishSequence(std::uint8_t final)
{
    m_state = State::Ground;
    m_sequence.parameters.finish();
    m_sequence.final = final;
    m_events.controlSequence(m_sequence);
}

// Decodes until the next control character, ASCII in between included, so that prose with spaces
// stays in one run.
const std::uint8_t *Parser::multibyte(const std::uint8_t *bytes, const std::uint8_t *end)
{
    constexpr std::size_t Batch = 256;
    std::array<char32_t, Batch> buffer;
    std::size_t used = 0;
    constexpr char32_t replacement = 0xFFFD;

    while (bytes != end && used + 2 <= Batch) {
        const std::uint8_t byte = *bytes;
        if (m_needed != 0) {
            if (byte < m_lower || byte > m_upper) {
                buffer[used++] = replacement;
                m_needed = 0;
                m_lower = 0x80;
                m_upper = 0xBF;
                continue; // the byte starts something new
            }
            m_lower = 0x80;
            m_upper = 0xBF;
            m_codePoint = m_codePoint << 6 | (byte & 0x3FU);
            if (--m_needed == 0)
                buffer[used++] = m_codePoint;
            ++bytes;
            continue;
        }
        // ASCII, and the three-byte form of Hangul and Han when it is whole, without a branch on
        // which of them it is: in prose that is what cannot be predicted. E0 and ED need closer
        // looks.
        const std::size_t before = used;
        while (end - bytes >= 4 && used + 2 <= Batch) {
            const std::uint32_t lead = bytes[0];
            const bool ascii = lead - 0x20 < 0x5F;
            const bool three = lead - 0xE1 <= 0xEC - 0xE1 && (bytes[1] & 0xC0) == 0x80 &&
                               (bytes[2] & 0xC0) == 0x80;
            if (!(ascii | three))
                break;
            const char32_t wide =
                (lead & 0x0FU) << 12 | (bytes[1] & 0x3FU) << 6 | (bytes[2] & 0x3FU);
            buffer[used++] = ascii ? char32_t(lead) : wide;
            bytes += ascii ? 1 : 3;
        }
        if (used != before)
            continue;
        if (byte < 0x80) {
            if (byte < 0x20)
                break;
            ++bytes;
            if (byte != 0x7F)
                buffer[used++] = byte;
            continue;
        }
        ++bytes;
        if (byte >= 0xC2 && byte <= 0xDF) {
            m_needed = 1;
            m_codePoint = byte & 0x1FU;
        } else if (byte >= 0xE0 && byte <= 0xEF) {
            m_needed = 2;
            m_codePoint = byte & 0x0FU;
            if (byte == 0xE0)
                m_lower = 0xA0; // no overlong forms
            else if (byte == 0xED)
                m_upper = 0x9F; // no surrogates
        } else if (byte >= 0xF0 && byte <= 0xF4) {
            m_needed = 3;
            m_codePoint = byte & 0x07U;
            if (byte == 0xF0)
                m_lower = 0x90;
            else if (byte == 0xF4)
                m_upper = 0x8F; // nothing above U+10FFFF
        } else {
            buffer[used++] = replacement;
        }
    }
    if (used != 0)
        m_events.text(buffer.data(), used);
    return bytes;
}

const std::uint8_t *Parser::string(const std::uint8_t *bytes, const std::uint8_t *end)
{
    const std::uint8_t *stop = bytes;
    while (stop != end && *stop >= 0x20)
        ++stop;
    appendString(bytes, std::size_t(stop - bytes));
    if (stop == end)
        return stop;
    switch (*stop) {
    case Escape:
        m_stringState = m_state;
        m_state = State::StringTerminator;
        break;
    case Cancel:
    case Substitute:
        m_string.clear();
        m_state = State::Ground;
        break;
    case Bell:
        if (m_state == State::OscString) {
            m_stringState = m_state;
            endString();
        }
        break;
    default: // the other controls are no part of any string that is understood here
        break;
    }
    return stop + 1;
}

void Parser::appendString(const std::uint8_t *bytes, std::size_t count)
{
    std::size_t limit = 0;
    if (m_state == State::OscString)
        limit = m_maxOsc;
    else if (m_state == State::DcsPassthrough)
        limit = MaxDeviceControl;
    if (limit == 0)
        return;
    const std::size_t room = limit - std::min(limit, m_string.size());
    if (count > room)
        m_stringOverflow = true;
    const std::size_t taken = std::min(count, room);
    m_string.insert(m_string.end(), bytes, bytes + taken);
}

void Parser::endString()
{
    m_state = State::Ground;
    if (m_stringState == State::OscString && !m_stringOverflow)
        m_events.operatingSystemCommand(m_string);
    else if (m_stringState == State::DcsPassthrough)
        m_events.deviceControl(m_sequence, m_string);
    m_string.clear();
    if (m_string.capacity() > MaxDeviceControl)
        m_string.shrink_to_fit();
}

void Parser::beginSequence()
{
    m_sequence.prefix = 0;
    m_sequence.intermediate = 0;
    m_sequence.final = 0;
    m_sequence.parameters.clear();
    m_intermediateOverflow = false;
}

void Parser::step(std::uint8_t byte)
{
    const Transition transition = Transitions[std::size_t(m_state)][byte];
    Parameters &parameters = m_sequence.parameters;
    m_state = transition.next;
    switch (transition.action) {
    case Action::None:
    case Action::BeginCsi:
    case Action::BeginDcs:
        break;
    case Action::Execute:
        m_events.control(byte);
        break;
    case Action::Begin:
        beginSequence();
        break;
    case Action::BeginOsc:
    case Action::BeginOther:
        m_string.clear();
        m_stringOverflow = false;
        break;
    case Action::Prefix:
        m_sequence.prefix = byte;
        break;
    case Action::Collect:
        if (m_sequence.intermediate != 0)
            m_intermediateOverflow = true; // no sequence that is understood has two
        m_sequence.intermediate = byte;
        break;
    case Action::Digit:
        if (parameters.m_count == 0)
            parameters.next();
        parameters.digit(byte - '0');
        break;
    case Action::Separate:
        if (parameters.m_count == 0)
            parameters.next();
        parameters.next();
        break;
    case Action::SeparatePart:
        if (parameters.m_count == 0)
            parameters.next();
        parameters.nextPart();
        break;
    case Action::DispatchEscape:
        m_sequence.final = byte;
        if (!m_intermediateOverflow)
            m_events.escape(m_sequence);
        break;
    case Action::DispatchCsi:
        if (!m_intermediateOverflow)
            finishSequence(byte);
        break;
    case Action::Hook:
        parameters.finish();
        m_sequence.final = byte;
        m_string.clear();
        m_stringOverflow = false;
        if (m_intermediateOverflow)
            m_state = State::DcsIgnore;
        break;
    case Action::Text: {
        const std::uint8_t bytes[] = {byte};
        ground(bytes, bytes + 1);
        break;
    }
    }
}

} // namespace Portolan::Terminal
