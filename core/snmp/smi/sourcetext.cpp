// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/sourcetext.h"

#include "core/base/charset.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cctype>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;

void tell(SourceText &source, DiagnosticId id, Severity severity,
          std::vector<std::string> arguments = {})
{
    source.diagnostics.push_back({id, severity, 0, 0, std::move(arguments)});
}

struct Signature
{
    std::string_view begin;
    const char *what;
};
// What people save by mistake in place of a module, by its first bytes.
constexpr std::array kSignatures = {
    Signature{"%PDF-"sv, "pdf"},
    Signature{"PK\x03\x04"sv, "zip"},
    Signature{"PK\x05\x06"sv, "zip"},
    Signature{"\x1F\x8B"sv, "gzip"},
    Signature{"\x1F\x9D"sv, "compress"},
    Signature{"BZh"sv, "bzip2"},
    Signature{"\xFD"
              "7zXZ"sv,
              "xz"},
    Signature{"7z\xBC\xAF\x27\x1C"sv, "7z"},
    Signature{"Rar!\x1A"sv, "rar"},
    Signature{"\x28\xB5\x2F\xFD"sv, "zstd"},
    Signature{"{\\rtf"sv, "rtf"},
    Signature{"\xD0\xCF\x11\xE0"sv, "office"},
    Signature{"%!PS"sv, "postscript"},
    Signature{"#!"sv, "script"},
    Signature{"\x7F"
              "ELF"sv,
              "program"},
    Signature{"\x89PNG"sv, "image"},
    Signature{"\xFF\xD8\xFF"sv, "image"},
    Signature{"GIF8"sv, "image"},
};

bool beginsWithoutCase(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size() &&
           std::equal(lower.begin(), lower.end(), text.begin(), [](char want, char have) {
               return want == static_cast<char>(std::tolower(static_cast<unsigned char>(have)));
           });
}

std::string_view withoutBlanks(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n\f\v"sv);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// Markup, by how it begins; comments and a declaration may stand before it.
const char *markup(std::string_view bytes)
{
    const std::string_view text = withoutBlanks(bytes);
    if (!text.starts_with('<'))
        return nullptr;
    const std::string_view head = text.substr(0, 2048);
    for (std::size_t at = 0; at != std::string_view::npos; at = head.find('<', at + 1)) {
        const std::string_view tag = head.substr(at);
        for (const std::string_view html :
             {"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<table"sv, "<script"sv})
            if (beginsWithoutCase(tag, html))
                return "html";
    }
    return beginsWithoutCase(text, "<?xml"sv) ? "xml" : nullptr;
}

// UTF-16 with a mark, or without one where every other byte of the beginning is 0.
const char *utf16(std::string_view bytes)
{
    if (bytes.starts_with("\xFF\xFE"sv))
        return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF"sv))
        return "UTF-16BE";
    constexpr std::size_t kLooked = 512;
    const std::size_t size = std::min(bytes.size(), kLooked) & ~std::size_t(1);
    if (size < 4)
        return nullptr;
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < size; i += 2) {
        even += bytes[i] == '\0' ? 1 : 0;
        odd += bytes[i + 1] == '\0' ? 1 : 0;
    }
    if (odd * 10 > size * 4 && even * 10 < size)
        return "UTF-16LE";
    if (even * 10 > size * 4 && odd * 10 < size)
        return "UTF-16BE";
    return nullptr;
}

// A handful of control characters happens in old text; more of them is no text.
bool isBinary(std::string_view bytes)
{
    constexpr std::size_t kLooked = 64 * 1024;
    // All below the blank but tab, the line ends, vertical tab, form feed and Control-Z.
    constexpr std::uint32_t kControls = ~((0x1FU << 9U) | (1U << 0x1AU));
    const std::string_view head = bytes.substr(0, kLooked);
    std::size_t controls = 0;
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        controls += byte < 0x20 ? (kControls >> byte) & 1U : 0U;
    }
    return controls * 50 > head.size() || (controls > 4 && controls * 200 > head.size());
}

bool isPageFooter(std::string_view line)
{
    const auto end = line.find_last_not_of(" \t\r"sv);
    if (end == std::string_view::npos || line[end] != ']')
        return false;
    const auto open = line.rfind("[Page "sv, end);
    return open != std::string_view::npos && end - open < 12;
}

bool isPageHeader(std::string_view line)
{
    // "RFC 1213                         MIB-II                       March 1991"
    if (!line.starts_with("RFC "sv) && !line.starts_with("Internet-Draft"sv) &&
        !line.starts_with("Internet Draft"sv))
        return false;
    const auto end = line.find_last_not_of(" \t\r"sv);
    return end != std::string_view::npos && end > 20 && end >= 3 &&
           std::all_of(line.begin() + static_cast<std::ptrdiff_t>(end) - 3,
                       line.begin() + static_cast<std::ptrdiff_t>(end) + 1,
                       [](char c) { return c >= '0' && c <= '9'; });
}

// A module cut out of an RFC has footers and headers in the middle of its definitions: they become
// blanks, so that lines keep their numbers.
void blankPages(std::string &text)
{
    if (text.find("[Page "sv) == std::string::npos)
        return;
    bool behindFooter = false;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        const auto content = line.find_first_not_of(" \t\r\f"sv);
        bool blank = false;
        if (isPageFooter(line)) {
            blank = behindFooter = true;
        } else if (content != std::string_view::npos) {
            blank = behindFooter && isPageHeader(line.substr(content));
            behindFooter = false;
        }
        if (blank)
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin),
                      text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        begin = end + 1;
    }
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(bytes.data());
    const auto *end = at + bytes.size();
    while (at < end) {
        const unsigned char lead = *at++;
        if (lead < 0x80)
            continue;
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        if (lead < 0xC2 || lead > 0xF4 || end - at < more)
            return false;
        const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (*at < low || *at > high)
            return false;
        for (int i = 1; i < more; ++i)
            if ((at[i] & 0xC0U) != 0x80)
                return false;
        at += more;
    }
    return true;
}

const char *guessCharset(std::string_view bytes)
{
    if (isUtf8(bytes))
        return "UTF-8";
    std::size_t pairs = 0;
    std::size_t hangul = 0;
    std::size_t marks = 0; // punctuation, which both standards have in the same place
    bool isGb = true;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80)
            continue;
        const unsigned char trail =
            i + 1 < bytes.size() ? static_cast<unsigned char>(bytes[i + 1]) : 0;
        const bool letters = (trail >= 0x41 && trail <= 0x5A) || (trail >= 0x61 && trail <= 0x7A);
        if (lead == 0x80 || lead == 0xFF || !(letters || (trail >= 0x81 && trail <= 0xFE)))
            return "windows-1252";
        ++pairs;
        // The syllables of KS X 1001, and the ones that CP949 adds before and beside them.
        hangul += (lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1) ||
                          (!letters && lead <= 0xC6 && (lead <= 0xA0 || trail < 0xA1))
                      ? 1
                      : 0;
        marks += lead >= 0xA1 && lead <= 0xAC && trail >= 0xA1 ? 1 : 0;
        isGb = isGb && lead >= 0xA1 && lead <= 0xF7 && trail >= 0xA1;
        ++i;
    }
    // The characters of GB 2312 lie over the syllables and go on behind them.
    if (hangul > 0 && hangul * 100 >= (pairs - marks) * 85)
        return "windows-949";
    constexpr std::size_t kFewest = 4; // of fewer characters anything can be read so
    return isGb && pairs >= marks + kFewest ? "gb18030" : "windows-1252";
}

std::string decodeText(std::string_view bytes, const char *charset)
{
    const auto known = knownCharset(QString::fromLatin1(charset));
    if (!known || known->isEmpty()) {
        const QString text = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return text.toStdString();
    }
    CharsetDecoder decoder(*known);
    std::string text = decoder.decode(bytes);
    text += decoder.finish();
    return text;
}

SourceText readSource(std::string_view bytes)
{
    SourceText source;
    if (bytes.size() > SourceText::kMostBytes) {
        tell(source, DiagnosticId::TooLarge, Severity::Error,
             {std::to_string(SourceText::kMostBytes >> 20U)});
        return source;
    }
    for (const Signature &signature : kSignatures)
        if (bytes.starts_with(signature.begin)) {
            tell(source, DiagnosticId::NotText, Severity::Error, {signature.what});
            return source;
        }
    if (const char *wide = utf16(bytes)) {
        QStringDecoder decoder(wide[6] == 'L' ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        const QString text =
            decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        if (decoder.hasError() || !text.isValidUtf16()) {
            tell(source, DiagnosticId::Utf16Broken, Severity::Error);
            return source;
        }
        tell(source, DiagnosticId::Utf16Decoded, Severity::Info);
        source.text = text.toStdString();
    } else {
        if (bytes.starts_with("\xEF\xBB\xBF"sv))
            bytes.remove_prefix(3);
        if (isBinary(bytes)) {
            tell(source, DiagnosticId::NotText, Severity::Error, {"binary"});
            return source;
        }
        const char *charset = guessCharset(bytes);
        if (charset == "UTF-8"sv) {
            source.text = bytes;
        } else {
            tell(source, DiagnosticId::CharsetGuessed, Severity::Info, {charset});
            source.text = decodeText(bytes, charset);
        }
    }
    if (const char *what = markup(source.text)) {
        tell(source, DiagnosticId::NotText, Severity::Error, {what});
        source.text.clear();
    } else if (withoutBlanks(source.text).empty()) {
        tell(source, DiagnosticId::Empty, Severity::Error);
        source.text.clear();
    } else {
        // A NUL or a Control-Z (the end of a DOS file) is a blank to us.
        for (const char blank : {'\0', '\x1A'})
            if (source.text.find(blank) != std::string::npos)
                std::replace(source.text.begin(), source.text.end(), blank, ' ');
        blankPages(source.text);
    }
    return source;
}

LineIndex::LineIndex(std::string_view text)
{
    m_starts.reserve(text.size() / 40 + 1);
    // As grep and editors count: CR ends a line only where the file has no LF at all.
    const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    for (std::size_t at = text.find(end); at != std::string_view::npos; at = text.find(end, at + 1))
        m_starts.push_back(static_cast<std::uint32_t>(at + 1));
}

LineIndex::Place LineIndex::place(std::size_t offset) const
{
    const auto behind = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const auto line = static_cast<std::uint32_t>(behind - m_starts.begin());
    return {line, static_cast<std::uint32_t>(offset) - m_starts[line - 1] + 1};
}

} // namespace Portolan::Snmp::Smi
