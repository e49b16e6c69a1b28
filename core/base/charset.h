// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <memory>
#include <string>
#include <string_view>

namespace Portolan {

// Text of a host that does not speak UTF-8, such as windows-949 (CP949, UHC) or EUC-KR. One decoder
// and one encoder for each stream; any thread, one at a time. Only character sets of which ASCII is
// a part are taken, so that escape sequences pass as they are; what is decoded to U+0080..U+009F is
// no control for our terminal, which reads UTF-8 only. The tables are iconv's.

// "windows-949", "cp949", "euc-kr", "latin1", ...; Usage names the one that is not known here.
// Empty and UTF-8 in any spelling give an empty name: there is nothing to convert.
[[nodiscard]] Result<QString> knownCharset(const QString &name);

class CharsetDecoder
{
public:
    // `charset`: as knownCharset() gave it, not empty.
    explicit CharsetDecoder(const QString &charset);
    ~CharsetDecoder();
    CharsetDecoder(CharsetDecoder &&) noexcept;
    CharsetDecoder &operator=(CharsetDecoder &&) noexcept;

    // UTF-8. A character that is cut off by the end of `bytes` waits for the next call. What is no
    // character becomes U+FFFD, one for each, and an ASCII byte behind it is never swallowed: the
    // rule of the WHATWG Encoding Standard, so a lost byte costs one character.
    [[nodiscard]] std::string decode(std::string_view bytes);
    // At the end of the stream: U+FFFD where a character is incomplete.
    [[nodiscard]] std::string finish();

private:
    struct Converter;
    std::unique_ptr<Converter> m_converter;
};

class CharsetEncoder
{
public:
    explicit CharsetEncoder(const QString &charset);
    ~CharsetEncoder();
    CharsetEncoder(CharsetEncoder &&) noexcept;
    CharsetEncoder &operator=(CharsetEncoder &&) noexcept;

    // From UTF-8; bytes that are not UTF-8 (mouse reports) stay as they are. Usage where the
    // charset lacks a character, which the detail names; nothing is replaced silently.
    [[nodiscard]] Result<std::string> encode(std::string_view utf8);

private:
    struct Converter;
    QString m_charset;
    std::unique_ptr<Converter> m_converter;
};

} // namespace Portolan
