// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/config/configlookup.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace Portolan::Ssh {

void ConfigLookup::start(const Address &typed, const QStringList &files)
{
    QThreadPool::globalInstance()->start([typed, files, self = QPointer(this)] {
        auto meaning = configuredAddress(typed, readConfigFiles(files), thisAsker());
        // Through the application, which outlives the pool's tasks: `self` is looked at only on the
        // thread that may delete it.
        QMetaObject::invokeMethod(
            qApp,
            [self, meaning = std::move(meaning)] {
                if (!self)
                    return;
                if (meaning)
                    Q_EMIT self->found(*meaning);
                else
                    Q_EMIT self->failed(meaning.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace Portolan::Ssh
