// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/diagnosis.h"

#include <QFlags>
#include <QObject>

#include <functional>
#include <memory>

namespace Portolan::Mqtt {

// Tries a broker out, with clients of its own and topics below a scratch prefix: what it says of
// its limits, what may be written and read there, whether messages arrive at QoS 0, 1 and 2, and so
// on. On the thread that made it, with a Qt event loop; never blocks. It publishes only below the
// prefix and leaves nothing retained there. Reads "#" or any other filter only where the request
// says so. Where the scratch topic cannot be written and read, nothing is tried that needs it: its
// figures would blame the broker for its ACL.
class BrokerProbe : public QObject
{
    Q_OBJECT
public:
    enum class Part {
        Connection = 0x01, // always done: way, TLS, CONNACK; the subscriptions of the target
        Access = 0x02,
        Delivery = 0x04,
        Retained = 0x08, // reads Request::retainedFilter
        Flood = 0x10,    // publishes while disconnected
        Session = 0x20,
        Will = 0x40,
        Bridge = 0x80, // needs Request::second
        Sys = 0x100,   // reads $SYS/#
    };
    Q_DECLARE_FLAGS(Parts, Part)

    using MakeDialer = std::function<std::unique_ptr<Net::Dialer>()>;

    static constexpr char kUsualPrefix[] = "portolan/probe";

    struct Request
    {
        Parts parts = Part::Connection;
        QByteArray prefix = kUsualPrefix;    // a random level is added
        QList<QByteArray> accessTopics = {}; // besides the scratch topic; they are written to!
        int deliveryMessages = 500;          // of each QoS
        int deliveryBytes = 64;
        int floodMessages = 20'000;
        QByteArray retainedFilter = {}; // empty: below the prefix
        std::uint8_t retainedQos = 0;
        std::optional<BrokerTarget> second = {};
    };

    // A Usage error where the prefix or an access topic is not the name of a topic.
    [[nodiscard]] static Result<> check(const Request &request);

    BrokerProbe(const BrokerTarget &target, const Request &request, MakeDialer makeDialer = {},
                QObject *parent = nullptr);
    ~BrokerProbe() override;

    void offerPassword(Secret password);
    void offerKeyPassphrase(Secret passphrase);
    void offerSecondPassword(Secret password);
    void start();
    void cancel(); // finished() follows, with what was found so far

    [[nodiscard]] const DiagnosisFacts &facts() const;
    [[nodiscard]] const Transcript &transcript() const; // of the first connection

Q_SIGNALS:
    void progress(Portolan::Mqtt::BrokerProbe::Part part, int done, int total);
    void finished();

private:
    struct Private;
    friend struct Private;
    std::unique_ptr<Private> d;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(BrokerProbe::Parts)

} // namespace Portolan::Mqtt
