// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/discoverydialog.h"

#include "core/base/tabletext.h"
#include "ui/snmp/foundmodel.h"
#include "ui/snmp/snmpchoices.h"
#include "ui/snmp/snmpsettingspage.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::DiscoveryCredential;
using Snmp::FoundAgent;
using Snmp::Level;
using Snmp::Version;

constexpr char kRangeKey[] = "snmp/discovery-range";
constexpr int kWidth = 980;
constexpr int kHeight = 660;
constexpr int kTableHeight = 110; // at least
constexpr int kUsualRate = 100;
constexpr int kMostRate = 2000;
constexpr int kMostNames = 100;

DiscoveryCredential plainCopy(const DiscoveryCredential &of)
{
    return {of.label,        of.version,      of.user,          of.level,
            of.authProtocol, of.privProtocol, of.secrets.copy()};
}

// As a credential of the store has it: both passwords of a user, one a line.
Secret packed(const DiscoveryCredential &of)
{
    if (of.version != Version::V3)
        return of.secrets.community.copy();
    if (of.level != Level::AuthPriv)
        return of.secrets.authPassword.copy();
    std::string both(of.secrets.authPassword.reveal());
    both.append(1, '\n').append(of.secrets.privPassword.reveal());
    Secret secret(both);
    wipeMemory(both.data(), both.size());
    return secret;
}

void unpack(const Secret &stored, DiscoveryCredential &into)
{
    const std::string_view both = stored.reveal();
    if (into.version != Version::V3) {
        into.secrets.community = stored.copy();
        return;
    }
    const auto line = both.find('\n');
    into.secrets.authPassword = Secret(both.substr(0, line));
    into.secrets.privPassword =
        Secret(line == std::string_view::npos ? both : both.substr(line + 1));
}

QJsonObject agentObject(const FoundAgent &agent)
{
    QJsonObject object{
        {QStringLiteral("address"), agent.addressText()},
        {QStringLiteral("name"), agent.name},
        {QStringLiteral("vendor"), agent.vendor},
        {QStringLiteral("version"), Snmp::versionName(agent.version)},
        {QStringLiteral("credential"),
         agent.credential ? QJsonValue(agent.credentialLabel) : QJsonValue::Null},
        {QStringLiteral("rtt_ms"), agent.rttMs},
        {QStringLiteral("location"), agent.location},
        {QStringLiteral("description"), agent.description},
        {QStringLiteral("object_id"), agent.objectId.text()},
        {QStringLiteral("engine_id"), QString::fromLatin1(agent.engineId.toHex())},
        {QStringLiteral("refusal"), agent.refusal},
        {QStringLiteral("same_engine_at"), QJsonArray::fromStringList(agent.sameEngineAt)}};
    if (agent.uptime)
        object.insert(QStringLiteral("uptime_s"), *agent.uptime / 100.0);
    return object;
}

} // namespace

std::span<const PanelTool> DiscoveryDialog::tools()
{
    static constexpr PanelTool kTools[] = {
        {{QLatin1String("snmp-discover"), QLatin1String("search"), "",
          [] { return tr("Find SNMP devices…"); }},
         [] { return tr("Find the agents of a network, with what is known of them."); },
         [](const PanelContext &context, QWidget *window,
            std::function<void(const QString &)> openAddress) {
             auto *dialog = new DiscoveryDialog(context, std::move(openAddress), window);
             dialog->setAttribute(Qt::WA_DeleteOnClose);
             dialog->show();
         }},
    };
    return kTools;
}

DiscoveryDialog::DiscoveryDialog(const PanelContext &context,
                                 std::function<void(const QString &)> openAddress, QWidget *parent)
    : DialogFrame(QLatin1String("search"), Tone::Plain, Size::Resizable, kWidth, parent)
    , m_context(context)
    , m_openAddress(std::move(openAddress))
    , m_station(context.service<Snmp::Station>())
    , m_form(new FormSection)
    , m_range(new QLineEdit)
    , m_communities(new QLineEdit)
    , m_user(new QLineEdit)
    , m_level(new QComboBox)
    , m_auth(new QComboBox)
    , m_authPassword(new QLineEdit)
    , m_priv(new QComboBox)
    , m_privPassword(new QLineEdit)
    , m_useStored(new QCheckBox)
    , m_rate(new QSpinBox)
    , m_plan(makeText(true))
    , m_notice(new NoticeBar)
    , m_work(new WorkProgress)
    , m_table(new DataTable)
    , m_model(new FoundModel(this))
    , m_status(makeText(true))
{
    setObjectName(QStringLiteral("discoveryDialog"));
    m_range->setObjectName(QStringLiteral("discoveryRange"));
    m_communities->setObjectName(QStringLiteral("discoveryCommunities"));
    m_user->setObjectName(QStringLiteral("discoveryUser"));
    m_level->setObjectName(QStringLiteral("discoveryLevel"));
    m_authPassword->setObjectName(QStringLiteral("discoveryAuthPassword"));
    m_privPassword->setObjectName(QStringLiteral("discoveryPrivPassword"));
    m_rate->setObjectName(QStringLiteral("discoveryRate"));
    m_plan->setObjectName(QStringLiteral("discoveryPlan"));
    m_table->setObjectName(QStringLiteral("discoveryTable"));
    m_status->setObjectName(QStringLiteral("discoveryStatus"));
    SnmpChoices::fillLevels(*m_level);
    SnmpChoices::fillAuth(*m_auth);
    SnmpChoices::fillPriv(*m_priv);
    SnmpChoices::choose(*m_level, Level::AuthPriv);
    SnmpChoices::choose(*m_auth, Snmp::AuthProtocol::Sha256);
    SnmpChoices::choose(*m_priv, Snmp::PrivProtocol::Aes128);
    for (QLineEdit *edit : {m_communities, m_authPassword, m_privPassword})
        edit->setEchoMode(QLineEdit::Password);
    m_rate->setRange(1, kMostRate);
    m_rate->setValue(kUsualRate);
    m_range->setText(context.settings.text(kRangeKey, {}));
    m_notice->hide();
    m_work->hide();
    m_table->setSource(m_model);
    m_table->setNumberColumns({FoundModel::Rtt});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setExportName(QStringLiteral("agents"));
    m_table->setMinimumHeight(kTableHeight);

    auto *algorithms = new QWidget;
    auto *line = new QHBoxLayout(algorithms);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::M);
    for (QWidget *one :
         std::initializer_list<QWidget *>{m_level, m_auth, m_authPassword, m_priv, m_privPassword})
        line->addWidget(one, qobject_cast<QLineEdit *>(one) ? 1 : 0);
    m_form->addRow(m_range);
    m_form->addRow(m_communities);
    m_form->addRow(m_user);
    m_form->addRow(algorithms);
    m_form->addRow(m_rate);
    content()->addWidget(m_form);
    content()->addWidget(m_useStored);
    content()->addWidget(m_plan);
    content()->addWidget(m_notice);
    content()->addWidget(m_work);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_status);
    m_save = addButton("discoverySave");
    m_add = addButton("discoveryAdd");
    m_open = addButton("discoveryOpen");
    m_close = addButton("discoveryClose");
    m_start = addButton("discoveryStart", true);

    connect(m_start, &QPushButton::clicked, this, &DiscoveryDialog::startOrStop);
    connect(m_open, &QPushButton::clicked, this, &DiscoveryDialog::openSelected);
    connect(m_add, &QPushButton::clicked, this, &DiscoveryDialog::addSelected);
    connect(m_save, &QPushButton::clicked, this, &DiscoveryDialog::saveAs);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_work, &WorkProgress::cancelClicked, this, &DiscoveryDialog::startOrStop);
    connect(m_table, &QTableView::doubleClicked, this, &DiscoveryDialog::openSelected);
    connect(m_table, &DataTable::countChanged, this, &DiscoveryDialog::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DiscoveryDialog::showState);
    for (QLineEdit *edit : {m_range, m_communities, m_user})
        connect(edit, &QLineEdit::textChanged, this, &DiscoveryDialog::showWhatFits);
    connect(m_level, &QComboBox::currentIndexChanged, this, &DiscoveryDialog::showWhatFits);
    connect(m_rate, &QSpinBox::valueChanged, this, &DiscoveryDialog::showPlan);
    connect(m_useStored, &QCheckBox::toggled, this, &DiscoveryDialog::showPlan);
    collectStored();
    reword();
    showWhatFits();
    const QSize room = parent ? parent->window()->size() : QSize(kWidth, kHeight);
    resize(QSize(kWidth, kHeight).boundedTo(room));
    m_range->setFocus();
}

DiscoveryDialog::~DiscoveryDialog() = default;

// What the SNMP connections of this person use, each once.
void DiscoveryDialog::collectStored()
{
    QSet<QString> known;
    for (const Profile &profile : m_context.profiles.profiles()) {
        if (profile.address.scheme != QLatin1String("snmp") || profile.credential.isEmpty())
            continue;
        const auto credential = m_context.profiles.credential(profile.credential);
        const auto meaning =
            Snmp::agentAddress(profile.address, SnmpSettingsPage::defaults(m_context.settings));
        if (!credential || !meaning)
            continue;
        Tried tried;
        tried.stored = credential->id;
        tried.credential.label = credential->name;
        tried.credential.version = meaning->target.version;
        tried.credential.user = meaning->target.version != Version::V3 ? QString()
                                : meaning->target.user.isEmpty()       ? credential->user
                                                                       : meaning->target.user;
        tried.credential.level = meaning->target.level;
        tried.credential.authProtocol = meaning->target.authProtocol;
        tried.credential.privProtocol = meaning->target.privProtocol;
        const QString key = QStringLiteral("%1 %2 %3 %4 %5 %6")
                                .arg(credential->id)
                                .arg(static_cast<int>(tried.credential.version))
                                .arg(static_cast<int>(tried.credential.level))
                                .arg(static_cast<int>(tried.credential.authProtocol))
                                .arg(static_cast<int>(tried.credential.privProtocol))
                                .arg(tried.credential.user);
        if (known.contains(key))
            continue;
        known.insert(key);
        m_stored.push_back(std::move(tried));
    }
    m_useStored->setVisible(!m_stored.empty());
}

void DiscoveryDialog::showWhatFits()
{
    const bool isThird = !m_user->text().trimmed().isEmpty();
    const auto level = SnmpChoices::chosen<Level>(*m_level);
    m_form->setRowVisible(m_level->parentWidget(), isThird);
    for (QWidget *field : std::initializer_list<QWidget *>{m_auth, m_authPassword})
        field->setVisible(isThird && level != Level::NoAuthNoPriv);
    for (QWidget *field : std::initializer_list<QWidget *>{m_priv, m_privPassword})
        field->setVisible(isThird && level == Level::AuthPriv);
    m_form->clearProblems();
    showPlan();
}

Result<Snmp::ScanRange> DiscoveryDialog::range() const
{
    return Snmp::ScanRange::parse({m_range->text()});
}

QString DiscoveryDialog::planText() const
{
    if (m_range->text().trimmed().isEmpty())
        return tr("10.0.0.0/24, 10.0.0.1-50 or fd00::/120, several with blanks between them; "
                  "!10.0.0.5 leaves one out.");
    auto asked = range();
    if (!asked)
        return asked.error().what;
    Snmp::DiscoveryRequest request;
    request.rate = m_rate->value();
    const QLocale locale;
    const auto places = asked->places().size();
    request.range = std::move(*asked);
    const auto communities =
        m_communities->text().split(QLatin1Char(' '), Qt::SkipEmptyParts).size();
    auto count = communities;
    if (m_useStored->isChecked() && !m_stored.empty())
        count += std::count_if(m_stored.begin(), m_stored.end(), [](const Tried &each) {
            return each.credential.version != Version::V3;
        });
    if (count == 0 && m_user->text().trimmed().isEmpty())
        count = 1; // public
    for (qsizetype i = 0; i < count; ++i)
        request.credentials.emplace_back();
    const auto seconds = (request.longest().count() + 999) / 1000;
    return tr("%1 addresses: at most %2 packets and %3 seconds, where nobody answers.")
        .arg(locale.toString(static_cast<qulonglong>(places)),
             locale.toString(request.mostPackets()), locale.toString(qlonglong(seconds)));
}

void DiscoveryDialog::showPlan()
{
    m_plan->setText(planText());
}

Result<std::vector<DiscoveryDialog::Tried>> DiscoveryDialog::typed() const
{
    std::vector<Tried> all;
    const auto words = m_communities->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        Tried tried;
        tried.credential.label = words.size() == 1
                                     ? tr("the typed community")
                                     : tr("typed community %1").arg(static_cast<int>(i + 1));
        tried.credential.secrets.community = Secret(words.at(i).toStdString());
        all.push_back(std::move(tried));
    }
    const QString user = m_user->text().trimmed();
    if (user.isEmpty())
        return all;
    Tried tried;
    DiscoveryCredential &made = tried.credential;
    made.label = user;
    made.version = Version::V3;
    made.user = user;
    made.level = SnmpChoices::chosen<Level>(*m_level);
    made.authProtocol = SnmpChoices::chosen<Snmp::AuthProtocol>(*m_auth);
    made.privProtocol = SnmpChoices::chosen<Snmp::PrivProtocol>(*m_priv);
    made.secrets.authPassword = Secret(m_authPassword->text().toStdString());
    made.secrets.privPassword = Secret(m_privPassword->text().toStdString());
    // RFC 3414, section 11.2.
    constexpr qsizetype kShortest = 8;
    if ((made.level != Level::NoAuthNoPriv && m_authPassword->text().size() < kShortest) ||
        (made.level == Level::AuthPriv && m_privPassword->text().size() < kShortest))
        return failure(Error::Kind::Usage, tr("A password of SNMPv3 has at least 8 characters."));
    all.push_back(std::move(tried));
    return all;
}

void DiscoveryDialog::startOrStop()
{
    if (m_discovery) {
        m_discovery->cancel();
        return;
    }
    if (m_isPreparing)
        return;
    m_form->clearProblems();
    m_notice->hide();
    if (auto asked = range(); !asked) {
        m_form->setProblem(m_range, asked.error().what);
        m_range->setFocus();
        return;
    }
    auto all = typed();
    if (!all) {
        m_form->setProblem(m_user, all.error().what);
        return;
    }
    m_context.settings.set(kRangeKey, m_range->text().trimmed());
    readStored(std::move(*all));
}

// The secrets of what is stored, one after the other; what the keychain does not give is left out.
void DiscoveryDialog::readStored(std::vector<Tried> typed)
{
    struct Reading
    {
        std::vector<Tried> all;
        std::size_t left = 0;
        int missing = 0;
    };
    auto reading = std::make_shared<Reading>();
    reading->all = std::move(typed);
    const quint64 turn = ++m_turn;
    const auto finish = [this, reading, turn] {
        if (turn != m_turn)
            return;
        m_isPreparing = false;
        if (reading->missing > 0)
            m_notice->show(NoticeBar::Severity::Warning,
                           tr("%n saved credential(s) could not be read from the keychain.",
                              nullptr, reading->missing),
                           {}, {});
        begin(std::move(reading->all));
    };
    if (!m_useStored->isChecked() || m_stored.empty()) {
        finish();
        return;
    }
    m_isPreparing = true;
    reading->left = m_stored.size();
    for (const Tried &each : m_stored) {
        const auto credential = m_context.profiles.credential(each.stored);
        const bool needsNone =
            each.credential.version == Version::V3 && each.credential.level == Level::NoAuthNoPriv;
        if (!credential || needsNone) {
            if (needsNone)
                reading->all.push_back({plainCopy(each.credential), each.stored});
            if (--reading->left == 0)
                finish();
            continue;
        }
        auto made = std::make_shared<Tried>(Tried{plainCopy(each.credential), each.stored});
        m_context.secrets.read(
            credential->secretKey(), this,
            [reading, made, finish](tl::expected<Secret, SecretStore::Failure> found) {
                if (found && !found->isEmpty()) {
                    unpack(*found, made->credential);
                    reading->all.push_back(std::move(*made));
                } else {
                    ++reading->missing;
                }
                if (--reading->left == 0)
                    finish();
            });
    }
}

void DiscoveryDialog::begin(std::vector<Tried> tried)
{
    auto asked = range();
    if (!asked)
        return;
    if (tried.empty()) {
        Tried made;
        made.credential.label = QStringLiteral("public");
        made.credential.secrets.community = Secret("public");
        tried.push_back(std::move(made));
    }
    Snmp::DiscoveryRequest request;
    request.range = std::move(*asked);
    request.rate = m_rate->value();
    for (const Tried &each : tried)
        request.credentials.push_back(plainCopy(each.credential));
    m_tried = std::move(tried);
    m_model->clear();
    m_progress = {};
    m_discovery = std::make_unique<Snmp::Discovery>(m_station, std::move(request));
    connect(m_discovery.get(), &Snmp::Discovery::found, this,
            [this](const QList<FoundAgent> &agents) {
                const bool isFirst = m_model->rowCount() == 0;
                m_model->take(agents);
                if (isFirst)
                    m_table->fitColumns();
            });
    connect(m_discovery.get(), &Snmp::Discovery::progressed, this,
            [this](const Snmp::DiscoveryProgress &progress) {
                m_progress = progress;
                m_work->setDone(progress.done, progress.total);
                m_work->setTimeLeft(std::chrono::ceil<std::chrono::seconds>(progress.left));
                showState();
            });
    connect(m_discovery.get(), &Snmp::Discovery::finished, this, [this] { onFinished({}); });
    connect(m_discovery.get(), &Snmp::Discovery::failed, this,
            [this](const Error &error) { onFinished(error); });
    m_work->begin(WorkProgress::Unit::Items);
    m_work->setStep(tr("Asking the addresses"));
    m_discovery->start();
    showState();
}

void DiscoveryDialog::onFinished(const std::optional<Error> &error)
{
    m_discovery.release()->deleteLater(); // it is in a call of its own
    m_work->end();
    m_table->fitColumns();
    if (error && error->kind != Error::Kind::Cancelled)
        m_notice->show(NoticeBar::Severity::Error, error->what, error->detail, {});
    showState();
}

void DiscoveryDialog::showState()
{
    const bool isRunning = m_discovery != nullptr;
    const auto rows = selectedRows();
    m_start->setText(isRunning ? tr("Stop") : tr("Find"));
    m_open->setEnabled(rows.size() == 1);
    m_add->setEnabled(!rows.isEmpty());
    m_save->setEnabled(m_model->rowCount() > 0);
    for (QWidget *field : std::initializer_list<QWidget *>{m_form, m_useStored})
        field->setEnabled(!isRunning);
    const QLocale locale;
    QStringList parts;
    if (m_progress.total > 0) {
        parts += tr("%n agent(s)", nullptr, static_cast<int>(m_progress.found));
        parts += tr("%1 of %2 addresses")
                     .arg(locale.toString(m_progress.done), locale.toString(m_progress.total));
        if (m_progress.refused > 0)
            parts += tr("%1 without an agent").arg(locale.toString(m_progress.refused));
        if (m_progress.unreachable > 0)
            parts += tr("%1 unreachable").arg(locale.toString(m_progress.unreachable));
        if (m_progress.silent > 0)
            parts += tr("%1 silent").arg(locale.toString(m_progress.silent));
        if (m_progress.late > 0)
            parts += tr("%1 late answers").arg(locale.toString(m_progress.late));
        parts += tr("%1 packets").arg(locale.toString(m_progress.sent));
    }
    m_status->setText(parts.join(QStringLiteral("  ·  ")));
    m_table->setEmptyText(isRunning              ? tr("Agents appear here as they answer.")
                          : m_progress.total > 0 ? tr("No agent has answered.")
                                                 : tr("What is found appears here."));
}

QList<int> DiscoveryDialog::selectedRows() const
{
    QList<int> rows;
    const auto selected = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &each : selected)
        rows += m_table->sourceRow(each.row());
    return rows;
}

Portolan::Address DiscoveryDialog::addressOf(const FoundAgent &agent) const
{
    Snmp::AgentTarget target;
    target.host = agent.address.toString();
    target.port = agent.port;
    target.version = agent.version;
    if (agent.credential && static_cast<std::size_t>(*agent.credential) < m_tried.size()) {
        const DiscoveryCredential &with =
            m_tried[static_cast<std::size_t>(*agent.credential)].credential;
        target.user = with.user;
        target.level = with.level;
        target.authProtocol = with.authProtocol;
        target.privProtocol = with.privProtocol;
    }
    return Snmp::addressOf(target);
}

void DiscoveryDialog::openSelected()
{
    const auto rows = selectedRows();
    if (rows.isEmpty())
        return;
    const FoundAgent &agent = m_model->agent(rows.first());
    m_openAddress(addressOf(agent).toString());
}

// Each credential that was typed and works becomes one of the store's, once for all of them.
void DiscoveryDialog::addSelected()
{
    QList<Profile> profiles;
    QSet<QString> names;
    for (const Profile &each : m_context.profiles.profiles()) {
        if (each.folder == QLatin1String("SNMP"))
            names.insert(each.name.toLower());
    }
    const auto rows = selectedRows();
    for (const int row : rows) {
        const FoundAgent &agent = m_model->agent(row);
        Profile profile;
        profile.folder = QStringLiteral("SNMP");
        profile.address = addressOf(agent);
        const QString name = (agent.name.isEmpty() ? agent.addressText() : agent.name).left(100);
        profile.name = name;
        for (int i = 1; names.contains(profile.name.toLower()) && i < kMostNames; ++i)
            profile.name = i == 1 ? QStringLiteral("%1 (%2)").arg(name, agent.addressText())
                                  : QStringLiteral("%1 (%2)").arg(name).arg(i);
        names.insert(profile.name.toLower());
        if (agent.credential && static_cast<std::size_t>(*agent.credential) < m_tried.size()) {
            Tried &with = m_tried[static_cast<std::size_t>(*agent.credential)];
            const bool isSecret = with.credential.version == Version::V3
                                      ? with.credential.level != Level::NoAuthNoPriv
                                      : with.credential.label != QLatin1String("public");
            if (with.stored.isEmpty() && isSecret) {
                Credential credential;
                credential.user = with.credential.user;
                const QString base = with.credential.user.isEmpty()
                                         ? tr("SNMP community")
                                         : tr("SNMP user %1").arg(with.credential.user);
                credential.name = base;
                auto id = m_context.profiles.put(credential);
                for (int i = 2; !id && i < kMostNames; ++i) {
                    credential.name = QStringLiteral("%1 (%2)").arg(base).arg(i);
                    id = m_context.profiles.put(credential);
                }
                if (id) {
                    with.stored = *id;
                    credential.id = *id;
                    m_context.secrets.write(
                        credential.secretKey(), packed(with.credential), SecretStore::Keep::Stored,
                        this, [this](tl::expected<void, SecretStore::Failure> done) {
                            if (!done)
                                m_notice->show(NoticeBar::Severity::Warning,
                                               tr("The keychain did not take the credential; it "
                                                  "will be asked for."),
                                               {}, {});
                        });
                }
            }
            profile.credential = with.stored;
        }
        profiles += profile;
    }
    if (profiles.isEmpty())
        return;
    const auto added = m_context.profiles.putAll(profiles);
    m_notice->show(added ? NoticeBar::Severity::Info : NoticeBar::Severity::Error,
                   added ? tr("%n connection(s) added to the folder SNMP.", nullptr,
                              static_cast<int>(profiles.size()))
                         : added.error().what,
                   {}, {});
}

void DiscoveryDialog::saveAs()
{
    saveFile(
        this, tr("Save the agents"), QStringLiteral("agents.csv"),
        QStringLiteral("CSV (*.csv);;JSON (*.json)"),
        [this](const QString &path) {
            if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
                return toCsv(m_table->texts(DataTable::Rows::All, DataTable::Head::With));
            QJsonArray all;
            for (const FoundAgent &agent : m_model->agents())
                all += agentObject(agent);
            return QJsonDocument(all).toJson();
        },
        [this](const Result<QString> &path) {
            m_notice->show(path ? NoticeBar::Severity::Info : NoticeBar::Severity::Error,
                           path ? tr("Saved: %1").arg(*path) : path.error().what, {}, {});
        });
}

void DiscoveryDialog::reword()
{
    setWindowTitle(tr("Find SNMP devices"));
    setHeading(tr("Find SNMP devices"));
    setLead(tr("Asks every address of a range who it is, a few packets a second, and only reads. "
               "Wrong communities can make agents send traps: try few."));
    m_form->setLabel(m_range, tr("Addresses"));
    m_form->setLabel(m_communities, tr("Communities"));
    m_form->setHint(m_communities, tr("With blanks between them, tried in this order; “public” "
                                      "where nothing else is given."));
    m_form->setLabel(m_user, tr("User of SNMPv3"));
    m_form->setLabel(m_level->parentWidget(), tr("Passwords"));
    m_form->setLabel(m_rate, tr("Packets a second"));
    SnmpChoices::wordLevels(*m_level);
    SnmpChoices::wordPriv(*m_priv);
    m_authPassword->setPlaceholderText(tr("Authentication password"));
    m_privPassword->setPlaceholderText(tr("Privacy password"));
    m_useStored->setText(tr("Try the credentials of the SNMP connections, too (%n)", nullptr,
                            static_cast<int>(m_stored.size())));
    m_open->setText(tr("Open"));
    m_add->setText(tr("Add to the connections"));
    m_save->setText(tr("Save…"));
    m_close->setText(tr("Close"));
    m_model->retranslate();
    showPlan();
    showState();
}

} // namespace Portolan::Ui
