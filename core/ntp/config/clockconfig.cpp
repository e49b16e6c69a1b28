// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/config/clockconfig.h"

#include "core/base/sentence.h"
#include "core/ntp/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QHostAddress>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Portolan::Ntp {

namespace {

using Weight = ConfigNote::Weight;
using Directive = ConfiguredServer::Directive;

constexpr int kMostFiles = 200;
constexpr int kMostDepth = 10; // chrony's own limit of files that include files
constexpr int kMostNotes = 500;
constexpr int kMostShown = 60;
constexpr int kPoolSources = 4; // chrony's default of maxsources
constexpr int kMostPoolSources = 16;

QString shown(const QString &word)
{
    return plainLine(word, kMostShown);
}

// Words of the two languages that take a value but say nothing about how we ask.
bool takesValue(const QString &option)
{
    static const QSet<QString> kOptions{
        QStringLiteral("maxdelay"),    QStringLiteral("maxdelayratio"),
        QStringLiteral("mindelay"),    QStringLiteral("maxdelaydevratio"),
        QStringLiteral("asymmetry"),   QStringLiteral("maxdelayquant"),
        QStringLiteral("offset"),      QStringLiteral("minsamples"),
        QStringLiteral("maxsamples"),  QStringLiteral("filter"),
        QStringLiteral("minstratum"),  QStringLiteral("polltarget"),
        QStringLiteral("presend"),     QStringLiteral("extfield"),
        QStringLiteral("maxunreach"),  QStringLiteral("ttl"),
        QStringLiteral("mode"),        QStringLiteral("bias"),
        QStringLiteral("ask"),         QStringLiteral("require"),
        QStringLiteral("cert"),        QStringLiteral("aead"),
        QStringLiteral("maxpollskew"), QStringLiteral("subtype"),
        QStringLiteral("refid"),       QStringLiteral("path"),
        QStringLiteral("ppspath"),     QStringLiteral("baud"),
        QStringLiteral("holdover"),    QStringLiteral("time1"),
        QStringLiteral("time2"),       QStringLiteral("stratum"),
        QStringLiteral("flag1"),       QStringLiteral("flag2"),
        QStringLiteral("flag3"),       QStringLiteral("flag4"),
    };
    return kOptions.contains(option);
}

bool isFlag(const QString &option)
{
    static const QSet<QString> kOptions{
        QStringLiteral("iburst"),       QStringLiteral("burst"),   QStringLiteral("offline"),
        QStringLiteral("auto_offline"), QStringLiteral("prefer"),  QStringLiteral("trust"),
        QStringLiteral("require"),      QStringLiteral("copy"),    QStringLiteral("true"),
        QStringLiteral("preempt"),      QStringLiteral("dynamic"), QStringLiteral("noval"),
        QStringLiteral("expire"),       QStringLiteral("xnonce"),  QStringLiteral("noselect"),
        QStringLiteral("online"),       QStringLiteral("xmtnonce")};
    return kOptions.contains(option);
}

class Reader
{
public:
    explicit Reader(const ConfigFiles &files)
        : m_files(files)
    {
    }

    void read(const QByteArray &text, const QString &name, int depth);
    void finish();
    [[nodiscard]] ClockConfig take() { return std::move(m_config); }

private:
    void note(Weight weight, const QString &text);
    void line(const QString &raw, int depth);
    void directive(const QString &name, const QStringList &words, int depth);
    void source(Directive directive, QStringList words);
    [[nodiscard]] bool options(ConfiguredServer &server, const QStringList &words);
    void timesyncd(const QString &key, const QString &value);
    void include(const QStringList &paths, int depth);
    void includeNamed(const QString &path, int depth);
    void includeFolders(const QStringList &folders, const QString &suffix, int depth);
    void readKeys();
    void add(ConfiguredServer server);

    const ConfigFiles &m_files;
    ClockConfig m_config;
    QString m_file;
    int m_line = 0;
    int m_filesRead = 0;
    QString m_section; // of timesyncd.conf
    QString m_keyFile;
    QString m_keyFileBy; // where it is named
    int m_keyFileLine = 0;
    QHash<int, QString> m_authorities; // of chrony's certificate sets
    QHash<qsizetype, int> m_sets;      // by index of the server
    QString m_commonAuthorities;       // of NTPsec
    QSet<QString> m_told;
};

void Reader::note(Weight weight, const QString &text)
{
    if (m_config.notes.size() < kMostNotes)
        m_config.notes.append({weight, m_file, m_line, text});
    else if (m_config.notes.size() == kMostNotes)
        m_config.notes.append({weight, m_file, 0, Ntp::tr("There are more notes than are shown.")});
}

void Reader::read(const QByteArray &text, const QString &name, int depth)
{
    const auto before = std::make_tuple(m_file, m_line, m_section);
    m_file = name;
    m_line = 0;
    m_section.clear();
    for (const QByteArray &raw : text.split('\n')) {
        ++m_line;
        line(QString::fromUtf8(raw), depth);
    }
    std::tie(m_file, m_line, m_section) = before;
}

void Reader::line(const QString &raw, int depth)
{
    QString text = raw.simplified();
    // chrony: such lines are comments (chrony.conf, "Comments"); '#' may follow in ntp.conf.
    if (text.isEmpty() || QStringLiteral("!;#%").contains(text[0]))
        return;
    if (const auto hash = text.indexOf(QLatin1String(" #")); hash >= 0)
        text.truncate(hash);
    if (text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']'))) {
        m_section = text.mid(1, text.size() - 2).toLower();
        return;
    }
    if (const auto equals = text.indexOf(QLatin1Char('=')); !m_section.isEmpty() && equals > 0) {
        timesyncd(text.left(equals).trimmed().toLower(), text.mid(equals + 1).trimmed());
        return;
    }
    QStringList words = text.split(QLatin1Char(' '));
    const QString name = words.takeFirst().toLower();
    directive(name, words, depth);
}

void Reader::timesyncd(const QString &key, const QString &value)
{
    if (m_section != QLatin1String("time") ||
        (key != QLatin1String("ntp") && key != QLatin1String("fallbackntp")))
        return;
    for (const QString &host : value.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        source(Directive::Server, {host});
}

void Reader::directive(const QString &name, const QStringList &words, int depth)
{
    const auto is = [&name](const char *word) { return name == QLatin1String(word); };
    const auto leftOut = [this](const QString &text) { note(Weight::LeftOut, text); };
    if (is("server") || is("pool") || is("peer")) {
        source(is("pool")   ? Directive::Pool
               : is("peer") ? Directive::Peer
                            : Directive::Server,
               words);
    } else if (is("keyfile") || is("keys")) {
        m_keyFile = words.value(0);
        m_keyFileBy = m_file;
        m_keyFileLine = m_line;
    } else if (is("include") || is("includefile")) {
        includeNamed(words.value(0), depth);
    } else if (is("confdir")) {
        includeFolders(words, QStringLiteral(".conf"), depth);
    } else if (is("sourcedir")) {
        includeFolders(words, QStringLiteral(".sources"), depth);
    } else if (is("ntstrustedcerts")) {
        bool isNumber = false;
        const int set = words.value(0).toInt(&isNumber);
        m_authorities[isNumber ? set : 0] = words.value(isNumber ? 1 : 0);
    } else if (is("nts")) {
        if (const auto at = words.indexOf(QLatin1String("ca")); at >= 0)
            m_commonAuthorities = words.value(at + 1);
    } else if (is("refclock") || is("refclocks")) {
        leftOut(
            Ntp::tr("A clock that is attached to that machine cannot be asked over the network."));
    } else if (is("broadcastclient") || is("multicastclient") || is("manycastclient")) {
        leftOut(Ntp::tr("Servers that are found by broadcast or multicast have no address here."));
    } else if (is("broadcast") || is("crypto") || is("autokey")) {
        if (!is("broadcast"))
            leftOut(
                Ntp::tr("Autokey is obsolete and can be forged (RFC 8573 and RFC 8915 replace it); "
                        "it is left out."));
    }
    // Everything else is about that machine's clock, access and logs.
}

void Reader::source(Directive directive, QStringList words)
{
    ConfiguredServer server;
    server.directive = directive;
    server.file = m_file;
    server.line = m_line;
    ServerTarget &target = server.target;
    // ntp.conf: "server -4 HOST".
    if (words.value(0) == QLatin1String("-4") || words.value(0) == QLatin1String("-6"))
        target.family = words.takeFirst() == QLatin1String("-4") ? Family::V4 : Family::V6;
    if (words.isEmpty()) {
        note(Weight::LeftOut, Ntp::tr("It names no server."));
        return;
    }
    QString host = words.takeFirst();
    if (host.startsWith(QLatin1String("127.127."))) {
        note(Weight::LeftOut,
             Ntp::tr("%1 is a clock that is attached to that machine; it cannot be asked over the "
                     "network.")
                 .arg(shown(host)));
        return;
    }
    const auto read = parseAddress(host, QStringLiteral("ntp"));
    if (!read || read->address.scheme != QLatin1String("ntp") || !read->address.user.isEmpty() ||
        read->address.path.size() > 1 || !read->address.options.isEmpty() ||
        host.contains(QLatin1String("://"))) {
        note(Weight::LeftOut, Ntp::tr("“%1” is not the name of a server.").arg(shown(host)));
        return;
    }
    target.host = read->address.host;
    if (directive == Directive::Pool)
        target.sources = kPoolSources;
    if (!options(server, words))
        return;
    // NTPsec: "HOST:PORT" with nts is the port of the key exchange.
    if (read->address.port != 0)
        (target.nts ? target.keyExchangePort : target.port) = read->address.port;
    if (directive == Directive::Pool && !QHostAddress(target.host).isNull())
        target.sources = 1;
    if (directive == Directive::Peer)
        note(Weight::Hint, Ntp::tr("%1 is a peer there; here it is asked as a client asks.")
                               .arg(shown(target.host)));
    if (target.nts && target.keyId != 0) {
        note(Weight::Hint, Ntp::tr("NTS and a key exclude each other; %1 is asked with NTS.")
                               .arg(shown(target.host)));
        target.keyId = 0;
    }
    if (target.nts && target.version != 4) {
        note(Weight::Hint, Ntp::tr("NTS needs version 4; %1 is asked so.").arg(shown(target.host)));
        target.version = 4;
    }
    add(std::move(server));
}

bool Reader::options(ConfiguredServer &server, const QStringList &words)
{
    ServerTarget &target = server.target;
    const auto number = [&](int &at, qint64 least, qint64 most) -> std::optional<qint64> {
        bool isNumber = false;
        const QString word = words.value(++at);
        const qint64 value = word.toLongLong(&isNumber);
        if (isNumber && value >= least && value <= most)
            return value;
        note(Weight::LeftOut, Ntp::tr("The value “%1” of the option “%2” makes no sense.")
                                  .arg(shown(word), shown(words.value(at - 1))));
        return std::nullopt;
    };
    int set = 0;
    for (int at = 0; at < words.size(); ++at) {
        const QString option = words[at].toLower();
        const auto is = [&option](const char *word) { return option == QLatin1String(word); };
        std::optional<qint64> value;
        if (is("nts")) {
            target.nts = true;
        } else if (is("xleave")) {
            target.interleaved = true;
        } else if (is("ipv4") || is("ipv6")) {
            target.family = is("ipv4") ? Family::V4 : Family::V6;
        } else if (is("autokey")) {
            note(Weight::LeftOut, Ntp::tr("%1 is asked with Autokey, which is obsolete and can be "
                                          "forged; it is not asked without.")
                                      .arg(shown(target.host)));
            return false;
        } else if (is("ca")) {
            target.authorities = words.value(++at);
        } else if (is("port")) {
            if (!(value = number(at, 1, 65'535)))
                return false;
            target.port = static_cast<quint16>(*value);
        } else if (is("ntsport")) {
            if (!(value = number(at, 1, 65'535)))
                return false;
            target.keyExchangePort = static_cast<quint16>(*value);
        } else if (is("key")) {
            if (!(value = number(at, 1, 4'294'967'295)))
                return false;
            target.keyId = static_cast<quint32>(*value);
        } else if (is("version")) {
            if (!(value = number(at, 1, 4)))
                return false;
            target.version = static_cast<int>(*value);
        } else if (is("minpoll") || is("maxpoll")) {
            if (!(value = number(at, -7, 24)))
                return false;
            (is("minpoll") ? server.leastPoll : server.mostPoll) = static_cast<int>(*value);
        } else if (is("maxsources")) {
            if (!(value = number(at, 1, kMostPoolSources)))
                return false;
            target.sources =
                server.directive == Directive::Pool ? static_cast<int>(*value) : target.sources;
        } else if (is("certset")) {
            if (!(value = number(at, 0, 4'294'967'295)))
                return false;
            set = static_cast<int>(*value);
        } else if (is("require")) {
            // chrony's is a flag, NTPsec's has the name of a server behind it.
            if (words.value(at + 1).contains(QLatin1Char('.')))
                ++at;
        } else if (takesValue(option)) {
            ++at;
        } else if (!isFlag(option)) {
            note(Weight::Hint, Ntp::tr("The option “%1” of %2 is not known; it says nothing here.")
                                   .arg(shown(words[at]), shown(target.host)));
        }
    }
    if (target.nts && set != 0)
        m_sets[m_config.servers.size()] = set;
    return true;
}

void Reader::add(ConfiguredServer server)
{
    if (m_config.servers.size() >= kMostConfiguredServers) {
        if (!m_told.contains(QStringLiteral("many")))
            note(Weight::LeftOut, Ntp::tr("There are more than %1 servers; the rest is left out.")
                                      .arg(kMostConfiguredServers));
        m_told.insert(QStringLiteral("many"));
        return;
    }
    const auto same = [&server](const ConfiguredServer &other) {
        return other.target.host.compare(server.target.host, Qt::CaseInsensitive) == 0 &&
               other.target.port == server.target.port && other.target.nts == server.target.nts;
    };
    if (std::any_of(m_config.servers.cbegin(), m_config.servers.cend(), same)) {
        note(Weight::LeftOut, Ntp::tr("%1 is there already.").arg(shown(server.target.host)));
        return;
    }
    m_config.servers.append(std::move(server));
}

void Reader::include(const QStringList &paths, int depth)
{
    for (const QString &path : paths) {
        if (++m_filesRead > kMostFiles || depth >= kMostDepth) {
            note(Weight::LeftOut,
                 Ntp::tr("The file “%1” is not read: too many include one another.")
                     .arg(shown(path)));
            return;
        }
        if (const auto text = m_files.read(path); text)
            read(*text, path, depth + 1);
        else
            note(Weight::LeftOut, text.error().what);
    }
}

void Reader::includeNamed(const QString &path, int depth)
{
    const bool isPattern = path.contains(QLatin1Char('*')) || path.contains(QLatin1Char('?')) ||
                           path.contains(QLatin1Char('['));
    if (path.isEmpty())
        return;
    if (!m_files.read || (isPattern && !m_files.match))
        note(Weight::LeftOut,
             Ntp::tr("The file “%1” belongs to it and was not read.").arg(shown(path)));
    else
        include(isPattern ? m_files.match(path) : QStringList{path}, depth);
}

void Reader::includeFolders(const QStringList &folders, const QString &suffix, int depth)
{
    // A file name in several folders counts once: that of the first (chrony.conf, confdir).
    QSet<QString> names;
    for (const QString &folder : folders) {
        if (!m_files.read || !m_files.list) {
            note(Weight::LeftOut, Ntp::tr("The files *%1 in “%2” belong to it and were not read.")
                                      .arg(suffix, shown(folder)));
            continue;
        }
        for (const QString &path : m_files.list(folder, suffix)) {
            const QString name = path.section(QLatin1Char('/'), -1);
            if (!names.contains(name))
                include({path}, depth);
            names.insert(name);
        }
    }
}

void Reader::readKeys()
{
    QSet<quint32> wanted;
    for (const ConfiguredServer &server : std::as_const(m_config.servers)) {
        if (server.target.keyId != 0)
            wanted.insert(server.target.keyId);
    }
    if (wanted.isEmpty())
        return;
    m_file = m_keyFileBy;
    m_line = m_keyFileLine;
    if (m_keyFile.isEmpty() || !m_files.read) {
        note(Weight::Hint,
             m_keyFile.isEmpty()
                 ? Ntp::tr("Servers are asked with keys, and no key file is named: the "
                           "keys have to be typed.")
                 : Ntp::tr("The key file “%1” was not read: the keys have to be typed.")
                       .arg(shown(m_keyFile)));
        return;
    }
    const auto text = m_files.read(m_keyFile);
    if (!text) {
        note(Weight::Hint, Ntp::tr("%1 The keys have to be typed.").arg(text.error().what));
        return;
    }
    KeyFile file = readKeyFile(*text);
    m_file = m_keyFile;
    for (const auto &[line, problem] : std::as_const(file.problems)) {
        m_line = line;
        note(Weight::Hint, problem);
    }
    for (SymmetricKey &key : file.keys) {
        if (!wanted.remove(key.id))
            continue;
        for (ConfiguredServer &server : m_config.servers) {
            if (server.target.keyId == key.id)
                server.target.keyAlgorithm = key.algorithm;
        }
        m_config.keys.push_back(std::move(key));
    }
    for (const ConfiguredServer &server : std::as_const(m_config.servers)) {
        if (!wanted.contains(server.target.keyId))
            continue;
        m_file = server.file;
        m_line = server.line;
        note(Weight::Hint,
             Ntp::tr("The key %1 of %2 is not in the key file: it has to be typed.")
                 .arg(QString::number(server.target.keyId), shown(server.target.host)));
    }
}

void Reader::finish()
{
    for (qsizetype i = 0; i < m_config.servers.size(); ++i) {
        ServerTarget &target = m_config.servers[i].target;
        if (!target.nts || !target.authorities.isEmpty())
            continue;
        const QString own = m_authorities.value(m_sets.value(i));
        target.authorities = own.isEmpty() ? m_commonAuthorities : own;
    }
    readKeys();
}

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local,
                       Ntp::tr("The file “%1” cannot be read.").arg(QDir::toNativeSeparators(path)),
                       file.errorString());
    const QByteArray text = file.read(kMostConfigBytes + 1);
    if (text.size() > kMostConfigBytes)
        return failure(Error::Kind::Usage,
                       Ntp::tr("The file “%1” is too large for a configuration.")
                           .arg(QDir::toNativeSeparators(path)));
    if (text.contains('\0'))
        return failure(Error::Kind::Usage,
                       Ntp::tr("The file “%1” is no text.").arg(QDir::toNativeSeparators(path)));
    return text;
}

QStringList sortedFiles(const QString &folder, const QString &pattern)
{
    QStringList paths;
    for (const QString &name : QDir(folder).entryList({pattern}, QDir::Files, QDir::Name))
        paths.append(folder + QLatin1Char('/') + name);
    return paths;
}

} // namespace

QList<ServerTarget> ClockConfig::targets() const
{
    QList<ServerTarget> targets;
    for (const ConfiguredServer &server : servers)
        targets.append(server.target);
    return targets;
}

ClockConfig readClockConfig(const QByteArray &text, const QString &name, const ConfigFiles &files)
{
    Reader reader(files);
    reader.read(text, name, 0);
    reader.finish();
    return reader.take();
}

Result<ClockConfig> readClockConfigFile(const QString &path)
{
    const auto text = contents(path);
    if (!text)
        return tl::unexpected(text.error());
    const QDir beside = QFileInfo(path).absoluteDir();
    const auto absolute = [beside](const QString &named) {
        return QDir::cleanPath(beside.absoluteFilePath(named));
    };
    ConfigFiles files;
    files.read = [absolute](const QString &named) { return contents(absolute(named)); };
    files.list = [absolute](const QString &folder, const QString &suffix) {
        return sortedFiles(absolute(folder), QLatin1Char('*') + suffix);
    };
    files.match = [absolute](const QString &pattern) {
        const QFileInfo info(absolute(pattern));
        return sortedFiles(info.path(), info.fileName());
    };
    return readClockConfig(*text, QDir::toNativeSeparators(path), files);
}

} // namespace Portolan::Ntp
