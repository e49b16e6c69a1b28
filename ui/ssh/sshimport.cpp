// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshimport.h"

#include "core/ssh/config/configaddress.h"
#include "core/ssh/config/puttyimport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace Portolan::Ui {

namespace {

struct SshImport
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::SshImport)
};

QString placed(const QString &file, int line)
{
    const QString name = QDir::toNativeSeparators(file);
    return line > 0 ? QStringLiteral("%1:%2").arg(name).arg(line) : name;
}

Result<ImportSource> readConfig(const QStringList &files)
{
    const bool any = std::any_of(files.begin(), files.end(),
                                 [](const QString &file) { return QFileInfo::exists(file); });
    if (!any)
        return failure(
            Error::Kind::Local,
            SshImport::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(files.value(0))));
    const Ssh::SshConfig config = Ssh::readConfigFiles(files);
    ImportSource source;
    for (const Ssh::ConfigNote &note : config.notes())
        source.notes.append(
            QStringLiteral("%1: %2").arg(placed(note.file, note.line), note.sentence));
    for (const Ssh::ConfiguredHost &host : Ssh::configuredHosts(config, Ssh::thisAsker())) {
        if (!host.meaning) {
            source.notes.append(
                SshImport::tr("%1 was left out: %2").arg(host.name, host.meaning.error().what));
            continue;
        }
        Profile profile;
        profile.name = host.name;
        profile.address = host.meaning->address;
        source.profiles.append(profile);
        for (const Ssh::ConfigNote &note : host.meaning->notes)
            source.notes.append(QStringLiteral("%1: %2").arg(host.name, note.sentence));
    }
    return source;
}

// The folder of its sessions, or a file that regedit exported.
Result<ImportSource> readPutty(const QStringList &files)
{
    const QString path = files.value(0);
    if (const QFileInfo info(path); info.isDir()) {
        QList<Ssh::PuttyFile> sessions;
        qint64 all = 0;
        const QDir folder(path);
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (sessions.size() == Ssh::kMostPuttySessions || all > Ssh::kMostPuttyBytes ||
                !file.open(QIODevice::ReadOnly))
                continue;
            sessions.append({QFile::encodeName(name), file.read(Ssh::kMostPuttyBytes)});
            all += sessions.back().content.size();
        }
        return Ssh::puttySessions(sessions);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local,
                       SshImport::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(path)),
                       file.errorString());
    return Ssh::puttyRegistry(file.read(Ssh::kMostPuttyBytes + 1));
}

QString openSshTitle()
{
    return SshImport::tr("OpenSSH configuration");
}

QString puttyTitle()
{
    return SshImport::tr("PuTTY sessions");
}

QString allFiles()
{
    return SshImport::tr("All files (*)");
}

QString puttyFiles()
{
    return SshImport::tr("Registry files (*.reg);;All files (*)");
}

QStringList openSshFiles(const Folders &folders)
{
    return folders.sshConfigs;
}

QStringList puttyFolder(const Folders &)
{
    return {QDir::homePath() + QStringLiteral("/.putty/sessions")};
}

constexpr std::array kImporters{
    ProfileImporter{&openSshTitle, &allFiles, &openSshFiles, &readConfig},
    ProfileImporter{&puttyTitle, &puttyFiles, &puttyFolder, &readPutty},
};

} // namespace

std::span<const ProfileImporter> sshImporters()
{
    return kImporters;
}

} // namespace Portolan::Ui
