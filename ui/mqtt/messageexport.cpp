// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/messageexport.h"

namespace Portolan::Ui {

namespace {

constexpr std::size_t kNodes = 500; // a slice

} // namespace

MessageExport::MessageExport(std::shared_ptr<Mqtt::Inbox> inbox, const QByteArray &topic,
                             bool withHistory, const QString &path, const QString &broker,
                             QObject *parent)
    : QObject(parent)
    , m_inbox(std::move(inbox))
    , m_topic(topic)
    , m_file(path)
{
    using Format = Mqtt::MessageFileWriter::Format;
    m_choice.format =
        path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? Format::Csv : Format::Json;
    m_choice.withHistory = withHistory;
    m_choice.broker = broker;
    connect(&m_timer, &QTimer::timeout, this, &MessageExport::step);
}

void MessageExport::start()
{
    const std::string_view topic(m_topic.constData(), static_cast<std::size_t>(m_topic.size()));
    m_choice.top = m_inbox->read([&](const Mqtt::TopicStore &store) {
        return topic.empty() ? Mqtt::TopicStore::kRoot : store.find(topic);
    });
    if (m_choice.top == Mqtt::TopicStore::kNone) {
        Q_EMIT failed({Error::Kind::Usage, tr("The topic is not there any more."), {}, 0});
        deleteLater();
        return;
    }
    if (!m_file.open(QIODevice::WriteOnly)) {
        Q_EMIT failed({Error::Kind::Local, tr("%1 cannot be written.").arg(m_file.fileName()),
                       m_file.errorString(), 0});
        deleteLater();
        return;
    }
    m_writer = std::make_unique<Mqtt::MessageFileWriter>(m_choice);
    m_timer.start(0);
}

void MessageExport::step()
{
    QByteArray out;
    const bool more = m_inbox->read(
        [&](const Mqtt::TopicStore &store) { return m_writer->step(store, kNodes, out); });
    const bool written = m_file.write(out) == out.size();
    if (more && written)
        return;
    m_timer.stop();
    if (written && m_file.commit())
        Q_EMIT finished(m_writer->written(), m_writer->cut());
    else
        Q_EMIT failed({Error::Kind::Local, tr("%1 cannot be written.").arg(m_file.fileName()),
                       m_file.errorString(), 0});
    deleteLater();
}

} // namespace Portolan::Ui
