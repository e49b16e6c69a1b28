// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pty/foreground.h"

#include <QFile>
#include <QFileInfo>
#include <QList>

namespace Portolan::Pty {

namespace {

QString fileOf(qint64 process, const char *name)
{
    return QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1String(name));
}

QByteArray contentOf(qint64 process, const char *name)
{
    QFile file(fileOf(process, name));
    return file.open(QIODevice::ReadOnly) ? file.read(4096) : QByteArray();
}

} // namespace

std::optional<Foreground> foregroundOf(qint64 started)
{
    // "pid (name) state ppid pgrp session tty_nr tpgid ...": a name may hold anything, also ") ".
    const QByteArray stat = contentOf(started, "stat");
    const qsizetype end = stat.lastIndexOf(')');
    if (started <= 0 || end < 0)
        return std::nullopt;
    const QList<QByteArray> fields = stat.mid(end + 2).split(' ');
    bool isNumber = false;
    const qint64 group = fields.value(5).toLongLong(&isNumber);
    if (!isNumber || group <= 0)
        return std::nullopt;
    return Foreground{group, QString::fromLocal8Bit(contentOf(group, "comm").trimmed())};
}

QString workingDirectoryOf(qint64 process)
{
    return process > 0 ? QFileInfo(fileOf(process, "cwd")).symLinkTarget() : QString();
}

} // namespace Portolan::Pty
