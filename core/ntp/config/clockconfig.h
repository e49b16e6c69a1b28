// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/serveraddress.h"
#include "core/ntp/symmetrickey.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace Portolan::Ntp {

// The servers that the configuration of a time daemon names: chrony.conf and the source files of
// chrony, ntp.conf of ntpd and of NTPsec, timesyncd.conf. What is read is somebody else's file and
// may be wrong in every way: every line that cannot be taken over has a note that says which and
// why. Keys come from the key file that is named; they are in `keys` alone, never in a note.
//
// Sources: chrony.conf(5) of 4.3 to 4.6; ntp.conf(5) of NTPsec 1.2 and of ntpd 4.2.8;
// timesyncd.conf(5).
struct ConfiguredServer
{
    enum class Directive : std::uint8_t { Server, Pool, Peer };

    Directive directive = Directive::Server;
    ServerTarget target;
    std::optional<int> leastPoll = {}; // log2 of seconds: the daemon's, not ours
    std::optional<int> mostPoll = {};
    QString file = {};
    int line = 0; // from 1
};

struct ConfigNote
{
    enum class Weight : std::uint8_t {
        Hint,    // taken over; this is good to know
        LeftOut, // this line was not
    };
    Weight weight = Weight::Hint;
    QString file = {};
    int line = 0; // 0: of the file as a whole
    QString text = {};
};

struct ClockConfig
{
    QList<ConfiguredServer> servers;
    std::vector<SymmetricKey> keys; // those that the servers use
    QList<ConfigNote> notes;

    [[nodiscard]] QList<ServerTarget> targets() const;
};

// How further files are read; a null function reads none, and each that is named gets a note. They
// run where readClockConfig() runs.
struct ConfigFiles
{
    std::function<Result<QByteArray>(const QString &path)> read;
    // Paths of the files of a folder with this suffix (".conf"), or that fit a pattern.
    std::function<QStringList(const QString &folder, const QString &suffix)> list;
    std::function<QStringList(const QString &pattern)> match;
};

inline constexpr qsizetype kMostConfigBytes = 4 * 1024 * 1024; // of one file
inline constexpr int kMostConfiguredServers = 1000;

// Pure, except for what `files` does. `name` is for notes and for relative paths.
[[nodiscard]] ClockConfig readClockConfig(const QByteArray &text, const QString &name,
                                          const ConfigFiles &files = {});
// A file of this machine with those that it includes and its key file. Blocks for as long as the
// disk takes; any thread. A file that is too large or cannot be read is an error.
[[nodiscard]] Result<ClockConfig> readClockConfigFile(const QString &path);

} // namespace Portolan::Ntp
