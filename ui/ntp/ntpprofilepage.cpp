// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/ntpprofilepage.h"

#include "core/ntp/serveraddress.h"
#include "ui/widgets/formsection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Ntp::KeyAlgorithm;
using Ntp::ServerTarget;
using Items = QList<std::pair<QString, QString>>;

enum Protection { None, Key, Nts };

void add(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(
                                 value, QByteArrayLiteral("/:@~,"), QByteArray())));
}

} // namespace

NtpProfilePage::NtpProfilePage(QWidget *parent)
    : ProfilePage(parent)
    , m_form(new FormSection)
    , m_protection(new QComboBox)
    , m_exchangePort(new QSpinBox)
    , m_authorities(new QLineEdit)
    , m_key(new QLineEdit)
    , m_algorithm(new QComboBox)
    , m_version(new QComboBox)
    , m_family(new QComboBox)
    , m_interleaved(new QCheckBox)
    , m_timeout(new QSpinBox)
    , m_sources(new QSpinBox)
    , m_also(new QPlainTextEdit)
    , m_others(new QLineEdit)
{
    m_protection->setObjectName(QStringLiteral("ntpProtection"));
    m_key->setObjectName(QStringLiteral("ntpKey"));
    m_algorithm->setObjectName(QStringLiteral("ntpAlgorithm"));
    m_also->setObjectName(QStringLiteral("ntpAlso"));
    m_others->setObjectName(QStringLiteral("ntpOthers"));
    for (int i = 0; i < 3; ++i)
        m_protection->addItem(QString());
    for (const KeyAlgorithm each :
         {KeyAlgorithm::Md5, KeyAlgorithm::Sha1, KeyAlgorithm::Sha256, KeyAlgorithm::Sha384,
          KeyAlgorithm::Sha512, KeyAlgorithm::Aes128, KeyAlgorithm::Aes256})
        m_algorithm->addItem(Ntp::keyAlgorithmName(each));
    for (int version = 4; version >= 1; --version)
        m_version->addItem(QString::number(version), version);
    m_family->addItem(QString());
    m_family->addItem(QStringLiteral("IPv4"), QStringLiteral("4"));
    m_family->addItem(QStringLiteral("IPv6"), QStringLiteral("6"));
    m_exchangePort->setRange(1, 65'535);
    m_timeout->setRange(50, 60'000);
    m_timeout->setSingleStep(100);
    m_sources->setRange(1, 16);
    m_also->setTabChangesFocus(true);
    m_also->setFixedHeight(84);
    for (QWidget *field : std::initializer_list<QWidget *>{
             m_also, m_protection, m_exchangePort, m_authorities, m_key, m_algorithm, m_version,
             m_family, m_interleaved, m_timeout, m_sources, m_others})
        m_form->addRow(field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);
    for (QComboBox *box : {m_protection, m_algorithm, m_version, m_family})
        connect(box, &QComboBox::currentIndexChanged, this, &ProfilePage::edited);
    for (QLineEdit *edit : {m_authorities, m_key, m_others})
        connect(edit, &QLineEdit::textChanged, this, &ProfilePage::edited);
    for (QSpinBox *box : {m_exchangePort, m_timeout, m_sources})
        connect(box, &QSpinBox::valueChanged, this, &ProfilePage::edited);
    connect(m_interleaved, &QCheckBox::toggled, this, &ProfilePage::edited);
    connect(m_also, &QPlainTextEdit::textChanged, this, &ProfilePage::edited);
    connect(m_protection, &QComboBox::currentIndexChanged, this, &NtpProfilePage::showWhatFits);
    retranslate();
    show({.scheme = QStringLiteral("ntp")});
}

std::unique_ptr<ProfilePage> NtpProfilePage::create(const PanelContext &)
{
    return std::make_unique<NtpProfilePage>();
}

void NtpProfilePage::showWhatFits()
{
    const int protection = m_protection->currentIndex();
    m_form->setRowVisible(m_exchangePort, protection == Nts);
    m_form->setRowVisible(m_authorities, protection == Nts);
    m_form->setRowVisible(m_key, protection == Key);
    m_form->setRowVisible(m_algorithm, protection == Key);
    // NTS is defined for version 4 alone (RFC 8915, section 5).
    m_form->setRowVisible(m_version, protection != Nts);
}

void NtpProfilePage::show(const Address &address)
{
    m_form->clearProblems();
    Items items = address.options.queryItems(QUrl::FullyDecoded);
    QStringList also;
    ServerTarget target;
    // What does not read stays in the last line, where read() says what is wrong with it.
    if (const auto targets = Ntp::serverTargets(address)) {
        target = targets->front();
        for (const auto &[name, value] : std::as_const(items)) {
            if (name == QLatin1String("also"))
                also.append(value);
        }
        items.clear();
    }
    m_also->setPlainText(also.join(QLatin1Char('\n')));
    m_protection->setCurrentIndex(target.nts ? Nts : target.keyId != 0 ? Key : None);
    m_exchangePort->setValue(target.keyExchangePort);
    m_authorities->setText(target.authorities);
    m_key->setText(target.keyId != 0 ? QString::number(target.keyId) : QString());
    m_algorithm->setCurrentText(Ntp::keyAlgorithmName(target.keyAlgorithm));
    m_version->setCurrentIndex(m_version->findData(target.version));
    m_family->setCurrentIndex(static_cast<int>(target.family));
    m_interleaved->setChecked(target.interleaved);
    m_timeout->setValue(static_cast<int>(target.timeout.count()));
    m_sources->setValue(target.sources);
    QUrlQuery others;
    for (const auto &[name, value] : std::as_const(items))
        add(others, name, value);
    m_others->setText(others.toString(QUrl::PrettyDecoded));
    showWhatFits();
}

std::optional<Address> NtpProfilePage::read(const Address &address)
{
    m_form->clearProblems();
    const ServerTarget usual;
    QUrlQuery query;
    const auto put = [&](const char *name, const QString &value) {
        add(query, QString(QLatin1String(name)), value);
    };
    const int protection = m_protection->currentIndex();
    if (protection == Nts) {
        put("nts", QStringLiteral("yes"));
        if (m_exchangePort->value() != usual.keyExchangePort)
            put("ke_port", QString::number(m_exchangePort->value()));
        if (!m_authorities->text().trimmed().isEmpty())
            put("ca", m_authorities->text().trimmed());
    } else {
        if (protection == Key) {
            put("key", m_key->text().trimmed());
            if (m_algorithm->currentText() != Ntp::keyAlgorithmName(usual.keyAlgorithm))
                put("key_algorithm", m_algorithm->currentText());
        }
        if (m_version->currentData().toInt() != usual.version)
            put("version", m_version->currentText());
    }
    if (m_family->currentIndex() > 0)
        put("family", m_family->currentData().toString());
    if (!m_interleaved->isChecked())
        put("interleaved", QStringLiteral("no"));
    if (m_sources->value() != usual.sources)
        put("sources", QString::number(m_sources->value()));
    if (m_timeout->value() != usual.timeout.count())
        put("timeout", QString::number(m_timeout->value() / 1000.0));
    for (const auto &[name, value] :
         QUrlQuery(m_others->text().trimmed()).queryItems(QUrl::FullyDecoded))
        add(query, name, value);
    Address whole = address;
    whole.options = query;
    // First without the others: then it is known which field is wrong.
    if (const auto meaning = Ntp::serverTargets(whole); !meaning) {
        const QString option = meaning.error().detail;
        QWidget *field = option == QLatin1String("key")  ? static_cast<QWidget *>(m_key)
                         : option == QLatin1String("ca") ? static_cast<QWidget *>(m_authorities)
                         : protection == Key && m_key->text().trimmed().isEmpty()
                             ? static_cast<QWidget *>(m_key)
                             : m_others;
        m_form->setProblem(field, meaning.error().what);
        field->setFocus();
        return std::nullopt;
    }
    for (const QString &line : m_also->toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty())
            whole.options.addQueryItem(
                QStringLiteral("also"),
                QString::fromLatin1(QUrl::toPercentEncoding(line.trimmed())));
    }
    if (const auto meaning = Ntp::serverTargets(whole); !meaning) {
        m_form->setProblem(m_also, meaning.error().what);
        m_also->setFocus();
        return std::nullopt;
    }
    return whole;
}

void NtpProfilePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ProfilePage::changeEvent(event);
}

void NtpProfilePage::retranslate()
{
    m_form->setLabel(m_also, tr("Other servers"));
    m_form->setHint(m_also, tr("Watched together with the first, one a line: a name, or an ntp:// "
                               "address with options of its own. What follows is of the first."));
    m_also->setPlaceholderText(QStringLiteral("time2.example\nntp://time3.example?nts=yes"));
    m_form->setLabel(m_protection, tr("Authentication"));
    m_protection->setItemText(None, tr("None"));
    m_protection->setItemText(Key, tr("Symmetric key"));
    m_protection->setItemText(Nts, tr("NTS: keys are made over TLS"));
    m_form->setLabel(m_exchangePort, tr("Port of the key server"));
    m_form->setLabel(m_authorities, tr("Certificates"));
    m_authorities->setPlaceholderText(tr("A PEM file in place of the system's"));
    m_form->setLabel(m_key, tr("Number of the key"));
    m_form->setHint(m_key,
                    tr("The key itself is asked for once, and forgotten when Portolan closes."));
    m_form->setLabel(m_algorithm, tr("Algorithm"));
    m_form->setLabel(m_version, tr("Version"));
    m_form->setLabel(m_family, tr("Addresses"));
    m_family->setItemText(0, tr("IPv4 and IPv6"));
    m_form->setLabel(m_interleaved, tr("Interleaved"));
    m_interleaved->setText(tr("Ask for stamps taken on sending, where the server has them"));
    m_form->setLabel(m_timeout, tr("Wait for an answer"));
    m_timeout->setSuffix(tr(" ms"));
    m_form->setLabel(m_sources, tr("Addresses of its name"));
    m_form->setHint(m_sources,
                    tr("A name of a pool stands for many servers: so many are asked, each a row."));
    m_form->setLabel(m_others, tr("Other options"));
}

QString NtpProfilePage::commandLine(const Address &address)
{
    if (!Ntp::serverTargets(address))
        return {};
    QString url = address.toString();
    url.replace(QLatin1Char('\''), QStringLiteral("%27"));
    return QStringLiteral("portolanctl ntp query '%1'").arg(url);
}

} // namespace Portolan::Ui
