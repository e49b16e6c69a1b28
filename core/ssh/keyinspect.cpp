// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/keyinspect.h"

#include "core/ssh/agentlink.h"
#include "core/ssh/diagnosis.h"
#include "core/ssh/keyfile.h"
#include "core/ssh/knownhosts.h"
#include "core/ssh/wire.h"
#include "core/ssh/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifndef Q_OS_WIN
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <array>
#include <condition_variable>
#include <limits>
#include <mutex>
#include <utility>

namespace Portolan::Ssh {

namespace {

constexpr qint64 kMostFileBytes = 1024 * 1024;
constexpr std::chrono::seconds kAgentTime{2};
constexpr int kMostPrincipals = 256;

QString expanded(const QString &path)
{
    return path.startsWith(QLatin1String("~/")) ? QDir::homePath() + path.mid(1) : path;
}

QStringList usualFiles()
{
    const QString folder = QDir::homePath() + QStringLiteral("/.ssh/");
    return {folder + QStringLiteral("id_ed25519"), folder + QStringLiteral("id_ecdsa"),
            folder + QStringLiteral("id_rsa")};
}

KeyFacts::Format formatOf(KeyFile::Format format)
{
    switch (format) {
    case KeyFile::Format::OpenSsh:
        return KeyFacts::Format::OpenSsh;
    case KeyFile::Format::Pem:
        return KeyFacts::Format::Pem;
    case KeyFile::Format::Pkcs8:
        return KeyFacts::Format::Pkcs8;
    case KeyFile::Format::Putty:
        return KeyFacts::Format::Putty;
    case KeyFile::Format::PublicKey:
        return KeyFacts::Format::PublicKey;
    case KeyFile::Format::Unknown:
        break;
    }
    return KeyFacts::Format::Unknown;
}

void inspectModes([[maybe_unused]] KeyFacts &key)
{
#ifndef Q_OS_WIN
    struct stat state
    {
    };
    if (::stat(QFile::encodeName(key.file).constData(), &state) == 0) {
        key.mode = static_cast<int>(state.st_mode & 07777U);
        key.owned = ::geteuid() == 0 || state.st_uid == ::geteuid();
    }
    if (::stat(QFile::encodeName(QFileInfo(key.file).absolutePath()).constData(), &state) == 0 &&
        // In a folder with the sticky bit nobody can put another file in the place of this one.
        (state.st_mode & S_ISVTX) == 0)
        key.folderMode = static_cast<int>(state.st_mode & 07777U);
#endif
}

std::optional<CertificateFacts> readCertificate(const QString &path, const QByteArray &publicKey)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto certificate = parseCertificate(parsePublicKeyLine(file.read(kMostFileBytes)));
    if (!certificate)
        return std::nullopt;
    certificate->facts.file = path;
    certificate->facts.matchesKey = publicKey.isEmpty() || certificate->plainKey == publicKey;
    return certificate->facts;
}

KeyFacts inspectKey(const QString &path, bool named, const QStringList &certificateFiles)
{
    KeyFacts key;
    key.file = expanded(path);
    key.named = named;
    key.exists = QFileInfo::exists(key.file);
    QFile beside(key.file + QStringLiteral(".pub"));
    QByteArray publicKey;
    if (beside.open(QIODevice::ReadOnly)) {
        publicKey = parsePublicKeyLine(beside.read(kMostFileBytes));
        if (!publicKey.isEmpty())
            key.publicFileSha256 = fingerprintSha256(publicKey);
    }
    QFile file(key.file);
    key.readable = file.open(QIODevice::ReadOnly);
    if (!key.readable) {
        key.problem = file.errorString();
    } else {
        inspectModes(key);
        QByteArray text = file.read(kMostFileBytes);
        const KeyFile seen = parseKeyFile(text);
        text.fill('\0');
        key.format = formatOf(seen.format);
        key.encrypted = seen.encrypted;
        if (!seen.publicKey.isEmpty()) {
            publicKey = seen.publicKey;
            key.sha256 = fingerprintSha256(publicKey);
        }
    }
    if (!publicKey.isEmpty()) {
        key.keyType = QString::fromLatin1(keyTypeOfBlob(publicKey));
        key.bits = keyBitsOfBlob(publicKey);
    }
    key.certificate = readCertificate(key.file + QStringLiteral("-cert.pub"), publicKey);
    for (const QString &other : certificateFiles) {
        if (key.certificate && key.certificate->matchesKey)
            break;
        if (const auto certificate = readCertificate(expanded(other), publicKey);
            certificate && certificate->matchesKey)
            key.certificate = certificate;
    }
    return key;
}

std::optional<QDateTime> timeOf(std::optional<quint64> seconds)
{
    // What lies beyond every calendar means no limit, as all ones do.
    if (!seconds || *seconds > 253402300799U)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(*seconds), Qt::UTC);
}

std::optional<quint64> readUint64(WireReader &reader)
{
    const auto high = reader.uint32();
    const auto low = reader.uint32();
    if (!high || !low)
        return std::nullopt;
    return (static_cast<quint64>(*high) << 32U) | *low;
}

std::optional<QStringList> readNames(std::string_view list, bool withValues)
{
    QStringList names;
    WireReader reader(list);
    while (reader.left() > 0) {
        const auto name = reader.string();
        if (!name || (withValues && !reader.string()) || names.size() >= kMostPrincipals)
            return std::nullopt;
        names.append(plainLine(QString::fromUtf8(bytesOf(*name)), 120));
    }
    return names;
}

} // namespace

std::optional<Certificate> parseCertificate(const QByteArray &blob)
{
    constexpr QByteArrayView kEnding("-cert-v01@openssh.com");
    const QByteArray type = keyTypeOfBlob(blob);
    if (!type.endsWith(kEnding))
        return std::nullopt;
    QByteArray plainType = type.chopped(kEnding.size());
    const std::pair<QByteArray, int> kinds[] = {
        {"ssh-ed25519", 1},
        {"ssh-rsa", 2},
        {"ssh-dss", 4},
        {"sk-ssh-ed25519", 2},
        {"sk-ecdsa-sha2-nistp256", 3},
        {"ecdsa-sha2-nistp256", 2},
        {"ecdsa-sha2-nistp384", 2},
        {"ecdsa-sha2-nistp521", 2},
    };
    const auto *const kind =
        std::find_if(std::begin(kinds), std::end(kinds),
                     [&](const auto &each) { return each.first == plainType; });
    if (kind == std::end(kinds))
        return std::nullopt;
    if (plainType.startsWith("sk-"))
        plainType += "@openssh.com";

    WireReader reader(viewOf(blob));
    (void)reader.string(); // type
    (void)reader.string(); // nonce
    Certificate certificate;
    WireWriter plain;
    plain.string(viewOf(plainType));
    for (int i = 0; i < kind->second; ++i)
        plain.string(reader.string().value_or(std::string_view()));
    certificate.plainKey = plain.bytes();
    CertificateFacts &facts = certificate.facts;
    facts.serial = readUint64(reader).value_or(0);
    const auto role = reader.uint32();
    const auto keyId = reader.string();
    const auto principals = reader.string();
    const auto after = readUint64(reader);
    const auto before = readUint64(reader);
    const auto critical = reader.string();
    (void)reader.string(); // extensions
    (void)reader.string(); // reserved
    const auto authority = reader.string();
    if (!role || (*role != 1 && *role != 2) || !keyId || !principals || !after || !before ||
        !critical || !authority)
        return std::nullopt;
    const auto names = readNames(*principals, false);
    const auto options = readNames(*critical, true);
    if (!names || !options)
        return std::nullopt;
    facts.forHosts = *role == 2;
    facts.keyId = plainLine(QString::fromUtf8(bytesOf(*keyId)), 120);
    facts.principals = *names;
    facts.criticalOptions = *options;
    if (*after != 0)
        facts.validAfter = timeOf(after);
    facts.validBefore = timeOf(before);
    facts.authoritySha256 = fingerprintSha256(bytesOf(*authority));
    return certificate;
}

QList<KeyFacts> inspectKeys(const Options &options)
{
    QList<KeyFacts> keys;
    const bool named = !options.identityFiles.isEmpty();
    const QStringList paths = named ? options.identityFiles : usualFiles();
    for (const QString &path : paths)
        keys.append(inspectKey(path, named, options.certificateFiles));
    return keys;
}

AgentFacts inspectAgent(const Options &options, std::stop_token stop)
{
    AgentFacts agent;
    agent.wanted = options.useAgent;
    agent.socket =
        options.agentSocket.isEmpty() ? qEnvironmentVariable("SSH_AUTH_SOCK") : options.agentSocket;
    if (!agent.wanted || agent.socket.isEmpty())
        return agent;
    std::mutex mutex;
    std::condition_variable answered;
    bool woken = false;
    AgentLink link(agent.socket, std::move(stop), [&] {
        const std::scoped_lock lock(mutex);
        woken = true;
        answered.notify_one();
    });
    {
        std::unique_lock lock(mutex);
        answered.wait_for(lock, kAgentTime, [&] { return woken; });
    }
    const auto keys = link.keys();
    if (!keys) {
        agent.problem = QStringLiteral("no answer in %1 s").arg(kAgentTime.count());
        return agent;
    }
    if (!*keys) {
        agent.problem = keys->error().what;
        return agent;
    }
    agent.reached = true;
    for (const AgentLink::Key &key : **keys)
        agent.keys.append({QString::fromLatin1(keyTypeOfBlob(key.blob)), keyBitsOfBlob(key.blob),
                           fingerprintSha256(key.blob), key.comment});
    return agent;
}

void matchKeys(QList<KeyFacts> &keys, const AgentFacts &agent)
{
    for (KeyFacts &key : keys) {
        const QString &sha256 = key.sha256.isEmpty() ? key.publicFileSha256 : key.sha256;
        key.inAgent = !sha256.isEmpty() && std::any_of(agent.keys.cbegin(), agent.keys.cend(),
                                                       [&](const AgentFacts::Key &each) {
                                                           return each.sha256 == sha256;
                                                       });
    }
}

#ifdef Q_OS_WIN

Result<> restrictKeyFile(const QString &file)
{
    return failure(Error::Kind::Unsupported,
                   tr("The rights of %1 cannot be changed from here on Windows.").arg(file));
}

Result<> restrictFolder(const QString &folder)
{
    return restrictKeyFile(folder);
}

#else

namespace {

// What is judged and what is changed is the same file: both go by its descriptor.
Result<> restrictTo(const QString &path, mode_t mode, int flags,
                    bool (*isRight)(int, const struct stat &))
{
    const auto cannot = [&](const QString &why, int number = 0) {
        return failure(Error::Kind::Local, tr("The rights of %1 were not changed.").arg(path), why,
                       number);
    };
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | flags);
    if (descriptor < 0)
        return cannot(qt_error_string(errno), errno);
    struct stat state
    {
    };
    Result<> result;
    if (::fstat(descriptor, &state) != 0 || state.st_uid != ::geteuid())
        result = cannot(tr("It belongs to somebody else."));
    else if (!isRight(descriptor, state))
        result = cannot(tr("It is not what it should be."));
    else if (::fchmod(descriptor, mode) != 0)
        result = cannot(qt_error_string(errno), errno);
    ::close(descriptor);
    return result;
}

} // namespace

Result<> restrictKeyFile(const QString &file)
{
    return restrictTo(expanded(file), 0600, 0, [](int descriptor, const struct stat &state) {
        if (!S_ISREG(state.st_mode))
            return false;
        QFile text;
        if (!text.open(descriptor, QIODevice::ReadOnly))
            return false;
        const KeyFile::Format format = parseKeyFile(text.read(kMostFileBytes)).format;
        return format != KeyFile::Format::Unknown && format != KeyFile::Format::PublicKey;
    });
}

Result<> restrictFolder(const QString &folder)
{
    return restrictTo(expanded(folder), 0700, O_DIRECTORY,
                      [](int, const struct stat &state) { return S_ISDIR(state.st_mode); });
}

#endif

} // namespace Portolan::Ssh
