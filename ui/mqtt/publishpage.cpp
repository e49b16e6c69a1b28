// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/publishpage.h"

#include "core/mqtt/mosquittocommand.h"
#include "core/mqtt/reasoncode.h"
#include "core/mqtt/topicfilter.h"
#include "core/store/settings.h"
#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr char kSavedKey[] = "mqtt/saved-messages";
constexpr qsizetype kMostSavedPayload = 64 * 1024;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Result<QByteArray> fromHex(const QString &text)
{
    QByteArray digits;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace() || c == QLatin1Char(':') || c == QLatin1Char(','))
            continue;
        const char digit = c.toLatin1();
        if (digit == 'x' && !digits.isEmpty() && digits.endsWith('0') && digits.size() % 2 == 1) {
            digits.chop(1); // 0x in front of a byte
            continue;
        }
        if (!std::isxdigit(static_cast<unsigned char>(digit)) || digit == 0)
            return failure(
                Error::Kind::Usage,
                PublishPage::tr("Character %1 is no hexadecimal digit: %2").arg(i + 1).arg(c));
        digits.append(digit);
    }
    if (digits.size() % 2 != 0)
        return failure(Error::Kind::Usage,
                       PublishPage::tr("A byte has two hexadecimal digits; one is left over."));
    return QByteArray::fromHex(digits);
}

QString timeText(std::chrono::microseconds time)
{
    const double ms = static_cast<double>(time.count()) / 1000.0;
    return QLocale().toString(ms, 'f', ms < 10 ? 2 : ms < 100 ? 1 : 0);
}

} // namespace

PublishPage::PublishPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_topic(new QLineEdit)
    , m_qos(new QComboBox)
    , m_retain(new QCheckBox)
    , m_form(new QComboBox)
    , m_payload(new QPlainTextEdit)
    , m_fileRow(new QWidget)
    , m_file(new QLabel)
    , m_browse(new QPushButton)
    , m_problem(new QLabel)
    , m_more(new QToolButton)
    , m_properties(new QWidget)
    , m_propertyRows(new QFormLayout(m_properties))
    , m_contentType(new QLineEdit)
    , m_response(new QLineEdit)
    , m_correlation(new QLineEdit)
    , m_expiry(new QSpinBox)
    , m_isText(new QCheckBox)
    , m_user(new QPlainTextEdit)
    , m_repeat(new QToolButton)
    , m_repetition(new QWidget)
    , m_repetitionRows(new QFormLayout(m_repetition))
    , m_count(new QSpinBox)
    , m_interval(new QSpinBox)
    , m_expand(new QCheckBox)
    , m_publish(new QPushButton)
    , m_stop(new QPushButton)
    , m_result(new QLabel)
    , m_savedHead(new QLabel)
    , m_savedList(new QListWidget)
    , m_save(new QToolButton)
    , m_remove(new QToolButton)
    , m_command(new QToolButton)
{
    m_topic->setObjectName(QStringLiteral("publishTopic"));
    m_topic->setMaxLength(65535);
    m_qos->setObjectName(QStringLiteral("publishQos"));
    m_retain->setObjectName(QStringLiteral("publishRetain"));
    m_form->setObjectName(QStringLiteral("publishForm"));
    m_payload->setObjectName(QStringLiteral("publishPayload"));
    m_publish->setObjectName(QStringLiteral("publish"));
    m_stop->setObjectName(QStringLiteral("stopPublishing"));
    m_result->setObjectName(QStringLiteral("publishResult"));
    m_savedList->setObjectName(QStringLiteral("savedMessages"));
    for (int qos = 0; qos < 3; ++qos)
        m_qos->addItem(QStringLiteral("QoS 0"));
    for (int i = 0; i < 4; ++i)
        m_form->addItem(QString());
    m_payload->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_payload->setProperty("tall", true);
    m_payload->setTabChangesFocus(true);
    m_payload->installEventFilter(this);
    m_topic->installEventFilter(this);
    m_problem->setProperty("bad", true);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    m_file->setWordWrap(true);
    m_file->setTextFormat(Qt::PlainText);
    m_user->setFixedHeight(64);
    m_user->setTabChangesFocus(true);
    m_user->setObjectName(QStringLiteral("publishUserProperties"));
    m_expiry->setRange(0, 2147483647);
    m_count->setRange(0, 100'000'000);
    m_count->setValue(10);
    m_count->setObjectName(QStringLiteral("repeatCount"));
    m_interval->setRange(0, 86'400'000);
    m_interval->setValue(1000);
    m_interval->setObjectName(QStringLiteral("repeatInterval"));
    makeFold(m_more, m_properties);
    makeFold(m_repeat, m_repetition);
    m_repeat->setObjectName(QStringLiteral("repeat"));

    auto *deliveryLine = new QHBoxLayout;
    deliveryLine->setSpacing(Space::M);
    deliveryLine->addWidget(m_qos);
    deliveryLine->addWidget(m_retain);
    deliveryLine->addStretch(1);
    deliveryLine->addWidget(m_form);
    auto *fileLine = new QHBoxLayout(m_fileRow);
    fileLine->setContentsMargins(0, 0, 0, 0);
    fileLine->addWidget(m_file, 1);
    fileLine->addWidget(m_browse);
    for (QFormLayout *rows : {m_propertyRows, m_repetitionRows}) {
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setHorizontalSpacing(Space::M);
        rows->setVerticalSpacing(Space::S);
        rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_contentType, m_response, m_correlation,
                                                           m_expiry, m_isText, m_user})
        m_propertyRows->addRow(new QLabel, field);
    for (QWidget *field : std::initializer_list<QWidget *>{m_count, m_interval, m_expand})
        m_repetitionRows->addRow(new QLabel, field);

    auto *inside = new QWidget;
    inside->setProperty("page", true);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(m_topic);
    column->addLayout(deliveryLine);
    column->addWidget(m_payload, 1);
    column->addWidget(m_fileRow);
    column->addWidget(m_problem);
    column->addWidget(m_more);
    column->addWidget(m_properties);
    column->addWidget(m_repeat);
    column->addWidget(m_repetition);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::M);
    buttons->addWidget(m_publish, 1);
    buttons->addWidget(m_stop);
    column->addLayout(buttons);
    column->addWidget(m_result);
    auto *savedLine = new QHBoxLayout;
    savedLine->addWidget(m_savedHead, 1);
    savedLine->addWidget(m_command);
    savedLine->addWidget(m_save);
    savedLine->addWidget(m_remove);
    m_savedHead->setProperty("strong", true);
    m_save->setIcon(symbol(QLatin1String("save")));
    m_remove->setIcon(symbol(QLatin1String("trash")));
    m_command->setIcon(symbol(QLatin1String("terminal")));
    m_command->setObjectName(QStringLiteral("copyPublishCommand"));
    column->addLayout(savedLine);
    m_savedList->setMinimumHeight(70);
    m_savedList->setProperty("flat", true);
    m_savedList->setTextElideMode(Qt::ElideRight);
    m_savedList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_savedList, 1);
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    setFocusProxy(m_topic);
    setPrimary(*m_publish, true);

    connect(m_repeat, &QToolButton::toggled, this, [this] { retranslate(); });
    connect(m_form, &QComboBox::currentIndexChanged, this, &PublishPage::showForm);
    connect(m_payload, &QPlainTextEdit::textChanged, this, [this] { check(); });
    connect(m_topic, &QLineEdit::textChanged, this, [this] { check(); });
    connect(m_topic, &QLineEdit::textEdited, this, &PublishPage::takeCommand);
    connect(m_command, &QToolButton::clicked, this, &PublishPage::copyCommand);
    connect(m_browse, &QPushButton::clicked, this, &PublishPage::chooseFile);
    connect(m_publish, &QPushButton::clicked, this, &PublishPage::publish);
    connect(m_stop, &QPushButton::clicked, this, &PublishPage::stop);
    connect(m_save, &QToolButton::clicked, this, &PublishPage::saveMessage);
    connect(m_savedList, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { takeSaved(m_savedList->row(item)); });
    connect(m_savedList, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { takeSaved(m_savedList->row(item)); });
    connect(m_remove, &QToolButton::clicked, this, [this] {
        const int row = m_savedList->currentRow();
        if (row < 0)
            return;
        m_saved.removeAt(row);
        m_settings.set(kSavedKey,
                       QString::fromUtf8(QJsonDocument(m_saved).toJson(QJsonDocument::Compact)));
    });
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(kSavedKey))
            showSaved();
    });
    retranslate();
    showSaved();
    showForm();
}

PublishPage::~PublishPage() = default;

PublishPage::Form PublishPage::form() const
{
    return static_cast<Form>(m_form->currentIndex());
}

void PublishPage::setClient(Mqtt::Client *client)
{
    m_plan.reset();
    if (m_client)
        m_client->disconnect(this);
    m_client = client;
    if (client) {
        connect(client, &Mqtt::Client::published, this, &PublishPage::showOutcomes);
        const bool five = client->target().version == Mqtt::Version::V5;
        m_more->setVisible(five);
        if (!five)
            m_more->setChecked(false);
    }
    showResult({});
    check();
}

void PublishPage::setConnected(bool connected)
{
    m_connected = connected;
    check();
}

void PublishPage::setTopic(const QByteArray &topic)
{
    m_topic->setText(QString::fromUtf8(topic));
}

void PublishPage::setPublication(const Mqtt::Publication &publication)
{
    setTopic(publication.topic);
    m_qos->setCurrentIndex(publication.qos);
    m_retain->setChecked(publication.retain);
    const bool isText = isShownText(viewOf(publication.payload), false);
    if (isText) {
        QJsonParseError error{};
        const auto json = QJsonDocument::fromJson(publication.payload, &error);
        m_form->setCurrentIndex(static_cast<int>(error.error == QJsonParseError::NoError &&
                                                         (json.isObject() || json.isArray())
                                                     ? Form::Json
                                                     : Form::Text));
        m_payload->setPlainText(QString::fromUtf8(publication.payload));
    } else {
        m_form->setCurrentIndex(static_cast<int>(Form::Hex));
        m_payload->setPlainText(QString::fromLatin1(publication.payload.toHex(' ')));
    }
    const Mqtt::Properties &all = publication.properties;
    const auto text = [](const std::optional<QByteArray> &bytes) {
        return bytes ? QString::fromUtf8(*bytes) : QString();
    };
    m_contentType->setText(text(all.contentType));
    m_response->setText(text(all.responseTopic));
    m_correlation->setText(text(all.correlation));
    m_expiry->setValue(
        static_cast<int>(std::min<std::uint32_t>(all.expirySeconds.value_or(0), 2147483647)));
    m_isText->setChecked(all.payloadIsText.value_or(false));
    QStringList lines;
    for (const auto &[name, value] : all.user)
        lines << QStringLiteral("%1: %2").arg(QString::fromUtf8(name), QString::fromUtf8(value));
    m_user->setPlainText(lines.join(QLatin1Char('\n')));
    if (!all.isEmpty() && m_more->isVisibleTo(this))
        m_more->setChecked(true);
    check();
}

Result<QByteArray> PublishPage::payload() const
{
    const QString text = m_payload->toPlainText();
    switch (form()) {
    case Form::Text:
        return text.toUtf8();
    case Form::Json: {
        const QByteArray bytes = text.toUtf8();
        // A single value is a JSON text too (RFC 8259, section 2); QJsonDocument wants a container.
        QJsonParseError error{};
        QJsonDocument::fromJson("[" + bytes + "]", &error);
        if (error.error == QJsonParseError::NoError && !bytes.trimmed().isEmpty())
            return bytes;
        const qsizetype at = std::clamp<qsizetype>(error.offset - 1, 0, bytes.size());
        const QByteArray before = bytes.left(at);
        return failure(Error::Kind::Usage, tr("This is no JSON: line %1, column %2: %3")
                                               .arg(before.count('\n') + 1)
                                               .arg(at - before.lastIndexOf('\n'))
                                               .arg(error.errorString()));
    }
    case Form::Hex:
        return fromHex(text);
    case Form::File:
        if (m_filePath.isEmpty())
            return failure(Error::Kind::Usage, tr("Choose the file that is to be published."));
        return m_filePayload;
    }
    return QByteArray();
}

Result<Mqtt::Publication> PublishPage::publication()
{
    Mqtt::Publication made;
    made.topic = m_topic->text().toUtf8();
    if (const auto good = Mqtt::checkTopicName(viewOf(made.topic)); !good) {
        check(good.error().what);
        m_topic->setFocus();
        return tl::unexpected(good.error());
    }
    auto bytes = payload();
    if (!bytes) {
        check(bytes.error().what);
        m_payload->setFocus();
        return tl::unexpected(bytes.error());
    }
    made.payload = std::move(*bytes);
    made.qos = static_cast<std::uint8_t>(m_qos->currentIndex());
    made.retain = m_retain->isChecked();
    if (!m_more->isChecked())
        return made;
    Mqtt::Properties &all = made.properties;
    const auto text = [](const QLineEdit *edit) -> std::optional<QByteArray> {
        return edit->text().isEmpty() ? std::nullopt : std::optional(edit->text().toUtf8());
    };
    all.contentType = text(m_contentType);
    all.responseTopic = text(m_response);
    all.correlation = text(m_correlation);
    if (m_expiry->value() > 0)
        all.expirySeconds = static_cast<std::uint32_t>(m_expiry->value());
    if (m_isText->isChecked())
        all.payloadIsText = true;
    for (const QString &line : m_user->toPlainText().split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon < 0) {
            const QString why = tr("A user property is a line such as name: value.");
            check(why);
            return failure(Error::Kind::Usage, why);
        }
        all.user.append(
            {line.left(colon).trimmed().toUtf8(), line.mid(colon + 1).trimmed().toUtf8()});
    }
    return made;
}

// A command line of mosquitto_pub, pasted where the topic stands, fills the form.
void PublishPage::takeCommand(const QString &text)
{
    if (!Mqtt::isMosquittoCommand(text) || !text.contains(QLatin1String(" -t")))
        return;
    const auto command = Mqtt::readMosquittoCommand(text);
    if (!command || !command->publication)
        return; // it may still be typed; what is wrong with it as a topic is said anyway
    setPublication(*command->publication);
    showResult(command->leftOut.isEmpty() ? tr("Taken over from the command.")
                                          : tr("Taken over from the command, without %1.")
                                                .arg(command->leftOut.join(QStringLiteral(", "))));
}

void PublishPage::copyCommand()
{
    if (!m_client)
        return;
    const auto made = publication();
    if (!made)
        return;
    const auto command = Mqtt::publishCommand(m_client->target(), *made);
    if (!command) {
        showResult(command.error().what, true);
        return;
    }
    QApplication::clipboard()->setText(*command);
    showResult(tr("The command is in the clipboard, without the password."));
}

void PublishPage::check(const QString &problem)
{
    QString sentence = problem;
    const QByteArray topic = m_topic->text().toUtf8();
    bool badTopic = false;
    if (!topic.isEmpty()) {
        if (const auto good = Mqtt::checkTopicName(viewOf(topic)); !good) {
            sentence = good.error().what;
            badTopic = true;
        }
    }
    const bool isTyped = form() == Form::Hex || form() == Form::Json;
    if (sentence.isEmpty() && isTyped && !m_payload->toPlainText().isEmpty()) {
        if (const auto bytes = payload(); !bytes)
            sentence = bytes.error().what;
    }
    if (m_topic->property("bad").toBool() != badTopic) {
        m_topic->setProperty("bad", badTopic);
        m_topic->style()->polish(m_topic);
    }
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_publish->setEnabled(m_client && m_connected && !isRunning());
    m_publish->setToolTip(m_connected ? tr("Ctrl+Enter in the fields does it too.")
                                      : tr("There is no connection."));
    m_stop->setVisible(isRunning());
}

void PublishPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Publish a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QThreadPool::globalInstance()->start([guard = QPointer<PublishPage>(this), path] {
            QFile file(path);
            QByteArray bytes;
            QString problem;
            if (!file.open(QIODevice::ReadOnly))
                problem = file.errorString();
            else
                bytes = file.read(kMostFile + 1);
            QMetaObject::invokeMethod(
                qApp,
                [guard, path, bytes, problem] {
                    if (!guard)
                        return;
                    const bool tooLong = bytes.size() > kMostFile;
                    if (!problem.isEmpty() || tooLong) {
                        guard->showResult(
                            tooLong
                                ? tr("%1 is longer than %2 MiB.").arg(path).arg(kMostFile >> 20U)
                                : tr("%1: %2").arg(path, problem),
                            true);
                        return;
                    }
                    guard->m_filePath = path;
                    guard->m_filePayload = bytes;
                    guard->showForm();
                },
                Qt::QueuedConnection);
        });
    });
    dialog->open();
}

void PublishPage::showForm()
{
    const bool isFile = form() == Form::File;
    m_payload->setVisible(!isFile);
    m_fileRow->setVisible(isFile);
    m_file->setText(m_filePath.isEmpty() ? tr("No file is chosen.")
                                         : tr("%1, %2 bytes")
                                               .arg(QFileInfo(m_filePath).fileName(),
                                                    QLocale().toString(m_filePayload.size())));
    m_payload->setPlaceholderText(form() == Form::Hex    ? QStringLiteral("de ad be ef")
                                  : form() == Form::Json ? QStringLiteral("{\"on\": true}")
                                                         : QString());
    check();
}

bool PublishPage::isRunning() const
{
    return m_plan && m_plan->isRunning();
}

void PublishPage::publish()
{
    if (!m_client || !m_connected || isRunning())
        return;
    const auto made = publication();
    if (!made)
        return;
    if (!m_repeat->isChecked()) {
        const auto id = m_client->publish(*made);
        if (!id) {
            showResult(id.error().what, true);
            return;
        }
        m_waitsFor = *id;
        showResult(tr("On its way…"));
        Q_EMIT published(made->topic);
        return;
    }
    m_waitsFor = 0;
    m_plan = std::make_unique<Mqtt::PublishPlan>(
        *m_client,
        Mqtt::PublishPlan::Order{.publication = *made,
                                 .count = static_cast<quint64>(m_count->value()),
                                 .interval = std::chrono::milliseconds(m_interval->value()),
                                 .expand = m_expand->isChecked()});
    connect(m_plan.get(), &Mqtt::PublishPlan::progress, this, &PublishPage::showProgress);
    connect(m_plan.get(), &Mqtt::PublishPlan::finished, this,
            [this](const std::optional<Error> &error) {
                showProgress();
                if (error)
                    showResult(error->what, true);
                check();
            });
    m_plan->start();
    Q_EMIT published(made->topic);
    showProgress();
    check();
}

void PublishPage::stop()
{
    if (m_plan)
        m_plan->stop();
    check();
}

void PublishPage::showResult(const QString &sentence, bool bad)
{
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
    m_result->setProperty("bad", bad);
    m_result->setProperty("quiet", !bad);
    m_result->style()->polish(m_result);
}

void PublishPage::showProgress()
{
    if (!m_plan)
        return;
    const auto &now = m_plan->counters();
    const QLocale locale;
    QStringList parts{tr("%1 published, %2 a second")
                          .arg(locale.toString(now.published),
                               locale.toString(now.perSecond, 'f', now.perSecond < 10 ? 1 : 0))};
    if (now.acknowledged > 0)
        parts << tr("%1 acknowledged").arg(locale.toString(now.acknowledged));
    if (now.meanMs)
        parts << tr("%1 ms on average, %2 ms at worst")
                     .arg(locale.toString(*now.meanMs, 'f', 1),
                          locale.toString(now.worstMs.value_or(0), 'f', 1));
    if (now.refused > 0)
        parts << tr("%1 refused").arg(locale.toString(now.refused));
    if (now.lost > 0)
        parts << tr("%1 lost").arg(locale.toString(now.lost));
    showResult(parts.join(QStringLiteral("  ·  ")), now.refused + now.lost > 0);
}

void PublishPage::showOutcomes(const QList<Mqtt::PublishOutcome> &outcomes)
{
    if (m_waitsFor == 0)
        return;
    using Kind = Mqtt::PublishOutcome::Kind;
    for (const Mqtt::PublishOutcome &outcome : outcomes) {
        if (outcome.id != m_waitsFor)
            continue;
        m_waitsFor = 0;
        switch (outcome.kind) {
        case Kind::Sent:
            showResult(tr("Sent. With QoS 0 the broker says nothing more."));
            break;
        case Kind::Acknowledged:
            // MQTT 5.0, section 3.4.2.1.
            showResult(outcome.reason == 0x10
                           ? tr("Acknowledged after %1 ms; nobody is subscribed to it.")
                                 .arg(timeText(outcome.time))
                           : tr("Acknowledged after %1 ms.").arg(timeText(outcome.time)));
            break;
        case Kind::Refused:
            showResult(outcome.error.isEmpty()
                           ? Mqtt::reasonSentence(Mqtt::Packet::Puback, outcome.reason)
                           : outcome.error,
                       true);
            break;
        case Kind::Expired:
            showResult(tr("It waited too long for a connection and was not sent."), true);
            break;
        case Kind::Dropped:
            showResult(outcome.error.isEmpty() ? tr("It was not sent.") : outcome.error, true);
            break;
        case Kind::Unknown:
            showResult(tr("The connection ended before the broker answered: nobody knows whether "
                          "it arrived."),
                       true);
            break;
        }
    }
}

void PublishPage::showSaved()
{
    m_saved = QJsonDocument::fromJson(m_settings.text(kSavedKey).toUtf8()).array();
    m_savedList->clear();
    for (const QJsonValue &one : std::as_const(m_saved)) {
        const QJsonObject object = one.toObject();
        const QByteArray bytes =
            QByteArray::fromBase64(object.value(QLatin1String("payload")).toString().toLatin1());
        auto *item = new QListWidgetItem(m_savedList);
        const QString topic = object.value(QLatin1String("topic")).toString();
        item->setText(QStringLiteral("%1   %2").arg(
            topic, payloadPreview(viewOf(bytes), static_cast<quint64>(bytes.size()))));
        item->setToolTip(item->text());
    }
    m_savedList->setVisible(!m_saved.isEmpty());
    m_remove->setVisible(!m_saved.isEmpty());
}

void PublishPage::saveMessage()
{
    const auto made = publication();
    if (!made)
        return;
    if (made->payload.size() > kMostSavedPayload || m_saved.size() >= kMostSaved) {
        showResult(tr("A saved message holds at most 64 KiB, and there are at most 500."), true);
        return;
    }
    const QByteArray properties = Mqtt::encodeProperties(made->properties);
    const QJsonObject object{
        {QStringLiteral("topic"), QString::fromUtf8(made->topic)},
        {QStringLiteral("payload"), QString::fromLatin1(made->payload.toBase64())},
        {QStringLiteral("qos"), made->qos},
        {QStringLiteral("retain"), made->retain},
        {QStringLiteral("properties"), QString::fromLatin1(properties.toBase64())}};
    if (m_saved.contains(object))
        return;
    m_saved.append(object);
    m_settings.set(kSavedKey,
                   QString::fromUtf8(QJsonDocument(m_saved).toJson(QJsonDocument::Compact)));
}

void PublishPage::takeSaved(int row)
{
    const QJsonObject object = m_saved.at(row).toObject();
    const auto bytes = [&](const char *name) {
        return QByteArray::fromBase64(object.value(QLatin1String(name)).toString().toLatin1());
    };
    Mqtt::Publication saved;
    saved.topic = object.value(QLatin1String("topic")).toString().toUtf8();
    saved.payload = bytes("payload");
    saved.qos =
        static_cast<std::uint8_t>(std::clamp(object.value(QLatin1String("qos")).toInt(), 0, 2));
    saved.retain = object.value(QLatin1String("retain")).toBool();
    saved.properties = Mqtt::decodeProperties(viewOf(bytes("properties")));
    setPublication(saved);
}

bool PublishPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers() == Qt::ControlModifier) {
            publish();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PublishPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PublishPage::retranslate()
{
    m_topic->setPlaceholderText(tr("Topic, such as site/hall/lamp/set"));
    m_topic->setAccessibleName(tr("Topic to publish to"));
    const auto label = [](const QFormLayout *rows, QWidget *field, const QString &words) {
        if (auto *shown = qobject_cast<QLabel *>(rows->labelForField(field)))
            shown->setText(words);
        field->setAccessibleName(words);
    };
    m_qos->setItemText(0, tr("QoS %1").arg(0));
    m_qos->setItemData(0, tr("At most once"), Qt::ToolTipRole);
    m_qos->setItemText(1, tr("QoS %1").arg(1));
    m_qos->setItemData(1, tr("At least once"), Qt::ToolTipRole);
    m_qos->setItemText(2, tr("QoS %1").arg(2));
    m_qos->setItemData(2, tr("Exactly once"), Qt::ToolTipRole);
    m_qos->setAccessibleName(tr("QoS"));
    m_retain->setText(tr("Retain"));
    m_retain->setToolTip(tr("The broker keeps it for those who subscribe later. An empty payload "
                            "deletes what is kept."));
    m_form->setAccessibleName(tr("How the payload is written"));
    m_form->setItemText(0, tr("Text"));
    m_form->setItemText(1, QStringLiteral("JSON"));
    m_form->setItemText(2, tr("Hexadecimal"));
    m_form->setItemText(3, tr("File"));
    m_payload->setAccessibleName(tr("Payload"));
    m_browse->setText(tr("Choose…"));
    m_more->setText(tr("Properties of MQTT 5"));
    label(m_propertyRows, m_contentType, tr("Content type"));
    m_contentType->setPlaceholderText(QStringLiteral("application/json"));
    label(m_propertyRows, m_response, tr("Response topic"));
    label(m_propertyRows, m_correlation, tr("Correlation"));
    label(m_propertyRows, m_expiry, tr("Expires after"));
    m_expiry->setSuffix(tr(" s"));
    m_expiry->setSpecialValueText(tr("Never"));
    label(m_propertyRows, m_isText, tr("Format"));
    m_isText->setText(tr("The payload is UTF-8 text"));
    label(m_propertyRows, m_user, tr("User properties"));
    m_user->setPlaceholderText(tr("name: value"));
    m_repeat->setText(tr("Again and again"));
    label(m_repetitionRows, m_count, tr("How often"));
    m_count->setSpecialValueText(tr("Until stopped"));
    label(m_repetitionRows, m_interval, tr("Every"));
    m_interval->setSuffix(tr(" ms"));
    m_interval->setSpecialValueText(tr("As fast as it goes"));
    label(m_repetitionRows, m_expand, tr("Placeholders"));
    m_expand->setText(QStringLiteral("${n}  ${time}  ${random}"));
    m_expand->setToolTip(tr("In topic and payload: the number of the message, the time in "
                            "milliseconds since 1970, a number from 0 to 1."));
    m_publish->setText(m_repeat->isChecked() ? tr("Start publishing") : tr("Publish"));
    m_stop->setText(tr("Stop"));
    m_savedHead->setText(tr("Saved messages"));
    const auto word = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_save, tr("Save this message, for every broker"));
    word(m_command, tr("Copy it as mosquitto_pub; such a command can be pasted as the topic"));
    word(m_remove, tr("Delete the chosen saved message"));
    showForm();
}

} // namespace Portolan::Ui
