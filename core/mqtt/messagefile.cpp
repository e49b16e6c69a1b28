// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/messagefile.h"

#include "core/base/tabletext.h"
#include "core/mqtt/topicfilter.h"
#include "core/payload/jsonscanner.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QStringDecoder>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace Portolan::Mqtt {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt)
};

constexpr int kVersion = 1;
constexpr int kDeepest = 32;
constexpr qsizetype kMostMessages = 2'000'000; // a quarter of a kilobyte each, with all it may have

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// What JSON can hold as it is: UTF-8 without NUL, which many programs end a text at.
bool isPlainText(std::string_view bytes)
{
    if (bytes.find('\0') != std::string_view::npos)
        return false;
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded =
        decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    // The end of the bytes in the middle of a character is no error for the decoder.
    return !decoder.hasError() &&
           (bytes.empty() ||
            decoded.toUtf8() == QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

void appendQuoted(QByteArray &out, std::string_view text)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 0xfU];
        } else {
            out += c;
        }
    }
    out += '"';
}

// "name":"text", or "name_base64":"..." where it is no text.
void appendText(QByteArray &out, const char *name, std::string_view text)
{
    out += '"';
    out += name;
    if (isPlainText(text)) {
        out += "\":";
        appendQuoted(out, text);
        return;
    }
    out += "_base64\":\"";
    out += QByteArray(text.data(), static_cast<qsizetype>(text.size())).toBase64();
    out += '"';
}

QByteArray timeOf(std::int64_t milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
        .toString(Qt::ISODateWithMs)
        .toLatin1();
}

void appendProperties(QByteArray &out, const Properties &properties)
{
    QByteArray inside;
    const auto begin = [&] {
        if (!inside.isEmpty())
            inside += ',';
    };
    const auto text = [&](const char *name, const std::optional<QByteArray> &value) {
        if (!value)
            return;
        begin();
        appendText(inside, name, view(*value));
    };
    if (properties.payloadIsText) {
        begin();
        inside +=
            *properties.payloadIsText ? "\"payload_is_text\":true" : "\"payload_is_text\":false";
    }
    if (properties.expirySeconds) {
        begin();
        inside += "\"expiry_seconds\":" + QByteArray::number(*properties.expirySeconds);
    }
    text("content_type", properties.contentType);
    text("response_topic", properties.responseTopic);
    text("correlation", properties.correlation);
    if (!properties.user.isEmpty()) {
        begin();
        inside += "\"user\":[";
        for (qsizetype i = 0; i < properties.user.size(); ++i) {
            inside += i == 0 ? "{" : ",{";
            appendText(inside, "name", view(properties.user.at(i).first));
            inside += ',';
            appendText(inside, "value", view(properties.user.at(i).second));
            inside += '}';
        }
        inside += ']';
    }
    if (!inside.isEmpty())
        out += ",\"properties\":{" + inside + '}';
}

} // namespace

MessageFileWriter::MessageFileWriter(const Choice &choice)
    : m_choice(choice)
{
}

void MessageFileWriter::writeJson(std::string_view topic, const TopicStore::Message &message,
                                  QByteArray &out)
{
    out += m_written == 0 ? "\n{" : ",\n{";
    appendText(out, "topic", topic);
    out += ",\"time\":\"" + timeOf(message.time) + "\",\"qos\":" + QByteArray::number(message.qos);
    if (message.retained)
        out += ",\"retain\":true";
    if (message.duplicate)
        out += ",\"duplicate\":true";
    if (message.payloadSize > message.payload.size())
        out += ",\"size\":" + QByteArray::number(quint64(message.payloadSize)) + ",\"cut\":true";
    out += ',';
    appendText(out, "payload", message.payload);
    appendProperties(out, decodeProperties(message.properties));
    out += '}';
}

void MessageFileWriter::writeCsv(std::string_view topic, const TopicStore::Message &message,
                                 QByteArray &out)
{
    const auto text = [](std::string_view bytes) {
        return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    };
    const bool isText = isPlainText(message.payload);
    QByteArray properties;
    appendProperties(properties, decodeProperties(message.properties));
    const QByteArray payload(message.payload.data(),
                             static_cast<qsizetype>(message.payload.size()));
    const QStringList row{text(topic),
                          QString::fromLatin1(timeOf(message.time)),
                          QString::number(message.qos),
                          message.retained ? QStringLiteral("1") : QStringLiteral("0"),
                          message.duplicate ? QStringLiteral("1") : QStringLiteral("0"),
                          QString::number(quint64(message.payloadSize)),
                          isText ? QStringLiteral("text") : QStringLiteral("base64"),
                          isText ? text(message.payload) : QString::fromLatin1(payload.toBase64()),
                          QString::fromUtf8(properties.mid(properties.indexOf('{')))};
    QByteArray line = toCsv({row});
    out += line.startsWith("\xef\xbb\xbf") ? line.mid(3) : line; // the mark stands once, in front
}

void MessageFileWriter::write(std::string_view topic, const TopicStore::Message &message,
                              QByteArray &out)
{
    if (m_choice.format == Format::Json)
        writeJson(topic, message, out);
    else
        writeCsv(topic, message, out);
    ++m_written;
    if (message.payloadSize > message.payload.size())
        ++m_cut;
}

void MessageFileWriter::writeNode(const TopicStore &store, TopicStore::Node node, QByteArray &out)
{
    const auto topic = store.topic(node);
    if (!topic || (m_choice.retainedOnly && !topic->retained))
        return;
    const std::string_view path = store.path(node);
    if (!m_choice.withHistory) {
        if (const auto last = store.last(node))
            write(path, *last, out);
        return;
    }
    // The store goes back from the newest; a file goes forward.
    std::vector<TopicStore::Message> messages;
    store.history(node, [&](const TopicStore::Message &message) {
        messages.push_back(message);
        return true;
    });
    for (auto message = messages.rbegin(); message != messages.rend(); ++message)
        write(path, *message, out);
}

bool MessageFileWriter::step(const TopicStore &store, std::size_t nodes, QByteArray &out)
{
    if (!m_hasBegun) {
        m_hasBegun = true;
        m_at = m_choice.top;
        m_generation = store.generation();
        if (m_choice.format == Format::Json) {
            out += "{\"portolan\":\"mqtt-messages\",\"version\":" + QByteArray::number(kVersion) +
                   ",\"broker\":";
            appendQuoted(out, m_choice.broker.toStdString());
            out += ",\"messages\":[";
        } else {
            out += toCsv({{QStringLiteral("topic"), QStringLiteral("time"), QStringLiteral("qos"),
                           QStringLiteral("retain"), QStringLiteral("duplicate"),
                           QStringLiteral("size"), QStringLiteral("encoding"),
                           QStringLiteral("payload"), QStringLiteral("properties")}});
        }
    }
    if (m_at != TopicStore::kNone && store.generation() != m_generation) {
        m_wasCleared = true;
        m_at = TopicStore::kNone;
    }
    // Down to the first child, along siblings, up again; never above the top.
    for (; m_at != TopicStore::kNone && nodes > 0; --nodes) {
        writeNode(store, m_at, out);
        if (const auto child = store.firstChild(m_at); child != TopicStore::kNone) {
            m_at = child;
            continue;
        }
        while (m_at != m_choice.top && store.nextSibling(m_at) == TopicStore::kNone)
            m_at = store.parent(m_at);
        m_at = m_at == m_choice.top ? TopicStore::kNone : store.nextSibling(m_at);
    }
    if (m_at != TopicStore::kNone)
        return true;
    if (m_choice.format == Format::Json)
        out += "\n]}\n";
    return false;
}

namespace {

// The events of the file, collected one message at a time.
class FileReader final : public Payload::JsonEvents
{
public:
    explicit FileReader(std::string_view json)
        : m_json(json)
    {
    }

    bool beginObject(std::int64_t offset) override
    {
        m_frames.push_back({std::exchange(m_key, {}), false});
        if (isMessage()) {
            m_message = StoredMessage();
            m_messageAt = offset;
            m_hasTopic = m_hasPayload = m_isCut = false;
        } else if (isUserPair()) {
            m_message.properties.user.append(std::pair<QByteArray, QByteArray>());
        }
        return true;
    }
    bool endObject(std::int64_t) override
    {
        const bool wasMessage = isMessage();
        m_frames.pop_back();
        return !wasMessage || endMessage();
    }
    bool beginArray(std::int64_t offset) override
    {
        if (m_frames.empty())
            return fail(offset, Words::tr("This is not a file of MQTT messages."));
        m_frames.push_back({std::exchange(m_key, {}), true});
        m_hasMessages = m_hasMessages || isMessageList();
        return true;
    }
    bool endArray(std::int64_t) override
    {
        m_frames.pop_back();
        return true;
    }
    bool key(std::string_view name, std::int64_t) override
    {
        m_key = name;
        return true;
    }
    bool string(std::string_view text, std::int64_t offset) override
    {
        const std::string key = std::exchange(m_key, {});
        if (m_frames.size() == 1) {
            if (key == "portolan")
                m_isOurs = text == "mqtt-messages";
            else if (key == "broker")
                m_result.broker = QString::fromUtf8(text.data(), qsizetype(text.size())).left(400);
            return true;
        }
        std::string_view name(key);
        constexpr std::string_view kBase64 = "_base64";
        QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
        if (name.ends_with(kBase64)) {
            name.remove_suffix(kBase64.size());
            const auto decoded =
                QByteArray::fromBase64Encoding(bytes, QByteArray::AbortOnBase64DecodingErrors);
            if (!decoded)
                return fail(offset, Words::tr("This is not Base64."));
            bytes = decoded.decoded;
        }
        if (isMessage())
            return messageText(name, bytes, offset);
        if (isProperties())
            return propertyText(name, bytes, offset);
        if (isUserPair()) {
            auto &pair = m_message.properties.user.last();
            if (name == "name")
                pair.first = bytes;
            else if (name == "value")
                pair.second = bytes;
        }
        return true;
    }
    bool number(std::string_view written, bool isInteger, std::int64_t offset) override
    {
        const std::string key = std::exchange(m_key, {});
        std::uint64_t value = 0;
        const auto [end, error] =
            std::from_chars(written.data(), written.data() + written.size(), value);
        const bool isValid = isInteger && error == std::errc();
        if (m_frames.size() == 1 && key == "version") {
            m_version = isValid ? value : 0;
            return m_version == 0 ? fail(offset, Words::tr("This is not a file of MQTT messages."))
                                  : m_version == kVersion ||
                                        fail(offset, Words::tr("A newer version wrote this file."),
                                             Error::Kind::Unsupported);
        }
        if (isMessage() && key == "qos") {
            if (!isValid || value > 2)
                return fail(offset, Words::tr("The quality of service is 0, 1 or 2."));
            m_message.qos = static_cast<std::uint8_t>(value);
        } else if (isProperties() && key == "expiry_seconds") {
            if (!isValid || value > 0xffffffffU)
                return fail(offset, Words::tr("The number is too large."));
            m_message.properties.expirySeconds = static_cast<std::uint32_t>(value);
        }
        return true;
    }
    bool literal(std::string_view word, std::int64_t) override
    {
        const std::string key = std::exchange(m_key, {});
        const bool isTrue = word == "true";
        if (isMessage() && key == "retain")
            m_message.retain = isTrue;
        else if (isMessage() && key == "cut")
            m_isCut = isTrue;
        else if (isProperties() && key == "payload_is_text")
            m_message.properties.payloadIsText = isTrue;
        return true;
    }

    Result<StoredMessages> take()
    {
        if (m_error)
            return tl::unexpected(std::move(*m_error));
        if (!m_isOurs || m_version == 0 || !m_hasMessages)
            return failure(Error::Kind::Usage, Words::tr("This is not a file of MQTT messages."));
        return std::move(m_result);
    }

private:
    // What is open: the file, "messages", a message, "properties", "user", a pair.
    struct Frame
    {
        std::string key;
        bool isArray;
    };
    [[nodiscard]] bool isMessageList() const
    {
        return m_frames.size() == 2 && m_frames[1].key == "messages" && m_frames[1].isArray &&
               !m_frames[0].isArray;
    }
    [[nodiscard]] bool isBelowMessage(std::size_t depth) const
    {
        return m_frames.size() == depth && m_frames[1].key == "messages" && m_frames[1].isArray &&
               !m_frames[2].isArray;
    }
    [[nodiscard]] bool isMessage() const { return isBelowMessage(3); }
    [[nodiscard]] bool isProperties() const
    {
        return isBelowMessage(4) && m_frames[3].key == "properties" && !m_frames[3].isArray;
    }
    [[nodiscard]] bool isUserPair() const
    {
        return isBelowMessage(6) && m_frames[3].key == "properties" && !m_frames[3].isArray &&
               m_frames[4].key == "user" && m_frames[4].isArray && !m_frames[5].isArray;
    }

    bool fail(std::int64_t offset, const QString &sentence, Error::Kind kind = Error::Kind::Usage)
    {
        if (!m_error) {
            m_error = Payload::faultAt(m_json, offset, sentence).value();
            m_error->kind = kind;
        }
        return false;
    }

    bool messageText(std::string_view name, const QByteArray &bytes, std::int64_t offset)
    {
        if (name == "topic") {
            // What was received may be published only where it is a topic by the standard.
            if (const auto checked = checkTopicName(view(bytes)); !checked)
                return fail(offset, checked.error().what);
            m_message.topic = bytes;
            m_hasTopic = true;
        } else if (name == "payload") {
            m_message.payload = bytes;
            m_hasPayload = true;
        } else if (name == "time") {
            const QDateTime time =
                QDateTime::fromString(QString::fromLatin1(bytes), Qt::ISODateWithMs);
            if (!time.isValid())
                return fail(offset, Words::tr("The time is not written as in ISO 8601."));
            m_message.time = time.toMSecsSinceEpoch();
        }
        return true;
    }

    bool propertyText(std::string_view name, const QByteArray &bytes, std::int64_t offset)
    {
        constexpr qsizetype kMostBytes = 65535; // MQTT 5.0, section 1.5.4
        if (bytes.size() > kMostBytes)
            return fail(offset, Words::tr("A property has at most 65,535 bytes."));
        if (name == "content_type")
            m_message.properties.contentType = bytes;
        else if (name == "response_topic")
            m_message.properties.responseTopic = bytes;
        else if (name == "correlation")
            m_message.properties.correlation = bytes;
        return true;
    }

    bool endMessage()
    {
        if (!m_hasTopic)
            return fail(m_messageAt, Words::tr("This message has no topic."));
        if (!m_hasPayload)
            return fail(m_messageAt, Words::tr("This message has no payload."));
        if (m_result.messages.size() >= kMostMessages)
            return fail(m_messageAt, Words::tr("The file holds too many messages."));
        if (m_isCut)
            ++m_result.cut;
        else
            m_result.messages.append(std::move(m_message));
        m_message = StoredMessage();
        return true;
    }

    std::string_view m_json;
    std::vector<Frame> m_frames;
    std::string m_key;
    StoredMessages m_result;
    StoredMessage m_message;
    std::int64_t m_messageAt = 0;
    bool m_hasTopic = false;
    bool m_hasPayload = false;
    bool m_isCut = false;
    bool m_isOurs = false;
    bool m_hasMessages = false;
    std::uint64_t m_version = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<StoredMessages> readMessageFile(const QByteArray &bytes)
{
    if (bytes.size() > kMostMessageFileBytes)
        return failure(Error::Kind::Usage, Words::tr("The file is too large."));
    FileReader reader(view(bytes));
    if (const auto scanned = Payload::scanJson(view(bytes), reader, kDeepest); !scanned) {
        Error error = scanned.error();
        error.kind = Error::Kind::Usage;
        return tl::unexpected(std::move(error));
    }
    return reader.take();
}

} // namespace Portolan::Mqtt
