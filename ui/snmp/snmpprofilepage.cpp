// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snmpprofilepage.h"

#include "ui/snmp/snmpchoices.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/formsection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Snmp::Level;
using Snmp::Version;
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
                                 value, QByteArrayLiteral("/:@~,"), QByteArray())));
}

} // namespace

SnmpProfilePage::SnmpProfilePage(QWidget *parent)
    : ProfilePage(parent)
    , m_form(new FormSection)
    , m_version(new QComboBox)
    , m_level(new QComboBox)
    , m_auth(new QComboBox)
    , m_priv(new QComboBox)
    , m_context(new QLineEdit)
    , m_transport(new QComboBox)
    , m_timeout(new QSpinBox)
    , m_retries(new QSpinBox)
    , m_bulk(new QCheckBox)
    , m_others(new QLineEdit)
{
    m_version->setObjectName(QStringLiteral("snmpVersion"));
    m_level->setObjectName(QStringLiteral("snmpLevel"));
    m_auth->setObjectName(QStringLiteral("snmpAuth"));
    m_priv->setObjectName(QStringLiteral("snmpPriv"));
    m_others->setObjectName(QStringLiteral("snmpOthers"));
    SnmpChoices::fillVersions(*m_version);
    SnmpChoices::fillLevels(*m_level);
    SnmpChoices::fillAuth(*m_auth);
    SnmpChoices::fillPriv(*m_priv);
    SnmpChoices::choose(*m_version, Version::V2c);
    m_transport->addItem(QStringLiteral("UDP"), QStringLiteral("udp"));
    m_transport->addItem(QStringLiteral("TCP"), QStringLiteral("tcp"));
    m_timeout->setRange(0, 600'000);
    m_timeout->setSingleStep(500);
    m_retries->setRange(-1, 20);
    m_retries->setValue(-1);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_version, m_level, m_auth, m_priv, m_context,
                                          m_transport, m_timeout, m_retries, m_bulk, m_others})
        m_form->addRow(field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    for (QComboBox *box : {m_version, m_level, m_auth, m_priv, m_transport})
        connect(box, &QComboBox::currentIndexChanged, this, &ProfilePage::edited);
    for (QLineEdit *edit : {m_context, m_others})
        connect(edit, &QLineEdit::textChanged, this, &ProfilePage::edited);
    for (QSpinBox *box : {m_timeout, m_retries})
        connect(box, &QSpinBox::valueChanged, this, &ProfilePage::edited);
    connect(m_bulk, &QCheckBox::toggled, this, &ProfilePage::edited);
    for (QComboBox *box : {m_version, m_level})
        connect(box, &QComboBox::currentIndexChanged, this, &SnmpProfilePage::showWhatFits);
    retranslate();
    showWhatFits();
}

std::unique_ptr<ProfilePage> SnmpProfilePage::create(const PanelContext &)
{
    return std::make_unique<SnmpProfilePage>();
}

void SnmpProfilePage::showWhatFits()
{
    const bool isThird = SnmpChoices::chosen<Version>(*m_version) == Version::V3;
    const auto level = SnmpChoices::chosen<Level>(*m_level);
    m_form->setRowVisible(m_level, isThird);
    m_form->setRowVisible(m_auth, isThird && level != Level::NoAuthNoPriv);
    m_form->setRowVisible(m_priv, isThird && level == Level::AuthPriv);
    m_form->setRowVisible(m_context, isThird);
}

void SnmpProfilePage::show(const Address &address)
{
    m_form->clearProblems();
    Items items = address.options.queryItems(QUrl::FullyDecoded);
    // What does not read stays in the last line, where read() says what is wrong with it.
    if (const auto meaning = Snmp::agentAddress(address)) {
        const Snmp::AgentTarget &target = meaning->target;
        SnmpChoices::choose(*m_version, target.version);
        SnmpChoices::choose(*m_level, target.level);
        SnmpChoices::choose(*m_auth, target.authProtocol);
        SnmpChoices::choose(*m_priv, target.privProtocol);
        for (const char *name : {"version", "level", "auth", "priv"})
            takeOne(items, name);
        m_context->setText(takeOne(items, "context"));
        m_transport->setCurrentIndex(target.transport == Snmp::Transport::Tcp ? 1 : 0);
        takeOne(items, "transport");
        const QString timeout = takeOne(items, "timeout");
        m_timeout->setValue(timeout.isEmpty() ? 0 : static_cast<int>(target.timeout.count()));
        const QString retries = takeOne(items, "retries");
        m_retries->setValue(retries.isEmpty() ? -1 : target.retries);
        m_bulk->setChecked(target.bulk);
        takeOne(items, "bulk");
    } else {
        m_bulk->setChecked(true);
    }
    QUrlQuery others;
    for (const auto &[name, value] : std::as_const(items))
        add(others, name, value);
    m_others->setText(others.toString(QUrl::PrettyDecoded));
    showWhatFits();
}

std::optional<Address> SnmpProfilePage::read(const Address &address)
{
    m_form->clearProblems();
    QUrlQuery query;
    const auto put = [&](const char *name, const QString &value) {
        add(query, QString(QLatin1String(name)), value);
    };
    const auto version = SnmpChoices::chosen<Version>(*m_version);
    const auto level = SnmpChoices::chosen<Level>(*m_level);
    if (version != Version::V2c)
        put("version", Snmp::versionName(version));
    if (version == Version::V3) {
        put("level", Snmp::levelName(level));
        if (level != Level::NoAuthNoPriv)
            put("auth", Snmp::authProtocolName(SnmpChoices::chosen<Snmp::AuthProtocol>(*m_auth)));
        if (level == Level::AuthPriv)
            put("priv", Snmp::privProtocolName(SnmpChoices::chosen<Snmp::PrivProtocol>(*m_priv)));
        if (!m_context->text().isEmpty())
            put("context", m_context->text());
    }
    if (m_transport->currentIndex() == 1)
        put("transport", QStringLiteral("tcp"));
    if (m_timeout->value() > 0)
        put("timeout", QString::number(m_timeout->value() / 1000.0));
    if (m_retries->value() >= 0)
        put("retries", QString::number(m_retries->value()));
    if (!m_bulk->isChecked())
        put("bulk", QStringLiteral("no"));
    for (const auto &[name, value] :
         QUrlQuery(m_others->text().trimmed()).queryItems(QUrl::FullyDecoded))
        add(query, name, value);
    Address whole = address;
    whole.options = query;
    const auto meaning = Snmp::agentAddress(whole);
    if (!meaning) {
        const QString option = meaning.error().detail;
        QWidget *field = option == QLatin1String("timeout") ? static_cast<QWidget *>(m_timeout)
                         : version == Version::V3 && address.user.isEmpty()
                             ? static_cast<QWidget *>(m_level)
                             : m_others;
        m_form->setProblem(field, meaning.error().what);
        field->setFocus();
        return std::nullopt;
    }
    return whole;
}

void SnmpProfilePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ProfilePage::changeEvent(event);
}

void SnmpProfilePage::retranslate()
{
    m_form->setLabel(m_version, tr("Version"));
    SnmpChoices::wordVersions(*m_version);
    m_form->setLabel(m_level, tr("Level"));
    SnmpChoices::wordLevels(*m_level);
    m_form->setHint(m_level, tr("Both passwords belong to the credential: one a line, or one for "
                                "both."));
    m_form->setLabel(m_auth, tr("Authentication"));
    m_form->setLabel(m_priv, tr("Encryption"));
    SnmpChoices::wordPriv(*m_priv);
    m_form->setLabel(m_context, tr("Context"));
    m_context->setPlaceholderText(tr("Usually none"));
    m_form->setLabel(m_transport, tr("Transport"));
    m_form->setLabel(m_timeout, tr("Wait for an answer"));
    m_timeout->setSuffix(tr(" ms"));
    m_timeout->setSpecialValueText(tr("As in the settings"));
    m_form->setLabel(m_retries, tr("Ask again"));
    m_retries->setSpecialValueText(tr("As in the settings"));
    m_form->setLabel(m_bulk, tr("Walks"));
    m_bulk->setText(tr("Use GETBULK where the version has it"));
    m_form->setLabel(m_others, tr("Other options"));
    m_others->setPlaceholderText(QStringLiteral("most_repetitions=50&inflight=4"));
}

QString SnmpProfilePage::commandLine(const Address &address)
{
    const auto meaning = Snmp::agentAddress(address);
    if (!meaning)
        return {};
    const bool bulk = meaning->target.bulk && meaning->target.version != Version::V1;
    return SnmpWords::commandLine(bulk ? QStringLiteral("snmpbulkwalk")
                                       : QStringLiteral("snmpwalk"),
                                  meaning->target, {QStringLiteral(".1")});
}

} // namespace Portolan::Ui
