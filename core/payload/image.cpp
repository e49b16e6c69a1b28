// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/bytereader.h"
#include "core/payload/imagefacts.h"
#include "core/payload/treewriter.h"

namespace Portolan::Payload {

namespace {

using Size = std::optional<std::pair<std::uint64_t, std::uint64_t>>;

// RFC 2083, section 4.1.1: IHDR is the first chunk.
Size pngSize(std::string_view bytes)
{
    if (!bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.size() < 24 ||
        bytes.substr(12, 4) != "IHDR")
        return std::nullopt;
    ByteReader in(bytes.substr(16));
    const auto width = in.big(4);
    return std::pair(*width, *in.big(4));
}

Size gifSize(std::string_view bytes)
{
    if ((!bytes.starts_with("GIF87a") && !bytes.starts_with("GIF89a")) || bytes.size() < 10)
        return std::nullopt;
    ByteReader in(bytes.substr(6));
    const auto width = in.little(2);
    return std::pair(*width, *in.little(2));
}

// ITU-T T.81, annex B: segments up to the first start of a frame.
Size jpegSize(std::string_view bytes)
{
    if (!bytes.starts_with("\xff\xd8\xff"))
        return std::nullopt;
    ByteReader in(bytes.substr(2));
    for (;;) {
        auto marker = in.byte();
        if (!marker || *marker != 0xff)
            return std::nullopt;
        while (marker && *marker == 0xff)
            marker = in.byte();
        if (!marker)
            return std::nullopt;
        if (*marker == 0x01 || (*marker >= 0xd0 && *marker <= 0xd7))
            continue; // without a length
        const auto length = in.big(2);
        if (!length || *length < 2 || *marker == 0xd9 || *marker == 0xda)
            return std::nullopt;
        const bool isFrame = *marker >= 0xc0 && *marker <= 0xcf && *marker != 0xc4 &&
                             *marker != 0xc8 && *marker != 0xcc;
        if (!isFrame) {
            if (!in.take(*length - 2))
                return std::nullopt;
            continue;
        }
        (void)in.byte(); // bits a sample
        const auto height = in.big(2);
        const auto width = in.big(2);
        if (!width)
            return std::nullopt;
        return std::pair(*width, *height);
    }
}

// RFC 9649, section 2: RIFF with VP8, VP8L or VP8X.
Size webpSize(std::string_view bytes)
{
    if (!bytes.starts_with("RIFF") || bytes.size() < 30 || bytes.substr(8, 4) != "WEBP")
        return std::nullopt;
    const std::string_view chunk = bytes.substr(12, 4);
    if (chunk == "VP8X") {
        ByteReader in(bytes.substr(24));
        const std::uint64_t six = *in.little(4) | *in.little(2) << 32U;
        return std::pair((six & 0xffffffU) + 1, (six >> 24U & 0xffffffU) + 1);
    }
    if (chunk == "VP8L" && bytes[20] == 0x2f) {
        const std::uint64_t bits = *ByteReader(bytes.substr(21)).little(4);
        return std::pair((bits & 0x3fffU) + 1, (bits >> 14U & 0x3fffU) + 1);
    }
    if (chunk == "VP8 " && bytes.substr(23, 3) == "\x9d\x01\x2a") {
        ByteReader in(bytes.substr(26));
        const std::uint64_t width = *in.little(2) & 0x3fffU;
        return std::pair(width, *in.little(2) & 0x3fffU);
    }
    return std::nullopt;
}

} // namespace

std::optional<ImageFacts> imageFacts(std::string_view bytes)
{
    struct Format
    {
        const char *name;
        Size (*size)(std::string_view);
    };
    static constexpr Format kFormats[] = {
        {"PNG", &pngSize}, {"JPEG", &jpegSize}, {"GIF", &gifSize}, {"WebP", &webpSize}};
    for (const Format &format : kFormats) {
        const Size size = format.size(bytes);
        if (size && size->first > 0 && size->second > 0)
            return ImageFacts{QString::fromLatin1(format.name),
                              static_cast<std::uint32_t>(size->first),
                              static_cast<std::uint32_t>(size->second)};
    }
    return std::nullopt;
}

Result<Decoded> decodeImage(std::string_view bytes, const Options &options)
{
    const auto facts = imageFacts(bytes);
    if (!facts)
        return fault(TreeWriter::tr("It is no picture of a known format (PNG, JPEG, GIF, WebP)."),
                     0);
    TreeWriter writer(Kind::Image, bytes, options);
    (void)writer.open(Node::Type::Object, 0);
    writer.key(QStringLiteral("format"));
    (void)writer.leaf(Node::Type::String, 0, facts->format);
    writer.key(QStringLiteral("width"));
    (void)writer.leaf(Node::Type::Integer, 0, QString::number(facts->width), facts->width);
    writer.key(QStringLiteral("height"));
    (void)writer.leaf(Node::Type::Integer, 0, QString::number(facts->height), facts->height);
    writer.close();
    return writer.takeWithText(
        QStringLiteral("%1, %2 × %3").arg(facts->format).arg(facts->width).arg(facts->height));
}

} // namespace Portolan::Payload
