// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/config/recommendation.h"

#include "core/base/sentence.h"
#include "core/ntp/words.h"

#include <QHostAddress>
#include <QSet>

#include <algorithm>

namespace Portolan::Ntp {

namespace {

// RFC 8633, section 3.2: with four, one that is wrong is outvoted even while another is away.
constexpr int kEnoughSources = 4;
constexpr int kMostName = 253;

bool isLiteral(const QString &host)
{
    return !QHostAddress(host).isNull();
}

// A name goes into a file that a daemon of the system reads: nothing but what a name is made of.
bool isSafe(const QString &host)
{
    return !host.isEmpty() && host.size() <= kMostName &&
           std::all_of(host.cbegin(), host.cend(), [](QChar c) {
               return c.unicode() < 0x80 &&
                      (c.isLetterOrNumber() || QStringLiteral("-._:%").contains(c));
           });
}

// Paths go into one line of a file, and none of the three knows quotes around them.
bool isSafePath(const QString &path)
{
    return std::none_of(path.cbegin(), path.cend(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control || c == QLatin1Char('#');
    });
}

// Why a server is not to be followed, after what was seen of it; empty where it may be.
QString fault(Standing standing)
{
    switch (standing) {
    case Standing::Falseticker:
        return Ntp::tr("the majority of the servers contradicts it");
    case Standing::Unsynchronised:
        return Ntp::tr("it says itself that it has no time");
    case Standing::Refused:
        return Ntp::tr("it does not want to be asked");
    case Standing::NotAuthentic:
        return Ntp::tr("its answers are not authentic");
    case Standing::Unreachable:
        return Ntp::tr("it did not answer");
    case Standing::TooFar:
        return Ntp::tr("its time is too uncertain");
    default:
        return {};
    }
}

class Writer
{
public:
    Writer(const QList<WatchedServer> &servers, Daemon daemon)
        : m_daemon(daemon)
    {
        choose(servers);
    }

    [[nodiscard]] Recommendation write();

private:
    void choose(const QList<WatchedServer> &servers);
    [[nodiscard]] QString cannot(const ServerTarget &target) const;
    void leaveOut(const ServerTarget &target, const QString &reason)
    {
        m_made.leftOut.append(
            Ntp::tr("%1 is left out: %2.").arg(plainLine(target.display(), kMostName), reason));
    }
    void writeHead();
    void writeChrony();
    void writeNtpsec();
    void writeTimesyncd();
    void line(const QString &text) { m_made.text += text + QLatin1Char('\n'); }
    void comment(const QString &text) { line(QStringLiteral("# ") + text); }

    const Daemon m_daemon;
    QList<WatchedServer> m_used;
    bool m_smears = false;
    int m_sources = 0;
    Recommendation m_made;
};

QString Writer::cannot(const ServerTarget &target) const
{
    if (!isSafe(target.host) || !isSafePath(target.authorities))
        return Ntp::tr("its name cannot stand in such a file");
    switch (m_daemon) {
    case Daemon::Chrony:
        return {};
    case Daemon::Ntpsec:
        return target.port == ServerTarget::kPort ? QString()
                                                  : Ntp::tr("NTPsec asks no other port than 123");
    case Daemon::Timesyncd:
        if (target.nts)
            return Ntp::tr("systemd-timesyncd has no NTS, and would ask it without");
        if (target.keyId != 0)
            return Ntp::tr("systemd-timesyncd has no keys, and would ask it without");
        return target.port == ServerTarget::kPort
                   ? QString()
                   : Ntp::tr("systemd-timesyncd asks no other port than 123");
    }
    return {};
}

void Writer::choose(const QList<WatchedServer> &servers)
{
    const auto isFit = [this](const WatchedServer &server) {
        return fault(server.standing).isEmpty() && cannot(server.target).isEmpty();
    };
    const auto isPlain = [&](const WatchedServer &server) {
        return isFit(server) && !server.smears;
    };
    const bool hasPlain = std::any_of(servers.cbegin(), servers.cend(), isPlain);
    QSet<QString> names;
    for (const WatchedServer &server : servers) {
        const ServerTarget &target = server.target;
        // Addresses of one pool are one line.
        const QString name =
            target.host.toLower() + QLatin1Char(' ') + QString::number(target.port);
        if (names.contains(name))
            continue;
        if (const QString reason = fault(server.standing); !reason.isEmpty()) {
            // Another address of the same name may be right.
            const auto fits = [&](const WatchedServer &other) {
                return isFit(other) && other.target.host == target.host &&
                       other.target.port == target.port && other.target.sources > 1;
            };
            if (std::any_of(servers.cbegin(), servers.cend(), fits))
                continue;
            leaveOut(target, reason);
        } else if (const QString missing = cannot(target); !missing.isEmpty()) {
            leaveOut(target, missing);
        } else if (server.smears && hasPlain) {
            leaveOut(target, Ntp::tr("it smears leap seconds and the others do not"));
        } else {
            m_used.append(server);
            m_sources += isLiteral(target.host) ? 1 : std::max(target.sources, 1);
            m_smears = m_smears || server.smears;
        }
        names.insert(name);
    }
    m_made.servers = static_cast<int>(m_used.size());
}

void Writer::writeHead()
{
    m_made.path = m_daemon == Daemon::Chrony   ? QStringLiteral("/etc/chrony/chrony.conf")
                  : m_daemon == Daemon::Ntpsec ? QStringLiteral("/etc/ntpsec/ntp.conf")
                                               : QStringLiteral("/etc/systemd/timesyncd.conf");
    if (m_used.isEmpty())
        m_made.notes.append(Ntp::tr("None of the servers can be recommended."));
    else if (m_daemon != Daemon::Timesyncd && m_sources < kEnoughSources)
        m_made.notes.append(
            Ntp::tr("With fewer than four sources a wrong one cannot always be outvoted "
                    "(RFC 8633, section 3.2)."));
    if (std::any_of(m_used.cbegin(), m_used.cend(), [](const WatchedServer &server) {
            return server.standing == Standing::NoMajority;
        }))
        m_made.notes.append(Ntp::tr("These servers contradict each other, and no majority agrees: "
                                    "find out which one is wrong before they are used."));
    if (m_smears)
        m_made.notes.append(
            Ntp::tr("These servers smear leap seconds. Do not add any that do not."));
    if (m_daemon == Daemon::Timesyncd)
        m_made.notes.append(
            Ntp::tr("systemd-timesyncd follows one server at a time and compares it "
                    "with no other: it cannot notice that a server is wrong."));
    QSet<quint32> keys;
    for (const WatchedServer &server : std::as_const(m_used)) {
        if (server.target.keyId != 0)
            keys.insert(server.target.keyId);
    }
    if (!keys.isEmpty())
        m_made.notes.append(Ntp::tr("The keys themselves belong into the key file, which only the "
                                    "daemon may read."));
    for (const QString &text : std::as_const(m_made.notes))
        comment(text);
    for (const QString &text : std::as_const(m_made.leftOut))
        comment(text);
    if (!m_made.text.isEmpty())
        line({});
}

void Writer::writeChrony()
{
    QStringList authorities; // their place is the number of the set, from 1
    bool hasNts = false;
    bool hasKey = false;
    for (const WatchedServer &server : std::as_const(m_used)) {
        const ServerTarget &target = server.target;
        const bool isPool = target.sources > 1 && !isLiteral(target.host);
        QString text = (isPool ? QStringLiteral("pool ") : QStringLiteral("server ")) +
                       target.host + QStringLiteral(" iburst");
        if (isPool)
            text += QStringLiteral(" maxsources %1").arg(target.sources);
        if (target.port != ServerTarget::kPort)
            text += QStringLiteral(" port %1").arg(target.port);
        if (target.version != 4)
            text += QStringLiteral(" version %1").arg(target.version);
        if (target.nts) {
            hasNts = true;
            text += QStringLiteral(" nts");
            if (target.keyExchangePort != ServerTarget::kKeyExchangePort)
                text += QStringLiteral(" ntsport %1").arg(target.keyExchangePort);
            if (!target.authorities.isEmpty()) {
                if (!authorities.contains(target.authorities))
                    authorities.append(target.authorities);
                text +=
                    QStringLiteral(" certset %1").arg(authorities.indexOf(target.authorities) + 1);
            }
        }
        if (target.keyId != 0) {
            hasKey = true;
            text += QStringLiteral(" key %1").arg(target.keyId);
        }
        if (server.answersInterleaved)
            text += QStringLiteral(" xleave");
        line(text);
    }
    line({});
    // How many must agree before the clock is touched.
    if (m_sources >= kEnoughSources - 1)
        line(QStringLiteral("minsources %1").arg(m_sources >= kEnoughSources ? 3 : 2));
    comment(Ntp::tr("A clock that is far off is set at the start; later it is only ever slewed."));
    line(QStringLiteral("makestep 1.0 3"));
    line(QStringLiteral("driftfile /var/lib/chrony/chrony.drift"));
    comment(Ntp::tr("The hardware clock follows the system's."));
    line(QStringLiteral("rtcsync"));
    // Who follows a smear must not know of the leap second.
    if (!m_smears)
        line(QStringLiteral("leapsectz right/UTC"));
    if (hasNts) {
        comment(Ntp::tr("Cookies are kept, so that a restart needs no new keys."));
        line(QStringLiteral("ntsdumpdir /var/lib/chrony"));
    }
    for (qsizetype i = 0; i < authorities.size(); ++i)
        line(QStringLiteral("ntstrustedcerts %1 %2").arg(QString::number(i + 1), authorities[i]));
    if (hasKey)
        line(QStringLiteral("keyfile /etc/chrony/chrony.keys"));
}

void Writer::writeNtpsec()
{
    bool hasKey = false;
    QSet<quint32> keys;
    for (const WatchedServer &server : std::as_const(m_used)) {
        const ServerTarget &target = server.target;
        const bool isPool = target.sources > 1 && !isLiteral(target.host) && !target.nts;
        QString text = (isPool ? QStringLiteral("pool ") : QStringLiteral("server ")) + target.host;
        if (target.nts && target.keyExchangePort != ServerTarget::kKeyExchangePort)
            text += QStringLiteral(":%1").arg(target.keyExchangePort);
        text += QStringLiteral(" iburst");
        if (target.version != 4)
            text += QStringLiteral(" version %1").arg(target.version);
        if (target.nts) {
            text += QStringLiteral(" nts");
            if (!target.authorities.isEmpty())
                text += QStringLiteral(" ca ") + target.authorities;
        }
        if (target.keyId != 0) {
            hasKey = true;
            keys.insert(target.keyId);
            text += QStringLiteral(" key %1").arg(target.keyId);
        }
        line(text);
    }
    line({});
    if (m_sources >= kEnoughSources - 1)
        line(QStringLiteral("tos minclock %1 minsane %1").arg(m_sources >= kEnoughSources ? 3 : 2));
    line(QStringLiteral("driftfile /var/lib/ntpsec/ntp.drift"));
    if (!m_smears)
        line(QStringLiteral("leapfile /usr/share/zoneinfo/leap-seconds.list"));
    if (hasKey) {
        line(QStringLiteral("keys /etc/ntpsec/ntp.keys"));
        QStringList numbers;
        for (const quint32 key : std::as_const(keys))
            numbers.append(QString::number(key));
        std::sort(numbers.begin(), numbers.end());
        line(QStringLiteral("trustedkey ") + numbers.join(QLatin1Char(' ')));
    }
    comment(Ntp::tr("Nobody is answered about anything but the time."));
    line(QStringLiteral("restrict default kod nomodify nopeer noquery limited"));
    line(QStringLiteral("restrict 127.0.0.1"));
    line(QStringLiteral("restrict ::1"));
}

void Writer::writeTimesyncd()
{
    QStringList hosts;
    for (const WatchedServer &server : std::as_const(m_used))
        hosts.append(server.target.host);
    line(QStringLiteral("[Time]"));
    line(QStringLiteral("NTP=") + hosts.join(QLatin1Char(' ')));
    // Otherwise servers that the distribution chose are asked where none of these answers.
    line(QStringLiteral("FallbackNTP="));
}

Recommendation Writer::write()
{
    writeHead();
    switch (m_daemon) {
    case Daemon::Chrony:
        writeChrony();
        break;
    case Daemon::Ntpsec:
        writeNtpsec();
        break;
    case Daemon::Timesyncd:
        writeTimesyncd();
        break;
    }
    return m_made;
}

} // namespace

QString daemonName(Daemon daemon)
{
    switch (daemon) {
    case Daemon::Chrony:
        return QStringLiteral("chrony");
    case Daemon::Ntpsec:
        return QStringLiteral("NTPsec");
    case Daemon::Timesyncd:
        return QStringLiteral("systemd-timesyncd");
    }
    return {};
}

Recommendation recommend(const QList<WatchedServer> &servers, Daemon daemon)
{
    return Writer(servers, daemon).write();
}

} // namespace Portolan::Ntp
