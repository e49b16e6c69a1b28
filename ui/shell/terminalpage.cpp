// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/terminalpage.h"

#include "core/store/settings.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Key = Settings::Key;

// The usual word characters, as core/terminal has them; a panel's own code is not seen from here.
const QString kUsualWordCharacters = QStringLiteral("_-./~+@%#?&=:,");

QStringList suitableFamilies()
{
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
    return families;
}

} // namespace

TerminalPage::TerminalPage(Settings &settings)
    : SettingsPage(settings)
    , m_sample(new QLabel)
{
    addHeading([] { return tr("Text"); });
    QComboBox *font = addChoice(Key::fontFamily, [] { return tr("Font"); },
                                {{"", [] { return tr("The best that is installed"); }}});
    {
        const QSignalBlocker quiet(font);
        for (const QString &family : suitableFamilies())
            font->addItem(family, family);
        font->setCurrentIndex(std::max(font->findData(settings.text(Key::fontFamily)), 0));
    }
    font->setMaxVisibleItems(16);
    addNumber(
        Key::fontSize, [] { return tr("Font size"); }, Settings::kFontSize,
        Settings::kLeastFontSize, Settings::kMostFontSize, [] { return tr("pt", "points"); });
    addChoice(Key::colorScheme, [] { return tr("Colors"); },
              {{"", [] { return tr("As the window"); }},
               {"light", [] { return tr("Light"); }},
               {"dark", [] { return tr("Dark"); }},
               {"black", [] { return tr("Black"); }}});
    addFlag(
        Key::boldIsBright, [] { return tr("Bold text in bright colors"); }, false);
    m_sample->setProperty("sample", true);
    m_sample->setTextFormat(Qt::PlainText);
    m_sample->setTextInteractionFlags(Qt::NoTextInteraction);
    addWidget(m_sample);

    addHeading([] { return tr("Cursor"); });
    addChoice(Key::cursorShape, [] { return tr("Cursor shape"); },
              {{"", [] { return tr("As the program asks"); }},
               {"block", [] { return tr("Block"); }},
               {"bar", [] { return tr("Bar"); }},
               {"underline", [] { return tr("Underline"); }}});
    addChoice(Key::cursorBlink, [] { return tr("Cursor blinks"); },
              {{"", [] { return tr("As the program asks"); }},
               {"always", [] { return tr("Always"); }},
               {"never", [] { return tr("Never"); }}});

    addHeading([] { return tr("Scrollback and bell"); });
    addNumber(
        Key::scrollback, [] { return tr("Scrollback"); }, Settings::kScrollback, 1,
        Settings::kMostScrollback, [] { return tr("MiB", "mebibytes"); });
    addNote([] {
        return tr("Memory for lines that have left the screen, for each tab that is opened from "
                  "now on.");
    });
    addChoice(Key::bell, [] { return tr("Bell"); },
              {{"flash", [] { return tr("Flash"); }},
               {"sound", [] { return tr("Sound"); }},
               {"both", [] { return tr("Flash and sound"); }},
               {"none", [] { return tr("Nothing"); }}});

    addHeading([] { return tr("Copy and paste"); });
    addFlag(
        Key::askBeforePaste, [] { return tr("Ask before several lines are pasted"); }, true);
    addNote([] {
        return tr("Text with control characters is always asked about, whatever is chosen here.");
    });
    addFlag(
        Key::copyOnSelect, [] { return tr("Copy what is selected at once"); }, false);
    addText(
        Key::wordCharacters, [] { return tr("Characters of a word"); }, kUsualWordCharacters);
    addNote(
        [] { return tr("Beside letters and digits: what a double click takes for one word."); });

    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(Key::fontFamily) || key == QLatin1String(Key::fontSize))
            showSample();
    });
    onRetranslate([this] { showSample(); });
}

void TerminalPage::showSample()
{
    const QString family = settings().text(Key::fontFamily);
    // As the terminal chooses where nothing is chosen.
    QStringList families{QStringLiteral("D2Coding"), QStringLiteral("NanumGothicCoding"),
                         QFontDatabase::systemFont(QFontDatabase::FixedFont).family()};
    if (!family.isEmpty())
        families.prepend(QString(family).remove(QLatin1Char('"')));
    // The application's style sheet decides a label's font unless its own does.
    m_sample->setStyleSheet(
        QStringLiteral("font-family: \"%1\"; font-size: %2pt;")
            .arg(families.join(QStringLiteral("\",\"")))
            .arg(settings().number(Key::fontSize, Settings::kFontSize, Settings::kLeastFontSize,
                                   Settings::kMostFontSize)));
    m_sample->setText(tr("AaBb 0O 1lI {}[] -> 한글 다람쥐"));
}

} // namespace Portolan::Ui
