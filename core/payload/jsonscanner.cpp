// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/jsonscanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace Portolan::Payload {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Payload)
};

void appendUtf8(std::string &out, std::uint32_t c)
{
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0U | c >> 6U);
        put(0x80U | (c & 0x3fU));
    } else if (c < 0x10000) {
        put(0xe0U | c >> 12U);
        put(0x80U | (c >> 6U & 0x3fU));
        put(0x80U | (c & 0x3fU));
    } else {
        put(0xf0U | c >> 18U);
        put(0x80U | (c >> 12U & 0x3fU));
        put(0x80U | (c >> 6U & 0x3fU));
        put(0x80U | (c & 0x3fU));
    }
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Scanner
{
public:
    Scanner(std::string_view json, JsonEvents &events, int depth, bool isHead)
        : m_json(json)
        , m_events(events)
        , m_depth(static_cast<std::size_t>(std::max(depth, 1)))
        , m_isHead(isHead)
    {
    }

    Result<JsonEnd> run()
    {
        // Section 8.1: a byte order mark may be ignored.
        if (m_json.starts_with("\xef\xbb\xbf"))
            m_at = 3;
        while (m_state == State::Running)
            step();
        switch (m_state) {
        case State::Stopped:
            return JsonEnd::Stopped;
        case State::Head:
            return JsonEnd::Head;
        case State::Failed:
            return tl::unexpected(std::move(m_error));
        default:
            return JsonEnd::Complete;
        }
    }

private:
    enum class State { Running, Done, Stopped, Head, Failed };
    enum class Expect { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    void fail(const QString &sentence)
    {
        m_error = faultAt(m_json, static_cast<std::int64_t>(m_at), sentence).value();
        m_state = State::Failed;
    }
    void endOfBytes()
    {
        if (m_isHead) {
            m_state = State::Head;
            return;
        }
        m_at = m_json.size();
        fail(Words::tr("The text ends too early."));
    }
    void went(bool on)
    {
        if (!on && m_state == State::Running)
            m_state = State::Stopped;
    }
    [[nodiscard]] std::int64_t here() const { return static_cast<std::int64_t>(m_at); }

    void afterValue() { m_expect = m_open.empty() ? Expect::Nothing : Expect::CommaOrEnd; }

    void step()
    {
        while (m_at < m_json.size() && (m_json[m_at] == ' ' || m_json[m_at] == '\n' ||
                                        m_json[m_at] == '\r' || m_json[m_at] == '\t'))
            ++m_at;
        if (m_at == m_json.size()) {
            if (m_expect == Expect::Nothing && !m_isHead)
                m_state = State::Done;
            else
                endOfBytes();
            return;
        }
        const char c = m_json[m_at];
        switch (m_expect) {
        case Expect::Nothing:
            fail(Words::tr("Something follows the end of the value."));
            return;
        case Expect::Colon:
            if (c != ':')
                return fail(Words::tr("A colon is missing."));
            ++m_at;
            m_expect = Expect::Value;
            return;
        case Expect::CommaOrEnd:
            if (c == ',') {
                ++m_at;
                m_expect = m_open.back() ? Expect::Key : Expect::Value;
            } else if (c == (m_open.back() ? '}' : ']')) {
                closeBracket();
            } else {
                fail(Words::tr("A comma or a closing bracket is missing."));
            }
            return;
        case Expect::KeyOrEnd:
            if (c == '}')
                return closeBracket();
            [[fallthrough]];
        case Expect::Key:
            if (c != '"')
                return fail(Words::tr("A key in quotation marks is missing."));
            if (readString()) {
                m_expect = Expect::Colon;
                went(m_events.key(m_string, m_begin));
            }
            return;
        case Expect::ValueOrEnd:
            if (c == ']')
                return closeBracket();
            [[fallthrough]];
        case Expect::Value:
            readValue(c);
        }
    }

    void closeBracket()
    {
        const bool isObject = m_open.back();
        m_open.pop_back();
        const std::int64_t offset = here();
        ++m_at;
        afterValue();
        went(isObject ? m_events.endObject(offset) : m_events.endArray(offset));
    }

    void readValue(char c)
    {
        if (c == '{' || c == '[') {
            if (m_open.size() >= m_depth)
                return fail(Words::tr("It is nested too deeply."));
            const bool isObject = c == '{';
            m_open.push_back(isObject);
            const std::int64_t offset = here();
            ++m_at;
            m_expect = isObject ? Expect::KeyOrEnd : Expect::ValueOrEnd;
            went(isObject ? m_events.beginObject(offset) : m_events.beginArray(offset));
        } else if (c == '"') {
            if (readString()) {
                afterValue();
                went(m_events.string(m_string, m_begin));
            }
        } else if (c == '-' || isDigit(c)) {
            readNumber();
        } else {
            readLiteral();
        }
    }

    void readLiteral()
    {
        for (const std::string_view word : {"true", "false", "null"}) {
            const std::string_view there = m_json.substr(m_at, word.size());
            if (there == word) {
                const std::int64_t offset = here();
                m_at += word.size();
                afterValue();
                went(m_events.literal(word, offset));
                return;
            }
            if (m_isHead && m_at + there.size() == m_json.size() && word.starts_with(there))
                return endOfBytes();
        }
        fail(Words::tr("Here no value begins."));
    }

    // Section 6.
    void readNumber()
    {
        const std::size_t begin = m_at;
        std::size_t at = m_at;
        const auto digits = [&] {
            const std::size_t from = at;
            while (at < m_json.size() && isDigit(m_json[at]))
                ++at;
            return at > from;
        };
        const auto bad = [&](const QString &sentence) {
            m_at = at;
            at == m_json.size() && m_isHead ? endOfBytes() : fail(sentence);
        };
        if (m_json[at] == '-')
            ++at;
        if (at < m_json.size() && m_json[at] == '0') {
            ++at;
            if (at < m_json.size() && isDigit(m_json[at]))
                return bad(Words::tr("A number does not begin with 0."));
        } else if (!digits()) {
            return bad(Words::tr("A digit is missing."));
        }
        bool isInteger = true;
        if (at < m_json.size() && m_json[at] == '.') {
            isInteger = false;
            ++at;
            if (!digits())
                return bad(Words::tr("A digit is missing."));
        }
        if (at < m_json.size() && (m_json[at] == 'e' || m_json[at] == 'E')) {
            isInteger = false;
            ++at;
            if (at < m_json.size() && (m_json[at] == '+' || m_json[at] == '-'))
                ++at;
            if (!digits())
                return bad(Words::tr("A digit is missing."));
        }
        if (at == m_json.size() && m_isHead) // it may go on
            return endOfBytes();
        m_at = at;
        afterValue();
        went(m_events.number(m_json.substr(begin, at - begin), isInteger,
                             static_cast<std::int64_t>(begin)));
    }

    [[nodiscard]] int hex4(std::size_t at) const
    {
        int value = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const char c = m_json[i];
            const int digit = isDigit(c)             ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0)
                return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    // Section 7. On success m_string and m_begin are set.
    bool readString()
    {
        m_begin = here();
        m_string.clear();
        ++m_at;
        for (;;) {
            std::size_t plain = m_at;
            while (plain < m_json.size() && m_json[plain] != '"' && m_json[plain] != '\\' &&
                   static_cast<unsigned char>(m_json[plain]) >= 0x20)
                ++plain;
            m_string.append(m_json.substr(m_at, plain - m_at));
            m_at = plain;
            if (m_at == m_json.size()) {
                endOfBytes();
                return false;
            }
            if (m_json[m_at] == '"') {
                ++m_at;
                return true;
            }
            if (m_json[m_at] != '\\') {
                fail(Words::tr("A control character stands in a string; it has to be written "
                               "as \\u00NN."));
                return false;
            }
            if (!readEscape())
                return false;
        }
    }

    bool readEscape()
    {
        if (m_at + 1 >= m_json.size()) {
            endOfBytes();
            return false;
        }
        const char c = m_json[m_at + 1];
        static constexpr std::string_view kFrom = "\"\\/bfnrt";
        static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
        if (const auto simple = kFrom.find(c); simple != std::string_view::npos) {
            m_string += kTo[simple];
            m_at += 2;
            return true;
        }
        if (c != 'u') {
            fail(Words::tr("There is no such escape sequence."));
            return false;
        }
        if (m_at + 6 > m_json.size()) {
            endOfBytes();
            return false;
        }
        int unit = hex4(m_at + 2);
        if (unit < 0) {
            fail(Words::tr("\\u is followed by four hexadecimal digits."));
            return false;
        }
        m_at += 6;
        if (unit >= 0xd800 && unit < 0xdc00 && m_at + 6 <= m_json.size() && m_json[m_at] == '\\' &&
            m_json[m_at + 1] == 'u') {
            const int low = hex4(m_at + 2);
            if (low >= 0xdc00 && low < 0xe000) {
                unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                m_at += 6;
            }
        }
        appendUtf8(m_string, static_cast<std::uint32_t>(unit));
        return true;
    }

    std::string_view m_json;
    JsonEvents &m_events;
    std::size_t m_depth;
    bool m_isHead;
    std::size_t m_at = 0;
    std::vector<bool> m_open; // true: an object
    Expect m_expect = Expect::Value;
    State m_state = State::Running;
    std::string m_string;
    std::int64_t m_begin = 0;
    Error m_error;
};

} // namespace

TextPlace placeOf(std::string_view text, std::int64_t offset)
{
    TextPlace place;
    const std::string_view before =
        text.substr(0, static_cast<std::size_t>(std::max<std::int64_t>(offset, 0)));
    for (const char c : before) {
        if (c == '\n') {
            ++place.line;
            place.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80) {
            ++place.column;
        }
    }
    return place;
}

tl::unexpected<Error> faultAt(std::string_view text, std::int64_t offset, const QString &sentence)
{
    const TextPlace place = placeOf(text, offset);
    return failure(
        Error::Kind::Protocol,
        Words::tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(sentence), {},
        static_cast<int>(std::min<std::int64_t>(offset, 0x7fffffff)));
}

Result<JsonEnd> scanJson(std::string_view json, JsonEvents &events, int depth, bool isHead)
{
    return Scanner(json, events, depth, isHead).run();
}

} // namespace Portolan::Payload
