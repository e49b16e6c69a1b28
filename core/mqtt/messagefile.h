// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/mqtt/properties.h"
#include "core/mqtt/topicstore.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>

namespace Portolan::Mqtt {

// Messages of a broker as a file: what was received below one topic, to look at elsewhere or to be
// published again. docs/mqttfiles.md has the format. Pure, any thread; who calls reads and writes
// the file.

// Writes in slices, so that a million topics hold up neither the store's lock nor a window: step()
// while it says true, each time writing `out` to the file (QSaveFile, so that it is whole or not
// there).
class MessageFileWriter
{
public:
    enum class Format {
        Json, // can be read back; a line for each message
        Csv,  // for spreadsheets; cells that would be formulas get an apostrophe (tabletext.h)
    };

    struct Choice
    {
        Format format = Format::Json;
        bool withHistory = false;  // else the last message of each topic
        bool retainedOnly = false; // topics whose value the broker keeps
        TopicStore::Node top = TopicStore::kRoot;
        QString broker = {}; // for a person who opens the file; no user name, no password
    };

    explicit MessageFileWriter(const Choice &choice);

    // Looks at up to `nodes` levels; adds to `out`. False: done, or the store was cleared
    // meanwhile, which wasCleared() says; the file ends in order either way.
    bool step(const TopicStore &store, std::size_t nodes, QByteArray &out);
    [[nodiscard]] bool wasCleared() const { return m_wasCleared; }
    [[nodiscard]] std::uint64_t written() const { return m_written; }
    // Of those, messages of whose payload only the head was kept: marked, and not for publishing.
    [[nodiscard]] std::uint64_t cut() const { return m_cut; }

private:
    void writeNode(const TopicStore &store, TopicStore::Node node, QByteArray &out);
    void write(std::string_view topic, const TopicStore::Message &message, QByteArray &out);
    void writeJson(std::string_view topic, const TopicStore::Message &message, QByteArray &out);
    void writeCsv(std::string_view topic, const TopicStore::Message &message, QByteArray &out);

    Choice m_choice;
    TopicStore::Node m_at = TopicStore::kNone;
    std::uint64_t m_generation = 0;
    bool m_hasBegun = false;
    bool m_wasCleared = false;
    std::uint64_t m_written = 0;
    std::uint64_t m_cut = 0;
};

// One message to be published again.
struct StoredMessage
{
    QByteArray topic;
    QByteArray payload = {};
    std::int64_t time = 0; // milliseconds since 1970, UTC: for the pauses between them
    std::uint8_t qos = 0;
    bool retain = false;
    Properties properties = {};

    friend bool operator==(const StoredMessage &, const StoredMessage &) = default;
};

struct StoredMessages
{
    QString broker;
    QList<StoredMessage> messages;
    std::uint64_t cut = 0; // left out: of their payloads only the head was saved
};

inline constexpr qsizetype kMostMessageFileBytes = qsizetype(512) * 1024 * 1024;

// Reads what Format::Json wrote. Usage where it is no such file or says what cannot be published,
// with line and column; Unsupported where a newer version wrote it. Either all of it or nothing.
[[nodiscard]] Result<StoredMessages> readMessageFile(const QByteArray &bytes);

} // namespace Portolan::Mqtt
