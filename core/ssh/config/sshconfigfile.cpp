// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/sshconfigfile.h"

#include "core/ssh/config/localuser.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Portolan::Ssh {

namespace {

constexpr qint64 kMostFileBytes = 1 << 20;
constexpr int kMostDepth = 16; // as OpenSSH
constexpr int kMostFiles = 200;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
};

bool isBlank(QChar c)
{
    return c == QLatin1Char(' ') || c == QLatin1Char('\t') || c == QLatin1Char('\r');
}

bool isSafelyOwned(const QString &file)
{
#ifdef Q_OS_UNIX
    const QFileInfo info(file);
    const uint owner = info.ownerId();
    constexpr auto others = QFileDevice::WriteGroup | QFileDevice::WriteOther;
    return (owner == 0 || owner == ::getuid()) && !(info.permissions() & others);
#else
    Q_UNUSED(file)
    return true; // access lists are not modes; ssh.exe looks at them, we do not
#endif
}

bool isPattern(const QString &name)
{
    return name.contains(QLatin1Char('*')) || name.contains(QLatin1Char('?')) ||
           name.contains(QLatin1Char('['));
}

// As glob(3): each part of the path may be a pattern; a leading dot must be written.
QStringList filesMatching(const QString &path)
{
    QStringList found{path.startsWith(QLatin1Char('/')) ? QStringLiteral("/") : QString()};
    for (const QString &part : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        QStringList next;
        for (const QString &folder : std::as_const(found)) {
            const auto join = [&folder](const QString &name) {
                return folder.isEmpty() || folder.endsWith(QLatin1Char('/'))
                           ? QString(folder + name)
                           : QString(folder + QLatin1Char('/') + name);
            };
            if (!isPattern(part)) {
                next.append(join(part));
                continue;
            }
            QDir::Filters wanted = QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot;
            if (part.startsWith(QLatin1Char('.')))
                wanted |= QDir::Hidden;
            QStringList names = QDir(folder).entryList({part}, wanted, QDir::Unsorted);
            std::sort(names.begin(), names.end());
            for (const QString &name : std::as_const(names))
                next.append(join(name));
        }
        found = next;
    }
    found.removeIf([](const QString &name) { return !QFileInfo(name).isFile(); });
    return found;
}

class Reader
{
public:
    explicit Reader(const ConfigPlaces &places)
        : m_places(places)
    {
    }

    std::vector<ConfigLine> readFile(const QString &name, int depth)
    {
        QFile file(name);
        if (!file.exists())
            return {};
        if (++m_files > kMostFiles) {
            note(name, 0,
                 Words::tr("More than %1 files are included; this one is left out.")
                     .arg(kMostFiles));
            return {};
        }
        if (!file.open(QIODevice::ReadOnly)) {
            note(name, 0, Words::tr("The file cannot be read."));
            return {};
        }
        if (m_places.checkPermissions && !isSafelyOwned(name)) {
            note(name, 0,
                 Words::tr("Other people can write to the file, so it does not count; ssh stops "
                           "here. “chmod 600” on it mends that."));
            return {};
        }
        if (file.size() > kMostFileBytes) {
            note(name, 0, Words::tr("The file is larger than 1 MiB and is left out."));
            return {};
        }
        return parse(file.read(kMostFileBytes), name, depth);
    }

    std::vector<ConfigLine> parse(const QByteArray &text, const QString &file, int depth)
    {
        std::vector<ConfigLine> lines;
        int number = 0;
        for (const QByteArray &raw : text.split('\n')) {
            ++number;
            if (auto line = parseLine(QString::fromUtf8(raw), file, number)) {
                if (line->keyword == QLatin1String("include"))
                    include(*line, depth);
                lines.push_back(std::move(*line));
            }
        }
        return lines;
    }

    QList<ConfigNote> takeNotes() { return std::move(m_notes); }

private:
    std::optional<ConfigLine> parseLine(QString text, const QString &file, int number)
    {
        // A form feed counts as blank at the end of a line only.
        while (!text.isEmpty() && (isBlank(text.back()) || text.back() == QLatin1Char('\f')))
            text.chop(1);
        qsizetype at = 0;
        const auto skipBlanks = [&] {
            while (at < text.size() && isBlank(text.at(at)))
                ++at;
        };
        skipBlanks();
        if (at == text.size() || text.at(at) == QLatin1Char('#'))
            return std::nullopt;
        ConfigLine line{.file = file, .line = number, .keyword = {}, .rest = {}, .words = {}};
        const bool quoted = text.at(at) == QLatin1Char('"');
        const qsizetype begin = quoted ? ++at : at;
        while (at < text.size() &&
               (quoted ? text.at(at) != QLatin1Char('"')
                       : !isBlank(text.at(at)) && text.at(at) != QLatin1Char('=') &&
                             text.at(at) != QLatin1Char('"')))
            ++at;
        line.keyword = text.mid(begin, at - begin).toLower();
        if (quoted)
            ++at;
        skipBlanks();
        if (at < text.size() && text.at(at) == QLatin1Char('=')) {
            ++at;
            skipBlanks();
        }
        line.rest = text.mid(at);
        if (line.rest.isEmpty()) {
            note(file, number, Words::tr("“%1” says nothing.").arg(line.keyword.left(40)));
            return std::nullopt;
        }
        if (!splitConfigWords(line.rest, line.words)) {
            note(file, number, Words::tr("A quotation mark is missing."));
            return std::nullopt;
        }
        return line;
    }

    void include(ConfigLine &line, int depth)
    {
        if (depth >= kMostDepth) {
            note(line.file, line.line, Words::tr("Files include each other too deeply."));
            return;
        }
        for (const QString &name : std::as_const(line.words)) {
            QString path = withHome(name, m_places.home);
            if (QDir::isRelativePath(path))
                path = m_places.includeBase + QLatin1Char('/') + path;
            for (const QString &file : filesMatching(path))
                line.included.push_back(readFile(file, depth + 1));
        }
    }

    void note(const QString &file, int line, const QString &sentence)
    {
        m_notes.append({file, line, sentence});
    }

    const ConfigPlaces &m_places;
    QList<ConfigNote> m_notes;
    int m_files = 0;
};

} // namespace

ConfigText readConfigFile(const QString &file, const ConfigPlaces &places)
{
    Reader reader(places);
    ConfigText text;
    text.lines = reader.readFile(file, 0);
    text.notes = reader.takeNotes();
    return text;
}

ConfigText parseConfigText(const QByteArray &bytes, const QString &file, const ConfigPlaces &places)
{
    Reader reader(places);
    ConfigText text;
    text.lines = reader.parse(bytes, file, 0);
    text.notes = reader.takeNotes();
    return text;
}

bool splitConfigWords(const QString &text, QStringList &words)
{
    qsizetype at = 0;
    const auto escapes = [&](QChar next, QChar quote) {
        return next == QLatin1Char('\'') || next == QLatin1Char('"') || next == QLatin1Char('\\') ||
               (quote.isNull() && next == QLatin1Char(' '));
    };
    while (at < text.size()) {
        if (isBlank(text.at(at))) {
            ++at;
            continue;
        }
        if (text.at(at) == QLatin1Char('#'))
            break;
        QString word;
        QChar quote;
        for (; at < text.size(); ++at) {
            const QChar c = text.at(at);
            if (c == QLatin1Char('\\') && at + 1 < text.size() && escapes(text.at(at + 1), quote)) {
                word += text.at(++at);
            } else if (quote.isNull() && isBlank(c)) {
                break;
            } else if (quote.isNull() && (c == QLatin1Char('"') || c == QLatin1Char('\''))) {
                quote = c;
            } else if (!quote.isNull() && c == quote) {
                quote = QChar();
            } else {
                word += c;
            }
        }
        if (!quote.isNull())
            return false;
        words.append(word);
    }
    return true;
}

} // namespace Portolan::Ssh
