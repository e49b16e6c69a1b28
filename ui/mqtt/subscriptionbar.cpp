// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/subscriptionbar.h"

#include "core/mqtt/mosquittocommand.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/topicfilter.h"
#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kFieldWidth = 220;
constexpr int kMostChip = 260;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

SubscriptionBar::SubscriptionBar(QWidget *parent)
    : QWidget(parent)
    , m_flow(new FlowLayout(Space::S))
    , m_filter(new QLineEdit)
    , m_qos(new QComboBox)
    , m_options(new QToolButton)
    , m_noLocal(new QAction(this))
    , m_omitRetained(new QAction(this))
    , m_copy(new QAction(this))
    , m_add(new QPushButton)
    , m_problem(new QLabel)
{
    setProperty("bar", true);
    m_filter->setObjectName(QStringLiteral("subscribeFilter"));
    m_filter->setFixedWidth(kFieldWidth);
    m_filter->setMaxLength(65535);
    m_qos->setObjectName(QStringLiteral("subscribeQos"));
    for (int qos = 0; qos < 3; ++qos)
        m_qos->addItem(QString());
    m_add->setObjectName(QStringLiteral("subscribe"));
    m_add->setAutoDefault(false);
    m_options->setIcon(symbol(QLatin1String("menu")));
    m_options->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_options);
    for (QAction *action : {m_noLocal, m_omitRetained}) {
        action->setCheckable(true);
        menu->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(m_copy);
    m_copy->setIcon(symbol(QLatin1String("terminal")));
    connect(m_copy, &QAction::triggered, this, &SubscriptionBar::commandWanted);
    m_options->setMenu(menu);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();

    auto *form = new QWidget;
    auto *row = new QHBoxLayout(form);
    row->setContentsMargins(0, 0, Space::M, 0);
    row->setSpacing(Space::S);
    row->addWidget(m_filter);
    row->addWidget(m_qos);
    row->addWidget(m_options);
    row->addWidget(m_add);
    m_flow->addWidget(form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    column->setSpacing(Space::S);
    column->addLayout(m_flow);
    column->addWidget(m_problem);

    connect(m_filter, &QLineEdit::returnPressed, this, &SubscriptionBar::add);
    connect(m_filter, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    connect(m_add, &QPushButton::clicked, this, &SubscriptionBar::add);
    retranslate();
}

void SubscriptionBar::setVersion(Mqtt::Version version)
{
    m_version = version;
    for (QAction *action : {m_noLocal, m_omitRetained})
        action->setVisible(version == Mqtt::Version::V5);
}

bool SubscriptionBar::isEverything(const QByteArray &filter)
{
    const std::string_view inner = Mqtt::withoutShare(viewOf(filter));
    return inner == "#" || inner == "+/#" || inner == "/#";
}

void SubscriptionBar::ask(const QByteArray &filter)
{
    m_filter->setText(QString::fromUtf8(filter));
    add();
}

void SubscriptionBar::focusField()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SubscriptionBar::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_filter->setProperty("bad", !sentence.isEmpty());
    m_filter->style()->polish(m_filter);
}

void SubscriptionBar::add()
{
    const QByteArray filter = m_filter->text().toUtf8();
    if (filter.isEmpty()) {
        m_filter->setFocus();
        return;
    }
    if (Mqtt::isMosquittoCommand(m_filter->text())) {
        addFromCommand();
        return;
    }
    if (const auto good = Mqtt::checkTopicFilter(viewOf(filter)); !good) {
        setProblem(good.error().what);
        m_filter->setFocus();
        return;
    }
    Mqtt::Subscription wanted;
    wanted.filter = filter;
    wanted.qos = static_cast<std::uint8_t>(m_qos->currentIndex());
    wanted.noLocal = m_noLocal->isChecked();
    if (m_omitRetained->isChecked())
        wanted.retainHandling = Mqtt::RetainHandling::Omit;
    setProblem({});
    const auto go = [this, wanted] {
        m_filter->clear();
        Q_EMIT subscribeWanted(wanted);
    };
    if (!isEverything(filter)) {
        go();
        return;
    }
    askForEverything(filter, go);
}

// What somebody would type into a shell: its filters, at the broker of this tab.
void SubscriptionBar::addFromCommand()
{
    const auto command = Mqtt::readMosquittoCommand(m_filter->text());
    if (!command) {
        setProblem(command.error().what);
        return;
    }
    if (command->publication) {
        setProblem(tr("mosquitto_pub publishes: paste it into the topic of the form to publish."));
        return;
    }
    const QList<Mqtt::Subscription> all = command->target.subscriptions;
    const auto go = [this, all] {
        m_filter->clear();
        for (const Mqtt::Subscription &one : all)
            Q_EMIT subscribeWanted(one);
    };
    setProblem({});
    const auto everything = std::find_if(all.begin(), all.end(),
                                         [](const auto &one) { return isEverything(one.filter); });
    if (everything == all.end())
        go();
    else
        askForEverything(everything->filter, go);
}

void SubscriptionBar::askForEverything(const QByteArray &filter, const std::function<void()> &go)
{
    confirm(this, tr("Everything?"),
            tr("%1 asks the broker for every message of everybody. On a busy broker that is more "
               "than it or the network may carry, and some brokers cut such clients off. A filter "
               "such as site/+/status asks for what you need.")
                .arg(QString::fromUtf8(filter)),
            tr("Subscribe to everything"), go, ConfirmDialog::Risk::Lasting);
}

void SubscriptionBar::show(const QList<Mqtt::Subscription> &subscriptions)
{
    m_subscriptions = subscriptions;
    showChips();
}

void SubscriptionBar::noteOutcome(const Mqtt::SubscribeOutcome &outcome)
{
    m_outcomes.insert(outcome.asked.filter, outcome);
    showChips();
}

void SubscriptionBar::forgetOutcomes()
{
    m_outcomes.clear();
    showChips();
}

void SubscriptionBar::showChips()
{
    for (QWidget *chip : std::as_const(m_chips)) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // one of its buttons may be telling
    }
    m_chips.clear();
    for (const Mqtt::Subscription &subscription : std::as_const(m_subscriptions)) {
        auto *chip = new QFrame;
        chip->setProperty("chip", true);
        chip->setObjectName(QStringLiteral("subscription"));
        auto *row = new QHBoxLayout(chip);
        row->setContentsMargins(Space::M, 1, 2, 1);
        row->setSpacing(Space::S);
        auto *name = new QLabel;
        name->setTextFormat(Qt::PlainText);
        const QString filter = topicText(viewOf(subscription.filter));
        name->setText(fontMetrics().elidedText(filter, Qt::ElideMiddle, kMostChip));
        auto *state = new QLabel;
        state->setTextFormat(Qt::PlainText);
        state->setProperty("quiet", true);
        QString tip = filter;
        const auto outcome = m_outcomes.constFind(subscription.filter);
        if (outcome == m_outcomes.cend()) {
            state->setText(tr("QoS %1…", "asked for").arg(subscription.qos));
            tip += QLatin1Char('\n') + tr("Not answered by the broker yet.");
        } else if (outcome->granted) {
            state->setText(tr("QoS %1").arg(outcome->reason));
            tip += QLatin1Char('\n') + tr("Asked for QoS %1, granted QoS %2. A grant does not "
                                          "prove that messages come: brokers may hold back what "
                                          "you are not allowed to read.")
                                           .arg(subscription.qos)
                                           .arg(outcome->reason);
        } else {
            state->setText(tr("refused"));
            state->setProperty("quiet", false);
            state->setProperty("bad", true);
            tip += QLatin1Char('\n') + Mqtt::reasonSentence(Mqtt::Packet::Suback, outcome->reason);
        }
        chip->setToolTip(tip);
        auto *remove = new QToolButton;
        remove->setIcon(symbol(QLatin1String("close")));
        remove->setIconSize({12, 12});
        remove->setToolTip(tr("Unsubscribe"));
        remove->setAccessibleName(tr("Unsubscribe from %1").arg(filter));
        row->addWidget(name);
        row->addWidget(state);
        row->addWidget(remove);
        connect(remove, &QToolButton::clicked, this, [this, filter = subscription.filter] {
            m_outcomes.remove(filter);
            Q_EMIT unsubscribeWanted(filter);
        });
        m_flow->addWidget(chip);
        chip->show();
        m_chips.append(chip);
    }
    updateGeometry();
}

void SubscriptionBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SubscriptionBar::retranslate()
{
    m_filter->setPlaceholderText(tr("Topic filter, such as site/+/status"));
    m_filter->setAccessibleName(tr("Topic filter to subscribe to"));
    m_filter->setToolTip(
        tr("+ stands for one level, # at the end for all below. $share/group/filter shares the "
           "messages with others. A command line of mosquitto_sub is understood too."));
    for (int qos = 0; qos < 3; ++qos)
        m_qos->setItemText(qos, tr("QoS %1").arg(qos));
    m_qos->setItemData(0, tr("At most once"), Qt::ToolTipRole);
    m_qos->setItemData(1, tr("At least once"), Qt::ToolTipRole);
    m_qos->setItemData(2, tr("Exactly once"), Qt::ToolTipRole);
    m_qos->setAccessibleName(tr("QoS to ask for"));
    m_options->setToolTip(tr("Options of the subscription"));
    m_options->setAccessibleName(tr("Options of the subscription"));
    m_noLocal->setText(tr("Without what this connection publishes (no local)"));
    m_omitRetained->setText(tr("Without what is retained already"));
    m_copy->setText(tr("Copy the subscriptions as mosquitto_sub"));
    m_add->setText(tr("Subscribe"));
    showChips();
}

} // namespace Portolan::Ui
