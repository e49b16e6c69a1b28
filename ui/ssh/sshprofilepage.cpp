// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshprofilepage.h"

#include "core/ssh/sshaddress.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kUsualKeepalive = 15;
constexpr int kMostKeepalive = 86400;
const QLatin1String kKorean("windows-949");

// Names and values, decoded, in their order.
using Items = QList<std::pair<QString, QString>>;

QStringList takeAll(Items &items, QLatin1String name)
{
    QStringList values;
    for (const auto &[key, value] : std::as_const(items)) {
        if (key == name)
            values.append(value);
    }
    items.removeIf([&](const auto &item) { return item.first == name; });
    return values;
}

// Only a value that the field can show is taken out of the items.
QString takeIf(Items &items, QLatin1String name, const QStringList &known)
{
    Items copy = items;
    const QStringList values = takeAll(copy, name);
    if (values.size() != 1 || !known.contains(values.front()))
        return {};
    items = copy;
    return values.front();
}

QString quoted(const QString &word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./~-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    QString safe = word;
    return QLatin1Char('\'') + safe.replace(QLatin1Char('\''), QLatin1String("'\\''")) +
           QLatin1Char('\'');
}

void add(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(
                                 value, QByteArrayLiteral("/:@~,+^[]"), QByteArray())));
}

} // namespace

SshProfilePage::SshProfilePage(QWidget *parent)
    : ProfilePage(parent)
    , m_form(new FormSection)
    , m_keyRow(new QWidget)
    , m_key(new QLineEdit)
    , m_browse(new QPushButton)
    , m_jump(new QLineEdit)
    , m_keepalive(new QSpinBox)
    , m_reconnect(new QComboBox)
    , m_charset(new QComboBox)
    , m_legacy(new QCheckBox)
    , m_forwardAgent(new QCheckBox)
    , m_others(new QLineEdit)
{
    auto *keyLine = new QHBoxLayout(m_keyRow);
    keyLine->setContentsMargins(0, 0, 0, 0);
    keyLine->setSpacing(Space::M);
    keyLine->addWidget(m_key, 1);
    keyLine->addWidget(m_browse);
    m_keyRow->setFocusProxy(m_key);
    m_key->setObjectName(QStringLiteral("sshIdentity"));
    m_jump->setObjectName(QStringLiteral("sshJump"));
    m_keepalive->setObjectName(QStringLiteral("sshKeepalive"));
    m_reconnect->setObjectName(QStringLiteral("sshReconnect"));
    m_charset->setObjectName(QStringLiteral("sshCharset"));
    m_others->setObjectName(QStringLiteral("sshOthers"));
    m_keepalive->setRange(0, kMostKeepalive);
    m_keepalive->setValue(kUsualKeepalive);
    for (const char *value : {"ask", "yes", "no"})
        m_reconnect->addItem(QString(), QString(QLatin1String(value)));
    m_charset->addItem(QStringLiteral("UTF-8"), QStringLiteral("UTF-8"));
    m_charset->addItem(QStringLiteral("CP949 (EUC-KR)"), QString(kKorean));
    m_browse->setAutoDefault(false);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_keyRow, m_jump, m_keepalive, m_reconnect, m_charset,
                                          m_legacy, m_forwardAgent, m_others})
        m_form->addRow(field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_form);

    connect(m_browse, &QPushButton::clicked, this, &SshProfilePage::browse);
    for (QLineEdit *edit : {m_key, m_jump, m_others})
        connect(edit, &QLineEdit::textChanged, this, &ProfilePage::edited);
    connect(m_keepalive, &QSpinBox::valueChanged, this, &ProfilePage::edited);
    for (QComboBox *box : {m_reconnect, m_charset})
        connect(box, &QComboBox::currentIndexChanged, this, &ProfilePage::edited);
    for (QCheckBox *box : {m_legacy, m_forwardAgent})
        connect(box, &QCheckBox::toggled, this, &ProfilePage::edited);
    retranslate();
}

std::unique_ptr<ProfilePage> SshProfilePage::create(const PanelContext &)
{
    return std::make_unique<SshProfilePage>();
}

void SshProfilePage::show(const Address &address)
{
    m_form->clearProblems();
    Items items = address.options.queryItems(QUrl::FullyDecoded);
    // One key has a field; of several the others stay where they are, in their order.
    const QStringList keys = takeAll(items, QLatin1String("identity"));
    m_key->setText(keys.value(0));
    for (const QString &key : keys.mid(1))
        items.append({QStringLiteral("identity"), key});
    QStringList jumps = takeAll(items, QLatin1String("jump"));
    for (const QString &jump : std::as_const(jumps)) {
        if (jump.contains(QLatin1Char(','))) { // would be taken apart in the field
            for (const QString &one : std::as_const(jumps))
                items.append({QStringLiteral("jump"), one});
            jumps.clear();
            break;
        }
    }
    m_jump->setText(jumps.join(QLatin1String(", ")));
    Items before = items;
    const QStringList keepalives = takeAll(items, QLatin1String("keepalive"));
    bool isNumber = false;
    const int keepalive = keepalives.value(0).toInt(&isNumber);
    if (!isNumber || keepalives.size() != 1 || keepalive < 0 || keepalive > kMostKeepalive)
        items = before;
    m_keepalive->setValue(isNumber ? keepalive : kUsualKeepalive);
    const auto choose = [](QComboBox *box, const QString &value) {
        box->setCurrentIndex(std::max(box->findData(value), 0));
    };
    choose(m_reconnect,
           takeIf(items, QLatin1String("reconnect"),
                  {QStringLiteral("ask"), QStringLiteral("yes"), QStringLiteral("no")}));
    choose(m_charset,
           takeIf(items, QLatin1String("charset"), {QStringLiteral("UTF-8"), QString(kKorean)}));
    const QStringList truth{QStringLiteral("yes"), QStringLiteral("no")};
    m_legacy->setChecked(takeIf(items, QLatin1String("legacy"), truth) == truth.front());
    m_forwardAgent->setChecked(takeIf(items, QLatin1String("forward_agent"), truth) ==
                               truth.front());
    QUrlQuery others;
    for (const auto &[name, value] : std::as_const(items))
        add(others, name, value);
    m_others->setText(others.toString(QUrl::PrettyDecoded));
}

std::optional<Address> SshProfilePage::read(const Address &address)
{
    m_form->clearProblems();
    QUrlQuery query;
    if (const QString key = m_key->text().trimmed(); !key.isEmpty())
        add(query, QStringLiteral("identity"), key);
    static const QRegularExpression between(QStringLiteral("\\s*,\\s*|\\s+"));
    for (const QString &jump : m_jump->text().split(between, Qt::SkipEmptyParts))
        add(query, QStringLiteral("jump"), jump);
    if (m_keepalive->value() != kUsualKeepalive)
        add(query, QStringLiteral("keepalive"), QString::number(m_keepalive->value()));
    if (m_reconnect->currentIndex() > 0)
        add(query, QStringLiteral("reconnect"), m_reconnect->currentData().toString());
    if (m_charset->currentIndex() > 0)
        add(query, QStringLiteral("charset"), m_charset->currentData().toString());
    if (m_legacy->isChecked())
        add(query, QStringLiteral("legacy"), QStringLiteral("yes"));
    if (m_forwardAgent->isChecked())
        add(query, QStringLiteral("forward_agent"), QStringLiteral("yes"));
    for (const auto &[name, value] :
         QUrlQuery(m_others->text().trimmed()).queryItems(QUrl::FullyDecoded))
        add(query, name, value);

    Address whole = address;
    whole.options = query;
    const Result<Ssh::SshAddress> meaning = Ssh::sshAddress(whole);
    if (!meaning) {
        QWidget *field = fieldOf(meaning.error().detail);
        m_form->setProblem(field, meaning.error().what);
        field->setFocus();
        return std::nullopt;
    }
    return whole;
}

QWidget *SshProfilePage::fieldOf(const QString &option) const
{
    if (option == QLatin1String("identity"))
        return m_keyRow;
    const bool aboutJumps = option.isEmpty() && !m_jump->text().trimmed().isEmpty();
    return aboutJumps || option == QLatin1String("jump") ? m_jump : m_others;
}

void SshProfilePage::browse()
{
    const QString home = QDir::homePath();
    auto *dialog = new QFileDialog(this, tr("Private key"), home + QStringLiteral("/.ssh"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    connect(dialog, &QFileDialog::fileSelected, this, [this, home](const QString &file) {
        m_key->setText(file.startsWith(home + QLatin1Char('/'))
                           ? QString(QLatin1Char('~') + file.mid(home.size()))
                           : file);
    });
    dialog->open();
}

void SshProfilePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ProfilePage::changeEvent(event);
}

void SshProfilePage::retranslate()
{
    m_form->setLabel(m_keyRow, tr("Private key"));
    m_key->setAccessibleName(tr("Private key"));
    m_key->setPlaceholderText(tr("The agent's keys and the usual files"));
    m_browse->setText(tr("Browse…"));
    m_form->setLabel(m_jump, tr("Jump hosts"));
    m_jump->setPlaceholderText(tr("ops@gate, ops@inner-gate: the first is reached first"));
    m_form->setLabel(m_keepalive, tr("Keepalive"));
    m_keepalive->setSuffix(tr(" s"));
    m_keepalive->setSpecialValueText(tr("Never"));
    m_form->setLabel(m_reconnect, tr("After a loss"));
    m_reconnect->setItemText(0, tr("Offer to connect again"));
    m_reconnect->setItemText(1, tr("Connect again by itself"));
    m_reconnect->setItemText(2, tr("Stay disconnected"));
    m_form->setLabel(m_charset, tr("Character set"));
    m_form->setLabel(m_legacy, tr("Old equipment"));
    m_legacy->setText(tr("Allow algorithms that only old equipment needs"));
    m_form->setLabel(m_forwardAgent, tr("Agent"));
    m_forwardAgent->setText(tr("Programs on the host may use the agent's keys"));
    m_form->setLabel(m_others, tr("Other options"));
    m_others->setPlaceholderText(QStringLiteral("connect_timeout=5&host_key_alias=bastion"));
}

QString SshProfilePage::commandLine(const Address &address)
{
    QStringList words{QStringLiteral("ssh")};
    QStringList jumps;
    const auto option = [&](const char *name, const QString &value) {
        words << QStringLiteral("-o") << quoted(QLatin1String(name) + QLatin1Char('=') + value);
    };
    if (address.port != 0 && address.port != 22)
        words << QStringLiteral("-p") << QString::number(address.port);
    for (const auto &[name, value] : address.options.queryItems(QUrl::FullyDecoded)) {
        if (name == QLatin1String("identity"))
            words << QStringLiteral("-i") << quoted(value);
        else if (name == QLatin1String("jump"))
            jumps << value;
        else if (name == QLatin1String("keepalive"))
            option("ServerAliveInterval", value);
        else if (name == QLatin1String("keepalive_count"))
            option("ServerAliveCountMax", value);
        else if (name == QLatin1String("connect_timeout"))
            option("ConnectTimeout", value);
        else if (name == QLatin1String("known_hosts"))
            option("UserKnownHostsFile", value);
        else if (name == QLatin1String("host_key_alias"))
            option("HostKeyAlias", value);
        else if (name == QLatin1String("certificate"))
            option("CertificateFile", value);
        else if (name == QLatin1String("identity_agent"))
            option("IdentityAgent", value);
        else if (name == QLatin1String("identities_only"))
            option("IdentitiesOnly", value);
        else if (name == QLatin1String("kex"))
            option("KexAlgorithms", value);
        else if (name == QLatin1String("hostkeys"))
            option("HostKeyAlgorithms", value);
        else if (name == QLatin1String("ciphers"))
            words << QStringLiteral("-c") << quoted(value);
        else if (name == QLatin1String("macs"))
            words << QStringLiteral("-m") << quoted(value);
        else if (name == QLatin1String("forward_agent") && value == QLatin1String("yes"))
            words << QStringLiteral("-A");
        else if (name == QLatin1String("compression") && value == QLatin1String("yes"))
            words << QStringLiteral("-C");
        else if (name == QLatin1String("accept_new") && value == QLatin1String("yes"))
            option("StrictHostKeyChecking", QStringLiteral("accept-new"));
    }
    if (!jumps.isEmpty())
        words << QStringLiteral("-J") << quoted(jumps.join(QLatin1Char(',')));
    const QString host = address.user.isEmpty()
                             ? address.host
                             : QString(address.user + QLatin1Char('@') + address.host);
    words << quoted(host);
    return words.join(QLatin1Char(' '));
}

} // namespace Portolan::Ui
