// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/keys/keyinspect.h"

#include "core/ssh/config/localuser.h"
#include "core/ssh/diagnosis/diagnosis.h"
#include "core/ssh/engine/agentlink.h"
#include "core/ssh/keys/certificate.h"
#include "core/ssh/keys/keyfile.h"
#include "core/ssh/keys/knownhosts.h"
#include "core/ssh/wire.h"
#include "core/ssh/words.h"

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

std::optional<QDateTime> timeOf(quint64 seconds)
{
    // What lies beyond every calendar means no limit, as all ones do.
    if (seconds > 253402300799U)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(seconds), Qt::UTC);
}

CertificateFacts factsOf(const Certificate &certificate)
{
    CertificateFacts facts;
    facts.keyId = certificate.keyId;
    facts.serial = certificate.serial;
    facts.forHosts = certificate.isForHost;
    if (certificate.validAfter != 0)
        facts.validAfter = timeOf(certificate.validAfter);
    facts.validBefore = timeOf(certificate.validBefore);
    facts.principals = certificate.principals;
    facts.criticalOptions = certificate.criticalOptions;
    facts.authoritySha256 = fingerprintSha256(certificate.authority);
    return facts;
}

std::optional<CertificateFacts> readCertificate(const QString &path, const QByteArray &publicKey)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto certificate = parseCertificate(parsePublicKeyLine(file.read(kMostFileBytes)));
    if (!certificate)
        return std::nullopt;
    CertificateFacts facts = factsOf(*certificate);
    facts.file = path;
    facts.matchesKey = publicKey.isEmpty() || certificate->publicKey == publicKey;
    return facts;
}

KeyFacts inspectKey(const QString &path, bool named, const QStringList &certificateFiles)
{
    KeyFacts key;
    key.file = withHome(path);
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
        if (const auto certificate = readCertificate(withHome(other), publicKey);
            certificate && certificate->matchesKey)
            key.certificate = certificate;
    }
    return key;
}

} // namespace

QList<KeyFacts> inspectKeys(const Options &options)
{
    QList<KeyFacts> keys;
    const bool named = !options.identityFiles.isEmpty();
    const QStringList paths = named ? options.identityFiles : usualIdentityFiles();
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
    return restrictTo(withHome(file), 0600, 0, [](int descriptor, const struct stat &state) {
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
    return restrictTo(withHome(folder), 0700, O_DIRECTORY,
                      [](int, const struct stat &state) { return S_ISDIR(state.st_mode); });
}

#endif

} // namespace Portolan::Ssh
