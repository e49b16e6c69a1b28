// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sessionpage.h"

#include "ui/ssh/hostkeyfacts.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/keyview.h"
#include "ui/widgets/metrictext.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QFrame>
#include <QLocale>
#include <QScrollArea>
#include <QStringList>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

using Unit = MetricSample::Unit;

QString value(const char *name, std::optional<double> number, Unit unit)
{
    return metricValue({.name = QLatin1String(name), .value = number, .unit = unit});
}

QString bothWays(const QString &in, const QString &out)
{
    return in == out ? in : SessionPage::tr("%1 in, %2 out").arg(in, out);
}

} // namespace

SessionPage::SessionPage(QWidget *parent)
    : QWidget(parent)
    , m_bar(new ConnectionBar(this))
    , m_fields(new FieldList)
{
    m_fields->setProperty("page", true);
    auto *line = new QFrame(this);
    line->setProperty("hairline", true);
    auto *page = new QWidget;
    page->setProperty("page", true);
    auto *inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, Space::M, 0, 0);
    inner->addWidget(m_fields);
    inner->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(line);
    column->addWidget(scroll, 1);
    setFocusProxy(scroll);
    showFacts();
}

void SessionPage::setPlace(const QString &address, const QString &user)
{
    m_bar->setPlace(address, user);
}

void SessionPage::setState(Panel::State state)
{
    m_state = state;
    showFacts();
}

void SessionPage::setConnection(const std::shared_ptr<Ssh::Connection> &connection)
{
    if (const auto before = m_connection.lock())
        before->disconnect(this);
    m_connection = connection;
    if (connection) {
        connect(connection.get(), &Ssh::Connection::stateChanged, this, &SessionPage::showFacts);
        connect(connection.get(), &Ssh::Connection::metrics, this, [this] {
            if (isVisible())
                showFacts();
        });
    }
    showFacts();
}

void SessionPage::setTraffic(std::function<Ssh::ChannelTraffic()> traffic)
{
    m_traffic = std::move(traffic);
    showFacts();
}

void SessionPage::showFacts()
{
    using State = ConnectionBar::State;
    State state = State::Idle;
    switch (m_state) {
    case Panel::State::Idle:
    case Panel::State::Ended:
        break;
    case Panel::State::Connecting:
        state = State::Busy;
        break;
    case Panel::State::Connected:
        state = State::Connected;
        break;
    case Panel::State::Lost:
    case Panel::State::Failed:
        state = State::Problem;
        break;
    }
    m_bar->setState(state, Panel::stateName(m_state));

    const auto connection = m_connection.lock();
    const bool isReady = connection && connection->state() == Ssh::Connection::State::Ready;
    if (!connection || connection->sessionFacts().hostKeyType.isEmpty()) {
        m_bar->setSecurity(ConnectionBar::Security::Unknown);
        m_fields->show({{.name = tr("Nothing was agreed with the server yet."),
                         .value = {},
                         .isSection = true}});
        return;
    }
    const Ssh::SessionFacts &facts = connection->sessionFacts();
    m_bar->setSecurity(isReady ? ConnectionBar::Security::Verified
                               : ConnectionBar::Security::Unknown,
                       [key = hostKeyViewOf(*connection)] {
                           auto *view = new KeyView;
                           view->showHostKey(key);
                           return view;
                       });
    const auto milliseconds = [](std::chrono::milliseconds time) {
        return value("", static_cast<double>(time.count()), Unit::Milliseconds);
    };
    QStringList way;
    for (const Ssh::Jump &jump : connection->options().jumps)
        way.append(jump.target.display());
    QList<FieldList::Field> fields{
        {.name = tr("Server"), .value = {}, .isSection = true},
        {.name = tr("Software"), .value = facts.serverBanner},
        {.name = tr("Address"), .value = facts.address},
        {.name = tr("By way of"), .value = way.join(QStringLiteral(" → "))},
        {.name = tr("Encryption"), .value = {}, .isSection = true},
        {.name = tr("Key exchange"), .value = facts.keyExchange},
        {.name = tr("Cipher"), .value = bothWays(facts.cipherIn, facts.cipherOut)},
        {.name = tr("MAC"),
         .value = facts.macIn.isEmpty() && facts.macOut.isEmpty()
                      ? tr("part of the cipher")
                      : bothWays(facts.macIn, facts.macOut)},
        {.name = tr("Host key"), .value = facts.hostKeyType},
        {.name = QStringLiteral("SHA256"),
         .value = QString(facts.hostKeySha256).remove(QStringLiteral("SHA256:"))}};
    if (!facts.authMethods.isEmpty()) {
        fields.append({.name = tr("Login"), .value = {}, .isSection = true});
        fields.append({.name = tr("User"), .value = facts.user});
        fields.append(
            {.name = tr("Proven by"), .value = facts.authMethods.join(QStringLiteral(", "))});
    }
    fields.append({.name = tr("Times"), .value = {}, .isSection = true});
    fields.append({.name = tr("Name lookup"), .value = milliseconds(facts.resolveTime)});
    fields.append({.name = tr("TCP connection"), .value = milliseconds(facts.connectTime)});
    fields.append({.name = tr("Key exchange"), .value = milliseconds(facts.keyExchangeTime)});
    if (isReady) {
        const Ssh::Metrics &now = connection->lastMetrics();
        const auto count = [](quint64 number) { return static_cast<double>(number); };
        fields.append({.name = tr("Login"),
                       .value = milliseconds(facts.loginTime),
                       .tip = tr("With the time in which questions were answered.")});
        fields.append({.name = tr("Traffic"), .value = {}, .isSection = true});
        fields.append({.name = tr("RTT"), .value = value("rtt_ms", now.rttMs, Unit::Milliseconds)});
        fields.append({.name = tr("Keepalives"),
                       .value = tr("%1 of %2 answered")
                                    .arg(QLocale().toString(now.keepalivesAnswered),
                                         QLocale().toString(now.keepalivesSent))});
        fields.append({.name = tr("Rekeys"), .value = value("", count(now.rekeys), Unit::Count)});
        fields.append(
            {.name = tr("Received"), .value = value("", count(now.bytesIn), Unit::Bytes)});
        fields.append({.name = tr("Sent"), .value = value("", count(now.bytesOut), Unit::Bytes)});
        fields.append({.name = tr("Open channels"),
                       .value = value("", static_cast<double>(now.channels), Unit::Count)});
    }
    if (isReady && m_traffic) {
        const Ssh::ChannelTraffic now = m_traffic();
        const auto bytes = [](quint64 number) {
            return value("", static_cast<double>(number), Unit::Bytes);
        };
        fields.append({.name = tr("Channel of this tab"), .value = {}, .isSection = true});
        fields.append({.name = tr("Received"), .value = bytes(now.received)});
        fields.append({.name = tr("Sent"), .value = bytes(now.sent)});
        fields.append({.name = tr("Window out"),
                       .value = bytes(now.window),
                       .tip = tr("How much the server takes before it has to ask for more.")});
        fields.append({.name = tr("Window in"),
                       .value = value("", std::nullopt, Unit::Bytes),
                       .tip = tr("What the server may still send here; the SSH library does not "
                                 "tell it.")});
    }
    m_fields->show(fields);
}

void SessionPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showFacts();
    QWidget::changeEvent(event);
}

void SessionPage::showEvent(QShowEvent *event)
{
    showFacts();
    QWidget::showEvent(event);
}

} // namespace Portolan::Ui
