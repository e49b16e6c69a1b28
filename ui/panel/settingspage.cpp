// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/settingspage.h"

#include "core/store/settings.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kLabelWidth = 190;
constexpr int kFieldWidth = 300;

} // namespace

SettingsPage::SettingsPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_whole(new QVBoxLayout(this))
    , m_column(new QVBoxLayout)
{
    setProperty("page", true);
    m_whole->setContentsMargins(Space::XL, Space::L, Space::XL, Space::L);
    m_whole->addLayout(m_column);
    m_whole->addStretch(1);
    m_column->setSpacing(Space::M);
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        for (const Row &row : m_rows) {
            if (key == QLatin1String(row.key))
                row.show();
        }
    });
}

void SettingsPage::markRows(const std::function<bool(Text)> &finds)
{
    for (const Row &row : m_rows) {
        const bool found = finds && std::any_of(row.words.begin(), row.words.end(), finds);
        if (row.label->property("found").toBool() != found) {
            row.label->setProperty("found", found);
            row.label->style()->polish(row.label);
        }
    }
}

void SettingsPage::reset()
{
    for (const Row &row : m_rows)
        m_settings.set(row.key, QVariant());
}

QFormLayout *SettingsPage::form()
{
    if (!m_form) {
        m_form = new QFormLayout;
        m_form->setHorizontalSpacing(Space::L + Space::S);
        m_form->setVerticalSpacing(Space::M);
        m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
        m_column->addLayout(m_form);
    }
    return m_form;
}

void SettingsPage::word(Text text, std::function<void(const QString &)> put)
{
    put(text());
    m_words.append(text);
    m_rewording.append([text, put = std::move(put)] { put(text()); });
}

void SettingsPage::onRetranslate(std::function<void()> reword)
{
    reword();
    m_rewording.append(std::move(reword));
}

QLabel *SettingsPage::makeLabel(Text text)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setMinimumWidth(kLabelWidth);
    word(text, [label](const QString &words) { label->setText(words); });
    return label;
}

void SettingsPage::addHeading(Text text)
{
    if (m_column->count() > 0)
        m_column->addSpacing(Space::L);
    m_form = nullptr;
    auto *label = new QLabel;
    label->setProperty("heading", 2);
    label->setTextFormat(Qt::PlainText);
    word(text, [label](const QString &words) { label->setText(words); });
    m_column->addWidget(label);
}

void SettingsPage::addNote(Text text)
{
    auto *label = new QLabel;
    label->setProperty("quiet", true);
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    label->setTextFormat(Qt::PlainText);
    word(text, [label](const QString &words) { label->setText(words); });
    if (m_form)
        m_form->addRow(nullptr, label);
    else
        m_column->addWidget(label);
    if (!m_rows.isEmpty() && m_form)
        m_rows.last().words.append(text);
}

void SettingsPage::addRow(const char *key, Text label, QWidget *field, std::function<void()> show)
{
    QLabel *name = makeLabel(label);
    name->setBuddy(field);
    field->setMinimumWidth(kFieldWidth);
    form()->addRow(name, field);
    show();
    m_rows.append({key, {label}, name, std::move(show)});
}

void SettingsPage::addWidget(QWidget *widget, int stretch)
{
    m_form = nullptr;
    m_column->addWidget(widget, stretch);
    if (stretch > 0) { // in place of the empty room below
        m_whole->setStretch(0, 1);
        m_whole->setStretch(1, 0);
    }
}

QComboBox *SettingsPage::addChoice(const char *key, Text label,
                                   std::initializer_list<Choice> choices)
{
    auto *box = new QComboBox;
    box->setObjectName(QLatin1String(key));
    QList<Text> words{label};
    for (const auto &[value, text] : choices) {
        box->addItem(QString(), QString(QLatin1String(value)));
        const int index = box->count() - 1;
        word(text, [box, index](const QString &shown) { box->setItemText(index, shown); });
        words.append(text);
    }
    addRow(key, label, box, [this, box, key] {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(std::max(box->findData(m_settings.text(key)), 0));
    });
    m_rows.last().words = words;
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, key] { m_settings.set(key, box->currentData().toString()); });
    return box;
}

QSpinBox *SettingsPage::addNumber(const char *key, Text label, int usual, int least, int most,
                                  Text suffix)
{
    auto *box = new QSpinBox;
    box->setObjectName(QLatin1String(key));
    box->setRange(least, most);
    if (suffix)
        onRetranslate([box, suffix] { box->setSuffix(QLatin1Char(' ') + suffix()); });
    addRow(key, label, box, [this, box, key, usual, least, most] {
        const QSignalBlocker quiet(box);
        box->setValue(m_settings.number(key, usual, least, most));
    });
    connect(box, &QSpinBox::valueChanged, this,
            [this, key](int value) { m_settings.set(key, value); });
    return box;
}

QCheckBox *SettingsPage::addFlag(const char *key, Text label, bool usual)
{
    auto *box = new QCheckBox;
    box->setObjectName(QLatin1String(key));
    word(label, [box](const QString &words) { box->setText(words); });
    form()->addRow(nullptr, box);
    const auto show = [this, box, key, usual] {
        const QSignalBlocker quiet(box);
        box->setChecked(m_settings.flag(key, usual));
    };
    show();
    m_rows.append({key, {label}, box, show});
    connect(box, &QCheckBox::toggled, this, [this, key](bool on) { m_settings.set(key, on); });
    return box;
}

QLineEdit *SettingsPage::addText(const char *key, Text label, const QString &usual)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(key));
    edit->setPlaceholderText(usual);
    edit->setMaxLength(1000);
    addRow(key, label, edit, [this, edit, key] {
        if (const QString kept = m_settings.text(key); kept != edit->text())
            edit->setText(kept);
    });
    connect(edit, &QLineEdit::textEdited, this,
            [this, key](const QString &text) { m_settings.set(key, text); });
    return edit;
}

QSize SettingsPage::minimumSizeHint() const
{
    QSize hint = QWidget::minimumSizeHint();
    hint.setWidth(std::min(hint.width(), kFieldWidth + 2 * Space::XL));
    return hint;
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < kLabelWidth + kFieldWidth + Space::L + Space::S + 2 * Space::XL;
    for (auto *form : findChildren<QFormLayout *>())
        form->setRowWrapPolicy(narrow ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
    QWidget::resizeEvent(event);
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (const auto &reword : m_rewording)
            reword();
    }
    QWidget::changeEvent(event);
}

} // namespace Portolan::Ui
