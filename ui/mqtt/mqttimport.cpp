// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/mqttimport.h"

#include "core/mqtt/brokerimport.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>

namespace Portolan::Ui {

namespace {

constexpr qint64 kMostBytes = qint64(64) << 20U;

struct MqttImport
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::MqttImport)
};

Result<ImportSource> readFile(const QStringList &files)
{
    const QString path = files.value(0);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local,
                       MqttImport::tr("There is no file “%1”.").arg(QDir::toNativeSeparators(path)),
                       file.errorString());
    return Mqtt::importBrokers(file.read(kMostBytes + 1));
}

QString mqttxTitle()
{
    return MqttImport::tr("MQTTX, exported as JSON");
}

QString explorerTitle()
{
    return QStringLiteral("MQTT Explorer");
}

QString jsonFiles()
{
    return MqttImport::tr("JSON files (*.json);;All files (*)");
}

QStringList mqttxFiles(const Folders &)
{
    return {QDir::homePath() + QStringLiteral("/mqttx-data.json")};
}

QStringList explorerFiles(const Folders &)
{
    return {QDir::homePath() + QStringLiteral("/.config/MQTT-Explorer/settings.json")};
}

constexpr std::array kImporters{
    ProfileImporter{&mqttxTitle, &jsonFiles, &mqttxFiles, &readFile},
    ProfileImporter{&explorerTitle, &jsonFiles, &explorerFiles, &readFile},
};

} // namespace

std::span<const ProfileImporter> mqttImporters()
{
    return kImporters;
}

} // namespace Portolan::Ui
