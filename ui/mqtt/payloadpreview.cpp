// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/payloadpreview.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

namespace Portolan::Ui {

namespace {

constexpr std::size_t kTextBytes = 160;
constexpr std::size_t kHexBytes = 12;

} // namespace

bool isShownText(std::string_view bytes, bool cut)
{
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if ((code < 0x20 && c != '\t' && c != '\n' && c != '\r') || code == 0x7f)
            return false;
    }
    // A sequence of UTF-8 (RFC 3629, section 3) that the cut has split.
    for (std::size_t back = 0; cut && back < 3 && back < bytes.size(); ++back) {
        const auto code = static_cast<unsigned char>(bytes[bytes.size() - 1 - back]);
        if (code < 0x80)
            break;
        if (code >= 0xc0) {
            bytes.remove_suffix(back + 1);
            break;
        }
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text =
        decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return !decoder.hasError();
}

QString payloadPreview(std::string_view head, quint64 size)
{
    if (size == 0)
        return QStringLiteral("∅");
    const std::string_view shown = head.substr(0, kTextBytes);
    const bool cut = shown.size() < size;
    if (isShownText(shown, cut)) {
        QString text = QString::fromUtf8(shown.data(), static_cast<qsizetype>(shown.size()));
        if (cut) {
            while (text.endsWith(QChar::ReplacementCharacter))
                text.chop(1);
        }
        text = text.simplified();
        return cut ? QString(text + QChar(0x2026)) : text;
    }
    const QByteArray bytes(shown.data(), static_cast<qsizetype>(std::min(shown.size(), kHexBytes)));
    const QString hex = QString::fromLatin1(bytes.toHex(' '));
    return size > kHexBytes ? QString(hex + QStringLiteral(" …")) : hex;
}

QString topicText(std::string_view topic)
{
    QString text = QString::fromUtf8(topic.data(), static_cast<qsizetype>(topic.size()));
    for (QChar &c : text) {
        if (c.unicode() < 0x20)
            c = QChar(0x2400 + c.unicode());
        else if (c.unicode() == 0x7f)
            c = QChar(0x2421);
        else if (c.category() == QChar::Other_Format || c == QChar::LineSeparator ||
                 c == QChar::ParagraphSeparator)
            c = QChar::ReplacementCharacter; // no turning round of what is beside it
    }
    return text;
}

} // namespace Portolan::Ui
