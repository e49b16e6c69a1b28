// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace Portolan::Payload {

// What a JSON text is made of, in order; strings are unescaped UTF-8 (a lone surrogate as its three
// bytes, so that nothing is lost), numbers are as they were written. Each answers whether to go on.
class JsonEvents
{
public:
    virtual ~JsonEvents() = default;
    virtual bool beginObject(std::int64_t offset) = 0;
    virtual bool endObject(std::int64_t offset) = 0;
    virtual bool beginArray(std::int64_t offset) = 0;
    virtual bool endArray(std::int64_t offset) = 0;
    virtual bool key(std::string_view name, std::int64_t offset) = 0;
    virtual bool string(std::string_view text, std::int64_t offset) = 0;
    virtual bool number(std::string_view written, bool isInteger, std::int64_t offset) = 0;
    virtual bool literal(std::string_view word, std::int64_t offset) = 0; // true, false, null
};

struct TextPlace
{
    std::int64_t line = 1;   // from 1
    std::int64_t column = 1; // in characters, from 1
};
[[nodiscard]] TextPlace placeOf(std::string_view text, std::int64_t offset);

// Reads one JSON text (RFC 8259), strictly, in one pass, without recursion and with memory for the
// open brackets only. Pure, any thread. Errors say line and column; their `native` is the byte.
enum class JsonEnd {
    Complete,
    Stopped, // an event said so
    Head,    // `isHead`, and the bytes ended inside: no fault
};
[[nodiscard]] Result<JsonEnd> scanJson(std::string_view json, JsonEvents &events, int depth,
                                       bool isHead = false);
// An error at a place in a text, in the same words.
[[nodiscard]] tl::unexpected<Error> faultAt(std::string_view text, std::int64_t offset,
                                            const QString &sentence);

} // namespace Portolan::Payload
