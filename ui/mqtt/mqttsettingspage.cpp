// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/mqttsettingspage.h"

#include "core/store/settings.h"
#include "ui/panel/panelcontext.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace Portolan::Ui {

namespace {

constexpr int kHistory = 128;
constexpr int kMostHistory = 16'384;
constexpr int kPayload = 1024;
constexpr int kMostPayload = 3900;
constexpr int kTopics = 4'000; // thousands
constexpr int kMostTopics = 20'000;
constexpr int kKeepalive = 60;

} // namespace

MqttSettingsPage::MqttSettingsPage(const PanelContext &context)
    : SettingsPage(context.settings)
    , m_rules(new QPlainTextEdit)
    , m_problem(new QLabel)
    , m_keptNote(new QLabel)
    , m_rulesNote(new QLabel)
{
    // Too long to be searched: letters in order with gaps would find anything in them.
    for (QLabel *note : {m_keptNote, m_rulesNote}) {
        note->setWordWrap(true);
        note->setProperty("quiet", true);
    }
    addHeading([] { return tr("What is kept"); });
    addNumber(
        kHistoryKey, [] { return tr("History of all topics"); }, kHistory, 8, kMostHistory,
        [] { return tr("MiB"); });
    addNumber(
        kPayloadKey, [] { return tr("Of each payload"); }, kPayload, 1, kMostPayload,
        [] { return tr("KiB"); });
    addNumber(
        kTopicsKey, [] { return tr("Topics at most"); }, kTopics, 1, kMostTopics,
        [] { return tr("× 1,000"); });
    addWidget(m_keptNote);
    addHeading([] { return tr("Connections"); });
    addNote([] { return tr("The options of an address or a profile win over what stands here."); });
    addChoice(kVersionKey, [] { return tr("Version of MQTT"); },
              {{"5", [] { return tr("5"); }}, {"3.1.1", [] { return tr("3.1.1"); }}});
    addNumber(
        kKeepaliveKey, [] { return tr("Keepalive every"); }, kKeepalive, 5, 65535,
        [] { return tr("s", "seconds"); });
    addHeading([] { return tr("How payloads are decoded"); });
    addWidget(m_rulesNote);
    m_rules->setObjectName(QStringLiteral("decoderRules"));
    m_rules->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_rules->setFixedHeight(110);
    m_rules->setPlaceholderText(QStringLiteral("plant/+/old  text windows-949\nraw/#  hex"));
    m_rules->setTabChangesFocus(true);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    addRow(
        kRulesKey, [] { return tr("Rules"); }, m_rules,
        [this] {
            const QString text = settings().text(kRulesKey);
            if (m_rules->toPlainText() != text)
                m_rules->setPlainText(text);
        });
    addWidget(m_problem);
    onRetranslate([this] {
        m_keptNote->setText(
            tr("The last message of every topic is kept besides. It counts for tabs that are "
               "opened from now on; what is left out is counted in the tab."));
        m_rulesNote->setText(
            tr("A line for each rule: a topic filter and one of text, json, cbor, messagepack, "
               "protobuf, sparkplug, image, hex, base64, from-base64; behind text a character "
               "set, behind protobuf the folder of .proto files and the message. The first that "
               "matches decides, else what the payload looks like."));
    });
    connect(m_rules, &QPlainTextEdit::textChanged, this, &MqttSettingsPage::check);
}

std::unique_ptr<SettingsPage> MqttSettingsPage::create(const PanelContext &context)
{
    return std::make_unique<MqttSettingsPage>(context);
}

void MqttSettingsPage::check()
{
    const QString text = m_rules->toPlainText();
    const auto rules = readRules(text);
    m_problem->setText(rules ? QString() : rules.error().what);
    m_problem->setVisible(!rules);
    if (rules)
        settings().set(kRulesKey, text.isEmpty() ? QVariant() : QVariant(text));
}

Result<Mqtt::DecoderRules> MqttSettingsPage::readRules(const QString &text)
{
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    QList<Mqtt::DecoderRule> rules;
    int number = 0;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        ++number;
        const QStringList words = line.split(spaces, Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        const auto kind = words.size() > 1 ? Payload::kindOf(words[1]) : std::nullopt;
        if (!kind)
            return failure(Error::Kind::Usage,
                           tr("Line %1: behind the filter stands a decoder, such as json or hex.")
                               .arg(number));
        Mqtt::DecoderRule rule;
        rule.filter = words[0].toUtf8();
        rule.kind = *kind;
        if (*kind == Payload::Kind::Text) {
            rule.charset = words.value(2);
        } else if (*kind == Payload::Kind::Protobuf) {
            rule.protoFolder = words.value(2);
            rule.messageType = words.value(3);
        }
        if (const auto good = Mqtt::DecoderRules::make({rule}); !good)
            return failure(Error::Kind::Usage,
                           tr("Line %1: %2").arg(number).arg(good.error().what));
        rules.append(rule);
    }
    return Mqtt::DecoderRules::make(std::move(rules));
}

Mqtt::DecoderRules MqttSettingsPage::rules(const Settings &settings)
{
    return readRules(settings.text(kRulesKey)).value_or(Mqtt::DecoderRules());
}

Mqtt::TopicStore::Limits MqttSettingsPage::limits(const Settings &settings)
{
    Mqtt::TopicStore::Limits limits;
    limits.historyBytes =
        static_cast<std::size_t>(settings.number(kHistoryKey, kHistory, 8, kMostHistory)) << 20U;
    limits.payloadBytes =
        static_cast<std::size_t>(settings.number(kPayloadKey, kPayload, 1, kMostPayload)) << 10U;
    limits.topics =
        static_cast<std::uint32_t>(settings.number(kTopicsKey, kTopics, 1, kMostTopics)) * 1000;
    limits.nodes = limits.topics * 3;
    return limits;
}

Mqtt::BrokerTarget MqttSettingsPage::defaults(const Settings &settings)
{
    Mqtt::BrokerTarget target;
    if (settings.text(kVersionKey) == QLatin1String("3.1.1"))
        target.version = Mqtt::Version::V311;
    target.keepalive = std::chrono::seconds(settings.number(kKeepaliveKey, kKeepalive, 5, 65535));
    return target;
}

} // namespace Portolan::Ui
