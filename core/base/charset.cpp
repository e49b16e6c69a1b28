// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/charset.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace Portolan {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::size_t kLongestCharacter = 8;              // bytes, in any charset that iconv knows

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Charset)
};

// RAII of an iconv_t.
class Iconv
{
public:
    Iconv(const char *to, const char *from)
        : m_handle(::iconv_open(to, from))
    {
    }
    ~Iconv()
    {
        if (isValid())
            ::iconv_close(m_handle);
    }
    Iconv(const Iconv &) = delete;
    Iconv &operator=(const Iconv &) = delete;

    [[nodiscard]] bool isValid() const { return m_handle != reinterpret_cast<iconv_t>(-1); }
    // Converts what it can, moves `input` behind that, appends to `output`. 0, or errno.
    int convert(std::string_view &input, std::string &output) const
    {
        while (true) {
            std::array<char, 4096> buffer{};
            auto *from = const_cast<char *>(input.data());
            std::size_t left = input.size();
            char *to = buffer.data();
            std::size_t room = buffer.size();
            const std::size_t done = ::iconv(m_handle, &from, &left, &to, &room);
            const int error = done == static_cast<std::size_t>(-1) ? errno : 0;
            output.append(buffer.data(), buffer.size() - room);
            input.remove_prefix(input.size() - left);
            if (error == E2BIG)
                continue;
            if (error != 0)
                reset();
            return error;
        }
    }
    void reset() const { ::iconv(m_handle, nullptr, nullptr, nullptr, nullptr); }

private:
    iconv_t m_handle;
};

// Names of the WHATWG Encoding Standard and of programs that iconv does not have.
QByteArray iconvName(const QString &name)
{
    static const QRegularExpression korean(
        QStringLiteral("^(windows-?949|cp-?949|ms-?949|x-windows-949|uhc|ks_c_5601-19(87|89))$"));
    const QString lower = name.trimmed().toLower();
    return korean.match(lower).hasMatch() ? QByteArrayLiteral("CP949") : lower.toLatin1();
}

bool containsAscii(const QByteArray &charset)
{
    const Iconv in("UTF-8", charset.constData());
    const Iconv out(charset.constData(), "UTF-8");
    if (!in.isValid() || !out.isValid())
        return false;
    for (int code = 0; code < 0x80; ++code) {
        const char byte = static_cast<char>(code);
        for (const Iconv *way : {&in, &out}) {
            std::string_view input(&byte, 1);
            std::string output;
            if (way->convert(input, output) != 0 || output != std::string_view(&byte, 1))
                return false;
        }
    }
    return true;
}

// Bytes of the UTF-8 character at the front; 0 where there is none.
std::size_t utf8Length(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80)
            return 0;
    }
    return length;
}

} // namespace

Result<QString> knownCharset(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[A-Za-z0-9._:-]{1,40}$"));
    const QString trimmed = name.trimmed();
    QString plain = trimmed.toLower();
    plain.remove(QLatin1Char('-')).remove(QLatin1Char('_'));
    if (trimmed.isEmpty() || plain == QLatin1String("utf8"))
        return QString();
    // No "//TRANSLIT": that would replace silently.
    if (!allowed.match(trimmed).hasMatch() || !containsAscii(iconvName(trimmed)))
        return failure(Error::Kind::Usage,
                       Words::tr("The character set “%1” is not known here, or ASCII is no part of "
                                 "it.")
                           .arg(trimmed.left(40)));
    return trimmed;
}

struct CharsetDecoder::Converter
{
    explicit Converter(const QByteArray &charset)
        : iconv("UTF-8", charset.constData())
    {
        for (unsigned code = 0x81; code < 0xFF && !isMultiByte; ++code) {
            const char byte = static_cast<char>(code);
            std::string_view lead(&byte, 1);
            std::string nothing;
            isMultiByte = iconv.convert(lead, nothing) == EINVAL;
        }
    }
    Iconv iconv;
    bool isMultiByte = false;
    std::string rest; // of a character that is not complete
};

CharsetDecoder::CharsetDecoder(const QString &charset)
    : m_converter(std::make_unique<Converter>(iconvName(charset)))
{
}

CharsetDecoder::~CharsetDecoder() = default;
CharsetDecoder::CharsetDecoder(CharsetDecoder &&) noexcept = default;
CharsetDecoder &CharsetDecoder::operator=(CharsetDecoder &&) noexcept = default;

std::string CharsetDecoder::decode(std::string_view bytes)
{
    std::string joined;
    if (!m_converter->rest.empty()) {
        joined = std::exchange(m_converter->rest, {});
        joined.append(bytes);
        bytes = joined;
    }
    std::string text;
    text.reserve(bytes.size() * 3 / 2);
    while (!bytes.empty()) {
        const int error = m_converter->iconv.convert(bytes, text);
        if (error == 0)
            break;
        if (error == EINVAL && bytes.size() < kLongestCharacter) {
            m_converter->rest.assign(bytes);
            break;
        }
        // A byte that could begin a character takes the next one with it, unless that is ASCII.
        // (Whether this very one does is not asked: glibc says no of 0xC9 in CP949.)
        const auto lead = static_cast<unsigned char>(bytes.front());
        const bool begins = m_converter->isMultiByte && lead > 0x80 && lead < 0xFF;
        if (begins && bytes.size() == 1) {
            m_converter->rest = std::string(bytes);
            break;
        }
        const bool takesNext = begins && static_cast<unsigned char>(bytes[1]) >= 0x80;
        text.append(kReplacement);
        bytes.remove_prefix(takesNext ? 2 : 1);
    }
    return text;
}

std::string CharsetDecoder::finish()
{
    return std::exchange(m_converter->rest, {}).empty() ? std::string() : std::string(kReplacement);
}

struct CharsetEncoder::Converter
{
    explicit Converter(const QByteArray &charset)
        : iconv(charset.constData(), "UTF-8")
    {
    }
    Iconv iconv;
};

CharsetEncoder::CharsetEncoder(const QString &charset)
    : m_charset(charset)
    , m_converter(std::make_unique<Converter>(iconvName(charset)))
{
}

CharsetEncoder::~CharsetEncoder() = default;
CharsetEncoder::CharsetEncoder(CharsetEncoder &&) noexcept = default;
CharsetEncoder &CharsetEncoder::operator=(CharsetEncoder &&) noexcept = default;

Result<std::string> CharsetEncoder::encode(std::string_view utf8)
{
    std::string bytes;
    while (!utf8.empty()) {
        if (m_converter->iconv.convert(utf8, bytes) == 0)
            break;
        const std::size_t length = utf8Length(utf8);
        if (length == 0) {
            bytes += utf8.front();
            utf8.remove_prefix(1);
            continue;
        }
        const QString character = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(length));
        return failure(
            Error::Kind::Usage,
            Words::tr("Nothing was sent: %1 has no character “%2”.").arg(m_charset, character),
            character);
    }
    return bytes;
}

} // namespace Portolan
