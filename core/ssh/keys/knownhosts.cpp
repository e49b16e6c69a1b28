// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/keys/knownhosts.h"

#include "core/ssh/config/wildcard.h"
#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace Portolan::Ssh {

namespace {

constexpr qint64 kMostFileBytes = 64 * 1024 * 1024;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

// The next field of a line, ended by white space; `rest` moves behind it.
QByteArray takeField(QByteArray &rest)
{
    qsizetype end = 0;
    while (end < rest.size() && !isBlank(rest.at(end)))
        ++end;
    const QByteArray field = rest.left(end);
    while (end < rest.size() && isBlank(rest.at(end)))
        ++end;
    rest.remove(0, end);
    return field;
}

QByteArray hashOfName(const QByteArray &salt, const QByteArray &name)
{
    return QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
}

std::optional<KnownHost> parseLine(QByteArray rest)
{
    while (!rest.isEmpty() && isBlank(rest.front()))
        rest.remove(0, 1);
    if (rest.isEmpty() || rest.startsWith('#'))
        return std::nullopt;
    KnownHost host;
    if (rest.startsWith('@')) {
        const QByteArray marker = takeField(rest);
        if (marker == "@cert-authority")
            host.marker = KnownHost::Marker::CertificateAuthority;
        else if (marker == "@revoked")
            host.marker = KnownHost::Marker::Revoked;
        else
            return std::nullopt;
    }
    host.names = takeField(rest);
    host.keyType = takeField(rest);
    const auto decoded =
        QByteArray::fromBase64Encoding(takeField(rest), QByteArray::AbortOnBase64DecodingErrors);
    host.comment = rest;
    // A key whose blob says something else than its line would be compared under the wrong name.
    if (host.names.isEmpty() || !decoded || keyTypeOfBlob(*decoded) != host.keyType)
        return std::nullopt;
    host.key = *decoded;
    return host;
}

} // namespace

QByteArray knownHostName(const QString &host, quint16 port)
{
    const QByteArray name = host.toLower().toUtf8();
    return port == 22 ? name : '[' + name + "]:" + QByteArray::number(port);
}

bool namesMatch(const QByteArray &names, const QByteArray &name)
{
    if (names.startsWith('|')) {
        const auto parts = names.split('|');
        if (parts.size() != 4 || parts.at(1) != "1")
            return false;
        const QByteArray salt = QByteArray::fromBase64(parts.at(2));
        return salt.size() == 20 && hashOfName(salt, name) == QByteArray::fromBase64(parts.at(3));
    }
    bool matched = false;
    const auto patterns = names.split(',');
    for (const QByteArray &pattern : patterns) {
        const bool negated = pattern.startsWith('!');
        const QByteArray lower = pattern.mid(negated ? 1 : 0).toLower();
        if (!wildcardMatches(viewOf(lower), viewOf(name)))
            continue;
        if (negated)
            return false;
        matched = true;
    }
    return matched;
}

KnownHosts KnownHosts::parse(const QByteArray &text, const QString &file)
{
    KnownHosts hosts;
    int number = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        auto end = text.indexOf('\n', at);
        if (end < 0)
            end = text.size();
        ++number;
        QByteArray line = text.mid(at, end - at);
        if (line.endsWith('\r'))
            line.chop(1);
        at = end + 1;
        if (auto host = parseLine(line)) {
            host->file = file;
            host->line = number;
            hosts.m_entries.append(*host);
        }
    }
    return hosts;
}

Result<KnownHosts> KnownHosts::read(const QStringList &files)
{
    KnownHosts all;
    for (const QString &name : files) {
        QFile file(name);
        if (!file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return failure(Error::Kind::Local,
                           tr("The list of known host keys %1 cannot be read.").arg(name),
                           file.errorString());
        const QByteArray text = file.read(kMostFileBytes + 1);
        if (text.size() > kMostFileBytes)
            return failure(Error::Kind::Local,
                           tr("The list of known host keys %1 is too large to be true.").arg(name));
        all.m_entries += parse(text, name).m_entries;
    }
    return all;
}

QList<KnownHost> KnownHosts::find(const QString &host, quint16 port) const
{
    const QByteArray name = knownHostName(host, port);
    QList<KnownHost> found;
    std::copy_if(m_entries.cbegin(), m_entries.cend(), std::back_inserter(found),
                 [&](const KnownHost &entry) { return namesMatch(entry.names, name); });
    return found;
}

QList<QByteArray> KnownHosts::keyTypes(const QString &host, quint16 port) const
{
    QList<QByteArray> types;
    const auto found = find(host, port);
    for (const KnownHost &entry : found) {
        if (entry.marker == KnownHost::Marker::None && !types.contains(entry.keyType))
            types.append(entry.keyType);
    }
    return types;
}

HostKeyVerdict KnownHosts::judge(const QString &host, quint16 port, const QByteArray &keyType,
                                 const QByteArray &key) const
{
    HostKeyVerdict verdict;
    const auto found = find(host, port);
    bool sameType = false;
    std::optional<KnownHost> same;
    for (const KnownHost &entry : found) {
        switch (entry.marker) {
        case KnownHost::Marker::Revoked:
            // Wherever it stands in the files, a revoked key is refused.
            if (entry.key == key)
                return {HostKeyVerdict::Status::Revoked, {entry}, {}};
            break;
        case KnownHost::Marker::CertificateAuthority:
            verdict.authorities.append(entry);
            break;
        case KnownHost::Marker::None:
            verdict.entries.append(entry);
            sameType = sameType || entry.keyType == keyType;
            if (!same && entry.key == key)
                same = entry;
            break;
        }
    }
    if (same) {
        verdict.status = HostKeyVerdict::Status::Known;
        verdict.entries = {*same};
    } else if (sameType) {
        verdict.status = HostKeyVerdict::Status::Changed;
    } else if (!verdict.entries.isEmpty()) {
        verdict.status = HostKeyVerdict::Status::OtherAlgorithm;
    }
    return verdict;
}

Result<> appendKnownHost(const QString &fileName, const QString &host, quint16 port,
                         const QByteArray &keyType, const QByteArray &key, bool hashName)
{
    const auto cannot = [&](const QString &why) {
        return failure(Error::Kind::Local,
                       tr("The host key could not be added to %1.").arg(fileName), why);
    };
    QByteArray name = knownHostName(host, port);
    if (hashName) {
        QByteArray salt(20, '\0');
        std::array<quint32, 5> random;
        QRandomGenerator::system()->fillRange(random.data(), random.size());
        std::copy_n(reinterpret_cast<const char *>(random.data()), salt.size(), salt.data());
        name = "|1|" + salt.toBase64() + '|' + hashOfName(salt, name).toBase64();
    }
    if (std::any_of(name.cbegin(), name.cend(), [](char c) {
            return isBlank(c) || c == '\n' || c == '\r' || c == ',' || c == '*' || c == '?' ||
                   c == '!';
        }))
        return cannot(tr("The host's name contains characters that the file cannot hold."));

    const QString folder = QFileInfo(fileName).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return cannot(tr("Its folder cannot be made."));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QFile file(fileName);
    // Append means O_APPEND, and unbuffered means one write(): two programs that add a line at the
    // same time both succeed.
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append | QIODevice::Unbuffered,
                   QFile::ReadOwner | QFile::WriteOwner))
        return cannot(file.errorString());
    QByteArray line;
    if (const qint64 size = file.size(); size > 0) {
        char last = '\n';
        if (file.seek(size - 1) && file.read(&last, 1) == 1 && last != '\n')
            line += '\n'; // somebody's last line lacks its end; it must not swallow ours
    }
    line += name + ' ' + keyType + ' ' + key.toBase64() + '\n';
    if (file.write(line) != line.size())
        return cannot(file.errorString());
    return {};
}

QString fingerprintSha256(const QByteArray &key)
{
    const auto hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

QString fingerprintMd5(const QByteArray &key)
{
    const auto hash = QCryptographicHash::hash(key, QCryptographicHash::Md5);
    return QStringLiteral("MD5:") + QString::fromLatin1(hash.toHex(':'));
}

QString randomart(const QByteArray &key, const QString &title)
{
    // The "drunken bishop": a walk over a board of 17 by 9, two bits of the hash a step, from the
    // middle; how often a field was visited picks its character.
    constexpr int kWidth = 17;
    constexpr int kHeight = 9;
    constexpr std::string_view kMarks = " .o+=*BOX@%&#/^SE";
    constexpr int kMost = static_cast<int>(kMarks.size()) - 3;
    std::array<std::array<int, kWidth>, kHeight> board{};
    int x = kWidth / 2;
    int y = kHeight / 2;
    const auto hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256);
    for (const char c : hash) {
        auto bits = static_cast<unsigned>(static_cast<unsigned char>(c));
        for (int step = 0; step < 4; ++step, bits >>= 2) {
            x = std::clamp(x + ((bits & 1) != 0 ? 1 : -1), 0, kWidth - 1);
            y = std::clamp(y + ((bits & 2) != 0 ? 1 : -1), 0, kHeight - 1);
            int &visits = board[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)];
            visits = std::min(visits + 1, kMost);
        }
    }
    board[kHeight / 2][kWidth / 2] = kMost + 1;
    board[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = kMost + 2;

    const auto border = [](const QString &words) {
        const QString label = QLatin1Char('[') + words.left(kWidth - 2) + QLatin1Char(']');
        const int before = (kWidth - static_cast<int>(label.size())) / 2;
        QString line = QString(before, QLatin1Char('-')) + label;
        return QString(QLatin1Char('+') + line.leftJustified(kWidth, QLatin1Char('-')) +
                       QLatin1Char('+'));
    };
    QString art = border(title);
    for (const auto &row : board) {
        art += QLatin1String("\n|");
        for (const int visits : row)
            art += QLatin1Char(kMarks[static_cast<std::size_t>(visits)]);
        art += QLatin1Char('|');
    }
    return art + QLatin1Char('\n') + border(QStringLiteral("SHA256"));
}

QByteArray keyTypeOfBlob(const QByteArray &key)
{
    WireReader reader(viewOf(key));
    const auto type = reader.string();
    return type && !type->empty() && type->size() <= 64 ? bytesOf(*type) : QByteArray();
}

int keyBitsOfBlob(const QByteArray &key)
{
    WireReader reader(viewOf(key));
    const auto type = reader.string();
    if (!type)
        return 0;
    const auto bitsOf = [](std::optional<std::string_view> number) {
        if (!number)
            return 0;
        while (!number->empty() && number->front() == '\0')
            number->remove_prefix(1);
        if (number->empty())
            return 0;
        int bits = static_cast<int>(number->size()) * 8;
        for (auto top = static_cast<unsigned char>(number->front()); (top & 0x80U) == 0; --bits)
            top = static_cast<unsigned char>(top << 1U);
        return bits;
    };
    if (*type == "ssh-rsa") {
        [[maybe_unused]] const auto exponent = reader.string();
        return bitsOf(reader.string());
    }
    if (*type == "ssh-dss")
        return bitsOf(reader.string());
    if (type->starts_with("ssh-ed25519") || type->starts_with("sk-ssh-ed25519"))
        return 256;
    for (const int bits : {256, 384, 521}) {
        if (type->find("nistp" + std::to_string(bits)) != std::string_view::npos)
            return bits;
    }
    return 0;
}

} // namespace Portolan::Ssh
