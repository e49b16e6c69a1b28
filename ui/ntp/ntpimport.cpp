// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/ntpimport.h"

#include "core/ntp/config/configprofiles.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace Portolan::Ui {

namespace {

struct NtpImport
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::NtpImport)
};

Result<ImportSource> readFile(const QStringList &files)
{
    const QString path = files.value(0);
    const auto config = Ntp::readClockConfigFile(path);
    if (!config)
        return tl::unexpected(config.error());
    return Ntp::importProfiles(*config, QFileInfo(path).fileName());
}

// The first of the usual places that is there.
QStringList firstOf(const QStringList &paths)
{
    for (const QString &path : paths) {
        if (QFileInfo::exists(path))
            return {path};
    }
    return {paths.front()};
}

QString chronyTitle()
{
    return NtpImport::tr("chrony, the servers of chrony.conf");
}

QString ntpdTitle()
{
    return NtpImport::tr("ntpd, the servers of ntp.conf");
}

QString timesyncdTitle()
{
    return NtpImport::tr("systemd-timesyncd, the servers of timesyncd.conf");
}

QString configFiles()
{
    return NtpImport::tr("Configuration files (*.conf);;All files (*)");
}

QStringList chronyFiles(const Folders &)
{
    return firstOf({QStringLiteral("/etc/chrony/chrony.conf"), QStringLiteral("/etc/chrony.conf")});
}

QStringList ntpdFiles(const Folders &)
{
    return firstOf({QStringLiteral("/etc/ntpsec/ntp.conf"), QStringLiteral("/etc/ntp.conf")});
}

QStringList timesyncdFiles(const Folders &)
{
    return {QStringLiteral("/etc/systemd/timesyncd.conf")};
}

constexpr std::array kImporters{
    ProfileImporter{&chronyTitle, &configFiles, &chronyFiles, &readFile},
    ProfileImporter{&ntpdTitle, &configFiles, &ntpdFiles, &readFile},
    ProfileImporter{&timesyncdTitle, &configFiles, &timesyncdFiles, &readFile},
};

} // namespace

std::span<const ProfileImporter> ntpImporters()
{
    return kImporters;
}

} // namespace Portolan::Ui
