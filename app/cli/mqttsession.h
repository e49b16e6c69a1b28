// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandcontext.h"
#include "core/mqtt/brokeraddress.h"
#include "core/net/dialer.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Portolan::Mqtt {
class Client;
class MessageSink;
} // namespace Portolan::Mqtt

namespace Portolan::Cli {

class SshSession;

// What every verb of `mqtt` takes beside the URL.
struct MqttOptions
{
    std::string url;
    std::string version;
    std::string clientId;
    std::string clean; // yes, no; empty: not said
    std::string expiry;
    std::string keepalive;
    std::string certificate;
    std::string key;
    int passphraseFd = -1;
    std::string passphraseVariable;
    std::string alpn;
    std::string willTopic;
    std::string willPayload;
    std::string willQos;
    bool willRetain = false;
};

void addMqttOptions(CLI::App *verb, MqttOptions &options);

// Where a verb of `mqtt` goes and what it logs in with: from the command line, with questions at
// the terminal where the way there has any. Main thread.
class MqttSession
{
public:
    MqttSession(CommandContext &context, const MqttOptions &options);
    ~MqttSession();

    // Once, before the others.
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] const Mqtt::BrokerTarget &target() const { return m_target; }
    [[nodiscard]] const QString &url() const { return m_url; }
    // Another one each time; null where the broker is reached directly.
    [[nodiscard]] std::unique_ptr<Net::Dialer> makeDialer() const;
    [[nodiscard]] Secret password() const { return m_password.copy(); }
    [[nodiscard]] Secret passphrase() const { return m_passphrase.copy(); }
    [[nodiscard]] std::unique_ptr<Mqtt::Client>
    makeClient(std::shared_ptr<Mqtt::MessageSink> sink) const;

private:
    [[nodiscard]] Result<std::optional<Destination>> hostOnTheWay(const Destination &destination,
                                                                  const QString &via) const;
    [[nodiscard]] Result<> prepareWay(const Destination &destination, const QString &via);
    [[nodiscard]] Result<> askForPassphrase();

    CommandContext &m_context;
    const MqttOptions m_options;
    QString m_url;
    Mqtt::BrokerTarget m_target;
    Secret m_password;
    Secret m_passphrase;
    std::unique_ptr<SshSession> m_way; // answers for the hosts on the way
    std::function<std::unique_ptr<Net::Dialer>()> m_makeDialer;
};

} // namespace Portolan::Cli
