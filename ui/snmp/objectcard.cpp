// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/objectcard.h"

#include "core/snmp/mibs/bundledmibs.h"
#include "core/snmp/smi/instance.h"
#include "ui/snmp/mibtreemodel.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

using Snmp::Smi::Base;
using Snmp::Smi::Definition;
using Snmp::Smi::Kind;

constexpr int kMostNames = 60;

QLabel *makeText(const char *property = nullptr)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (property)
        label->setProperty(property, true);
    return label;
}

} // namespace

ObjectCard::ObjectCard(QWidget *parent)
    : QScrollArea(parent)
    , m_body(new QWidget)
    , m_icon(new QLabel)
    , m_name(makeText())
    , m_kind(makeText("quiet"))
    , m_oidText(makeText())
    , m_copy(new QToolButton)
    , m_get(new QPushButton)
    , m_walk(new QPushButton)
    , m_table(new QPushButton)
    , m_set(new QPushButton)
    , m_graph(new QPushButton)
    , m_ours(makeText())
    , m_fields(new FieldList)
    , m_theirsHead(makeText("strong"))
    , m_theirs(makeText())
    , m_empty(makeText("quiet"))
{
    setObjectName(QStringLiteral("objectCard"));
    m_name->setProperty("heading", 2);
    m_name->setObjectName(QStringLiteral("objectName"));
    m_oidText->setObjectName(QStringLiteral("objectOid"));
    m_ours->setObjectName(QStringLiteral("objectWords"));
    m_copy->setIcon(symbol(QLatin1String("copy")));
    const std::pair<QPushButton *, const char *> buttons[] = {{m_get, "cardGet"},
                                                              {m_walk, "cardWalk"},
                                                              {m_table, "cardTable"},
                                                              {m_set, "cardSet"},
                                                              {m_graph, "cardGraph"}};
    auto *flow = new FlowLayout(Space::S);
    const Wish wishes[] = {Wish::Get, Wish::Walk, Wish::Table, Wish::Set, Wish::Graph};
    for (std::size_t i = 0; i < std::size(buttons); ++i) {
        buttons[i].first->setObjectName(QLatin1String(buttons[i].second));
        flow->addWidget(buttons[i].first);
        connect(buttons[i].first, &QPushButton::clicked, this,
                [this, wish = wishes[i]] { Q_EMIT wanted(wish, m_oid); });
    }
    auto *head = new QGridLayout;
    head->setHorizontalSpacing(Space::M);
    head->setVerticalSpacing(2);
    head->addWidget(m_icon, 0, 0, Qt::AlignTop);
    head->addWidget(m_name, 0, 1);
    head->addWidget(m_kind, 1, 1);
    auto *oidLine = new QHBoxLayout;
    oidLine->setSpacing(Space::S);
    oidLine->addWidget(m_oidText, 1);
    oidLine->addWidget(m_copy, 0, Qt::AlignTop);
    head->addLayout(oidLine, 2, 1);
    head->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    column->setSpacing(Space::L);
    column->addLayout(head);
    column->addLayout(flow);
    column->addWidget(m_ours);
    column->addWidget(m_fields);
    column->addWidget(m_theirsHead);
    column->addWidget(m_theirs);
    column->addStretch(1);
    auto *whole = new QWidget;
    auto *stack = new QVBoxLayout(whole);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_body, 1);
    m_empty->setContentsMargins(Space::L, Space::L, Space::L, Space::L);
    m_empty->setAlignment(Qt::AlignTop);
    stack->addWidget(m_empty, 1);
    setWidget(whole);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_oid.text()); });
    retranslate();
}

void ObjectCard::setConnected(bool connected)
{
    m_isConnected = connected;
    showButtons();
}

QString ObjectCard::rangesText(const Snmp::Smi::Type &type) const
{
    QStringList parts;
    for (const auto &range : type.ranges())
        parts << (range.least == range.most
                      ? QLocale().toString(static_cast<qlonglong>(range.least))
                      : tr("%1 to %2")
                            .arg(QLocale().toString(static_cast<qlonglong>(range.least)),
                                 QLocale().toString(static_cast<qlonglong>(range.most))));
    return parts.join(QStringLiteral(", "));
}

void ObjectCard::show(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot,
                      const Snmp::Oid &oid)
{
    m_snapshot = snapshot;
    m_oid = oid;
    const bool any = snapshot && !oid.isEmpty();
    m_body->setVisible(any);
    m_empty->setVisible(!any);
    if (!any)
        return;
    const Definition found = snapshot->nearest(oid);
    const auto node = snapshot->deepest(oid);
    const Kind kind = found ? found.kind() : node.kind();
    // A place below a definition that is no object has no instances: it only has no name.
    const bool isInstance = found && found.isObject() && oid.size() > found.oid().size();
    const bool isNamed = found && (isInstance || found.oid() == oid);
    m_icon->setPixmap(symbolPixmap(mibSymbol(isNamed ? kind : Kind::Unnamed), 20,
                                   palette().color(QPalette::WindowText), devicePixelRatioF()));
    m_name->setText(isInstance ? snapshot->shortNameOf(oid)
                    : isNamed  ? found.name()
                               : snapshot->shortNameOf(oid));
    m_kind->setText(isNamed ? mibKindText(kind) : mibKindText(Kind::Unnamed));
    m_oidText->setText(oid.text());

    QList<FieldList::Field> fields;
    const auto add = [&](const QString &name, const QString &value, const QString &tip = {}) {
        fields.append({name, value, tip});
    };
    QString ours;
    QString theirs;
    if (isNamed) {
        const Snmp::Smi::Type type = found.type();
        add(tr("Module"), found.module().name());
        if (found.isObject()) {
            add(tr("Syntax"), type.text(),
                type.parent() ? tr("Based on %1").arg(type.parent().name()) : QString());
            if (!type.hasNames() && !type.ranges().empty())
                add(type.isSize() ? tr("Length in octets") : tr("Range"), rangesText(type));
            add(tr("Access"), SnmpWords::access(found.access()));
            add(tr("Units"), found.units());
            add(tr("Default"), found.defaultValue());
        }
        add(tr("Status"), SnmpWords::status(found.status()));
        if (kind == Kind::Table || kind == Kind::Row || kind == Kind::Column) {
            QStringList parts;
            for (const auto &index : found.index())
                parts << (index.implied          ? tr("%1 (implied)").arg(index.name)
                          : index.name.isEmpty() ? index.type.name()
                                                 : index.name);
            add(tr("Index"), parts.join(QStringLiteral(", ")));
            if (const Definition row = found.row(); row && row.augments())
                add(tr("Augments"), row.augments().name());
        }
        if (isInstance) {
            const auto suffix = oid.from(found.oid().size());
            const auto instance = Snmp::Smi::decodeInstance(*snapshot, found, suffix);
            if (kind == Kind::Column) {
                fields.append({tr("Instance"), {}, {}, true});
                for (const auto &value : instance.values)
                    add(value.name.isEmpty() ? value.type.name() : value.name, value.text);
                if (!instance.isComplete)
                    add(tr("Note"), tr("The index does not fit the module."));
            }
        }
        if (found.isNotification()) {
            add(tr("Carries"), found.objectNames().join(QStringLiteral(", ")));
        }
        if (type && type.hasNames()) {
            fields.append({type.base() == Base::Bits ? tr("Bits") : tr("Values"), {}, {}, true});
            std::size_t i = 0;
            for (const auto &one : type.names()) {
                if (i == kMostNames) {
                    add(QStringLiteral("…"),
                        tr("and %n more", nullptr, static_cast<int>(type.names().size() - i)));
                    break;
                }
                add(QString::number(one.number), type.nameAt(i++));
            }
        }
        if (const auto *words = Snmp::bundledDescription(found.module().name(), found.name()))
            ours = words->in(QLocale().name());
        theirs = found.description();
    } else {
        add(tr("Below"), found ? found.qualifiedName() : QString());
    }
    m_fields->show(fields);
    m_ours->setText(ours);
    m_ours->setVisible(!ours.isEmpty());
    m_theirs->setText(theirs);
    m_theirs->setVisible(!theirs.isEmpty());
    m_theirsHead->setVisible(!theirs.isEmpty());
    showButtons();
    verticalScrollBar()->setValue(0);
}

void ObjectCard::showButtons()
{
    const Definition found = m_snapshot ? m_snapshot->nearest(m_oid) : Definition();
    const Kind kind = found ? found.kind() : Kind::Unnamed;
    const bool isInstance = found && found.isObject() && m_oid.size() > found.oid().size();
    const bool inTable = kind == Kind::Table || kind == Kind::Row || kind == Kind::Column;
    const bool isEvent = found && found.isNotification();
    m_get->setVisible(isInstance || kind == Kind::Scalar);
    m_walk->setVisible(!isInstance && kind != Kind::Scalar && !isEvent);
    m_table->setVisible(inTable);
    m_set->setVisible((isInstance || kind == Kind::Scalar) && found.isWritable());
    const Base base = found ? found.type().base() : Base::Unknown;
    m_graph->setVisible((isInstance || kind == Kind::Scalar) && SnmpWords::isGraphable(base) &&
                        !found.type().hasNames());
    for (QPushButton *button : {m_get, m_walk, m_table, m_set, m_graph})
        button->setEnabled(m_isConnected);
    setPrimary(*m_get, m_get->isVisibleTo(m_body));
    setPrimary(*m_table, !m_get->isVisibleTo(m_body) && m_table->isVisibleTo(m_body));
    setPrimary(*m_walk, !m_get->isVisibleTo(m_body) && !m_table->isVisibleTo(m_body));
}

void ObjectCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void ObjectCard::retranslate()
{
    m_get->setText(tr("Get"));
    m_walk->setText(tr("Walk"));
    m_table->setText(tr("Show as a table"));
    m_set->setText(tr("Set…"));
    m_graph->setText(tr("Draw"));
    m_copy->setToolTip(tr("Copy the OID"));
    m_copy->setAccessibleName(tr("Copy the OID"));
    m_theirsHead->setText(tr("What the module says"));
    m_empty->setText(tr("Choose an object in the tree: what it means, what its values look like "
                        "and what can be asked of the agent stands here."));
    show(m_snapshot, m_oid);
}

} // namespace Portolan::Ui
