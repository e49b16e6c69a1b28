// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/config/configaddress.h"

#include <QObject>

namespace Portolan::Ssh {

// What ssh_config makes of an address that a person typed, read on a thread of the pool: home
// folders may be slow. Made and answered on the caller's thread; destroying it takes the question
// back. It reads the files each time, so that an edit counts at the next connection.
class ConfigLookup : public QObject
{
    Q_OBJECT

public:
    explicit ConfigLookup(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    // `files` in order of precedence. Once.
    void start(const Address &typed, const QStringList &files);

Q_SIGNALS:
    void found(const Portolan::Ssh::ConfiguredAddress &meaning);
    void failed(const Portolan::Error &error);
};

} // namespace Portolan::Ssh
