// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/charset.h"
#include "core/payload/treewriter.h"

#include <QLocale>

#include <algorithm>

namespace Portolan::Payload {

Result<Decoded> decodeText(std::string_view bytes, const Options &options)
{
    TreeWriter writer(Kind::Text, bytes, options);
    const auto charset = knownCharset(options.charset);
    if (!charset)
        return tl::unexpected(charset.error());
    if (charset->isEmpty()) {
        if (!isUtf8(bytes, writer.isHead()))
            return fault(TreeWriter::tr("It is not text in UTF-8."),
                         static_cast<std::int64_t>(utf8Length(bytes)));
        return writer.takeWithText(
            QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
    }
    CharsetDecoder decoder(*charset);
    std::string utf8 = decoder.decode(bytes);
    if (!writer.isHead())
        utf8 += decoder.finish();
    const QString text = QString::fromStdString(utf8);
    if (text.contains(QChar::ReplacementCharacter))
        writer.note(TreeWriter::tr("Some bytes are no characters in %1; they are shown as "
                                   "U+FFFD.")
                        .arg(*charset));
    return writer.takeWithText(text);
}

Result<Decoded> decodeHex(std::string_view bytes, const Options &options)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    const auto row = static_cast<std::size_t>(std::max(options.hexRow, 1));
    TreeWriter writer(Kind::Hex, bytes, options);
    const std::string_view shown =
        bytes.substr(0, static_cast<std::size_t>(std::max<qsizetype>(options.limits.hexInput, 0)));
    if (shown.size() < bytes.size())
        writer.cut();
    std::string out;
    out.reserve(shown.size() / row * 79 + 79);
    for (std::size_t at = 0; at < shown.size(); at += row) {
        for (unsigned shift = 32; shift > 0; shift -= 4)
            out += kDigits[at >> (shift - 4) & 0xfU];
        out += "  ";
        for (std::size_t i = at; i < at + row; ++i) {
            if (i < shown.size()) {
                const auto byte = static_cast<unsigned char>(shown[i]);
                out += kDigits[byte >> 4U];
                out += kDigits[byte & 0xfU];
                out += ' ';
            } else {
                out += "   ";
            }
            if (i - at == row / 2 - 1)
                out += ' ';
        }
        out += " |";
        for (std::size_t i = at; i < std::min(at + row, shown.size()); ++i)
            out += shown[i] >= 0x20 && shown[i] < 0x7f ? shown[i] : '.';
        out += "|\n";
    }
    if (!out.empty())
        out.pop_back();
    return writer.takeWithText(QString::fromLatin1(out.data(), qsizetype(out.size())));
}

Result<Decoded> decodeBase64(std::string_view bytes, const Options &options)
{
    TreeWriter writer(Kind::Base64, bytes, options);
    const auto most = static_cast<std::size_t>(std::max<qsizetype>(options.limits.text, 0)) / 4 * 3;
    if (bytes.size() > most)
        writer.cut();
    const std::string_view shown = bytes.substr(0, most);
    return writer.takeWithText(
        QString::fromLatin1(QByteArray(shown.data(), qsizetype(shown.size())).toBase64()));
}

Result<Decoded> decodeFromBase64(std::string_view bytes, const Options &options)
{
    const bool isHead = options.size > bytes.size();
    // RFC 4648, sections 4 and 5; line breaks as in RFC 2045.
    QByteArray text;
    bool isUrl = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '\r' || c == '\n' || c == ' ' || c == '\t')
            continue;
        isUrl = isUrl || c == '-' || c == '_';
        const bool isKnown = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                             (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '-' ||
                             c == '_' || c == '=';
        if (!isKnown)
            return fault(TreeWriter::tr("It is not Base64."), static_cast<std::int64_t>(i));
        text += c;
    }
    if (isHead)
        text.truncate(text.size() / 4 * 4);
    const auto decoded = QByteArray::fromBase64Encoding(
        text, QByteArray::AbortOnBase64DecodingErrors |
                  (isUrl ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding));
    if (!decoded)
        return fault(TreeWriter::tr("It is not Base64."), 0);
    const std::string_view inside(decoded.decoded.constData(), std::size_t(decoded.decoded.size()));
    Options within = options;
    within.size = isHead ? inside.size() + 1 : 0;
    // One layer: what is inside is never taken for Base64 again.
    auto shown = decode(detect(inside, {}, within.size), inside, within);
    if (!shown)
        return shown;
    shown->notes.prepend(TreeWriter::tr("Decoded from Base64: %1.").arg(kindName(shown->kind)));
    shown->kind = Kind::FromBase64;
    shown->size = std::max<std::uint64_t>(bytes.size(), options.size);
    return shown;
}

} // namespace Portolan::Payload
