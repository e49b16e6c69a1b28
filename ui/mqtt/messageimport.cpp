// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/messageimport.h"

#include <QElapsedTimer>

namespace Portolan::Ui {

namespace {

constexpr qint64 kSliceMs = 5;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

MessageImport::MessageImport(std::shared_ptr<Mqtt::Inbox> inbox,
                             std::shared_ptr<const Mqtt::ReplayFile> file, QObject *parent)
    : QObject(parent)
    , m_inbox(std::move(inbox))
    , m_file(std::move(file))
{
    connect(&m_timer, &QTimer::timeout, this, &MessageImport::step);
}

void MessageImport::start()
{
    m_timer.start(0);
}

void MessageImport::step()
{
    const auto &messages = m_file->stored.messages;
    QElapsedTimer clock;
    clock.start();
    m_inbox->change([&](Mqtt::TopicStore &store) {
        for (; m_next < messages.size() && clock.elapsed() < kSliceMs; ++m_next) {
            const Mqtt::StoredMessage &message = messages[m_next];
            const QByteArray properties = Mqtt::encodeProperties(message.properties);
            store.add(viewOf(message.topic), {.payload = viewOf(message.payload),
                                              .properties = viewOf(properties),
                                              .time = message.time,
                                              .qos = message.qos,
                                              .retained = message.retain,
                                              .duplicate = false});
        }
    });
    if (m_next < messages.size())
        return;
    m_timer.stop();
    Q_EMIT finished();
}

} // namespace Portolan::Ui
