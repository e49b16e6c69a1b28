// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapdetail.h"

#include "core/snmp/mibs/bundledmibs.h"
#include "core/snmp/smi/valuetext.h"
#include "core/snmp/traps/traptext.h"
#include "ui/snmp/trapmodel.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QAbstractTableModel>
#include <QClipboard>
#include <QDateTime>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

using Snmp::Trap;

// Ours in this language, else the module's own.
QString descriptionOf(const Snmp::Smi::Definition &found)
{
    if (!found)
        return {};
    if (const auto *ours = Snmp::bundledDescription(found.module().name(), found.name()))
        return ours->in(QLocale().name());
    return found.description().simplified();
}

} // namespace

// The varbinds of one notification; of sysUpTime and snmpTrapOID the lines above tell.
class VarbindRows : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Syntax, Text, Value, Oid, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const TrapDetail::Snapshot &snapshot, const Snmp::TrapPtr &trap)
    {
        beginResetModel();
        m_snapshot = snapshot;
        m_trap = trap;
        m_words.clear();
        if (trap) {
            for (const Snmp::Varbind &each : trap->varbinds)
                m_words.append(Snmp::textOf(*snapshot, each));
        }
        endResetModel();
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_words.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Snmp::VarbindText &words = m_words[index.row()];
        const Snmp::Varbind &varbind = m_trap->varbinds[static_cast<std::size_t>(index.row())];
        if (role == Qt::ToolTipRole) {
            const QString text = descriptionOf(m_snapshot->nearest(varbind.oid));
            return text.isEmpty() ? QVariant() : QVariant(text.toHtmlEscaped());
        }
        if (role != Qt::DisplayRole)
            return {};
        switch (index.column()) {
        case Name:
            return words.name;
        case Syntax:
            return words.syntax;
        case Text:
            return words.text.simplified();
        case Value:
            return varbind.value.text();
        case Oid:
            return varbind.oid.text();
        default:
            return {};
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
            return {};
        switch (section) {
        case Name:
            return tr("Object");
        case Syntax:
            return tr("Syntax");
        case Text:
            return tr("Value");
        case Value:
            return tr("As sent");
        case Oid:
            return tr("OID");
        default:
            return {};
        }
    }

private:
    TrapDetail::Snapshot m_snapshot;
    Snmp::TrapPtr m_trap;
    QList<Snmp::VarbindText> m_words;
};

TrapDetail::TrapDetail(QWidget *parent)
    : QWidget(parent)
    , m_rows(new VarbindRows(this))
    , m_heading(new QLabel)
    , m_origin(new QLabel)
    , m_security(new QLabel)
    , m_description(new QLabel)
    , m_bytes(new QLabel)
    , m_copy(new QToolButton)
    , m_close(new QToolButton)
    , m_table(new DataTable)
{
    setObjectName(QStringLiteral("trapDetail"));
    m_heading->setObjectName(QStringLiteral("trapHeading"));
    m_heading->setProperty("heading", 2);
    m_table->setObjectName(QStringLiteral("trapVarbinds"));
    m_copy->setObjectName(QStringLiteral("copyTrap"));
    m_copy->setIcon(symbol(QLatin1String("copy")));
    m_close->setIcon(symbol(QLatin1String("close")));
    for (QLabel *label : {m_heading, m_origin, m_security, m_description, m_bytes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_origin->setProperty("quiet", true);
    m_security->setProperty("quiet", true);
    m_bytes->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_table->setSource(m_rows);
    m_table->setExportName(QStringLiteral("varbinds"));
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S);
    head->addWidget(m_heading, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    head->addWidget(m_close, 0, Qt::AlignTop);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Space::M, Space::S, Space::M, Space::S);
    top->setSpacing(Space::S);
    top->addLayout(head);
    for (QLabel *label : {m_origin, m_security, m_description, m_bytes})
        top->addWidget(label);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addStretch(0); // below the reason of a rejected one
    connect(m_close, &QToolButton::clicked, this, &TrapDetail::closed);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (m_trap)
            QGuiApplication::clipboard()->setText(
                QString::fromUtf8(QJsonDocument(Snmp::trapObject(*m_snapshot, *m_trap)).toJson()));
    });
    retranslate();
}

void TrapDetail::showTrap(const Snapshot &snapshot, const Snmp::TrapPtr &trap, const QString &rule)
{
    m_snapshot = snapshot;
    m_trap = trap;
    m_rule = rule;
    m_rows->show(snapshot, trap);
    retranslate();
}

QString TrapDetail::heading() const
{
    return m_heading->text();
}

QString TrapDetail::originText() const
{
    QStringList parts{QDateTime::fromMSecsSinceEpoch(m_trap->received)
                          .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                      tr("from %1, port %2 over %3")
                          .arg(m_trap->from)
                          .arg(m_trap->port)
                          .arg(m_trap->overTcp ? QStringLiteral("TCP") : QStringLiteral("UDP")),
                      TrapModel::kindText(*m_trap),
                      tr("%n octet(s)", nullptr, static_cast<int>(m_trap->bytes))};
    parts.removeAll(QString());
    if (m_trap->uptime)
        parts << tr("up for %1").arg(Snmp::Smi::durationText(*m_trap->uptime));
    if (!m_rule.isEmpty())
        parts << tr("rule: %1").arg(m_rule);
    return parts.join(QStringLiteral(" · "));
}

QString TrapDetail::securityText() const
{
    QStringList parts;
    if (m_trap->version == Snmp::Version::V3) {
        parts << tr("Level %1").arg(Snmp::levelName(m_trap->level));
        if (!m_trap->engineId.isEmpty())
            parts << tr("engine ID %1").arg(QString::fromLatin1(m_trap->engineId.toHex()));
        if (!m_trap->contextName.isEmpty())
            parts << tr("context %1").arg(QString::fromUtf8(m_trap->contextName).simplified());
    } else if (!m_trap->community.isNull()) {
        parts << tr("Community %1").arg(QString::fromUtf8(m_trap->community).simplified());
    }
    if (m_trap->first) {
        const auto &agent = m_trap->first->agent;
        parts << tr("version 1: enterprise %1, agent %2, generic %3, specific %4")
                     .arg(m_snapshot->nameOf(m_trap->first->enterprise),
                          QStringLiteral("%1.%2.%3.%4")
                              .arg(agent[0])
                              .arg(agent[1])
                              .arg(agent[2])
                              .arg(agent[3]))
                     .arg(m_trap->first->generic)
                     .arg(m_trap->first->specific);
    }
    return parts.join(QStringLiteral(" · "));
}

void TrapDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_rows->show(m_snapshot, m_trap);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void TrapDetail::retranslate()
{
    m_copy->setToolTip(tr("Copy as JSON"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_close->setToolTip(tr("Close the details"));
    m_close->setAccessibleName(m_close->toolTip());
    const bool isRejected = m_trap && m_trap->kind == Trap::Kind::Rejected;
    m_table->setVisible(!isRejected);
    m_bytes->setVisible(isRejected);
    if (!m_trap)
        return;
    QString description;
    if (isRejected) {
        m_heading->setText(tr("Rejected"));
        description = Snmp::rejectionText(m_trap->rejection);
        m_bytes->setText(
            tr("It begins with: %1").arg(QString::fromLatin1(m_trap->head.toHex(' '))));
        m_bytes->setVisible(!m_trap->head.isEmpty());
    } else {
        const QString name = Snmp::trapName(*m_snapshot, *m_trap);
        m_heading->setText(name.isEmpty() ? tr("(no snmpTrapOID)") : name);
        m_heading->setToolTip(m_trap->notification.isEmpty() ? QString()
                                                             : m_trap->notification.text());
        const auto known = m_snapshot->notification(m_trap->notification);
        description = known ? descriptionOf(known)
                            : tr("No loaded module defines this notification. Add the vendor's "
                                 "modules on the Modules page of the drawer.");
    }
    m_origin->setText(originText());
    const QString security = securityText();
    m_security->setText(security);
    m_security->setVisible(!security.isEmpty());
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
    m_table->setEmptyText(tr("This notification carries no objects."));
}

} // namespace Portolan::Ui

#include "trapdetail.moc"
