// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/mqttprofilepage.h"

#include "core/net/via.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kUsualKeepalive = 60;

using Items = QList<std::pair<QString, QString>>;

// Taken out of the items where it stands there once; else it stays for the last line.
QString takeOne(Items &items, const char *name)
{
    const auto is = [&](const auto &item) { return item.first == QLatin1String(name); };
    if (std::count_if(items.begin(), items.end(), is) != 1)
        return {};
    const auto found = std::find_if(items.begin(), items.end(), is);
    const QString value = found->second;
    items.erase(found);
    return value;
}

void add(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(
                                 value, QByteArrayLiteral("/:@~,$"), QByteArray())));
}

QString quoted(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%=:,./~-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    QString safe = word;
    return QLatin1Char('\'') + safe.replace(QLatin1Char('\''), QLatin1String("'\\''")) +
           QLatin1Char('\'');
}

bool isWebSocket(const QString &scheme)
{
    return scheme.contains(QLatin1String("ws"));
}

bool hasTls(const QString &scheme)
{
    return scheme == QLatin1String("mqtts") || scheme.endsWith(QLatin1String("wss"));
}

} // namespace

MqttProfilePage::MqttProfilePage(QWidget *parent)
    : ProfilePage(parent)
    , m_form(new FormSection)
    , m_version(new QComboBox)
    , m_client(new QLineEdit)
    , m_clean(new QCheckBox)
    , m_expiry(new QSpinBox)
    , m_keepalive(new QSpinBox)
    , m_topics(new QPlainTextEdit)
    , m_ca(makeFile("mqttCa"))
    , m_cert(makeFile("mqttCertificate"))
    , m_key(makeFile("mqttKey"))
    , m_alpn(new QLineEdit)
    , m_checkHost(new QCheckBox)
    , m_path(new QLineEdit)
    , m_httpAuth(new QComboBox)
    , m_willTopic(new QLineEdit)
    , m_willPayload(new QLineEdit)
    , m_willRow(new QWidget)
    , m_willQos(new QComboBox)
    , m_willRetain(new QCheckBox)
    , m_others(new QLineEdit)
{
    m_version->setObjectName(QStringLiteral("mqttVersion"));
    m_client->setObjectName(QStringLiteral("mqttClientId"));
    m_clean->setObjectName(QStringLiteral("mqttClean"));
    m_topics->setObjectName(QStringLiteral("mqttTopics"));
    m_willTopic->setObjectName(QStringLiteral("mqttWillTopic"));
    m_others->setObjectName(QStringLiteral("mqttOthers"));
    m_version->addItem(QString(), QString());
    m_version->addItem(QStringLiteral("5"), QStringLiteral("5"));
    m_version->addItem(QStringLiteral("3.1.1"), QStringLiteral("3.1.1"));
    m_expiry->setRange(0, 2147483647);
    m_keepalive->setRange(0, 65535);
    m_keepalive->setValue(kUsualKeepalive);
    m_topics->setFixedHeight(62);
    m_topics->setTabChangesFocus(true);
    for (const char *value : {"", "basic", "bearer"})
        m_httpAuth->addItem(QString(), QString(QLatin1String(value)));
    for (int qos = 0; qos < 3; ++qos)
        m_willQos->addItem(QStringLiteral("QoS %1").arg(qos));
    auto *will = new QHBoxLayout(m_willRow);
    will->setContentsMargins(0, 0, 0, 0);
    will->addWidget(m_willQos);
    will->addWidget(m_willRetain);
    will->addStretch(1);
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_version, m_client, m_clean, m_expiry, m_keepalive, m_topics, m_ca.row, m_cert.row,
             m_key.row, m_alpn, m_checkHost, m_path, m_httpAuth, m_willTopic, m_willPayload,
             m_willRow, m_others})
        m_form->addRow(field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);

    for (QLineEdit *edit : {m_client, m_ca.edit, m_cert.edit, m_key.edit, m_alpn, m_path,
                            m_willTopic, m_willPayload, m_others})
        connect(edit, &QLineEdit::textChanged, this, &ProfilePage::edited);
    for (QSpinBox *box : {m_expiry, m_keepalive})
        connect(box, &QSpinBox::valueChanged, this, &ProfilePage::edited);
    for (QComboBox *box : {m_version, m_httpAuth, m_willQos})
        connect(box, &QComboBox::currentIndexChanged, this, &ProfilePage::edited);
    for (QCheckBox *box : {m_clean, m_checkHost, m_willRetain})
        connect(box, &QCheckBox::toggled, this, &ProfilePage::edited);
    connect(m_topics, &QPlainTextEdit::textChanged, this, &ProfilePage::edited);
    connect(m_clean, &QCheckBox::toggled, this, &MqttProfilePage::showWhatFits);
    connect(m_willTopic, &QLineEdit::textChanged, this, &MqttProfilePage::showWhatFits);
    retranslate();
    showWhatFits();
}

std::unique_ptr<ProfilePage> MqttProfilePage::create(const PanelContext &)
{
    return std::make_unique<MqttProfilePage>();
}

MqttProfilePage::FileRow MqttProfilePage::makeFile(const char *objectName)
{
    FileRow made{new QWidget, new QLineEdit, new QToolButton};
    made.edit->setObjectName(QLatin1String(objectName));
    made.browse->setIcon(symbol(QLatin1String("folder")));
    auto *line = new QHBoxLayout(made.row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::S);
    line->addWidget(made.edit, 1);
    line->addWidget(made.browse);
    made.row->setFocusProxy(made.edit);
    connect(made.browse, &QToolButton::clicked, this, [this, edit = made.edit] {
        auto *dialog = new QFileDialog(this, edit->accessibleName());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, edit, [edit](const QString &file) {
            const QString home = QDir::homePath() + QLatin1Char('/');
            edit->setText(file.startsWith(home)
                              ? QString(QStringLiteral("~/") + file.mid(home.size()))
                              : file);
        });
        dialog->open();
    });
    return made;
}

void MqttProfilePage::showWhatFits()
{
    const bool tls = hasTls(m_scheme);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_ca.row, m_cert.row, m_key.row, m_alpn, m_checkHost})
        m_form->setRowVisible(field, tls);
    for (QWidget *field : std::initializer_list<QWidget *>{m_path, m_httpAuth})
        m_form->setRowVisible(field, isWebSocket(m_scheme));
    m_form->setRowVisible(m_expiry, !m_clean->isChecked() || m_expiry->value() > 0);
    const bool will = !m_willTopic->text().isEmpty();
    m_form->setRowVisible(m_willPayload, will);
    m_form->setRowVisible(m_willRow, will);
}

void MqttProfilePage::show(const Address &address)
{
    m_scheme = address.scheme;
    m_form->clearProblems();
    Items items = address.options.queryItems(QUrl::FullyDecoded);
    m_version->setCurrentIndex(std::max(m_version->findData(takeOne(items, "version")), 0));
    m_client->setText(takeOne(items, "client"));
    m_clean->setChecked(takeOne(items, "clean") != QLatin1String("no"));
    m_expiry->setValue(takeOne(items, "expiry").toInt());
    const QString keepalive = takeOne(items, "keepalive");
    m_keepalive->setValue(keepalive.isEmpty() ? kUsualKeepalive : keepalive.toInt());
    QStringList topics;
    items.removeIf([&](const auto &item) {
        const bool isTopic = item.first == QLatin1String("topic") ||
                             item.first == QLatin1String("topic1") ||
                             item.first == QLatin1String("topic2");
        if (isTopic) {
            const QString qos = item.first.mid(5);
            topics << (qos.isEmpty() ? item.second : QString(item.second + QLatin1Char(' ') + qos));
        }
        return isTopic;
    });
    m_topics->setPlainText(topics.join(QLatin1Char('\n')));
    m_ca.edit->setText(takeOne(items, "ca"));
    m_cert.edit->setText(takeOne(items, "cert"));
    m_key.edit->setText(takeOne(items, "key"));
    m_alpn->setText(takeOne(items, "alpn"));
    m_checkHost->setChecked(takeOne(items, "check_host") != QLatin1String("no"));
    m_path->setText(address.path);
    m_httpAuth->setCurrentIndex(std::max(m_httpAuth->findData(takeOne(items, "http_auth")), 0));
    m_willTopic->setText(takeOne(items, "will_topic"));
    m_willPayload->setText(takeOne(items, "will_payload"));
    m_willQos->setCurrentIndex(std::clamp(takeOne(items, "will_qos").toInt(), 0, 2));
    m_willRetain->setChecked(takeOne(items, "will_retain") == QLatin1String("yes"));
    QUrlQuery others;
    for (const auto &[name, value] : std::as_const(items))
        add(others, name, value);
    m_others->setText(others.toString(QUrl::PrettyDecoded));
    showWhatFits();
}

std::optional<Address> MqttProfilePage::read(const Address &address)
{
    m_form->clearProblems();
    m_scheme = address.scheme;
    showWhatFits();
    QUrlQuery query;
    const auto put = [&](const char *name, const QString &value) {
        if (!value.isEmpty())
            add(query, QString(QLatin1String(name)), value);
    };
    put("version", m_version->currentData().toString());
    put("client", m_client->text());
    if (!m_clean->isChecked())
        put("clean", QStringLiteral("no"));
    if (m_expiry->value() > 0)
        put("expiry", QString::number(m_expiry->value()));
    if (m_keepalive->value() != kUsualKeepalive)
        put("keepalive", QString::number(m_keepalive->value()));
    // "site/+/temp 1": a filter may hold spaces itself, so only a last word of one digit is a QoS.
    static const QRegularExpression withQos(QStringLiteral("^(.*\\S)\\s+([012])$"));
    for (const QString &line : m_topics->toPlainText().split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        const auto match = withQos.match(line);
        const QString qos = match.hasMatch() ? match.captured(2) : QStringLiteral("0");
        add(query,
            qos == QLatin1String("0") ? QStringLiteral("topic")
                                      : QString(QStringLiteral("topic") + qos),
            match.hasMatch() ? match.captured(1) : line);
    }
    if (hasTls(m_scheme)) {
        put("ca", m_ca.edit->text().trimmed());
        put("cert", m_cert.edit->text().trimmed());
        put("key", m_key.edit->text().trimmed());
        put("alpn", m_alpn->text().trimmed());
        if (!m_checkHost->isChecked())
            put("check_host", QStringLiteral("no"));
    }
    if (isWebSocket(m_scheme))
        put("http_auth", m_httpAuth->currentData().toString());
    if (!m_willTopic->text().isEmpty()) {
        put("will_topic", m_willTopic->text());
        put("will_payload", m_willPayload->text());
        if (m_willQos->currentIndex() > 0)
            put("will_qos", QString::number(m_willQos->currentIndex()));
        if (m_willRetain->isChecked())
            put("will_retain", QStringLiteral("yes"));
    }
    for (const auto &[name, value] :
         QUrlQuery(m_others->text().trimmed()).queryItems(QUrl::FullyDecoded))
        add(query, name, value);

    Address whole = address;
    whole.options = query;
    if (isWebSocket(m_scheme))
        whole.path = m_path->text().trimmed();
    const auto split = Net::splitVia(whole); // not of the protocol
    const auto meaning = split ? Mqtt::brokerTarget(split->address)
                               : Result<Mqtt::BrokerTarget>(tl::unexpected(split.error()));
    if (!meaning) {
        QWidget *field = fieldOf(meaning.error().detail);
        m_form->setProblem(field, meaning.error().what);
        field->setFocus();
        return std::nullopt;
    }
    return whole;
}

QWidget *MqttProfilePage::fieldOf(const QString &option) const
{
    if (option.startsWith(QLatin1String("topic")))
        return m_topics;
    if (option.startsWith(QLatin1String("will")))
        return m_willTopic;
    if (option == QLatin1String("keepalive"))
        return m_keepalive;
    if (option == QLatin1String("cert") || option == QLatin1String("key"))
        return m_cert.row;
    return m_others;
}

void MqttProfilePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ProfilePage::changeEvent(event);
}

void MqttProfilePage::retranslate()
{
    m_form->setLabel(m_version, tr("Version of MQTT"));
    m_version->setItemText(0, tr("As in the settings"));
    m_form->setLabel(m_client, tr("Client identifier"));
    m_client->setPlaceholderText(tr("Made by chance for each connection"));
    m_form->setLabel(m_clean, tr("Session"));
    m_clean->setText(tr("Begin with a new one (clean start)"));
    m_form->setLabel(m_expiry, tr("It lasts"));
    m_expiry->setSuffix(tr(" s"));
    m_expiry->setSpecialValueText(tr("Until the connection ends"));
    m_form->setLabel(m_keepalive, tr("Keepalive"));
    m_keepalive->setSuffix(tr(" s"));
    m_keepalive->setSpecialValueText(tr("Never"));
    m_form->setLabel(m_topics, tr("Subscriptions"));
    m_topics->setPlaceholderText(tr("One topic filter a line, a QoS behind it: site/# 1"));
    m_topics->setAccessibleName(tr("Subscriptions"));
    const auto file = [this](const FileRow &row, const QString &label) {
        m_form->setLabel(row.row, label);
        row.edit->setAccessibleName(label);
        row.browse->setToolTip(tr("Browse…"));
        row.browse->setAccessibleName(tr("Browse…"));
    };
    file(m_ca, tr("Certificate authority"));
    m_ca.edit->setPlaceholderText(tr("Those of the system"));
    file(m_cert, tr("Client certificate"));
    file(m_key, tr("Its key"));
    m_form->setLabel(m_alpn, QStringLiteral("ALPN"));
    m_form->setLabel(m_checkHost, tr("Host name"));
    m_checkHost->setText(tr("The certificate must be for it"));
    m_form->setLabel(m_path, tr("Path"));
    m_path->setPlaceholderText(QStringLiteral("/mqtt"));
    m_form->setLabel(m_httpAuth, tr("HTTP login"));
    m_httpAuth->setItemText(0, tr("None: MQTT's own"));
    m_httpAuth->setItemText(1, tr("Basic, with user and password"));
    m_httpAuth->setItemText(2, tr("Bearer, the password is the token"));
    m_form->setLabel(m_willTopic, tr("Last will"));
    m_willTopic->setPlaceholderText(tr("Topic that is published to when the connection breaks"));
    m_form->setLabel(m_willPayload, tr("Its payload"));
    m_form->setLabel(m_willRow, tr("Its delivery"));
    m_willRetain->setText(tr("Retain"));
    m_form->setLabel(m_others, tr("Other options"));
    m_others->setPlaceholderText(QStringLiteral("receive_max=100&reconnect=no"));
}

QString MqttProfilePage::commandLine(const Address &address)
{
    // It knows no way through another host.
    const auto target = Mqtt::brokerTarget(address);
    if (!target || isWebSocket(address.scheme))
        return {};
    QStringList words{QStringLiteral("mosquitto_sub"), QStringLiteral("-h"), quoted(target->host)};
    const auto put = [&](const char *option, const QString &value) {
        if (!value.isEmpty())
            words << QString(QLatin1String(option)) << quoted(value);
    };
    if (target->port != 1883)
        put("-p", QString::number(target->port));
    put("-u", target->user);
    put("-i", target->clientId);
    put("-V", target->version == Mqtt::Version::V5 ? QStringLiteral("5") : QStringLiteral("311"));
    if (!target->cleanStart)
        words << QStringLiteral("-c");
    if (target->hasTls()) {
        put("--cafile", target->caFile);
        put("--cert", target->certificateFile);
        put("--key", target->keyFile);
        put("--tls-alpn", target->alpn.value(0));
        if (target->caFile.isEmpty())
            words << QStringLiteral("--tls-use-os-certs");
        if (!target->checkHostName)
            words << QStringLiteral("--insecure");
    }
    if (target->will) {
        put("--will-topic", QString::fromUtf8(target->will->topic));
        put("--will-payload", QString::fromUtf8(target->will->payload));
        put("--will-qos", QString::number(target->will->qos));
        if (target->will->retain)
            words << QStringLiteral("--will-retain");
    }
    words << QStringLiteral("-v");
    if (target->subscriptions.isEmpty())
        words << QStringLiteral("-t") << quoted(QStringLiteral("$SYS/#"));
    std::uint8_t qos = 0;
    for (const Mqtt::Subscription &one : target->subscriptions) {
        words << QStringLiteral("-t") << quoted(QString::fromUtf8(one.filter));
        qos = std::max(qos, one.qos);
    }
    if (qos > 0)
        put("-q", QString::number(qos));
    return words.join(QLatin1Char(' '));
}

} // namespace Portolan::Ui
