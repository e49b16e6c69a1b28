// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/syspage.h"

#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Store = Mqtt::TopicStore;

enum class Form { Text, Count, Bytes, PerMinute, Uptime };

struct Row
{
    const char *topic; // below $SYS/; null: `words` heads what follows
    const char *words;
    Form form = Form::Count;
};

// mosquitto(8), "Broker status"; others have a part of it under the same names.
constexpr Row kRows[] = {
    {nullptr, QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Broker")},
    {"broker/version", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Version"), Form::Text},
    {"broker/uptime", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Running for"), Form::Uptime},
    {"broker/heap/current", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Memory"), Form::Bytes},
    {"broker/heap/maximum", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Memory at most"),
     Form::Bytes},
    {nullptr, QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Clients")},
    {"broker/clients/connected", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Connected")},
    {"broker/clients/disconnected",
     QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Away, with a session")},
    {"broker/clients/maximum", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "At most so far")},
    {"broker/clients/expired", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Sessions expired")},
    {nullptr, QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Load, a minute's average")},
    {"broker/load/messages/received/1min",
     QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Messages in"), Form::PerMinute},
    {"broker/load/messages/sent/1min", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Messages out"),
     Form::PerMinute},
    {"broker/load/publish/received/1min",
     QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Published in"), Form::PerMinute},
    {"broker/load/publish/sent/1min", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Published out"),
     Form::PerMinute},
    {"broker/load/publish/dropped/1min", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Dropped"),
     Form::PerMinute},
    {"broker/load/connections/1min", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "New connections"),
     Form::PerMinute},
    {nullptr, QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Messages")},
    {"broker/messages/received", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Received")},
    {"broker/messages/sent", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Sent")},
    {"broker/publish/messages/dropped",
     QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Dropped in all")},
    {"broker/messages/stored", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Stored")},
    {"broker/store/messages/bytes", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Stored payloads"),
     Form::Bytes},
    {"broker/retained messages/count", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Retained")},
    {"broker/subscriptions/count", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Subscriptions")},
    {"broker/shared_subscriptions/count",
     QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Shared subscriptions")},
    {"broker/bytes/received", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Bytes in"), Form::Bytes},
    {"broker/bytes/sent", QT_TRANSLATE_NOOP("Portolan::Ui::SysPage", "Bytes out"), Form::Bytes},
};

QString valueText(const QString &text, Form form)
{
    const QLocale locale;
    bool isNumber = false;
    // mosquitto writes "44 seconds".
    const double number =
        (form == Form::Uptime ? text.section(QLatin1Char(' '), 0, 0) : text).toDouble(&isNumber);
    if (!isNumber)
        return text;
    switch (form) {
    case Form::Bytes:
        return locale.formattedDataSize(static_cast<qint64>(number));
    case Form::PerMinute:
        return SysPage::tr("%1 a second").arg(locale.toString(number / 60.0, 'f', 1));
    case Form::Count:
        return locale.toString(static_cast<qlonglong>(number));
    case Form::Uptime: {
        const auto seconds = static_cast<qint64>(number);
        const QString clock = QStringLiteral("%1:%2:%3")
                                  .arg(seconds / 3600 % 24)
                                  .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
                                  .arg(seconds % 60, 2, 10, QLatin1Char('0'));
        return seconds < 86'400
                   ? clock
                   : SysPage::tr("%n day(s), %1", nullptr, static_cast<int>(seconds / 86'400))
                         .arg(clock);
    }
    case Form::Text:
        break;
    }
    return text;
}

} // namespace

SysPage::SysPage(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent)
    : QWidget(parent)
    , m_inbox(std::move(inbox))
    , m_lead(new QLabel)
    , m_subscribe(new QPushButton)
    , m_draw(new QPushButton)
    , m_fields(new FieldList)
{
    m_lead->setWordWrap(true);
    m_lead->setProperty("quiet", true);
    m_subscribe->setObjectName(QStringLiteral("subscribeSys"));
    auto *inside = new QWidget;
    inside->setProperty("page", true);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(m_lead);
    column->addWidget(m_subscribe, 0, Qt::AlignLeft);
    column->addWidget(m_draw, 0, Qt::AlignLeft);
    column->addWidget(m_fields);
    m_draw->setIcon(symbol(QLatin1String("chart")));
    m_draw->setObjectName(QStringLiteral("drawLoad"));
    m_fields->layout()->setContentsMargins(0, 0, 0, 0);
    connect(m_draw, &QPushButton::clicked, this, [this] {
        for (const char *topic :
             {"$SYS/broker/load/publish/received/1min", "$SYS/broker/load/publish/sent/1min",
              "$SYS/broker/load/publish/dropped/1min", "$SYS/broker/clients/connected"})
            Q_EMIT chartWanted(topic);
    });
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    connect(m_subscribe, &QPushButton::clicked, this, &SysPage::subscribeWanted);
    retranslate();
}

void SysPage::setConnected(bool connected)
{
    m_connected = connected;
    retranslate();
}

void SysPage::setSubscribed(bool subscribed)
{
    m_subscribed = subscribed;
    retranslate();
}

QString SysPage::text() const
{
    return m_fields->text();
}

void SysPage::refresh()
{
    if (!isVisible())
        return;
    QList<FieldList::Field> fields;
    m_inbox->read([&](const Store &store) {
        for (const Row &row : kRows) {
            if (!row.topic) {
                if (!fields.isEmpty() && fields.last().isSection)
                    fields.removeLast();
                fields << FieldList::Field{tr(row.words), {}, {}, true};
                continue;
            }
            const QByteArray topic = QByteArrayLiteral("$SYS/") + row.topic;
            const auto node =
                store.find({topic.constData(), static_cast<std::size_t>(topic.size())});
            const auto last = node == Store::kNone ? std::nullopt : store.last(node);
            if (last)
                fields << FieldList::Field{
                    tr(row.words),
                    valueText(payloadPreview(last->payload, last->payloadSize), row.form),
                    QString::fromUtf8(topic), false, row.form != Form::Text};
        }
    });
    if (!fields.isEmpty() && fields.last().isSection)
        fields.removeLast();
    m_fields->show(fields);
    m_fields->setVisible(!fields.isEmpty());
    m_draw->setVisible(!fields.isEmpty());
    if (fields.isEmpty() && m_subscribed)
        m_lead->setText(tr("Nothing has come below $SYS/broker yet. Many brokers show it to "
                           "administrators only, or not at all."));
    else if (!fields.isEmpty())
        m_lead->setText(tr("What the broker says of itself below $SYS."));
}

void SysPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void SysPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SysPage::retranslate()
{
    m_lead->setText(
        tr("Many brokers tell how they are in topics below $SYS: clients, messages, load."));
    m_subscribe->setText(tr("Subscribe to %1").arg(QStringLiteral("$SYS/#")));
    m_draw->setText(tr("Draw load and clients in the chart"));
    m_subscribe->setVisible(m_connected && !m_subscribed);
    refresh();
}

} // namespace Portolan::Ui
