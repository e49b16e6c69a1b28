// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapsenddialog.h"

#include "core/snmp/engine/localengine.h"
#include "core/snmp/smi/valuetext.h"
#include "core/snmp/traps/trap.h"
#include "ui/snmp/snmpchoices.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStringListModel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Version;
using Snmp::Smi::Base;
using Snmp::Smi::Definition;
using Snmp::Smi::Kind;

constexpr int kWidth = 640;
constexpr int kHeight = 660;
constexpr int kObjectsHeight = 170;
constexpr std::size_t kMostObjects = 100;

constexpr std::pair<char, const char *> kTypes[] = {
    {'s', "OCTET STRING"}, {'x', "OCTET STRING 0x"}, {'i', "Integer32"},
    {'u', "Gauge32"},      {'c', "Counter32"},       {'C', "Counter64"},
    {'t', "TimeTicks"},    {'a', "IpAddress"},       {'o', "OBJECT IDENTIFIER"}};

QStringList notificationNames(const Snmp::Smi::Snapshot &snapshot)
{
    QStringList names;
    for (std::uint32_t i = 0; i < snapshot.definitionCount(); ++i) {
        const Definition each = snapshot.definition(i);
        if (each && each.isNotification())
            names << each.qualifiedName();
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

Definition objectOf(const Snmp::Smi::Snapshot &snapshot, const QString &name)
{
    const auto oid = snapshot.resolve(name);
    const Definition found = oid ? snapshot.nearest(*oid) : Definition();
    return found && found.isObject() ? found : Definition();
}

} // namespace

TrapSendDialog::TrapSendDialog(std::shared_ptr<Snmp::Station> station,
                               std::shared_ptr<Snmp::MibLibrary> library, TrapAccess &access,
                               const QString &place, QWidget *parent)
    : DialogFrame(QLatin1String("publish"), Tone::Plain, Size::Resizable, kWidth, parent)
    , m_station(std::move(station))
    , m_library(std::move(library))
    , m_access(access)
    , m_form(new FormSection)
    , m_to(new QLineEdit)
    , m_version(new QComboBox)
    , m_community(new QLineEdit)
    , m_user(new QComboBox)
    , m_kind(new QComboBox)
    , m_notification(new QLineEdit)
    , m_instance(new QLineEdit)
    , m_names(new QStringListModel(this))
    , m_objectsHead(new QLabel)
    , m_objects(new QWidget)
    , m_grid(new QGridLayout(m_objects))
    , m_add(new QToolButton)
    , m_result(makeText())
{
    setObjectName(QStringLiteral("trapSendDialog"));
    m_to->setObjectName(QStringLiteral("sendTo"));
    m_version->setObjectName(QStringLiteral("sendVersion"));
    m_community->setObjectName(QStringLiteral("sendCommunity"));
    m_user->setObjectName(QStringLiteral("sendUser"));
    m_kind->setObjectName(QStringLiteral("sendKind"));
    m_notification->setObjectName(QStringLiteral("sendNotification"));
    m_instance->setObjectName(QStringLiteral("sendInstance"));
    m_add->setObjectName(QStringLiteral("sendAdd"));
    m_result->setObjectName(QStringLiteral("sendResult"));
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_community->setEchoMode(QLineEdit::Password);
    m_to->setText(place);
    SnmpChoices::fillVersions(*m_version);
    SnmpChoices::choose(*m_version, Version::V2c);
    m_kind->addItem(QString(), false);
    m_kind->addItem(QString(), true);
    for (const TrapUserEntry &each : m_access.users())
        m_user->addItem(QStringLiteral("%1 · %2").arg(each.name, Snmp::levelName(each.level)),
                        each.id);
    m_names->setStringList(notificationNames(*m_library->snapshot()));
    auto *completer = new QCompleter(m_names, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    m_notification->setCompleter(completer);
    m_instance->setText(m_instanceBefore);
    m_add->setIcon(symbol(QLatin1String("plus")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_objectsHead->setProperty("heading", 3);
    for (QWidget *field : std::initializer_list<QWidget *>{m_to, m_version, m_community, m_user,
                                                           m_kind, m_notification, m_instance})
        m_form->addRow(field);
    m_grid->setContentsMargins(0, 0, Space::M, 0);
    m_grid->setHorizontalSpacing(Space::S);
    m_grid->setVerticalSpacing(Space::S);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(2, 4);
    auto *area = scrolling(m_objects);
    area->setMinimumHeight(kObjectsHeight);
    auto *head = new QHBoxLayout;
    head->addWidget(m_objectsHead, 1);
    head->addWidget(m_add);
    content()->addWidget(m_form);
    content()->addLayout(head);
    content()->addWidget(area, 1);
    content()->addWidget(m_result);
    m_close = addButton("sendClose");
    m_send = addButton("sendNow", true);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &TrapSendDialog::send);
    connect(m_version, &QComboBox::currentIndexChanged, this, &TrapSendDialog::showWhatFits);
    connect(m_notification, &QLineEdit::editingFinished, this, &TrapSendDialog::fillObjects);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
            &TrapSendDialog::setNotification, Qt::QueuedConnection);
    connect(m_notification, &QLineEdit::textEdited, this,
            [this] { m_form->setProblem(m_notification, {}); });
    connect(m_to, &QLineEdit::textEdited, this, [this] { m_form->setProblem(m_to, {}); });
    connect(m_instance, &QLineEdit::textEdited, this, &TrapSendDialog::onInstance);
    connect(m_add, &QToolButton::clicked, this, [this] {
        addObject({}, {});
        placeRows();
        m_rows.back().name->setFocus();
    });
    connect(m_library.get(), &Snmp::MibLibrary::changed, this,
            [this] { m_names->setStringList(notificationNames(*m_library->snapshot())); });
    setNotification(QStringLiteral("IF-MIB::linkDown"));
    resize(kWidth, kHeight);
    reword();
    showWhatFits();
    m_notification->setFocus();
    m_notification->selectAll();
}

TrapSendDialog::~TrapSendDialog() = default;

void TrapSendDialog::setNotification(const QString &name)
{
    m_notification->setText(name);
    fillObjects();
}

QString TrapSendDialog::result() const
{
    return m_result->text();
}

void TrapSendDialog::showWhatFits()
{
    const auto version = SnmpChoices::chosen<Version>(*m_version);
    m_form->setRowVisible(m_community, version != Version::V3);
    m_form->setRowVisible(m_user, version == Version::V3);
    // Version 1 has no informs.
    m_form->setRowVisible(m_kind, version != Version::V1);
    if (version == Version::V1)
        m_kind->setCurrentIndex(0);
}

// The objects of the OBJECTS clause, in its order; the person's own rows stay while the
// notification is the same.
void TrapSendDialog::fillObjects()
{
    const auto &snapshot = *m_library->snapshot();
    const QString name = m_notification->text().trimmed();
    const auto oid = snapshot.resolve(name);
    const Definition found = oid ? snapshot.notification(*oid) : Definition();
    if (!found || found.qualifiedName() == m_filled)
        return;
    m_filled = found.qualifiedName();
    clearObjects();
    bool hasColumns = false;
    const QString instance = m_instance->text().trimmed();
    for (const Definition &each : found.objects()) {
        const bool isColumn = each.kind() == Kind::Column;
        hasColumns |= isColumn;
        const auto index = isColumn ? each.index() : QList<Definition::Index>();
        const bool isIndex = index.size() == 1 && index.front().name == each.name();
        addObject(each.name() + QLatin1Char('.') +
                      (isColumn ? instance : QString(QLatin1Char('0'))),
                  isIndex ? instance : QString());
    }
    m_form->setRowVisible(m_instance, hasColumns);
    placeRows();
}

void TrapSendDialog::clearObjects()
{
    for (Row &row : m_rows) {
        for (QWidget *widget : std::initializer_list<QWidget *>{row.name, row.type, row.value,
                                                                row.problem, row.remove})
            delete widget;
    }
    m_rows.clear();
}

void TrapSendDialog::addObject(const QString &name, const QString &value)
{
    if (m_rows.size() >= kMostObjects)
        return;
    Row row{};
    row.name = new QLineEdit(name, m_objects);
    row.name->setObjectName(QStringLiteral("objectName"));
    row.type = new QComboBox(m_objects);
    for (const auto &[letter, words] : kTypes)
        row.type->addItem(QLatin1String(words), QChar(QLatin1Char(letter)));
    row.problem = new QLabel(m_objects);
    row.problem->setProperty("bad", true);
    row.problem->setTextFormat(Qt::PlainText);
    row.problem->setWordWrap(true);
    row.problem->hide();
    row.remove = new QToolButton(m_objects);
    row.remove->setIcon(symbol(QLatin1String("minus")));
    connect(row.name, &QLineEdit::editingFinished, this, [this, edit = row.name] {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                        [edit](const Row &each) { return each.name == edit; });
        if (found == m_rows.end())
            return;
        makeValue(*found, textOf(*found));
        placeRows();
    });
    connect(row.remove, &QToolButton::clicked, this, [this, edit = row.name] {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                        [edit](const Row &each) { return each.name == edit; });
        if (found == m_rows.end())
            return;
        const Row gone = *found;
        m_rows.erase(found);
        for (QWidget *widget : std::initializer_list<QWidget *>{gone.name, gone.type, gone.value,
                                                                gone.problem, gone.remove}) {
            widget->hide();
            widget->deleteLater();
        }
        placeRows();
    });
    makeValue(row, value);
    m_rows.push_back(row);
}

// A field that fits the object: names to choose from, or text that its type words.
void TrapSendDialog::makeValue(Row &row, const QString &text)
{
    const Definition object = objectOf(*m_library->snapshot(), row.name->text());
    const bool hasNames = object && object.type().base() != Base::Bits && object.type().hasNames();
    QWidget *const before = row.value;
    if (hasNames) {
        auto *box = new QComboBox(m_objects);
        std::size_t i = 0;
        for (const auto &one : object.type().names())
            box->addItem(QStringLiteral("%1(%2)").arg(object.type().nameAt(i++)).arg(one.number));
        box->setCurrentIndex(std::max(box->findText(text), 0));
        row.value = box;
    } else {
        auto *edit = new QLineEdit(text, m_objects);
        if (object)
            edit->setPlaceholderText(object.type().text());
        connect(edit, &QLineEdit::textEdited, row.problem, &QWidget::hide);
        row.value = edit;
    }
    row.value->setObjectName(QStringLiteral("objectValue"));
    row.type->setVisible(!object);
    if (before) {
        before->hide();
        before->deleteLater();
    }
}

void TrapSendDialog::placeRows()
{
    int line = 0;
    for (const Row &row : m_rows) {
        const bool isKnown = row.type->isHidden();
        m_grid->addWidget(row.name, line, 0);
        m_grid->addWidget(row.type, line, 1);
        m_grid->addWidget(row.value, line, isKnown ? 1 : 2, 1, isKnown ? 2 : 1);
        m_grid->addWidget(row.remove, line, 3);
        m_grid->addWidget(row.problem, line + 1, 0, 1, 4);
        row.name->show();
        row.value->show();
        row.remove->show();
        line += 2;
    }
    for (int i = 0; i < m_grid->rowCount(); ++i)
        m_grid->setRowStretch(i, 0);
    m_grid->setRowStretch(line, 1);
    reword();
}

// All columns are of one row of their table, most often.
void TrapSendDialog::onInstance(const QString &now)
{
    const QString before = QLatin1Char('.') + m_instanceBefore;
    for (Row &row : m_rows) {
        const Definition object = objectOf(*m_library->snapshot(), row.name->text());
        if (!object || object.kind() != Kind::Column || !row.name->text().endsWith(before))
            continue;
        row.name->setText(row.name->text().chopped(before.size()) + QLatin1Char('.') +
                          now.trimmed());
        auto *edit = qobject_cast<QLineEdit *>(row.value);
        if (edit && edit->text() == m_instanceBefore)
            edit->setText(now.trimmed());
    }
    m_instanceBefore = now.trimmed();
}

QString TrapSendDialog::textOf(const Row &row)
{
    if (const auto *box = qobject_cast<const QComboBox *>(row.value))
        return box->currentText();
    const auto *edit = qobject_cast<const QLineEdit *>(row.value);
    return edit ? edit->text() : QString();
}

Snmp::NotificationDraft TrapSendDialog::draft() const
{
    Snmp::NotificationDraft draft;
    draft.notification = m_notification->text().trimmed();
    for (const Row &row : m_rows) {
        if (row.name->text().trimmed().isEmpty())
            continue;
        draft.objects.append(
            {row.name->text().trimmed(),
             row.type->isHidden() ? QChar(QLatin1Char('=')) : row.type->currentData().toChar(),
             textOf(row)});
    }
    return draft;
}

void TrapSendDialog::send()
{
    m_form->clearProblems();
    m_result->clear();
    for (const Row &row : m_rows)
        row.problem->hide();
    auto varbinds = Snmp::varbindsOf(*m_library->snapshot(), draft());
    if (!varbinds) {
        const Error &error = varbinds.error();
        for (const Row &row : m_rows) {
            if (!error.detail.isEmpty() && row.name->text().trimmed() == error.detail) {
                row.problem->setText(error.what);
                row.problem->show();
                row.value->setFocus();
                return;
            }
        }
        m_form->setProblem(m_notification, error.what);
        return;
    }
    const auto address = parseAddress(m_to->text().trimmed(), QStringLiteral("snmp"));
    if (!address) {
        m_form->setProblem(m_to, address.error().what);
        return;
    }
    Snmp::AgentTarget target;
    target.host = address->address.host;
    target.port = address->address.port != 0 ? address->address.port : Snmp::ListenTarget::kPort;
    target.version = SnmpChoices::chosen<Version>(*m_version);
    if (target.version != Version::V3) {
        Snmp::Credentials credentials;
        QString community = m_community->text();
        credentials.community =
            community.isEmpty() ? Secret("public") : Secret::takeFrom(community);
        sendTo(std::move(target), std::move(credentials), std::move(*varbinds));
        return;
    }
    const QString id = m_user->currentData().toString();
    const QList<TrapUserEntry> users = m_access.users();
    const auto user = std::find_if(users.begin(), users.end(),
                                   [&id](const TrapUserEntry &each) { return each.id == id; });
    if (user == users.end()) {
        m_form->setProblem(m_user, tr("Put the user on the list of users first."));
        return;
    }
    target.user = user->name;
    target.level = user->level;
    target.authProtocol = user->auth;
    target.privProtocol = user->priv;
    m_access.passwordsOf(
        *user, this,
        [this, target,
         varbinds = std::move(*varbinds)](std::optional<Snmp::Credentials> passwords) mutable {
            if (passwords)
                sendTo(std::move(target), std::move(*passwords), std::move(varbinds));
            else
                m_form->setProblem(m_user, tr("The passwords of this user are not known."));
        });
}

void TrapSendDialog::sendTo(Snmp::AgentTarget target, Snmp::Credentials credentials,
                            Snmp::Varbinds varbinds)
{
    const bool isInform = m_kind->currentData().toBool();
    const bool isThird = target.version == Version::V3;
    Snmp::Request request = isInform ? Snmp::Request::inform(std::move(varbinds))
                                     : Snmp::Request::trap(std::move(varbinds));
    m_agent = std::make_unique<Snmp::Agent>(m_station, target, std::move(credentials));
    m_send->setEnabled(false);
    showResult(true, tr("On its way…"));
    m_clock.start();
    connect(m_agent.get(), &Snmp::Agent::done, this,
            [this, isInform, isThird](Snmp::RequestId, const Result<Snmp::Response> &result) {
                m_send->setEnabled(true);
                if (!result)
                    showResult(false, result.error().what);
                else if (isInform)
                    showResult(true,
                               tr("Acknowledged after %1 ms.")
                                   .arg(QLocale().toString(
                                       static_cast<double>(m_clock.nsecsElapsed()) / 1e6, 'f', 1)));
                else if (isThird)
                    showResult(true, tr("Sent by the engine %1; traps are not acknowledged.")
                                         .arg(QString::fromLatin1(
                                             Snmp::LocalEngine::idFor("sender").toHex())));
                else
                    showResult(true, tr("Sent; traps are not acknowledged."));
            });
    m_agent->request(std::move(request));
}

void TrapSendDialog::showResult(bool isGood, const QString &text)
{
    m_result->setProperty("bad", !isGood);
    m_result->setText(text);
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

void TrapSendDialog::reword()
{
    setWindowTitle(tr("Send a notification"));
    setHeading(windowTitle());
    setLead(tr("A trap is sent once, an inform until it is acknowledged. Choose a notification of "
               "any loaded module; its objects are listed below."));
    m_form->setLabel(m_to, tr("To"));
    m_to->setPlaceholderText(QStringLiteral("10.0.0.1:162"));
    m_form->setLabel(m_version, tr("Version"));
    SnmpChoices::wordVersions(*m_version);
    m_form->setLabel(m_community, tr("Community"));
    m_community->setPlaceholderText(tr("public, where it is left empty"));
    m_form->setLabel(m_user, tr("User"));
    m_form->setLabel(m_kind, tr("As"));
    m_kind->setItemText(0, tr("Trap"));
    m_kind->setItemText(1, tr("Inform, which is acknowledged"));
    m_form->setLabel(m_notification, tr("Notification"));
    m_notification->setPlaceholderText(QStringLiteral("IF-MIB::linkDown"));
    m_form->setLabel(m_instance, tr("Row of the table"));
    m_objectsHead->setText(tr("Objects"));
    m_add->setText(tr("Add"));
    for (const Row &row : m_rows) {
        row.name->setAccessibleName(tr("Object"));
        row.value->setAccessibleName(tr("Value"));
        row.remove->setToolTip(tr("Leave the object out"));
        row.remove->setAccessibleName(row.remove->toolTip());
    }
    m_close->setText(tr("Close"));
    m_send->setText(tr("Send"));
}

} // namespace Portolan::Ui
