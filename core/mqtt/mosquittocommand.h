// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/client.h"

#include <QStringList>

#include <optional>

namespace Portolan::Mqtt {

// The command lines of mosquitto_sub(1) and mosquitto_pub(1), to be pasted into a shell and taken
// over from one. Pure, any thread. A password is never written, and one that is read is left out.
// Source: the manual pages of mosquitto 2.0.

// What does the same as this subscription, one for all filters; with the QoS of the highest one.
// An error for WebSocket, which these programs do not speak.
[[nodiscard]] Result<QString> subscribeCommand(const BrokerTarget &target,
                                               const QList<Subscription> &subscriptions);
// A payload that is no text is written by printf and a pipe.
[[nodiscard]] Result<QString> publishCommand(const BrokerTarget &target,
                                             const Publication &publication);

struct MosquittoCommand
{
    BrokerTarget target;                         // with the subscriptions of mosquitto_sub
    std::optional<Publication> publication = {}; // of mosquitto_pub
    QStringList leftOut = {};                    // options that have no meaning here
};

// Whether a text looks like one of them, before it is read.
[[nodiscard]] bool isMosquittoCommand(const QString &text);
// Quotes and backslashes as a POSIX shell has them; variables stay as they are written.
[[nodiscard]] Result<MosquittoCommand> readMosquittoCommand(const QString &text);

} // namespace Portolan::Mqtt
