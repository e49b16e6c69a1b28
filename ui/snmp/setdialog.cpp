// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/setdialog.h"

#include "core/snmp/smi/valuetext.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/formsection.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Smi::Base;
using Snmp::Smi::Definition;

constexpr int kWidth = 480;

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

SetDialog::SetDialog(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot, AgentCalls &calls,
                     const Snmp::Oid &oid, QWidget *parent)
    : DialogFrame(QLatin1String("edit"), Tone::Warning, Size::FitsText, kWidth, parent)
    , m_snapshot(std::move(snapshot))
    , m_oid(oid)
    , m_form(new FormSection)
    , m_now(makeText())
    , m_type(new QComboBox)
    , m_choice(new QComboBox)
    , m_text(new QLineEdit)
    , m_preview(makeText())
{
    const Definition nearest = m_snapshot->nearest(oid);
    if (nearest && nearest.isObject())
        m_object = nearest;
    setObjectName(QStringLiteral("setDialog"));
    m_text->setObjectName(QStringLiteral("setText"));
    m_choice->setObjectName(QStringLiteral("setChoice"));
    m_preview->setObjectName(QStringLiteral("setPreview"));
    m_preview->setProperty("strong", true);
    m_now->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (const auto &[letter, words] : kTypes)
        m_type->addItem(QLatin1String(words), QChar(QLatin1Char(letter)));
    const bool hasNames =
        m_object && m_object.type().base() != Base::Bits && m_object.type().hasNames();
    if (hasNames) {
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
    m_form->addRow(m_preview);
    m_form->setRowVisible(m_type, !m_object);
    m_form->setRowVisible(m_choice, hasNames);
    m_form->setRowVisible(m_text, !hasNames);
    content()->addWidget(m_form);
    m_cancel = addButton("setCancel");
    m_send = addButton("setSend", true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_send, &QPushButton::clicked, this, &SetDialog::tryToAccept);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &SetDialog::showPreview);
    connect(m_type, &QComboBox::currentIndexChanged, this, &SetDialog::showPreview);
    connect(m_text, &QLineEdit::textChanged, this, &SetDialog::showPreview);
    calls.ask(Snmp::Request::get({oid}), this, [this](const Result<Snmp::Response> &result) {
        m_hasAnswer = true;
        if (!result)
            m_unread = result.error();
        else if (!result->varbinds.empty() && !result->varbinds.front().value.isException())
            m_previous = result->varbinds.front().value;
        if (m_previous) {
            m_type->setCurrentIndex(m_type->findData(QChar(QLatin1Char(letterOf(*m_previous)))));
            if (m_choice->count() > 0 && m_choice->currentIndex() < 0)
                m_choice->setCurrentIndex(
                    m_choice->findData(static_cast<qlonglong>(m_previous->toInt())));
            else if (m_text->text().isEmpty()) {
                m_text->setText(m_object
                                    ? Snmp::Smi::textOf(*m_snapshot, m_object, *m_previous).text
                                    : m_previous->text());
                m_text->selectAll();
            }
        }
        reword();
    });
    reword();
    (hasNames ? static_cast<QWidget *>(m_choice) : m_text)->setFocus();
}

QString SetDialog::textOf(const Snmp::Value &value) const
{
    return m_object ? Snmp::Smi::textOf(*m_snapshot, m_object, value).full : value.text();
}

Result<Snmp::Value> SetDialog::read() const
{
    if (m_choice->count() > 0) {
        if (m_choice->currentIndex() < 0)
            return failure(Error::Kind::Usage, tr("Choose a value."));
        return Snmp::Value::integer(static_cast<std::int32_t>(m_choice->currentData().toInt()));
    }
    if (!m_object)
        return Snmp::parseValue(m_type->currentData().toChar(), m_text->text());
    return Snmp::Smi::valueOf(*m_snapshot, m_object, m_text->text());
}

QString SetDialog::preview() const
{
    return m_preview->text();
}

void SetDialog::showPreview()
{
    const auto value = read();
    const bool isTouched =
        m_choice->count() > 0 ? m_choice->currentIndex() >= 0 : !m_text->text().isEmpty();
    QWidget *field = m_choice->count() > 0 ? static_cast<QWidget *>(m_choice) : m_text;
    m_form->setProblem(field, value || !isTouched ? QString() : value.error().what);
    const bool isSame = value && m_previous && *value == *m_previous;
    m_preview->setText(!value   ? QStringLiteral("—")
                       : isSame ? tr("%1: as it is").arg(textOf(*value))
                       : m_previous
                           ? QString(textOf(*m_previous) + QStringLiteral("  →  ") + textOf(*value))
                           : textOf(*value));
    m_send->setEnabled(value.has_value());
    fit();
}

void SetDialog::tryToAccept()
{
    const auto value = read();
    if (!value)
        return;
    m_wanted = {m_oid, *value};
    accept();
}

void SetDialog::reword()
{
    const QString name = m_snapshot->shortNameOf(m_oid);
    setWindowTitle(tr("Set %1").arg(name));
    setHeading(windowTitle());
    setLead(m_object && !m_object.isWritable()
                ? tr("The module says that this object cannot be written. An agent may allow it "
                     "all the same; most often it refuses.")
                : tr("The agent takes the new value at once. The value that it had is kept here, "
                     "to go back to it."));
    m_form->setLabel(m_now, tr("Now"));
    m_now->setText(!m_hasAnswer ? tr("Being asked for…")
                   : m_previous ? textOf(*m_previous)
                   : m_unread   ? m_unread->what
                                : tr("The agent has no value there."));
    m_form->setLabel(m_type, tr("Type"));
    m_form->setLabel(m_choice, tr("New value"));
    m_form->setLabel(m_text, tr("New value"));
    if (m_object)
        m_text->setPlaceholderText(m_object.type().text());
    m_form->setLabel(m_preview, tr("Change"));
    m_cancel->setText(tr("Cancel"));
    m_send->setText(tr("Send SET"));
    showPreview();
}

} // namespace Portolan::Ui
