// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace Portolan::Terminal {

// The parameters of a control sequence: 32 at most, each with 8 sub-parameters at most, values
// clamped to 65535; what goes beyond is dropped and the sequence still acts, as in xterm.
class Parameters
{
public:
    static constexpr int MaxParameters = 32;
    static constexpr int MaxParts = 8;

    [[nodiscard]] int count() const { return m_count; }
    // The number of colon-separated parts of a parameter, its main value included.
    [[nodiscard]] int parts(int index) const { return m_parts[std::size_t(index)]; }
    // -1 where the value was left out.
    [[nodiscard]] int part(int index, int part) const
    {
        return m_values[std::size_t(index)][std::size_t(part)];
    }
    [[nodiscard]] int value(int index, int whenMissing) const
    {
        const int value = index < m_count ? part(index, 0) : -1;
        return value < 0 ? whenMissing : value;
    }
    // Where 0 means 1, as in all cursor movements.
    [[nodiscard]] int positive(int index) const
    {
        const int value = this->value(index, 1);
        return value == 0 ? 1 : value;
    }

private:
    friend class Parser;
    void clear()
    {
        m_count = 0;
        m_hasParts = false;
    }
    void next()
    {
        if (m_count < MaxParameters) {
            m_values[std::size_t(m_count)][0] = -1;
            m_parts[std::size_t(m_count)] = 1;
        }
        if (m_count <= MaxParameters)
            ++m_count;
    }
    void nextPart()
    {
        m_hasParts = true;
        if (m_count > MaxParameters)
            return;
        std::uint8_t &parts = m_parts[std::size_t(m_count - 1)];
        if (parts < MaxParts)
            m_values[std::size_t(m_count - 1)][parts] = -1;
        if (parts <= MaxParts)
            ++parts;
    }
    void digit(int digit)
    {
        if (int *const value = slot())
            addDigit(*value, digit);
    }
    static void addDigit(int &value, int digit)
    {
        value = (value < 0 ? 0 : value) * 10 + digit;
        if (value > 65535)
            value = 65535;
    }
    // Where the digits go that come next; null where they are dropped.
    [[nodiscard]] int *slot()
    {
        if (m_count > MaxParameters || m_parts[std::size_t(m_count - 1)] > MaxParts)
            return nullptr;
        return &m_values[std::size_t(m_count - 1)][m_parts[std::size_t(m_count - 1)] - 1U];
    }
    void finish()
    {
        if (m_count > MaxParameters)
            m_count = MaxParameters;
        for (int i = 0; m_hasParts && i < m_count; ++i)
            if (m_parts[std::size_t(i)] > MaxParts)
                m_parts[std::size_t(i)] = MaxParts;
    }

    int m_count = 0;
    bool m_hasParts = false;
    std::array<std::uint8_t, MaxParameters> m_parts{};
    std::array<std::array<int, MaxParts>, MaxParameters> m_values{};
};

struct Sequence
{
    std::uint8_t prefix = 0; // one of < = > ?, or 0
    std::uint8_t intermediate = 0;
    std::uint8_t final = 0;
    Parameters parameters;
};

// What the parser finds. Called from within Parser::feed().
class ParserEvents
{
public:
    virtual ~ParserEvents() = default;
    virtual void ascii(const std::uint8_t *bytes, std::size_t count) = 0; // 0x20 to 0x7E
    virtual void text(const char32_t *codePoints, std::size_t count) = 0; // ASCII among them
    virtual void control(std::uint8_t code) = 0;                          // C0
    virtual void escape(const Sequence &sequence) = 0;
    virtual void controlSequence(const Sequence &sequence) = 0;
    virtual void operatingSystemCommand(std::string_view data) = 0;
    // Data beyond MaxDeviceControl is cut.
    virtual void deviceControl(const Sequence &sequence, std::string_view data) = 0;
};

// Bytes to text and control functions: ECMA-48 as Paul Williams' VT500 state diagram tells it, with
// UTF-8 decoded inside and colons allowed between parameters. The result does not depend on how the
// bytes are cut into feeds. UTF-8 only, so 8-bit C1 controls do not exist; invalid UTF-8 becomes
// U+FFFD once for each maximal subpart (Unicode 15, section 3.9). Any thread, one at a time.
class Parser
{
public:
    static constexpr std::size_t MaxDeviceControl = 4096;

    Parser(ParserEvents &events, std::size_t maxOsc)
        : m_events(events)
        , m_maxOsc(maxOsc)
    {
    }

    void feed(const std::uint8_t *bytes, std::size_t count);
    void reset();

    enum class State : std::uint8_t {
        Ground,
        Escape,
        EscapeIntermediate,
        CsiEntry,
        CsiParameter,
        CsiIntermediate,
        CsiIgnore,
        DcsEntry,
        DcsParameter,
        DcsIntermediate,
        DcsPassthrough,
        DcsIgnore,
        OscString,
        IgnoredString,   // SOS, PM, APC
        StringTerminator // ESC inside a string: a backslash ends it, anything else aborts it
    };
    [[nodiscard]] State state() const { return m_state; }

private:
    const std::uint8_t *ground(const std::uint8_t *bytes, const std::uint8_t *end);
    const std::uint8_t *multibyte(const std::uint8_t *bytes, const std::uint8_t *end);
    const std::uint8_t *parameters(const std::uint8_t *bytes, const std::uint8_t *end);
    const std::uint8_t *string(const std::uint8_t *bytes, const std::uint8_t *end);
    void step(std::uint8_t byte);
    void beginSequence();
    void finishSequence(std::uint8_t final);
    void endString();
    void appendString(const std::uint8_t *bytes, std::size_t count);

    ParserEvents &m_events;
    const std::size_t m_maxOsc;
    State m_state = State::Ground;
    State m_stringState = State::Ground; // which string StringTerminator would end
    bool m_intermediateOverflow = false;
    bool m_stringOverflow = false;
    Sequence m_sequence;
    std::string m_string;

    // UTF-8: bytes still missing, what has come, and the range that the next byte must be in.
    std::uint8_t m_needed = 0;
    std::uint8_t m_lower = 0x80;
    std::uint8_t m_upper = 0xBF;
    char32_t m_codePoint = 0;
};

} // namespace Portolan::Terminal
