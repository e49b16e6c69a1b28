// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/cellfont.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace Portolan::Terminal {

namespace {

QStringList installed(const QStringList &wanted)
{
    QStringList found;
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family)) {
            found.append(family);
        }
    }
    return found;
}

} // namespace

QStringList CellFont::hangulFamilies()
{
    static const QStringList found =
        installed({QStringLiteral("D2Coding"), QStringLiteral("NanumGothicCoding"),
                   QStringLiteral("나눔고딕코딩"), QStringLiteral("Noto Sans Mono CJK KR"),
                   QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Malgun Gothic"),
                   QStringLiteral("Apple SD Gothic Neo"), QStringLiteral("UnDotum")});
    return found;
}

QStringList CellFont::narrowFamilies()
{
    static const QStringList found =
        installed({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Liberation Mono"),
                   QStringLiteral("Noto Sans Mono"), QStringLiteral("Menlo"),
                   QStringLiteral("Consolas"), QStringLiteral("Courier New")});
    return found;
}

QFont CellFont::defaultFont()
{
    const QStringList coding =
        installed({QStringLiteral("D2Coding"), QStringLiteral("NanumGothicCoding"),
                   QStringLiteral("나눔고딕코딩")});
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (!coding.isEmpty()) {
        font.setFamilies({coding.first()});
    } else if (!QFontInfo(font).fixedPitch()) {
        const QStringList fixed = narrowFamilies();
        if (!fixed.isEmpty()) {
            font.setFamilies({fixed.first()});
        }
    }
    font.setStyleHint(QFont::Monospace, QFont::PreferDefault);
    font.setPointSizeF(11);
    return font;
}

CellFont::CellFont(const QFont &asked, qreal dpi, qreal scale)
    : font(asked)
{
    const qreal wanted =
        asked.pointSizeF() > 0 ? asked.pointSizeF() * dpi / 72 * scale : asked.pixelSize() * scale;
    pixelSize = std::clamp(int(std::lround(wanted)), 4, 400);
    QStringList families = asked.families();
    for (const QString &family : hangulFamilies()) {
        if (!families.contains(family)) {
            families.append(family);
        }
    }
    font.setFamilies(families);
    font.setPixelSize(pixelSize);
    font.setStyleStrategy(
        QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    font.setKerning(false);

    const QFontMetricsF metrics(font);
    width = std::max(2, int(std::lround(metrics.horizontalAdvance(QLatin1Char('0')))));
    // Some fonts (Noto CJK) claim half a line of air above and below; a terminal wants its lines
    // near each other, and boxes joined.
    const qreal ascent = std::min(metrics.ascent(), pixelSize * 1.05);
    const qreal descent = std::min(metrics.descent(), pixelSize * 0.35);
    // Other fonts (NanumGothicCoding) claim less than their accented capitals need.
    const QRectF ink = metrics.tightBoundingRect(QStringLiteral("ÁÑÜgjpq"));
    const int above = std::max(int(std::lround(ascent)), int(std::ceil(-ink.top())));
    const int below = std::max(int(std::ceil(descent)), int(std::ceil(ink.bottom())));
    height = std::max(above + below, int(std::ceil(pixelSize * 1.12)));
    baseline = above + (height - above - below) / 2;
    lineThickness = std::max(1, int(std::lround(pixelSize / 14.0)));
    underlineTop = std::min(baseline + std::max(1, lineThickness), height - lineThickness);
    strikeTop = baseline - int(std::lround(metrics.xHeight() / 2)) - lineThickness / 2;
}

} // namespace Portolan::Terminal
