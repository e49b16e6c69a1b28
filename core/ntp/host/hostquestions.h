// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Portolan::Ntp {

// What a host is asked about its clock: one script for a POSIX shell, and its output taken apart
// again. Pure, any thread. Every command only reads; none needs privileges, though some tell more
// to root. Each is ended after 5 s where the host has timeout(1), and 64 KiB of its output are
// kept.
struct HostQuestion
{
    const char *id; // "chrony-tracking"
    const char *command;
};
[[nodiscard]] const QList<HostQuestion> &hostQuestions();

// For `sh -s`: it reads nothing from its input but itself. `chronyc` is what chronyc is given in
// front of a command, such as {"-h", "127.0.0.1", "-p", "1323"}.
[[nodiscard]] QByteArray hostScript(const QByteArray &token, const QStringList &chronyc = {});
// Where a chronyd listens for its commands, for chronyc; empty and 0: where it usually does.
[[nodiscard]] QStringList chronycArguments(const QString &host, quint16 port);
// A word that no output holds by chance.
[[nodiscard]] QByteArray hostToken();

struct HostAnswer
{
    static constexpr int kNotThere = 127; // what a shell says
    static constexpr int kTimedOut = 124; // what timeout(1) says
    static constexpr int kCut = -1;       // it did not end, or more came than is kept

    QByteArray id;
    int code = kCut;
    QByteArray output;
};
[[nodiscard]] QList<HostAnswer> splitAnswers(const QByteArray &output, const QByteArray &token);

} // namespace Portolan::Ntp
