// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshimport.h"

#include "core/ssh/configaddress.h"

#include <QCoreApplication>
#include <QDir>
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

constexpr std::array kImporters{ProfileImporter{
    .title = [] { return SshImport::tr("OpenSSH configuration"); },
    .filter = [] { return SshImport::tr("All files (*)"); },
    .usualFiles = [](const Folders &folders) { return folders.sshConfigs; },
    .read = &readConfig,
}};

} // namespace

std::span<const ProfileImporter> sshImporters()
{
    return kImporters;
}

} // namespace Portolan::Ui
