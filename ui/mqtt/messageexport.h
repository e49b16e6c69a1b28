// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/mqtt/inbox.h"
#include "core/mqtt/messagefile.h"

#include <QObject>
#include <QSaveFile>
#include <QTimer>

#include <memory>

namespace Portolan::Ui {

// Writes what was received below a topic into a file, in slices between the ticks of the window:
// the whole file, or what was there before. GUI thread; deletes itself when it is done.
class MessageExport : public QObject
{
    Q_OBJECT

public:
    // The format is that of the file's suffix: .csv, otherwise JSON (docs/mqttfiles.md).
    MessageExport(std::shared_ptr<Mqtt::Inbox> inbox, const QByteArray &topic, bool withHistory,
                  const QString &path, const QString &broker, QObject *parent);

    void start();

Q_SIGNALS:
    void finished(quint64 written, quint64 cut);
    void failed(const Portolan::Error &error);

private:
    void step();

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    Mqtt::MessageFileWriter::Choice m_choice;
    std::unique_ptr<Mqtt::MessageFileWriter> m_writer;
    QByteArray m_topic;
    QSaveFile m_file;
    QTimer m_timer;
};

} // namespace Portolan::Ui
