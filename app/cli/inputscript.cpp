// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/inputscript.h"

#include "app/cli/words.h"

#include <QStringList>

namespace Portolan::Cli {

namespace {

constexpr int kMostCells = 2000; // in a row, and rows

Result<ScriptStep> parseStep(const QString &line)
{
    using Kind = ScriptStep::Kind;
    const qsizetype space = line.indexOf(QLatin1Char(' '));
    const QString verb = line.left(space);
    const QString rest = space < 0 ? QString() : line.mid(space + 1);
    if (verb == QLatin1String("expect") && !rest.isEmpty())
        return ScriptStep{Kind::Expect, rest};
    if (verb == QLatin1String("send") && !rest.isEmpty())
        return unescaped(rest).map([](std::string bytes) {
            return ScriptStep{Kind::Send, {}, std::move(bytes)};
        });
    if (verb == QLatin1String("settle") && rest.isEmpty())
        return ScriptStep{Kind::Settle};
    if (verb == QLatin1String("stop") && rest.isEmpty())
        return ScriptStep{Kind::Stop};
    const QStringList numbers = rest.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const int columns = numbers.value(0).toInt();
    const int rows = numbers.value(1).toInt();
    if (verb == QLatin1String("resize") && numbers.size() == 2 && columns > 0 && rows > 0 &&
        columns <= kMostCells && rows <= kMostCells)
        return ScriptStep{Kind::Resize, {}, {}, columns, rows};
    return failure(Error::Kind::Usage, Words::tr("The step \"%1\" is not understood.").arg(line));
}

int hexValue(QChar c)
{
    bool ok = false;
    const int value = QString(c).toInt(&ok, 16);
    return ok ? value : -1;
}

} // namespace

Result<std::vector<ScriptStep>> parseScript(const QByteArray &source)
{
    std::vector<ScriptStep> steps;
    const QStringList lines = QString::fromUtf8(source).split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines[i];
        if (line.endsWith(QLatin1Char('\r')))
            line.chop(1);
        if (line.trimmed().isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        Result<ScriptStep> step = parseStep(line);
        if (!step)
            return failure(step.error().kind, step.error().what,
                           Words::tr("Line %1 of the script").arg(i + 1));
        steps.push_back(std::move(*step));
    }
    return steps;
}

Result<std::string> unescaped(const QString &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != QLatin1Char('\\')) {
            // Surrogate pairs must be encoded together.
            const qsizetype next = text.indexOf(QLatin1Char('\\'), i);
            const QString plain = text.mid(i, next < 0 ? -1 : next - i);
            bytes += plain.toUtf8();
            i += plain.size() - 1;
            continue;
        }
        const QChar kind = ++i < text.size() ? text[i] : QChar();
        switch (kind.unicode()) {
        case u'r':
            bytes += '\r';
            break;
        case u'n':
            bytes += '\n';
            break;
        case u't':
            bytes += '\t';
            break;
        case u'e':
            bytes += '\x1b';
            break;
        case u'\\':
            bytes += '\\';
            break;
        case u'x': {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return failure(Error::Kind::Usage,
                               Words::tr("\\x is followed by two hexadecimal digits."), text);
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
            break;
        }
        default:
            return failure(Error::Kind::Usage,
                           Words::tr("\\ is followed by r, n, t, e, x or another \\."), text);
        }
    }
    return bytes.toStdString();
}

} // namespace Portolan::Cli
