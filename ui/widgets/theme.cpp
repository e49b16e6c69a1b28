// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/desktoppreference.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QLayout>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QWidget>

#include <algorithm>

namespace Portolan::Ui {

namespace {

struct Colors
{
    QColor window, base, alternate, text, accent, onAccent, button, disabled, toolTip;
    StateColors state;
};

const Colors &lightColors()
{
    static const Colors colors{
        .window = QColor(0xf4, 0xf6, 0xf8),
        .base = QColor(0xff, 0xff, 0xff),
        .alternate = QColor(0xf1, 0xf4, 0xf7),
        .text = QColor(0x1c, 0x25, 0x30),
        .accent = QColor(0x0b, 0x6e, 0x8a),
        .onAccent = QColor(0xff, 0xff, 0xff),
        .button = QColor(0xff, 0xff, 0xff),
        .disabled = QColor(0x9a, 0xa5, 0xb1),
        .toolTip = QColor(0xff, 0xff, 0xff),
        .state = {.good = QColor(0x1a, 0x7f, 0x4b),
                  .warning = QColor(0x9a, 0x62, 0x00),
                  .bad = QColor(0xbf, 0x2f, 0x38),
                  .quiet = QColor(0x5b, 0x67, 0x75),
                  .border = QColor(0xd5, 0xdc, 0xe4),
                  .card = QColor(0xff, 0xff, 0xff)},
    };
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors{
        .window = QColor(0x1b, 0x20, 0x27),
        .base = QColor(0x13, 0x17, 0x1c),
        .alternate = QColor(0x21, 0x27, 0x2f),
        .text = QColor(0xe3, 0xe8, 0xee),
        .accent = QColor(0x4c, 0xb4, 0xd0),
        .onAccent = QColor(0x0c, 0x1a, 0x20),
        .button = QColor(0x2a, 0x31, 0x3b),
        .disabled = QColor(0x66, 0x71, 0x7e),
        .toolTip = QColor(0x2a, 0x31, 0x3b),
        .state = {.good = QColor(0x5c, 0xc4, 0x8d),
                  .warning = QColor(0xe3, 0xb3, 0x41),
                  .bad = QColor(0xf0, 0x7a, 0x7f),
                  .quiet = QColor(0x9a, 0xa6, 0xb4),
                  .border = QColor(0x36, 0x3f, 0x4a),
                  .card = QColor(0x23, 0x29, 0x31)},
    };
    return colors;
}

QPalette paletteOf(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.base);
    palette.setColor(QPalette::AlternateBase, c.alternate);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.button);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.state.bad);
    palette.setColor(QPalette::ToolTipBase, c.toolTip);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.state.quiet);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.button.lighter(110));
    palette.setColor(QPalette::Midlight, c.alternate);
    palette.setColor(QPalette::Mid, c.state.border);
    palette.setColor(QPalette::Dark, c.state.border.darker(115));
    palette.setColor(QPalette::Shadow, c.state.border.darker(150));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.state.border);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.disabled);
    return palette;
}

// The sheet names colours as @role.
QString styleSheetOf(const Colors &c)
{
    QFile file(QStringLiteral(":/themes/portolan.qss"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the style sheet is missing");
    QString sheet = QString::fromUtf8(file.readAll());
    const auto mix = [](const QColor &a, const QColor &b, double part) {
        return QColor::fromRgbF(static_cast<float>(a.redF() * part + b.redF() * (1 - part)),
                                static_cast<float>(a.greenF() * part + b.greenF() * (1 - part)),
                                static_cast<float>(a.blueF() * part + b.blueF() * (1 - part)));
    };
    const std::pair<const char *, QColor> roles[] = {
        {"@window", c.window},
        {"@base", c.base},
        {"@alternate", c.alternate},
        {"@text", c.text},
        {"@accentHover", mix(c.accent, c.text, 0.86)},
        {"@accentSoft", mix(c.accent, c.window, 0.16)},
        {"@accent", c.accent},
        {"@onAccent", c.onAccent},
        {"@buttonHover", mix(c.accent, c.button, 0.10)},
        {"@buttonDown", mix(c.accent, c.button, 0.22)},
        {"@button", c.button},
        {"@disabled", c.disabled},
        {"@border", c.state.border},
        {"@card", c.state.card},
        {"@quiet", c.state.quiet},
        {"@badSoft", mix(c.state.bad, c.window, 0.12)},
        {"@bad", c.state.bad},
        {"@warningSoft", mix(c.state.warning, c.window, 0.14)},
        {"@handle", mix(c.state.quiet, c.window, 0.45)},
        {"@outline", mix(c.state.quiet, c.window, 0.75)}, // what is drawn by its outline alone
    };
    sheet.replace(QLatin1String("@mode"),
                  c.window.lightness() < 128 ? QLatin1String("dark") : QLatin1String("light"));
    for (const auto &[role, color] : roles)
        sheet.replace(QLatin1String(role), color.name());
    return sheet;
}

} // namespace

bool isDark(const QPalette &palette)
{
    // A transparent background, as of lists in a card, says nothing.
    const QColor window = palette.color(QPalette::Window);
    return window.alpha() > 0 ? window.lightness() < 128
                              : palette.color(QPalette::Active, QPalette::Text).lightness() > 128;
}

const StateColors &stateColors(const QPalette &palette)
{
    return isDark(palette) ? darkColors().state : lightColors().state;
}

void setPrimary(QWidget &button, bool primary)
{
    if (button.property("primary").toBool() == primary)
        return;
    button.setProperty("primary", primary);
    button.style()->unpolish(&button);
    button.style()->polish(&button);
    button.update();
}

void fitToText(QWidget &dialog, int width)
{
    dialog.ensurePolished();
    dialog.layout()->activate();
    const int least = std::max(width, dialog.layout()->totalMinimumSize().width());
    const int height = dialog.layout()->hasHeightForWidth()
                           ? dialog.layout()->totalHeightForWidth(least)
                           : dialog.layout()->totalSizeHint().height();
    dialog.setFixedSize(least, height);
}

Theme::Theme(QApplication &application)
    : QObject(&application)
    , m_application(application)
    , m_systemDark(isDark(application.palette()))
{
    // The system's font first; for Hangul the families that are drawn for it, not the first one
    // that happens to have the characters.
    QFont font = m_application.font();
    font.setFamilies({font.family(), QStringLiteral("Noto Sans CJK KR"),
                      QStringLiteral("Noto Sans KR"), QStringLiteral("Malgun Gothic"),
                      QStringLiteral("Apple SD Gothic Neo"), QStringLiteral("NanumGothic")});
    m_application.setFont(font);
    m_application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    auto *desktop = new DesktopPreference(this);
    connect(desktop, &DesktopPreference::darkWanted, this, [this](bool wanted) {
        m_systemDark = wanted;
        apply();
    });
    desktop->follow();
}

void Theme::choose(const QString &choice)
{
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    const bool wanted =
        m_choice == QLatin1String("dark") || (m_choice != QLatin1String("light") && m_systemDark);
    if (m_applied && wanted == m_dark)
        return;
    m_applied = true;
    m_dark = wanted;
    const Colors &colors = m_dark ? darkColors() : lightColors();
    m_application.setPalette(paletteOf(colors));
    m_application.setStyleSheet(styleSheetOf(colors));
    Q_EMIT changed();
}

} // namespace Portolan::Ui
