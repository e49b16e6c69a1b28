// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"

#include "core/store/settings.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

using Key = Settings::Key;

void select(QComboBox *box, const QString &value)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(std::max(box->findData(value), 0));
}

QLabel *makeHeading()
{
    auto *label = new QLabel;
    label->setProperty("heading", 2);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_interface(makeHeading())
    , m_languageLabel(new QLabel)
    , m_language(new QComboBox)
    , m_themeLabel(new QLabel)
    , m_theme(new QComboBox)
    , m_terminal(makeHeading())
    , m_fontLabel(new QLabel)
    , m_font(new QComboBox)
    , m_sizeLabel(new QLabel)
    , m_size(new QSpinBox)
    , m_scrollbackLabel(new QLabel)
    , m_scrollback(new QSpinBox)
    , m_scrollbackNote(new QLabel)
    , m_sample(new QLabel)
    , m_close(new QPushButton)
{
    for (const char *language : {"system", "en", "ko"})
        m_language->addItem(QString(), QLatin1String(language));
    for (const char *theme : {"system", "light", "dark"})
        m_theme->addItem(QString(), QLatin1String(theme));
    m_size->setRange(Settings::kLeastFontSize, Settings::kMostFontSize);
    m_scrollback->setRange(1, Settings::kMostScrollback);
    m_scrollbackNote->setProperty("quiet", true);
    m_scrollbackNote->setWordWrap(true);
    m_sample->setProperty("sample", true);
    m_sample->setTextFormat(Qt::PlainText);
    m_sample->setTextInteractionFlags(Qt::NoTextInteraction);
    fillFonts();

    const auto makeForm = [] {
        auto *form = new QFormLayout;
        form->setHorizontalSpacing(Space::L + Space::S);
        form->setVerticalSpacing(Space::M);
        form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        return form;
    };
    QFormLayout *interface = makeForm();
    interface->addRow(m_languageLabel, m_language);
    interface->addRow(m_themeLabel, m_theme);
    QFormLayout *terminal = makeForm();
    terminal->addRow(m_fontLabel, m_font);
    terminal->addRow(m_sizeLabel, m_size);
    terminal->addRow(m_scrollbackLabel, m_scrollback);
    terminal->addRow(nullptr, m_scrollbackNote);
    for (const auto &[label, field] : {std::pair<QLabel *, QWidget *>(m_languageLabel, m_language),
                                       {m_themeLabel, m_theme},
                                       {m_fontLabel, m_font},
                                       {m_sizeLabel, m_size},
                                       {m_scrollbackLabel, m_scrollback}}) {
        label->setBuddy(field);
        label->setMinimumWidth(130);
    }

    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::XL, Space::L + Space::M, Space::XL, Space::L + Space::S);
    column->setSpacing(Space::M);
    column->addWidget(m_interface);
    column->addLayout(interface);
    column->addSpacing(Space::L);
    column->addWidget(m_terminal);
    column->addLayout(terminal);
    column->addWidget(m_sample);
    column->addStretch(1);
    column->addSpacing(Space::M);
    column->addLayout(buttons);
    setMinimumWidth(540);

    select(m_language, settings.text(Key::language));
    select(m_theme, settings.text(Key::theme));
    select(m_font, settings.text(Key::fontFamily));
    m_size->setValue(settings.number(Key::fontSize, Settings::kFontSize, Settings::kLeastFontSize,
                                     Settings::kMostFontSize));
    m_scrollback->setValue(
        settings.number(Key::scrollback, Settings::kScrollback, 1, Settings::kMostScrollback));

    const auto keep = [this](QComboBox *box, const char *key) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, box, key] {
            m_settings.set(key, box->currentData().toString());
            showSample();
        });
    };
    keep(m_language, Key::language);
    keep(m_theme, Key::theme);
    keep(m_font, Key::fontFamily);
    connect(m_size, &QSpinBox::valueChanged, this, [this](int points) {
        m_settings.set(Key::fontSize, points);
        showSample();
    });
    connect(m_scrollback, &QSpinBox::valueChanged, this,
            [this](int mebibytes) { m_settings.set(Key::scrollback, mebibytes); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_close->setDefault(true);
    retranslate();
}

void SettingsDialog::fillFonts()
{
    m_font->addItem(QString(), QString());
    QStringList families;
    for (const QString &family : QFontDatabase::families()) {
        // Coding fonts for Hangul have two widths, so they do not count as fixed; the foundry in
        // brackets only tells equal names apart.
        const bool suits = QFontDatabase::isFixedPitch(family) ||
                           family.contains(QLatin1String("Coding")) ||
                           family.contains(QLatin1String("Mono CJK"));
        if (suits && !QFontDatabase::isPrivateFamily(family))
            families.append(family.section(QStringLiteral(" ["), 0, 0));
    }
    families.removeDuplicates();
    for (const QString &family : families)
        m_font->addItem(family, family);
    m_font->setMaxVisibleItems(16);
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_interface->setText(tr("Window"));
    m_languageLabel->setText(tr("Language"));
    m_language->setItemText(0, tr("As the system"));
    // A language is named in itself, so that whoever switched by mistake finds the way back.
    m_language->setItemText(1, QStringLiteral("English"));
    m_language->setItemText(2, QStringLiteral("한국어"));
    m_themeLabel->setText(tr("Theme"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_terminal->setText(tr("Terminal"));
    m_fontLabel->setText(tr("Font"));
    m_font->setItemText(0, tr("The best that is installed"));
    m_sizeLabel->setText(tr("Font size"));
    m_size->setSuffix(tr(" pt"));
    m_scrollbackLabel->setText(tr("Scrollback"));
    m_scrollback->setSuffix(tr(" MiB"));
    m_scrollbackNote->setText(tr("Memory for lines that have left the screen, for each tab that is "
                                 "opened from now on."));
    m_close->setText(tr("Close"));
    showSample();
}

void SettingsDialog::showSample()
{
    const QString family = m_font->currentData().toString();
    // As the terminal chooses where nothing is chosen.
    QStringList families{QStringLiteral("D2Coding"), QStringLiteral("NanumGothicCoding"),
                         QFontDatabase::systemFont(QFontDatabase::FixedFont).family()};
    if (!family.isEmpty())
        families.prepend(QString(family).remove(QLatin1Char('"')));
    // The application's style sheet decides a label's font unless its own does.
    m_sample->setStyleSheet(QStringLiteral("font-family: \"%1\"; font-size: %2pt;")
                                .arg(families.join(QStringLiteral("\",\"")))
                                .arg(m_size->value()));
    m_sample->setText(tr("AaBb 0O 1lI {}[] -> 한글 다람쥐"));
}

} // namespace Portolan::Ui
