// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Portolan::Mqtt {

namespace {

using Node = TopicStore::Node;

QByteArray string(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray valueOf(const TopicStore::Message &message)
{
    const QByteArray bytes(message.payload.data(), static_cast<qsizetype>(message.payload.size()));
    const bool whole = static_cast<std::uint64_t>(bytes.size()) == message.payloadSize;
    const QByteArray trimmed = bytes.trimmed();
    if (whole && !trimmed.isEmpty()) {
        // A single value is a JSON text too (RFC 8259, section 2).
        QJsonParseError error{};
        QJsonDocument::fromJson('[' + trimmed + ']', &error);
        // "1, 2" is a list only because of the brackets.
        QJsonParseError alone{};
        QJsonDocument::fromJson("{\"\":" + trimmed + '}', &alone);
        if (error.error == QJsonParseError::NoError && alone.error == QJsonParseError::NoError)
            return trimmed;
    }
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        return string(text);
    return "{\"base64\": \"" + bytes.toBase64() + "\"}";
}

class Writer
{
public:
    Writer(const TopicStore &store, TopicJson &out)
        : m_store(store)
        , m_out(out)
    {
    }

    void write(Node node, int depth)
    {
        const auto last = m_store.last(node);
        const Node first = m_store.firstChild(node);
        if (last)
            ++m_out.topics;
        if (first == TopicStore::kNone) {
            m_out.text += last ? valueOf(*last) : QByteArrayLiteral("null");
            return;
        }
        const QByteArray indent(2 * (depth + 1), ' ');
        bool any = false;
        const auto begin = [&](const QByteArray &name) {
            m_out.text += (any ? ",\n" : "\n") + indent + name + ": ";
            any = true;
        };
        m_out.text += '{';
        if (last) {
            begin(QByteArrayLiteral("\"\""));
            m_out.text += valueOf(*last);
        }
        for (Node child = first; child != TopicStore::kNone; child = m_store.nextSibling(child)) {
            if (depth >= TopicJson::kMostDepth || m_out.topics >= TopicJson::kMostTopics ||
                m_out.text.size() >= TopicJson::kMostBytes) {
                m_out.leftOut += m_store.topicsBelow(child);
                continue;
            }
            const std::string_view name = m_store.name(child);
            begin(string(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
            write(child, depth + 1);
        }
        m_out.text += '\n' + QByteArray(2 * depth, ' ') + '}';
    }

private:
    const TopicStore &m_store;
    TopicJson &m_out;
};

} // namespace

TopicJson topicJson(const TopicStore &store, Node top)
{
    TopicJson out;
    Writer(store, out).write(top, 0);
    return out;
}

} // namespace Portolan::Mqtt
