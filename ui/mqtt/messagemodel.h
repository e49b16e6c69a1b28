// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"
#include "core/mqtt/properties.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <deque>
#include <memory>
#include <optional>

namespace Portolan::Ui {

// A message of the history, taken out of it.
struct KeptMessage
{
    quint64 number = 0; // of its topic, from 1, since the connection was opened
    QByteArray payload; // as much of it as is kept
    quint64 size = 0;   // as it was sent
    Mqtt::Properties properties;
    qint64 time = 0; // milliseconds since 1970, UTC
    int qos = 0;
    bool retained = false;
    bool duplicate = false;
};

// The messages of one topic, the newest first: what the store still holds of them. The list is
// bounded: it shows the newest rows(), more are read when a person scrolls to its end, and every
// tick takes in at most kPage. A topic that is quicker than that shows the newest, and the numbers
// of the messages tell how many lie between. Payloads stay in the store until one is looked at. GUI
// thread.
class MessageModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Node = Mqtt::TopicStore::Node;
    enum Column { Time, Preview, Qos, Size, ColumnCount };
    enum Role { NumberRole = Qt::UserRole };
    static constexpr int kPage = 500;
    static constexpr int kMostRows = 20'000;

    explicit MessageModel(std::shared_ptr<Mqtt::Inbox> inbox, QObject *parent = nullptr);

    void setNode(Node node);
    [[nodiscard]] Node node() const { return m_node; }
    // Takes in what has come; false where the topic has nothing new.
    bool refresh();
    // Of all that came, whether listed or kept or not.
    [[nodiscard]] quint64 received() const { return m_received; }
    [[nodiscard]] quint64 waiting() const; // came while nobody refreshed

    [[nodiscard]] quint64 numberOf(int row) const;
    [[nodiscard]] int rowOf(quint64 number) const;
    // Nothing where it is out of the history.
    [[nodiscard]] std::optional<KeptMessage> message(quint64 number) const;
    [[nodiscard]] std::optional<KeptMessage> newest() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    struct Row
    {
        quint64 number;
        qint64 time;
        quint64 size;
        QString preview;
        quint8 qos;
        bool retained;
        bool duplicate;
    };
    static Row rowFrom(const Mqtt::TopicStore::Message &message, quint64 number);

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    Node m_node = Mqtt::TopicStore::kNone;
    std::uint64_t m_generation = 0;
    std::deque<Row> m_rows;
    quint64 m_received = 0;
    int m_most = kPage;
    bool m_hasOlder = false;
};

} // namespace Portolan::Ui
