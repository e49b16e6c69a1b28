// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/puttyimport.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <QStringDecoder>
#include <QUrl>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace Portolan::Ssh {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ssh::PuttyImport)
};

constexpr qsizetype kLongestValue = 4096;

struct Session
{
    QString name;
    QHash<QString, QString> values; // numbers as decimal text

    [[nodiscard]] QString text(const char *key) const { return values.value(QLatin1String(key)); }
    [[nodiscard]] int number(const char *key, int fallback) const
    {
        bool valid = false;
        const int number = text(key).toInt(&valid);
        return valid ? number : fallback;
    }
};

// PuTTY writes in the code page of its day and does not say which.
QString decoded(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    if (const QString text = utf8(bytes); !utf8.hasError())
        return text;
    QStringDecoder korean("windows-949");
    if (korean.isValid()) {
        if (const QString text = korean(bytes); !korean.hasError())
            return text;
    }
    return QString::fromLatin1(bytes);
}

// "web%20server", in both stores; the escaped bytes are of the code page.
QString sessionName(const QByteArray &name)
{
    return decoded(QByteArray::fromPercentEncoding(name)).trimmed();
}

Session fromFile(const PuttyFile &file)
{
    Session session{sessionName(file.name), {}};
    for (const QByteArray &line : file.content.split('\n')) {
        const auto equals = line.indexOf('=');
        if (equals <= 0 || line.size() > kLongestValue)
            continue;
        QByteArray value = line.mid(equals + 1);
        if (value.endsWith('\r'))
            value.chop(1);
        session.values.insert(QString::fromLatin1(line.left(equals)), decoded(value));
    }
    return session;
}

// A value of a .reg file: "text" with \\ and \" or dword:0000002a. Other kinds are not PuTTY's.
QString registryValue(const QString &written)
{
    if (written.startsWith(QLatin1String("dword:"))) {
        bool valid = false;
        const uint number = QStringView(written).mid(6).toUInt(&valid, 16);
        return valid ? QString::number(static_cast<int>(number)) : QString();
    }
    if (written.size() < 2 || !written.startsWith(QLatin1Char('"')))
        return {};
    QString text;
    for (qsizetype i = 1; i < written.size() && written.at(i) != QLatin1Char('"'); ++i) {
        if (written.at(i) == QLatin1Char('\\') && i + 1 < written.size())
            ++i;
        text.append(written.at(i));
    }
    return text;
}

QString textOf(const QByteArray &reg)
{
    if (reg.startsWith("\xff\xfe")) {
        QStringDecoder utf16(QStringDecoder::Utf16LE);
        return utf16(QByteArrayView(reg).sliced(2));
    }
    return decoded(reg.startsWith("\xef\xbb\xbf") ? reg.mid(3) : reg);
}

// What one session says, as a profile and sentences about what it cannot be.
class Reader
{
public:
    explicit Reader(const QList<Session> &sessions)
    {
        for (const Session &session : sessions)
            m_ids.insert(session.name, QUuid::createUuid().toString(QUuid::WithoutBraces));
        for (const Session &session : sessions) {
            if (isSsh(session))
                m_sshNames.insert(session.name);
        }
        for (const Session &session : sessions)
            read(session);
    }

    ImportSource take() { return std::move(m_source); }

private:
    static bool isSsh(const Session &session)
    {
        return session.text("Protocol") == QLatin1String("ssh") &&
               !session.text("HostName").trimmed().isEmpty();
    }

    void note(const Session &session, const QString &sentence)
    {
        m_source.notes.append(Words::tr("“%1”: %2").arg(session.name.left(80), sentence));
    }

    void read(const Session &session)
    {
        // What new sessions begin with; it leads nowhere.
        if (session.name.isEmpty() || session.name == QLatin1String("Default Settings"))
            return;
        const QString protocol = session.text("Protocol");
        if (protocol != QLatin1String("ssh")) {
            note(session, protocol.isEmpty()
                              ? Words::tr("It was left out, because it names no protocol.")
                              : Words::tr("It was left out, because its protocol is not SSH: %1")
                                    .arg(protocol.left(40)));
            return;
        }
        if (session.text("HostName").trimmed().isEmpty()) {
            note(session, Words::tr("It was left out, because it names no host."));
            return;
        }
        auto address = addressOf(session.text("HostName"), session.text("UserName"),
                                 session.number("PortNumber", 22));
        if (!address) {
            note(session, Words::tr("It was left out: %1").arg(address.error().what));
            return;
        }
        Profile profile{.id = m_ids.value(session.name),
                        .name = session.name,
                        .folder = {},
                        .tags = {},
                        .address = std::move(*address),
                        .credential = {},
                        .via = {}};
        readOptions(session, profile.address);
        readProxy(session, profile);
        m_source.profiles.append(profile);
    }

    // PuTTY takes "user@host" as a host too, and writes IPv6 addresses without brackets.
    static Result<Address> addressOf(const QString &host, const QString &user, int port)
    {
        if (port < 1 || port > 65535)
            return failure(Error::Kind::Usage,
                           Words::tr("The port is not a number from 1 to 65535."));
        const QString trimmed = host.trimmed();
        const auto at = trimmed.lastIndexOf(QLatin1Char('@'));
        Address address{.scheme = QStringLiteral("ssh"),
                        .user = at > 0 ? trimmed.left(at) : user.trimmed(),
                        .host = trimmed.mid(at + 1),
                        .port = port == 22 ? quint16(0) : static_cast<quint16>(port)};
        if (address.host.startsWith(QLatin1Char('[')) && address.host.endsWith(QLatin1Char(']')))
            address.host = address.host.mid(1, address.host.size() - 2);
        auto parsed = parseAddress(address.toString());
        if (!parsed)
            return tl::unexpected(std::move(parsed.error()));
        return std::move(parsed->address);
    }

    static void add(Address &address, const char *name, const QString &value)
    {
        address.options.addQueryItem(QLatin1String(name),
                                     QString::fromUtf8(QUrl::toPercentEncoding(value)));
    }

    void readOptions(const Session &session, Address &address)
    {
        const int minutes = session.number("PingInterval", 0);
        const int seconds =
            session.number("PingIntervalSecs", 0) + std::clamp(minutes, 0, 1000) * 60;
        if (seconds > 0 && seconds <= 86'400)
            add(address, "keepalive", QString::number(seconds));
        if (session.number("Compression", 0) != 0)
            add(address, "compression", QStringLiteral("yes"));
        if (session.number("AgentFwd", 0) != 0)
            add(address, "forward_agent", QStringLiteral("yes"));
        if (session.number("TryAgent", 1) == 0)
            add(address, "identity_agent", QStringLiteral("none"));
        readCharset(session, address);
        const QString key = session.text("PublicKeyFile").trimmed();
        if (key.endsWith(QLatin1String(".ppk"), Qt::CaseInsensitive))
            note(session, Words::tr("Its key is in PuTTY's own format, which is not read here: %1. "
                                    "Convert it (puttygen KEY.ppk -O private-openssh -o KEY, or "
                                    "“Export OpenSSH key” in PuTTYgen) and enter the new file.")
                              .arg(key.left(200)));
        else if (!key.isEmpty())
            add(address, "identity", key);
        if (!session.text("PortForwardings").trimmed().isEmpty())
            note(session, Words::tr("Its port forwardings were left out."));
        if (!session.text("RemoteCommand").trimmed().isEmpty())
            note(session, Words::tr("The command that it runs was left out."));
        if (!session.text("ProxyPassword").isEmpty())
            note(session, Words::tr("It holds the password of a proxy, which was ignored."));
    }

    static void readCharset(const Session &session, Address &address)
    {
        // "CP949 (Korean)", "949", "UTF-8", "ISO-8859-1:1998 (Latin-1, West Europe)"
        const QString page = session.text("LineCodePage").trimmed().section(QLatin1Char(' '), 0, 0);
        static const QStringList korean{QStringLiteral("CP949"), QStringLiteral("949"),
                                        QStringLiteral("EUC-KR"), QStringLiteral("ks_c_5601-1987")};
        if (korean.contains(page, Qt::CaseInsensitive))
            add(address, "charset", QStringLiteral("windows-949"));
    }

    void readProxy(const Session &session, Profile &profile)
    {
        // settings.c: 0 none, 1 SOCKS 4, 2 SOCKS 5, 3 HTTP, 4 Telnet, 5 command, 6 SSH to a port,
        // 7 SSH running a command, 8 SSH subsystem.
        constexpr int kNone = 0;
        constexpr int kSshPort = 6;
        const int method = session.number("ProxyMethod", kNone);
        if (method == kNone)
            return;
        const QString host = session.text("ProxyHost").trimmed();
        if (method != kSshPort) {
            note(session, Words::tr("Its proxy was left out, because it is not an SSH host: the "
                                    "profile connects directly."));
            return;
        }
        // The host may be the name of another session.
        if (m_sshNames.contains(host) && host != session.name) {
            profile.via = m_ids.value(host);
            return;
        }
        const auto jump =
            addressOf(host, session.text("ProxyUsername"), session.number("ProxyPort", 22));
        if (!jump) {
            note(session, Words::tr("Its proxy was left out: %1").arg(jump.error().what));
            return;
        }
        add(profile.address, "jump", jump->toString());
    }

    QHash<QString, QString> m_ids;
    QSet<QString> m_sshNames;
    ImportSource m_source;
};

} // namespace

ImportSource puttySessions(const QList<PuttyFile> &files)
{
    QList<Session> sessions;
    for (const PuttyFile &file : files) {
        if (file.content.size() <= kMostPuttyBytes && sessions.size() < kMostPuttySessions)
            sessions.append(fromFile(file));
    }
    return Reader(sessions).take();
}

Result<ImportSource> puttyRegistry(const QByteArray &reg)
{
    if (reg.size() > kMostPuttyBytes)
        return failure(Error::Kind::Usage, Words::tr("The file is too large."));
    const QString text = textOf(reg);
    if (!text.startsWith(QLatin1String("Windows Registry Editor")) &&
        !text.startsWith(QLatin1String("REGEDIT4")))
        return failure(Error::Kind::Usage,
                       Words::tr("The file was not exported from the Windows registry."));
    QList<Session> sessions;
    bool isSession = false;
    for (const QStringView raw : QStringView(text).split(QLatin1Char('\n'))) {
        const QString line = raw.trimmed().left(kLongestValue).toString();
        if (line.startsWith(QLatin1Char('['))) {
            // [HKEY_CURRENT_USER\Software\SimonTatham\PuTTY\Sessions\web%20server]
            static const QString kKey = QStringLiteral("\\SimonTatham\\PuTTY\\Sessions\\");
            const auto at = line.indexOf(kKey, 0, Qt::CaseInsensitive);
            isSession = at >= 0 && line.endsWith(QLatin1Char(']'));
            if (!isSession)
                continue;
            if (sessions.size() == kMostPuttySessions)
                break;
            const QString name = line.mid(at + kKey.size()).chopped(1);
            sessions.append({sessionName(name.toUtf8()), {}});
            continue;
        }
        const auto equals = line.indexOf(QLatin1String("\"="));
        if (isSession && line.startsWith(QLatin1Char('"')) && equals > 1)
            sessions.last().values.insert(line.mid(1, equals - 1),
                                          registryValue(line.mid(equals + 2)));
    }
    if (sessions.isEmpty())
        return failure(Error::Kind::Usage, Words::tr("The file holds no sessions of PuTTY."));
    return Reader(sessions).take();
}

} // namespace Portolan::Ssh
