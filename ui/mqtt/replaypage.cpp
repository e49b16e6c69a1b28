// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/replaypage.h"

#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTime>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QThreadPool>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Pace = Mqtt::ReplayChoice::Pace;

constexpr int kUsualRate = 100;
constexpr int kTableHeight = 120;
constexpr std::chrono::milliseconds kNotable{1000}; // a delay that is told

QString spanText(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    if (seconds < 60)
        return ReplayPage::tr("%1 s").arg(
            QLocale().toString(static_cast<double>(ms) / 1000.0, 'f', 1));
    const auto two = [](qint64 value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (seconds < 86'400)
        return QStringLiteral("%1:%2:%3")
            .arg(two(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60));
    return ReplayPage::tr("%n day(s)", nullptr, static_cast<int>(seconds / 86'400));
}

} // namespace

class ReplayPage::Model : public QAbstractTableModel
{
public:
    void show(std::shared_ptr<const Mqtt::ReplayFile> file)
    {
        beginResetModel();
        m_file = std::move(file);
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() || !m_file
                   ? 0
                   : static_cast<int>(std::min<std::size_t>(m_file->topics.size(), kMostShown));
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const auto &topic = m_file->topics[static_cast<std::size_t>(index.row())];
        if (role == DataTable::SortRole && index.column() > 0)
            return index.column() == 1 ? QVariant(topic.messages) : QVariant(topic.bytes);
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case 0:
            return topicText(
                {topic.topic.constData(), static_cast<std::size_t>(topic.topic.size())});
        case 1:
            return QLocale().toString(topic.messages);
        default:
            return QLocale().toString(topic.bytes);
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        return section == 0   ? ReplayPage::tr("Topic")
               : section == 1 ? ReplayPage::tr("Messages")
                              : ReplayPage::tr("Bytes");
    }

private:
    std::shared_ptr<const Mqtt::ReplayFile> m_file;
};

ReplayPage::ReplayPage(QWidget *parent)
    : QWidget(parent)
    , m_model(std::make_unique<Model>())
    , m_lead(new QLabel)
    , m_path(new ElidedLabel)
    , m_open(new QPushButton)
    , m_facts(new QLabel)
    , m_table(new DataTable)
    , m_form(new FormSection)
    , m_pace(new QComboBox)
    , m_speed(new QDoubleSpinBox)
    , m_rate(new QSpinBox)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
    , m_qos(new QComboBox)
    , m_retain(new QComboBox)
    , m_rest(new QWidget)
    , m_publish(new QPushButton)
    , m_look(new QPushButton)
    , m_progress(new WorkProgress)
    , m_notice(new NoticeBar)
{
    m_lead->setWordWrap(true);
    m_lead->setProperty("quiet", true);
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setObjectName(QStringLiteral("replayFacts"));
    m_open->setObjectName(QStringLiteral("replayOpen"));
    m_table->setObjectName(QStringLiteral("replayTopics"));
    m_table->setNumberColumns({1, 2});
    m_table->setSource(m_model.get());
    m_table->setExportName(QStringLiteral("topics"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setMinimumHeight(kTableHeight);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what the form leaves
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const Pace pace : {Pace::Recorded, Pace::Fixed, Pace::Unbounded})
        m_pace->addItem({}, static_cast<int>(pace));
    m_pace->setObjectName(QStringLiteral("replayPace"));
    m_speed->setRange(0.01, 10'000);
    m_speed->setValue(1);
    m_speed->setDecimals(2);
    m_speed->setObjectName(QStringLiteral("replaySpeed"));
    m_rate->setRange(1, 1'000'000);
    m_rate->setValue(kUsualRate);
    m_rate->setGroupSeparatorShown(true);
    m_rate->setObjectName(QStringLiteral("replayRate"));
    m_from->setObjectName(QStringLiteral("replayFrom"));
    m_to->setObjectName(QStringLiteral("replayTo"));
    for (int qos = -1; qos <= 2; ++qos)
        m_qos->addItem({}, qos);
    m_qos->setObjectName(QStringLiteral("replayQos"));
    for (int retain = -1; retain <= 1; ++retain)
        m_retain->addItem({}, retain);
    m_retain->setObjectName(QStringLiteral("replayRetain"));
    m_publish->setObjectName(QStringLiteral("replayPublish"));
    m_look->setObjectName(QStringLiteral("replayLook"));
    m_progress->hide();
    m_notice->setClosable(true);
    m_notice->setObjectName(QStringLiteral("replayNotice"));
    m_notice->hide();
    m_form->addRow(m_pace);
    m_form->addRow(m_speed);
    m_form->addRow(m_rate);
    m_form->addRow(m_from);
    m_form->addRow(m_to);
    m_form->addRow(m_qos);
    m_form->addRow(m_retain);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::M);
    column->setSpacing(Space::M);
    auto *file = new QHBoxLayout;
    file->setSpacing(Space::M);
    file->addWidget(m_path, 1);
    file->addWidget(m_open);
    column->addWidget(m_lead);
    column->addLayout(file);
    column->addWidget(m_facts);
    column->addWidget(m_table, 1);
    column->addWidget(m_form);
    m_rest->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    column->addWidget(m_rest, 1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::M);
    buttons->addWidget(m_publish, 1);
    buttons->addWidget(m_look);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Space::L, 0, Space::L, Space::L);
    foot->setSpacing(Space::M);
    foot->addLayout(buttons);
    foot->addWidget(m_progress);
    foot->addWidget(m_notice);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(Space::M);
    whole->addWidget(scroll, 1);
    whole->addLayout(foot);
    setFocusProxy(m_open);

    connect(m_open, &QPushButton::clicked, this, &ReplayPage::chooseFile);
    connect(m_pace, &QComboBox::currentIndexChanged, this, &ReplayPage::showPace);
    connect(m_from, &QLineEdit::textChanged, this, &ReplayPage::check);
    connect(m_to, &QLineEdit::textChanged, this, &ReplayPage::check);
    connect(m_publish, &QPushButton::clicked, this, &ReplayPage::ask);
    connect(m_look, &QPushButton::clicked, this, [this] {
        if (m_file)
            Q_EMIT lookWanted(m_file);
    });
    connect(m_progress, &WorkProgress::cancelClicked, this, [this] {
        if (m_replay)
            m_replay->cancel();
    });
    retranslate();
    showPace();
    showFile();
}

ReplayPage::~ReplayPage() = default;

void ReplayPage::setClient(Mqtt::Client *client, const QString &broker)
{
    if (m_replay && m_replay->isRunning()) {
        m_progress->end();
        const QString sentence =
            tr("The replay ended with the connection: %1 of %2 messages were published.")
                .arg(QLocale().toString(m_replay->counts().good()),
                     QLocale().toString(m_replay->counts().all));
        m_notice->show(NoticeBar::Severity::Warning, sentence, {}, {});
        Q_EMIT told(sentence, true);
    }
    m_replay.reset();
    m_client = client;
    m_broker = broker;
    showState();
}

void ReplayPage::setConnected(bool connected)
{
    m_connected = connected;
    showState();
}

QString ReplayPage::droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ||
                   path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)
               ? path
               : QString();
}

void ReplayPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open saved messages"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Messages (*.json)"), tr("All files (*)")});
    if (m_file)
        dialog->setDirectory(QFileInfo(m_file->path).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, &ReplayPage::openFile);
    dialog->open();
}

void ReplayPage::openFile(const QString &path)
{
    if (m_reading || (m_replay && m_replay->isRunning()))
        return;
    m_reading = true;
    m_notice->hide();
    m_path->setText(tr("Reading %1").arg(QFileInfo(path).fileName()));
    showState();
    QThreadPool::globalInstance()->start([guard = QPointer<ReplayPage>(this), path] {
        auto file = Mqtt::openReplayFile(path);
        QMetaObject::invokeMethod(
            qApp,
            [guard, path, file = std::move(file)]() mutable {
                if (guard)
                    guard->take(path, std::move(file));
            },
            Qt::QueuedConnection);
    });
}

void ReplayPage::take(const QString &path, Result<std::shared_ptr<const Mqtt::ReplayFile>> file)
{
    m_reading = false;
    if (file) {
        // A file of a gigabyte in memory takes a while to be given back.
        QThreadPool::globalInstance()->start([old = std::exchange(m_file, *file)] {});
        m_model->show(m_file);
    } else {
        const Error &error = file.error();
        m_notice->show(NoticeBar::Severity::Error,
                       tr("%1 was not read. %2").arg(QFileInfo(path).fileName(), error.what),
                       error.detail, {});
    }
    showFile();
    check();
}

void ReplayPage::showFile()
{
    if (m_reading)
        return;
    if (!m_file) {
        m_path->setText(tr("Open a file, or drop one here."));
        m_facts->hide();
        m_table->hide();
        m_form->hide();
        m_rest->show();
        showState();
        return;
    }
    const QLocale locale;
    const Mqtt::ReplayFile &file = *m_file;
    m_path->setText(file.path);
    QStringList parts{
        tr("%n message(s)", nullptr, static_cast<int>(file.stored.messages.size())),
        tr("%n topic(s)", nullptr, static_cast<int>(file.topics.size())),
        locale.formattedDataSize(file.payloadBytes, 1, QLocale::DataSizeIecFormat),
    };
    if (!file.stored.messages.isEmpty())
        parts << spanText(file.last() - file.first());
    if (file.topics.size() > kMostShown)
        parts << tr("the first %1 topics are listed").arg(locale.toString(kMostShown));
    QStringList lines{parts.join(QStringLiteral("  ·  "))};
    if (!file.stored.messages.isEmpty()) {
        const auto time = [](qint64 ms) {
            return QDateTime::fromMSecsSinceEpoch(ms).toString(
                QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        };
        lines << (file.stored.broker.isEmpty()
                      ? tr("%1 to %2").arg(time(file.first()), time(file.last()))
                      : tr("%1 to %2, received from %3")
                            .arg(time(file.first()), time(file.last()), file.stored.broker));
    }
    if (file.stored.cut > 0)
        lines << tr("%n message(s) left out: only the beginning was saved.", nullptr,
                    static_cast<int>(file.stored.cut));
    m_facts->setText(lines.join(QLatin1Char('\n')));
    m_facts->show();
    m_table->show();
    m_form->show();
    m_rest->hide();
    showState();
}

Mqtt::ReplayChoice ReplayPage::choice() const
{
    Mqtt::ReplayChoice choice;
    choice.pace = static_cast<Pace>(m_pace->currentData().toInt());
    choice.speed = m_speed->value();
    choice.perSecond = m_rate->value();
    choice.from = m_from->text().toUtf8();
    choice.to = m_to->text().toUtf8();
    if (const int qos = m_qos->currentData().toInt(); qos >= 0)
        choice.qos = static_cast<std::uint8_t>(qos);
    if (const int retain = m_retain->currentData().toInt(); retain >= 0)
        choice.retain = retain == 1;
    return choice;
}

void ReplayPage::showPace()
{
    const Pace pace = choice().pace;
    m_form->setRowVisible(m_speed, pace == Pace::Recorded);
    m_form->setRowVisible(m_rate, pace == Pace::Fixed);
}

// What is typed, against the topics of the file.
void ReplayPage::check()
{
    m_form->clearProblems();
    if (m_file) {
        const Mqtt::ReplayChoice wanted = choice();
        if (const auto good = Mqtt::checkReplay(*m_file, wanted); !good)
            m_form->setProblem(m_to, tr("%1 (%2)").arg(good.error().what, good.error().detail));
        else if (!wanted.from.isEmpty() &&
                 std::none_of(m_file->topics.begin(), m_file->topics.end(),
                              [&](const auto &one) { return one.topic.startsWith(wanted.from); }))
            m_form->setProblem(m_from, tr("No topic of the file begins so."));
    }
    showState();
}

void ReplayPage::showState()
{
    const bool busy = m_replay && m_replay->isRunning();
    const auto count = m_file ? static_cast<int>(m_file->stored.messages.size()) : 0;
    m_open->setEnabled(!busy && !m_reading);
    m_form->setEnabled(!busy);
    m_publish->setEnabled(m_client && m_connected && !busy && !m_reading && count > 0 &&
                          !m_form->firstFaulty());
    m_publish->setText(count == 0 ? tr("Publish…") : tr("Publish %n message(s)…", nullptr, count));
    m_publish->setToolTip(m_connected ? QString() : tr("There is no connection to a broker."));
    m_look->setEnabled(!m_connected && !busy && !m_reading && count > 0);
    m_look->setToolTip(m_connected ? tr("While the broker is connected, the tree shows what it "
                                        "sends. Disconnect first.")
                                   : tr("Shows the messages of the file as if they had been "
                                        "received, without a broker"));
}

void ReplayPage::ask()
{
    if (!m_file || !m_client)
        return;
    const Mqtt::ReplayChoice wanted = choice();
    const auto count = static_cast<int>(m_file->stored.messages.size());
    QStringList sentences{
        tr("%n message(s) are published at this broker: %1.", nullptr, count).arg(m_broker)};
    const quint64 kept =
        wanted.retain ? (*wanted.retain ? static_cast<quint64>(count) : 0) : m_file->retained;
    if (kept > 0)
        sentences << tr("%n of them replace(s) what the broker keeps for its topic (retained).",
                        nullptr, static_cast<int>(kept));
    if (m_file->withProperties > 0 && m_client->target().version == Mqtt::Version::V311)
        sentences << tr("%n of them lose(s) properties, which MQTT 3.1.1 does not have.", nullptr,
                        static_cast<int>(m_file->withProperties));
    confirm(
        this, tr("Publish saved messages"), sentences.join(QLatin1Char('\n')), tr("Publish"),
        [this] { start(); }, kept > 0 ? ConfirmDialog::Risk::Lasting : ConfirmDialog::Risk::Ends);
}

void ReplayPage::start()
{
    if (!m_file || !m_client || (m_replay && m_replay->isRunning()))
        return;
    m_notice->hide();
    m_replay = std::make_unique<Mqtt::Replay>(*m_client, m_file, choice());
    connect(m_replay.get(), &Mqtt::Replay::progress, this, &ReplayPage::showProgress);
    connect(m_replay.get(), &Mqtt::Replay::finished, this, &ReplayPage::finish);
    m_progress->begin(WorkProgress::Unit::Items);
    m_replay->start();
    showState();
}

void ReplayPage::showProgress()
{
    const auto &counts = m_replay->counts();
    QString step =
        m_replay->isWaiting() ? tr("Waits for the connection") : tr("Publishing saved messages");
    if (counts.refused + counts.lost > 0)
        step += QStringLiteral("  ·  ") +
                tr("%1 failed").arg(QLocale().toString(counts.refused + counts.lost));
    m_progress->setStep(step);
    m_progress->setDone(counts.settled(), counts.all);
    const auto left = m_replay->timeLeft();
    m_progress->setTimeLeft(
        left ? std::optional(std::chrono::duration_cast<std::chrono::seconds>(*left))
             : std::nullopt);
}

void ReplayPage::finish()
{
    const auto &counts = m_replay->counts();
    const QLocale locale;
    m_progress->end();
    QStringList sentences{(m_replay->wasCancelled()
                               ? tr("Cancelled: %1 of %2 messages were published.")
                               : tr("%1 of %2 messages were published."))
                              .arg(locale.toString(counts.good()), locale.toString(counts.all))};
    if (counts.refused > 0)
        sentences << tr("The broker refused %1.").arg(locale.toString(counts.refused));
    if (counts.lost > 0)
        sentences
            << tr("Of %1 nobody knows, or they were not sent.").arg(locale.toString(counts.lost));
    if (m_replay->worstDelay() > kNotable)
        sentences << tr("The broker did not keep up: up to %1 later than recorded.")
                         .arg(spanText(m_replay->worstDelay().count()));
    const bool bad = counts.good() < counts.all;
    const QString sentence = sentences.join(QLatin1Char(' '));
    m_notice->show(bad ? NoticeBar::Severity::Warning : NoticeBar::Severity::Info, sentence,
                   m_replay->error() ? m_replay->error()->what : QString(), {});
    Q_EMIT told(sentence, bad);
    showState();
}

void ReplayPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReplayPage::retranslate()
{
    m_lead->setText(tr("Publishes what was exported here again, in the order of its times."));
    m_open->setText(tr("Open…"));
    m_table->setEmptyText(tr("There is no message in this file."));
    m_form->setLabel(m_pace, tr("Pace"));
    m_pace->setItemText(0, tr("As recorded"));
    m_pace->setItemText(1, tr("At a fixed rate"));
    m_pace->setItemText(2, tr("As fast as it goes"));
    m_form->setLabel(m_speed, tr("Speed"));
    m_speed->setSuffix(tr(" times"));
    m_form->setLabel(m_rate, tr("Rate"));
    m_rate->setSuffix(tr(" a second"));
    m_form->setLabel(m_from, tr("Topic prefix"));
    m_from->setPlaceholderText(tr("Such as site/; empty: before all"));
    m_form->setLabel(m_to, tr("New prefix"));
    m_to->setPlaceholderText(tr("Such as test/site/"));
    m_form->setLabel(m_qos, tr("QoS"));
    m_form->setLabel(m_retain, tr("Retain"));
    m_qos->setItemText(0, tr("As recorded"));
    for (int qos = 0; qos <= 2; ++qos)
        m_qos->setItemText(qos + 1, QString::number(qos));
    m_retain->setItemText(0, tr("As recorded"));
    m_retain->setItemText(1, tr("No"));
    m_retain->setItemText(2, tr("Yes"));
    m_look->setText(tr("Show in the tree"));
    showFile();
}

} // namespace Portolan::Ui
