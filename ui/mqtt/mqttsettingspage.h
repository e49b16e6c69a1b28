// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/brokeraddress.h"
#include "core/mqtt/topicstore.h"
#include "ui/mqtt/payloadview.h"
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
    static constexpr char kTopicsKey[] = "mqtt/most-topics";
    static constexpr char kKeepaliveKey[] = "mqtt/keepalive-s";
    static constexpr char kVersionKey[] = "mqtt/version"; // "5", "3.1.1"
    static constexpr char kRulesKey[] = "mqtt/decoder-rules";

    explicit MqttSettingsPage(const PanelContext &context);
    static std::unique_ptr<SettingsPage> create(const PanelContext &context);

    [[nodiscard]] static Mqtt::TopicStore::Limits limits(const Settings &settings);
    [[nodiscard]] static Mqtt::BrokerTarget defaults(const Settings &settings);
    // The function that decides by the rules as they are now.
    [[nodiscard]] static PayloadView::Rules rules(const Settings &settings);
    // One rule a line: a topic filter, spaces, a decoder, and for Text a character set. The first
    // that matches decides. Usage with the line where one is wrong.
    struct Rule
    {
        QByteArray filter;
        Payload::Kind kind;
        QString charset;
    };
    [[nodiscard]] static Result<QList<Rule>> readRules(const QString &text);

private:
    void check();

    QPlainTextEdit *m_rules;
    QLabel *m_problem;
};

} // namespace Portolan::Ui
