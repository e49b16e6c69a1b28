// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/config/configprofiles.h"

#include "core/ntp/words.h"

namespace Portolan::Ntp {

Result<ImportSource> importProfiles(const ClockConfig &config, const QString &name)
{
    if (config.servers.isEmpty())
        return failure(Error::Kind::Usage, tr("The file names no server that can be asked."),
                       config.notes.isEmpty() ? QString() : config.notes.first().text);
    ImportSource source;
    Profile profile;
    profile.name = name;
    profile.address = addressOf(config.targets());
    source.profiles.append(profile);
    for (const ConfigNote &note : config.notes)
        source.notes.append(
            note.line > 0
                ? tr("%1, line %2: %3").arg(note.file, QString::number(note.line), note.text)
                : note.text);
    if (!config.keys.empty())
        source.notes.append(tr("Keys are not kept in profiles; they are asked for once."));
    return source;
}

} // namespace Portolan::Ntp
