// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QRegularExpression>
#include <QString>
#include <QStringDecoder>

#include <optional>

namespace Portolan::Test {

// A message of syslog as a strict receiver reads it: to the letter of RFC 5424, section 6.
struct ParsedSyslog
{
    int facility = 0;
    int severity = 0;
    QDateTime time;
    QString host, app, process, id;
    QMap<QString, QMap<QString, QString>> elements;
    QString text;
    bool hasMark = false; // the text says that it is UTF-8

    // Nothing where anything is not as the grammar has it.
    static std::optional<ParsedSyslog> parse(const QByteArray &bytes)
    {
        static const QRegularExpression head(QStringLiteral(
            "^<(0|[1-9][0-9]{0,2})>1 "
            "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,6})?"
            "(?:Z|[+-][0-9]{2}:[0-9]{2})) "
            "([!-~]{1,255}) ([!-~]{1,48}) ([!-~]{1,128}) ([!-~]{1,32}) "));
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        const QString all = decoder.decode(bytes);
        if (decoder.hasError())
            return {};
        const auto matched = head.match(all);
        if (!matched.hasMatch() || matched.captured(1).toInt() > 191)
            return {};
        ParsedSyslog parsed;
        parsed.facility = matched.captured(1).toInt() / 8;
        parsed.severity = matched.captured(1).toInt() % 8;
        parsed.time = QDateTime::fromString(matched.captured(2), Qt::ISODateWithMs);
        if (!parsed.time.isValid())
            return {};
        parsed.host = matched.captured(3);
        parsed.app = matched.captured(4);
        parsed.process = matched.captured(5);
        parsed.id = matched.captured(6);
        qsizetype i = matched.capturedEnd();
        if (!parsed.readElements(all, i))
            return {};
        if (i == all.size())
            return parsed;
        if (all[i++] != QLatin1Char(' '))
            return {};
        parsed.text = all.mid(i);
        parsed.hasMark = parsed.text.startsWith(QChar::ByteOrderMark);
        if (parsed.hasMark)
            parsed.text.remove(0, 1);
        return parsed;
    }

private:
    bool readElements(const QString &all, qsizetype &i)
    {
        const auto at = [&](qsizetype place) { return place < all.size() ? all[place] : QChar(); };
        if (at(i) == QLatin1Char('-')) {
            ++i;
            return true;
        }
        const auto name = [&](QString &to) {
            for (; i < all.size(); ++i) {
                const ushort c = all[i].unicode();
                if (c <= 32 || c >= 127 || c == '=' || c == ']' || c == '"')
                    break;
                to += all[i];
            }
            return !to.isEmpty() && to.size() <= 32;
        };
        if (at(i) != QLatin1Char('['))
            return false;
        while (at(i) == QLatin1Char('[')) {
            ++i;
            QString element;
            if (!name(element) || elements.contains(element))
                return false;
            auto &params = elements[element];
            while (at(i) == QLatin1Char(' ')) {
                ++i;
                QString param;
                if (!name(param) || at(i++) != QLatin1Char('=') || at(i++) != QLatin1Char('"'))
                    return false;
                QString value;
                for (; i < all.size() && all[i] != QLatin1Char('"'); ++i) {
                    if (all[i] == QLatin1Char(']') || all[i].unicode() < 32)
                        return false; // not escaped
                    if (all[i] == QLatin1Char('\\') && ++i == all.size())
                        return false;
                    value += all[i];
                }
                if (at(i++) != QLatin1Char('"'))
                    return false;
                params.insert(param, value);
            }
            if (at(i++) != QLatin1Char(']'))
                return false;
        }
        return true;
    }
};

// RFC 6587, section 3.4.1: takes one message off the beginning. Nothing where there is no whole
// one yet; `wrong` where there never will be.
inline std::optional<QByteArray> takeCounted(QByteArray &stream, bool &wrong)
{
    const auto blank = stream.indexOf(' ');
    if (blank < 0) {
        wrong = wrong || stream.size() > 10;
        return {};
    }
    bool valid = false;
    const int length = stream.left(blank).toInt(&valid);
    wrong = wrong || !valid || length < 1 || stream[0] == '0';
    if (wrong || stream.size() < blank + 1 + length)
        return {};
    QByteArray message = stream.mid(blank + 1, length);
    stream.remove(0, blank + 1 + length);
    return message;
}

} // namespace Portolan::Test
