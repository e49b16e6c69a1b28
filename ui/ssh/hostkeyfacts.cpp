// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/hostkeyfacts.h"

#include "core/ssh/connection.h"

#include <QDir>

namespace Portolan::Ui {

namespace {

QString placeOf(const QString &file, int line)
{
    return QStringLiteral("%1:%2").arg(QDir::toNativeSeparators(file)).arg(line);
}

} // namespace

HostKeyView hostKeyViewOf(const Ssh::HostKeyQuestion &question)
{
    HostKeyView view;
    view.type = question.keyType;
    view.bits = question.bits;
    view.sha256 = question.sha256;
    view.md5 = question.md5;
    view.randomart = question.randomart;
    return view;
}

HostKeyView hostKeyViewOf(const Ssh::Connection &connection)
{
    const Ssh::SessionFacts &facts = connection.sessionFacts();
    HostKeyView view;
    view.type = facts.hostKeyType;
    view.bits = facts.hostKeyBits;
    view.sha256 = facts.hostKeySha256;
    for (const Ssh::HostKeyFacts::Known &known : connection.seen().hostKey.known) {
        if (known.sha256 == facts.hostKeySha256)
            view.places.append(placeOf(known.file, known.line));
    }
    return view;
}

} // namespace Portolan::Ui
