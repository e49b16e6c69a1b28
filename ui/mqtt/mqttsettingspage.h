// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/decoderrules.h"
#include "core/mqtt/topicstore.h"
#include "ui/panel/settingspage.h"

class QPlainTextEdit;
class QLabel;

namespace Portolan::Ui {

struct PanelContext;

// How much of what comes is kept, how brokers are connected to where an address says nothing else,
// and which topics are decoded how.
class MqttSettingsPage : public SettingsPage
{
    Q_OBJECT

public:
    static constexpr char kHistoryKey[] = "mqtt/history-mib";
    static constexpr char kPayloadKey[] = "mqtt/payload-kib";
    static constexpr char kTopicsKey[] = "mqtt/most-topics-k"; // thousands
    static constexpr char kKeepaliveKey[] = "mqtt/keepalive-s";
    static constexpr char kVersionKey[] = "mqtt/version"; // "5", "3.1.1"
    static constexpr char kRulesKey[] = "mqtt/decoder-rules";

    explicit MqttSettingsPage(const PanelContext &context);
    static std::unique_ptr<SettingsPage> create(const PanelContext &context);

    [[nodiscard]] static Mqtt::TopicStore::Limits limits(const Settings &settings);
    [[nodiscard]] static Mqtt::BrokerTarget defaults(const Settings &settings);
    // The rules as they are now. Those that name .proto files are to be made ready elsewhere
    // (Mqtt::TopicDecoders): that reads the files.
    [[nodiscard]] static Mqtt::DecoderRules rules(const Settings &settings);
    // One rule a line: a topic filter and a decoder, separated by spaces; behind text a character
    // set, behind protobuf the folder of .proto files and the name of the message. Usage with the
    // line where one is wrong.
    [[nodiscard]] static Result<Mqtt::DecoderRules> readRules(const QString &text);

private:
    void check();

    QPlainTextEdit *m_rules;
    QLabel *m_problem;
    QLabel *m_keptNote;
    QLabel *m_rulesNote;
};

} // namespace Portolan::Ui
