// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/sshconfig.h"

#include "core/ssh/config/localuser.h"
#include "core/ssh/config/wildcard.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace Portolan::Ssh {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh)
};

bool fits(const QString &pattern, const QString &text)
{
    const QByteArray p = pattern.toUtf8();
    const QByteArray t = text.toUtf8();
    return wildcardMatches({p.constData(), static_cast<std::size_t>(p.size())},
                           {t.constData(), static_cast<std::size_t>(t.size())});
}

// A comma-separated list of patterns; one that fits behind a `!` excludes.
bool listFits(const QString &patterns, const QString &text)
{
    bool found = false;
    for (const QString &pattern : patterns.split(QLatin1Char(','))) {
        const bool negated = pattern.startsWith(QLatin1Char('!'));
        if (!fits(negated ? pattern.mid(1) : pattern, text))
            continue;
        if (negated)
            return false;
        found = true;
    }
    return found;
}

std::optional<bool> flagOf(const QString &word)
{
    const QString lower = word.toLower();
    if (lower == QLatin1String("yes") || lower == QLatin1String("true"))
        return true;
    if (lower == QLatin1String("no") || lower == QLatin1String("false"))
        return false;
    return std::nullopt;
}

std::optional<quint16> portOf(const QString &word)
{
    bool valid = false;
    const uint number = word.toUInt(&valid);
    if (!valid || number == 0 || number > 65535)
        return std::nullopt;
    return static_cast<quint16>(number);
}

bool isPath(const QString &text)
{
    return text.contains(QLatin1Char('/'));
}

// Parts of "a:b:c" where a part in brackets keeps its colons; ssh takes '/' as a divider too where
// no part is a path.
QStringList forwardParts(const QString &text)
{
    QStringList parts(QString{});
    bool inBrackets = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('[') && parts.back().isEmpty())
            inBrackets = true;
        else if (c == QLatin1Char(']') && inBrackets)
            inBrackets = false;
        else if (c == QLatin1Char(':') && !inBrackets)
            parts.append(QString());
        else
            parts.back() += c;
    }
    return parts;
}

std::optional<ForwardRule> forwardOf(ForwardRule::Kind kind, const QStringList &words)
{
    if (words.isEmpty() || words.size() > 2)
        return std::nullopt;
    ForwardRule rule;
    rule.kind = kind;
    QStringList listen = forwardParts(words.front());
    QStringList target;
    if (words.size() == 2) {
        target = forwardParts(words.back());
    } else if (kind != ForwardRule::Kind::Dynamic && listen.size() > 2) {
        // All in one word: [bind:]port:host:hostport.
        target = listen.mid(listen.size() - 2);
        listen = listen.mid(0, listen.size() - 2);
    }
    if (listen.size() == 1 && isPath(listen.front())) {
        rule.listenPath = listen.front();
    } else {
        if (listen.size() > 2)
            return std::nullopt;
        const auto port = portOf(listen.back());
        // A remote side may choose the port itself.
        if (!port && !(kind == ForwardRule::Kind::Remote && listen.back() == QLatin1String("0")))
            return std::nullopt;
        rule.listenPort = port.value_or(0);
        if (listen.size() == 2)
            rule.bindAddress = listen.front().isEmpty() ? QStringLiteral("*") : listen.front();
    }
    if (target.isEmpty()) {
        if (kind == ForwardRule::Kind::Local)
            return std::nullopt;
        return rule;
    }
    if (kind == ForwardRule::Kind::Dynamic)
        return std::nullopt;
    if (target.size() == 1 && isPath(target.front())) {
        rule.path = target.front();
        return rule;
    }
    const auto port = target.size() == 2 ? portOf(target.back()) : std::nullopt;
    if (!port || target.front().isEmpty())
        return std::nullopt;
    rule.host = target.front();
    rule.port = *port;
    return rule;
}

// Known to ssh 9.2 and without effect here.
const QSet<QString> &otherKeywords()
{
    static const QSet<QString> words{
#define K(text) QStringLiteral(text)
        K("addkeystoagent"),
        K("addressfamily"),
        K("batchmode"),
        K("bindaddress"),
        K("bindinterface"),
        K("canonicaldomains"),
        K("canonicalizefallbacklocal"),
        K("canonicalizehostname"),
        K("canonicalizemaxdots"),
        K("canonicalizepermittedcnames"),
        K("casignaturealgorithms"),
        K("challengeresponseauthentication"),
        K("channeltimeout"),
        K("checkhostip"),
        K("clearallforwardings"),
        K("compressionlevel"),
        K("connectionattempts"),
        K("controlmaster"),
        K("controlpath"),
        K("controlpersist"),
        K("enableescapecommandline"),
        K("enablesshkeysign"),
        K("escapechar"),
        K("exitonforwardfailure"),
        K("fingerprinthash"),
        K("forkafterauthentication"),
        K("forwardx11"),
        K("forwardx11timeout"),
        K("forwardx11trusted"),
        K("gatewayports"),
        K("gssapiauthentication"),
        K("gssapiclientidentity"),
        K("gssapidelegatecredentials"),
        K("gssapikexalgorithms"),
        K("gssapikeyexchange"),
        K("gssapirenewalforcesrekey"),
        K("gssapiserveridentity"),
        K("gssapitrustdns"),
        K("hashknownhosts"),
        K("hostbasedacceptedalgorithms"),
        K("hostbasedauthentication"),
        K("hostbasedkeytypes"),
        K("ignoreunknown"),
        K("ipqos"),
        K("kbdinteractivedevices"),
        K("keepalive"),
        K("knownhostscommand"),
        K("localcommand"),
        K("loglevel"),
        K("logverbose"),
        K("nohostauthenticationforlocalhost"),
        K("numberofpasswordprompts"),
        K("obscurekeystroketiming"),
        K("permitlocalcommand"),
        K("permitremoteopen"),
        K("pkcs11provider"),
        K("preferredauthentications"),
        K("protocol"),
        K("proxyusefdpass"),
        K("refuseconnection"),
        K("rekeylimit"),
        K("remotecommand"),
        K("requesttty"),
        K("requiredrsasize"),
        K("revokedhostkeys"),
        K("securitykeyprovider"),
        K("sendenv"),
        K("sessiontype"),
        K("setenv"),
        K("skeyauthentication"),
        K("stdinnull"),
        K("streamlocalbindmask"),
        K("streamlocalbindunlink"),
        K("syslogfacility"),
        K("tag"),
        K("tcpkeepalive"),
        K("tunnel"),
        K("tunneldevice"),
        K("updatehostkeys"),
        K("useroaming"),
        K("usekeychain"),
        K("userprivilegedport"),
        K("verifyhostkeydns"),
        K("versionaddendum"),
        K("visualhostkey"),
        K("warnweakcrypto"),
        K("xauthlocation"),
#undef K
    };
    return words;
}

// HostName knows two tokens only: %h and %%.
QString expandHostName(const QString &written, const QString &host)
{
    QString name;
    for (qsizetype i = 0; i < written.size(); ++i) {
        if (written.at(i) == QLatin1Char('%') && i + 1 < written.size()) {
            const QChar token = written.at(++i);
            name += token == QLatin1Char('h') ? host : QString(token);
        } else {
            name += written.at(i);
        }
    }
    return name.toLower();
}

// One pass over all lines for one host.
class Resolver
{
public:
    Resolver(HostConfig &result, const ConfigAsker &asker, bool finalPass)
        : m_result(result)
        , m_asker(asker)
        , m_finalPass(finalPass)
    {
    }

    void apply(const std::vector<ConfigLine> &lines)
    {
        bool active = true;
        applyLines(lines, active, false);
    }

    [[nodiscard]] bool wantsFinalPass() const { return m_wantsFinalPass; }

private:
    void applyLines(const std::vector<ConfigLine> &lines, bool &active, bool never)
    {
        for (const ConfigLine &line : lines) {
            if (line.keyword == QLatin1String("host")) {
                active = !never && hostLineFits(line);
            } else if (line.keyword == QLatin1String("match")) {
                // Read to its end even where it cannot count: `final` asks for a second pass.
                const bool fit = matchLineFits(line, active || !never);
                active = !never && fit;
            } else if (line.keyword == QLatin1String("include")) {
                // Host lines in there end with their file.
                for (const std::vector<ConfigLine> &file : line.included) {
                    bool inner = active;
                    applyLines(file, inner, never || !active);
                }
            } else if (active) {
                set(line);
            }
        }
    }

    bool hostLineFits(const ConfigLine &line)
    {
        bool found = false;
        for (const QString &word : line.words) {
            const bool negated = word.startsWith(QLatin1Char('!'));
            if (!fits(negated ? word.mid(1) : word, m_result.alias))
                continue;
            if (negated)
                return false;
            found = true;
        }
        return found;
    }

    // The name that `Match host` looks at: what HostName said so far.
    [[nodiscard]] QString hostSoFar() const
    {
        return m_result.hostName.isEmpty() ? m_result.alias.toLower()
                                           : expandHostName(m_result.hostName, m_result.alias);
    }

    bool matchLineFits(const ConfigLine &line, bool reading)
    {
        bool result = true;
        QStringList words = line.words;
        // "user=ops" is the same as "user ops".
        const auto take = [&words] { return words.isEmpty() ? QString() : words.takeFirst(); };
        while (!words.isEmpty()) {
            QString word = take();
            if (const auto equals = word.indexOf(QLatin1Char('=')); equals > 0) {
                words.prepend(word.mid(equals + 1));
                word.truncate(equals);
            }
            const bool negated = word.startsWith(QLatin1Char('!'));
            const QString criterion = (negated ? word.mid(1) : word).toLower();
            bool fit = false;
            if (criterion == QLatin1String("all")) {
                if (!words.isEmpty()) {
                    note(line, Words::tr("Nothing may follow “all” in a Match line."));
                    return false;
                }
                return result && !negated;
            }
            if (criterion == QLatin1String("canonical") || criterion == QLatin1String("final")) {
                if (criterion == QLatin1String("final") && reading)
                    m_wantsFinalPass = true;
                fit = m_finalPass;
            } else {
                const QString value = take();
                if (value.isEmpty()) {
                    note(line,
                         Words::tr("“%1” in a Match line says nothing.").arg(criterion.left(40)));
                    return false;
                }
                const auto known = criterionFits(criterion, value);
                if (!known) {
                    note(line, criterion == QLatin1String("exec")
                                   ? Words::tr("“Match exec” is not evaluated: Portolan runs no "
                                               "command to read a configuration.")
                                   : Words::tr("“%1” in a Match line is not evaluated.")
                                         .arg(criterion.left(40)));
                    return false;
                }
                fit = *known;
            }
            if (fit == negated)
                result = false;
        }
        return result;
    }

    [[nodiscard]] std::optional<bool> criterionFits(const QString &criterion,
                                                    const QString &value) const
    {
        if (criterion == QLatin1String("host"))
            return listFits(value.toLower(), hostSoFar());
        if (criterion == QLatin1String("originalhost"))
            return listFits(value.toLower(), m_result.alias.toLower());
        if (criterion == QLatin1String("user"))
            return listFits(value, m_result.user.isEmpty() ? m_asker.localUser : m_result.user);
        if (criterion == QLatin1String("localuser"))
            return listFits(value, m_asker.localUser);
        return std::nullopt;
    }

    void set(const ConfigLine &line)
    {
        if (!setKnown(line))
            return;
        note(line, Words::tr("“%1” has a value that cannot be: %2")
                       .arg(line.keyword.left(40), line.rest.left(80)));
    }

    // Whether the value is not valid.
    bool setKnown(const ConfigLine &line)
    {
        const QString &key = line.keyword;
        const QString first = line.words.value(0);
        if (line.words.isEmpty() && key != QLatin1String("proxycommand"))
            return true;
        HostConfig &r = m_result;
        const auto is = [&key](const char *name) { return key == QLatin1String(name); };
        if (is("hostname"))
            return setText(r.hostName, first);
        if (is("user"))
            return setText(r.user, first);
        if (is("port"))
            return setParsed(r.port, portOf(first));
        if (is("identityfile"))
            return append(r.identityFiles, first);
        if (is("certificatefile"))
            return append(r.certificateFiles, first);
        if (is("identitiesonly"))
            return setParsed(r.identitiesOnly, flagOf(first));
        if (is("identityagent"))
            return setText(r.identityAgent, first);
        if (is("proxyjump"))
            return setJumps(line.rest);
        if (is("proxycommand")) {
            if (!m_jumpSaid && r.proxyCommand.isEmpty())
                r.proxyCommand = line.rest;
            return false;
        }
        if (is("serveraliveinterval"))
            return setParsed(r.serverAliveInterval, timeOf(first));
        if (is("serveralivecountmax"))
            return setParsed(r.serverAliveCountMax, numberOf(first));
        if (is("connecttimeout"))
            return setParsed(r.connectTimeout, timeOf(first));
        if (is("forwardagent"))
            return setForwardAgent(first);
        if (is("localforward"))
            return addForward(ForwardRule::Kind::Local, line.words);
        if (is("remoteforward"))
            return addForward(ForwardRule::Kind::Remote, line.words);
        if (is("dynamicforward"))
            return addForward(ForwardRule::Kind::Dynamic, line.words);
        if (is("hostkeyalias"))
            return setText(r.hostKeyAlias, first);
        if (is("kexalgorithms"))
            return setText(r.algorithms.keyExchange, first);
        if (is("hostkeyalgorithms"))
            return setText(r.algorithms.hostKeys, first);
        if (is("ciphers"))
            return setText(r.algorithms.ciphers, first);
        if (is("macs"))
            return setText(r.algorithms.macs, first);
        if (is("pubkeyacceptedalgorithms") || is("pubkeyacceptedkeytypes"))
            return setText(r.publicKeyAlgorithms, first);
        if (is("userknownhostsfile"))
            return setList(r.userKnownHostsFiles, line.words);
        if (is("globalknownhostsfile"))
            return setList(r.globalKnownHostsFiles, line.words);
        if (is("stricthostkeychecking"))
            return setHostKeyChecking(first.toLower());
        if (is("compression"))
            return setParsed(r.compression, flagOf(first));
        if (is("passwordauthentication"))
            return setParsed(r.passwordAuthentication, flagOf(first));
        if (is("kbdinteractiveauthentication") || is("challengeresponseauthentication"))
            return setParsed(r.keyboardInteractive, flagOf(first));
        if (is("pubkeyauthentication"))
            return setPublicKey(first);
        if (is("ignoreunknown")) {
            if (m_ignored.isEmpty())
                m_ignored = line.rest;
            return false;
        }
        if (!otherKeywords().contains(key) && !listFits(m_ignored.toLower(), key))
            note(line, Words::tr("There is no keyword “%1”; ssh stops here.").arg(key.left(40)));
        return false;
    }

    static bool setText(QString &value, const QString &text)
    {
        if (value.isEmpty())
            value = text;
        return text.isEmpty();
    }

    static bool setList(QStringList &list, const QStringList &words)
    {
        if (list.isEmpty())
            list = words;
        return false;
    }

    static bool append(QStringList &list, const QString &text)
    {
        if (!text.isEmpty() && !list.contains(text) && list.size() < 100)
            list.append(text);
        return text.isEmpty();
    }

    template<typename T>
    static bool setParsed(std::optional<T> &value, const std::optional<T> &parsed)
    {
        if (!value)
            value = parsed;
        return !parsed;
    }

    static std::optional<std::chrono::seconds> timeOf(const QString &text)
    {
        if (text.toLower() == QLatin1String("none"))
            return std::chrono::seconds(0);
        return parseConfigTime(text);
    }

    static std::optional<int> numberOf(const QString &text)
    {
        bool valid = false;
        const int number = text.toInt(&valid);
        return valid && number >= 0 ? std::optional(number) : std::nullopt;
    }

    bool setForwardAgent(const QString &word)
    {
        const auto flag = flagOf(word);
        return setText(m_result.forwardAgent,
                       flag ? (*flag ? QStringLiteral("yes") : QStringLiteral("no")) : word);
    }

    bool setHostKeyChecking(const QString &word)
    {
        static const QHash<QString, QString> meanings{
            {QStringLiteral("yes"), QStringLiteral("yes")},
            {QStringLiteral("true"), QStringLiteral("yes")},
            {QStringLiteral("no"), QStringLiteral("no")},
            {QStringLiteral("false"), QStringLiteral("no")},
            {QStringLiteral("off"), QStringLiteral("no")},
            {QStringLiteral("ask"), QStringLiteral("ask")},
            {QStringLiteral("accept-new"), QStringLiteral("accept-new")},
        };
        return setText(m_result.strictHostKeyChecking, meanings.value(word));
    }

    bool setPublicKey(const QString &word)
    {
        // "unbound" and "host-bound" switch an extension of the protocol, not the method.
        const bool variant =
            word == QLatin1String("unbound") || word == QLatin1String("host-bound");
        return setParsed(m_result.publicKeyAuthentication,
                         variant ? std::optional(true) : flagOf(word));
    }

    bool setJumps(const QString &text)
    {
        QStringList words;
        if (!splitConfigWords(text, words) || words.size() != 1)
            return true;
        const bool first =
            !m_jumpSaid && m_result.jumps.isEmpty() && m_result.proxyCommand.isEmpty();
        const QString &value = words.front();
        if (value.toLower() == QLatin1String("none")) {
            m_jumpSaid = m_jumpSaid || first;
            return false;
        }
        QStringList hops = value.split(QLatin1Char(','));
        for (QString &hop : hops) {
            if (hop.startsWith(QLatin1String("ssh://")))
                hop.remove(0, 6);
            if (hop.isEmpty() || hop.endsWith(QLatin1Char('@')) || hop.startsWith(QLatin1Char('-')))
                return true;
        }
        if (first) {
            m_jumpSaid = true;
            m_result.jumps = hops;
        }
        return false;
    }

    bool addForward(ForwardRule::Kind kind, const QStringList &words)
    {
        const auto rule = forwardOf(kind, words);
        if (rule && !m_result.forwards.contains(*rule) && m_result.forwards.size() < 1000)
            m_result.forwards.append(*rule);
        return !rule;
    }

    void note(const ConfigLine &line, const QString &sentence)
    {
        const ConfigNote made{line.file, line.line, sentence};
        if (!m_result.notes.contains(made))
            m_result.notes.append(made);
    }

    HostConfig &m_result;
    const ConfigAsker &m_asker;
    const bool m_finalPass;
    bool m_wantsFinalPass = false;
    bool m_jumpSaid = false;
    QString m_ignored;
};

void gatherAliases(const std::vector<ConfigLine> &lines, QSet<QString> &seen,
                   QList<SshConfig::Alias> &found)
{
    for (const ConfigLine &line : lines) {
        if (line.keyword == QLatin1String("host")) {
            for (const QString &word : line.words) {
                const bool plain = !word.contains(QLatin1Char('*')) &&
                                   !word.contains(QLatin1Char('?')) &&
                                   !word.startsWith(QLatin1Char('!')) && !word.isEmpty();
                if (plain && !seen.contains(word)) {
                    seen.insert(word);
                    found.append({word, line.file, line.line});
                }
            }
        }
        for (const std::vector<ConfigLine> &file : line.included)
            gatherAliases(file, seen, found);
    }
}

} // namespace

SshConfig::SshConfig(std::vector<ConfigText> texts)
    : m_texts(std::move(texts))
{
    for (const ConfigText &text : m_texts)
        m_notes += text.notes;
}

HostConfig SshConfig::resolve(const QString &host, const ConfigAsker &asker, const QString &user,
                              std::optional<quint16> port) const
{
    HostConfig result;
    result.alias = host;
    result.user = user;
    result.port = port;
    result.notes = m_notes;
    const auto pass = [&](bool isFinal) {
        Resolver resolver(result, asker, isFinal);
        for (const ConfigText &text : m_texts)
            resolver.apply(text.lines);
        return resolver.wantsFinalPass();
    };
    const bool again = pass(false);
    result.hostName =
        result.hostName.isEmpty() ? host.toLower() : expandHostName(result.hostName, host);
    // The second pass can no longer change the name, since it has one (as ssh).
    if (again)
        pass(true);
    return result;
}

QList<SshConfig::Alias> SshConfig::aliases() const
{
    QSet<QString> seen;
    QList<Alias> found;
    for (const ConfigText &text : m_texts)
        gatherAliases(text.lines, seen, found);
    return found;
}

std::optional<std::chrono::seconds> parseConfigTime(const QString &text)
{
    constexpr qint64 kMost = 0x7fffffff;
    qint64 total = 0;
    qsizetype at = 0;
    if (text.isEmpty())
        return std::nullopt;
    while (at < text.size()) {
        qint64 number = 0;
        const qsizetype begin = at;
        for (;
             at < text.size() && text.at(at) >= QLatin1Char('0') && text.at(at) <= QLatin1Char('9');
             ++at) {
            number = number * 10 + text.at(at).digitValue();
            if (number > kMost)
                return std::nullopt;
        }
        if (at == begin)
            return std::nullopt;
        qint64 unit = 1;
        if (at < text.size()) {
            switch (text.at(at++).toLower().toLatin1()) {
            case 's':
                break;
            case 'm':
                unit = 60;
                break;
            case 'h':
                unit = 3600;
                break;
            case 'd':
                unit = 86400;
                break;
            case 'w':
                unit = 604800;
                break;
            default:
                return std::nullopt;
            }
        }
        total += number * unit;
        if (total > kMost)
            return std::nullopt;
    }
    return std::chrono::seconds(total);
}

Result<QString> expandTokens(const QString &text, const HostConfig &host, const ConfigAsker &asker)
{
    const QString user = host.user.isEmpty() ? asker.localUser : host.user;
    const QString port = QString::number(host.port.value_or(22));
    const QString alias = host.hostKeyAlias.isEmpty() ? host.alias : host.hostKeyAlias;
    const auto valueOf = [&](QChar token) -> std::optional<QString> {
        switch (token.toLatin1()) {
        case '%':
            return QStringLiteral("%");
        case 'h':
            return host.hostName;
        case 'n':
            return host.alias;
        case 'p':
            return port;
        case 'r':
            return user;
        case 'u':
            return asker.localUser;
        case 'd':
            return asker.home;
        case 'l':
            return asker.localHost;
        case 'L':
            return asker.localHost.section(QLatin1Char('.'), 0, 0);
        case 'k':
            return alias;
        case 'j':
            return host.jumps.join(QLatin1Char(','));
        case 'i':
#ifdef Q_OS_UNIX
            return QString::number(::getuid());
#else
            return std::nullopt;
#endif
        case 'C':
            // OpenSSH 9.2; later versions add the jump hosts.
            return QString::fromLatin1(
                QCryptographicHash::hash(
                    QString(asker.localHost + host.hostName + port + user).toUtf8(),
                    QCryptographicHash::Sha1)
                    .toHex());
        default:
            return std::nullopt;
        }
    };
    QString expanded;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == QLatin1Char('%')) {
            const auto value = i + 1 < text.size() ? valueOf(text.at(i + 1)) : std::nullopt;
            if (!value)
                return failure(
                    Error::Kind::Usage,
                    Words::tr("“%1” has a token that is not known here.").arg(text.left(80)));
            expanded += *value;
            ++i;
        } else if (QStringView(text).mid(i).startsWith(QLatin1String("${"))) {
            const auto end = text.indexOf(QLatin1Char('}'), i);
            const QString name = end < 0 ? QString() : text.mid(i + 2, end - i - 2);
            const QByteArray variable = name.toLocal8Bit();
            if (name.isEmpty() || !qEnvironmentVariableIsSet(variable.constData()))
                return failure(Error::Kind::Usage,
                               Words::tr("“%1” names an environment variable that is not set.")
                                   .arg(text.left(80)));
            expanded += qEnvironmentVariable(variable.constData());
            i = end;
        } else {
            expanded += text.at(i);
        }
    }
    return withHome(expanded, asker.home);
}

} // namespace Portolan::Ssh
