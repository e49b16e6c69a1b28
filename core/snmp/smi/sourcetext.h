// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/diagnostic.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Portolan::Snmp::Smi {

// The text of a file that may hold modules, as UTF-8 without a byte order mark. Files of vendors
// come in every shape: UTF-16 is decoded, CP949 and Windows-1252 are recognised by their bytes,
// page headers and footers of an RFC are blanked, and what is no text is named for what it is.
// Pure; any thread. Files of more than kMostBytes are refused: the largest modules known have 3 MB.
struct SourceText
{
    static constexpr std::size_t kMostBytes = std::size_t(16) << 20U;

    std::string text; // empty where it cannot be read; a diagnostic says why
    std::vector<Diagnostic> diagnostics;
};

[[nodiscard]] SourceText readSource(std::string_view bytes);

// "UTF-8" where the bytes are. Else "windows-949" where nearly all that is not ASCII reads as
// Hangul, "gb18030" (equipment from China) where it reads as characters of GB 2312, and
// "windows-1252" otherwise.
[[nodiscard]] const char *guessCharset(std::string_view bytes);
// To UTF-8; what is no character becomes U+FFFD.
[[nodiscard]] std::string decodeText(std::string_view bytes, const char *charset);
[[nodiscard]] bool isUtf8(std::string_view bytes);

// Where the lines of a text begin: positions from offsets. LF, CR LF and CR alone end a line.
class LineIndex
{
public:
    LineIndex() = default; // of an empty text
    explicit LineIndex(std::string_view text);

    struct Place
    {
        std::uint32_t line;   // from 1
        std::uint32_t column; // from 1, in bytes
    };
    [[nodiscard]] Place place(std::size_t offset) const;
    [[nodiscard]] std::uint32_t lines() const
    {
        return static_cast<std::uint32_t>(m_starts.size());
    }

private:
    std::vector<std::uint32_t> m_starts = {0};
};

} // namespace Portolan::Snmp::Smi
