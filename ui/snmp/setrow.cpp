// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/setrow.h"

#include "core/snmp/smi/valuetext.h"
#include "ui/snmp/agentcalls.h"
#include "ui/widgets/dialogframe.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Smi::Base;
using Snmp::Smi::Definition;

// The letters of net-snmp, which people know.
constexpr std::pair<char, const char *> kTypes[] = {
    {'i', "Integer32"}, {'u', "Gauge32"},           {'s', "OCTET STRING"}, {'x', "OCTET STRING 0x"},
    {'a', "IpAddress"}, {'o', "OBJECT IDENTIFIER"}, {'t', "TimeTicks"},    {'c', "Counter32"}};

char letterOf(const Snmp::Value &value)
{
    switch (value.type()) {
    case Snmp::ValueType::Gauge32:
        return 'u';
    case Snmp::ValueType::OctetString:
        return 's';
    case Snmp::ValueType::IpAddress:
        return 'a';
    case Snmp::ValueType::ObjectIdentifier:
        return 'o';
    case Snmp::ValueType::TimeTicks:
        return 't';
    case Snmp::ValueType::Counter32:
        return 'c';
    default:
        return 'i';
    }
}

} // namespace

SetRow::SetRow(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, AgentCalls &calls,
               const Snmp::Oid &oid, Snmp::TextCharset charset, QWidget *parent)
    : QWidget(parent)
    , m_snapshot(std::move(snapshot))
    , m_oid(oid)
    , m_charset(charset)
    , m_name(DialogFrame::makeText())
    , m_remove(new QToolButton)
    , m_form(new FormSection)
    , m_now(DialogFrame::makeText())
    , m_type(new QComboBox)
    , m_choice(new QComboBox)
    , m_text(new QLineEdit)
{
    const Definition nearest = m_snapshot->nearest(oid);
    if (nearest && nearest.isObject())
        m_object = nearest;
    m_text->setObjectName(QStringLiteral("setText"));
    m_choice->setObjectName(QStringLiteral("setChoice"));
    m_type->setObjectName(QStringLiteral("setType"));
    m_remove->setObjectName(QStringLiteral("setRemove"));
    m_remove->setIcon(symbol(QLatin1String("close")));
    m_remove->setAutoRaise(true);
    m_remove->hide();
    m_name->setProperty("strong", true);
    m_name->setText(name());
    m_name->setToolTip(m_snapshot->nameOf(m_oid) + QLatin1Char('\n') + m_oid.text());
    m_name->hide(); // one alone stands in the heading
    m_now->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (const auto &[letter, words] : kTypes)
        m_type->addItem(QLatin1String(words), QChar(QLatin1Char(letter)));
    if (hasNames()) {
        std::size_t i = 0;
        for (const auto &one : m_object.type().names())
            m_choice->addItem(
                QStringLiteral("%1 (%2)").arg(m_object.type().nameAt(i++)).arg(one.number),
                static_cast<qlonglong>(one.number));
        m_choice->setCurrentIndex(-1);
    }
    m_form->addRow(m_now);
    m_form->addRow(m_type);
    m_form->addRow(m_choice);
    m_form->addRow(m_text);
    m_form->setRowVisible(m_type, !m_object);
    m_form->setRowVisible(m_choice, hasNames());
    m_form->setRowVisible(m_text, !hasNames());
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_name, 1);
    head->addWidget(m_remove, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(head);
    column->addWidget(m_form);
    setFocusProxy(field());
    connect(m_remove, &QToolButton::clicked, this, &SetRow::removeWanted);
    for (QComboBox *box : {m_choice, m_type})
        connect(box, &QComboBox::currentIndexChanged, this, &SetRow::onEdited);
    connect(m_text, &QLineEdit::textChanged, this, &SetRow::onEdited);
    calls.ask(Snmp::Request::get({oid}), this,
              [this](const Result<Snmp::Response> &result) { onAnswer(result); });
    reword();
}

void SetRow::onAnswer(const Result<Snmp::Response> &result)
{
    m_hasAnswer = true;
    if (!result)
        m_unread = result.error();
    else if (!result->varbinds.empty() && !result->varbinds.front().value.isException())
        m_previous = result->varbinds.front().value;
    if (m_previous) {
        m_type->setCurrentIndex(m_type->findData(QChar(QLatin1Char(letterOf(*m_previous)))));
        if (hasNames() && m_choice->currentIndex() < 0) {
            m_choice->setCurrentIndex(
                m_choice->findData(static_cast<qlonglong>(m_previous->toInt())));
        } else if (m_text->text().isEmpty()) {
            m_text->setText(
                m_object ? Snmp::Smi::textOf(*m_snapshot, m_object, *m_previous, m_charset).text
                         : m_previous->text());
            m_text->selectAll();
        }
    }
    reword();
    Q_EMIT changed();
}

bool SetRow::hasNames() const
{
    return m_object && m_object.type().base() != Base::Bits && m_object.type().hasNames();
}

QWidget *SetRow::field() const
{
    return hasNames() ? static_cast<QWidget *>(m_choice) : m_text;
}

QString SetRow::name() const
{
    return m_snapshot->shortNameOf(m_oid);
}

bool SetRow::isWritable() const
{
    return !m_object || m_object.isWritable();
}

QString SetRow::textOf(const Snmp::Value &value) const
{
    return m_object ? Snmp::Smi::textOf(*m_snapshot, m_object, value, m_charset).full
                    : value.text();
}

Result<Snmp::Value> SetRow::read() const
{
    if (hasNames()) {
        if (m_choice->currentIndex() < 0)
            return failure(Error::Kind::Usage, tr("Choose a value."));
        return Snmp::Value::integer(static_cast<std::int32_t>(m_choice->currentData().toInt()));
    }
    if (!m_object)
        return Snmp::parseValue(m_type->currentData().toChar(), m_text->text());
    return Snmp::Smi::valueOf(*m_snapshot, m_object, m_text->text(), m_charset);
}

QString SetRow::preview() const
{
    const auto value = read();
    if (!value)
        return {};
    if (m_previous && *value == *m_previous)
        return tr("%1: as it is").arg(textOf(*value));
    return m_previous ? QString(textOf(*m_previous) + QStringLiteral("  →  ") + textOf(*value))
                      : textOf(*value);
}

void SetRow::setRefused(const QString &sentence)
{
    m_refused = sentence;
    showProblem();
}

void SetRow::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
    m_name->setVisible(removable);
}

void SetRow::focusField()
{
    field()->setFocus();
}

void SetRow::onEdited()
{
    m_refused.clear();
    showProblem();
    Q_EMIT changed();
}

void SetRow::showProblem()
{
    const auto value = read();
    const bool isTouched = hasNames() ? m_choice->currentIndex() >= 0 : !m_text->text().isEmpty();
    m_form->setProblem(field(), isRefused()           ? m_refused
                                : value || !isTouched ? QString()
                                                      : value.error().what);
}

void SetRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        reword();
    QWidget::changeEvent(event);
}

void SetRow::reword()
{
    m_form->setLabel(m_now, tr("Now"));
    m_now->setText(!m_hasAnswer ? tr("Being asked for…")
                   : m_previous ? textOf(*m_previous)
                   : m_unread   ? m_unread->what
                                : tr("The agent has no value there."));
    m_form->setLabel(m_type, tr("Type"));
    m_form->setLabel(m_choice, tr("New value"));
    m_form->setLabel(m_text, tr("New value"));
    m_choice->setAccessibleName(tr("New value of %1").arg(name()));
    m_text->setAccessibleName(m_choice->accessibleName());
    if (m_object)
        m_text->setPlaceholderText(m_object.type().text());
    m_remove->setToolTip(tr("Leave %1 out").arg(name()));
    m_remove->setAccessibleName(m_remove->toolTip());
    showProblem();
}

} // namespace Portolan::Ui
