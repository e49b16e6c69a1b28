// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/framebuilder.h"
#include "ui/terminal/boxdrawing.h"
#include "ui/terminal/framepainter.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QTest>
#include <array>
#include <cmath>
#include <random>

using namespace Portolan;
using namespace Portolan::Terminal;
using Portolan::Test::FrameBuilder;

namespace {

QFont fontNamed(const QString &family)
{
    QFont font = CellFont::defaultFont();
    if (!family.isEmpty()) {
        font.setFamilies({family});
    }
    return font;
}

CellFont cellFont(const QString &family = {}, qreal scale = 1)
{
    return CellFont(fontNamed(family), 96, scale);
}

QRect cellRect(const FramePainter &painter, int column, int row, int columns = 1)
{
    const CellFont &font = painter.font();
    return {column * font.width, row * font.height, columns * font.width, font.height};
}

int pixelsOther(const QImage &picture, const QRect &rect, QRgb color)
{
    int count = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
            count += picture.pixel(x, y) != color ? 1 : 0;
        }
    }
    return count;
}

QRect inkOf(const QImage &picture, const QRect &area, QRgb background)
{
    QRect ink;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (picture.pixel(x, y) != background) {
                ink |= QRect(x, y, 1, 1);
            }
        }
    }
    return ink;
}

} // namespace

class TerminalViewPaintingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRedCellIsRedAtExactlyItsPixels();
    void sameFrameAgainPaintsNothing();
    void onlyTheChangedRowIsPainted();
    void scrollingMovesThePictureAndPaintsTheNewRowOnly();
    void scrollingBackShowsTheSamePictureAsPaintingFromNew();
    void renumberedStylesArePaintedAgain();
    void addedStylesPaintNothingAgain();
    void hangulFillsTwoCellsInAnyFont_data();
    void hangulFillsTwoCellsInAnyFont();
    void nothingReachesIntoTheRowsAboveAndBelow_data();
    void nothingReachesIntoTheRowsAboveAndBelow();
    void boxLinesJoinBetweenCells_data();
    void boxLinesJoinBetweenCells();
    void everyBoxCharacterMeetsItsNeighbourOnTheSidesItPointsTo();
    void blocksCoverTheirPartOfTheCell();
    void brailleDotsStandApart();
    void selectionColoursItsCellsOnly();
    void blockSelectionTakesAColumn();
    void preeditPushesTheRestOfTheRowAside();
    void preeditAtTheRightEdgeMovesTheRowLeft();
    void cursorIsHollowWithoutFocus();
    void concealedTextShowsNothing();
    void underlinesDiffer();
    void emojiKeepsItsColours();
    void namedColoursReadOnTheirBackground_data();
    void namedColoursReadOnTheirBackground();
    void atlasStaysBounded();
    void directionControlsMoveNothing();
    void accentedCapitalsAreWhole_data();
    void accentedCapitalsAreWhole();
    void narrowLettersOfAHangulFontAreNotTiny();
    void anyMixtureOfCellsStaysInThePicture_data();
    void anyMixtureOfCellsStaysInThePicture();
    void characterWithoutAFontIsSeen();
};

void TerminalViewPaintingTest::aRedCellIsRedAtExactlyItsPixels()
{
    for (const qreal scale : {1.0, 1.25, 1.5, 2.0}) {
        FramePainter painter;
        painter.setFont(cellFont({}, scale));
        FrameBuilder builder({10, 3});
        const auto red = builder.style(Test::backgroundOf(Color::rgb(255, 0, 0)));
        builder.write(1, U"ab");
        builder.write(1, U" ", red);
        builder.write(1, U"c");
        painter.paint(builder.frame(), {});
        const QRect cell = cellRect(painter, 2, 1);
        for (int y = 0; y < painter.picture().height(); ++y) {
            for (int x = 0; x < painter.picture().width(); ++x) {
                const bool isRed = painter.picture().pixel(x, y) == qRgb(255, 0, 0);
                QCOMPARE(isRed, cell.contains(x, y));
            }
        }
    }
}

void TerminalViewPaintingTest::sameFrameAgainPaintsNothing()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({20, 5});
    builder.write(0, U"한글 and Latin");
    QVERIFY(!painter.paint(builder.frame(), {}).isEmpty());
    QCOMPARE(painter.rowsPainted(), 5);
    // A program that writes the same text again makes a new version of the row, not a new picture.
    builder.clear(0);
    builder.write(0, U"한글 and Latin");
    QVERIFY(painter.paint(builder.frame(), {}).isEmpty());
    QCOMPARE(painter.rowsPainted(), 0);
}

void TerminalViewPaintingTest::onlyTheChangedRowIsPainted()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({20, 5});
    painter.paint(builder.frame(), {});
    builder.write(3, U"x");
    const QRegion changed = painter.paint(builder.frame(), {});
    QCOMPARE(painter.rowsPainted(), 1);
    QCOMPARE(changed, QRegion(cellRect(painter, 0, 3, 20)));
}

void TerminalViewPaintingTest::scrollingMovesThePictureAndPaintsTheNewRowOnly()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({20, 5});
    for (int row = 0; row < 5; ++row) {
        builder.write(row, std::u32string(1, U'a' + char32_t(row)));
    }
    painter.paint(builder.frame(), {});
    const QImage before = painter.picture().copy();
    Frame &frame = builder.frame();
    std::rotate(frame.rows.begin(), frame.rows.begin() + 1, frame.rows.end());
    builder.clear(4);
    builder.write(4, U"z");
    frame.topLine += 1;
    frame.screenLine += 1;
    painter.paint(frame, {});
    QCOMPARE(painter.rowsPainted(), 1);
    const int height = painter.font().height;
    QCOMPARE(painter.picture().copy(0, 0, before.width(), 4 * height),
             before.copy(0, height, before.width(), 4 * height));
}

void TerminalViewPaintingTest::scrollingBackShowsTheSamePictureAsPaintingFromNew()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({12, 4});
    Frame &frame = builder.frame();
    const auto fill = [&](std::int64_t top) {
        frame.topLine = top;
        for (int row = 0; row < 4; ++row) {
            builder.clear(row);
            builder.write(row, U"line " + std::u32string(1, U'a' + char32_t(top + row)));
        }
    };
    for (const std::int64_t top : {10, 9, 7, 8, 11, 3, 4}) {
        fill(top);
        painter.paint(frame, {});
        FramePainter fresh;
        fresh.setFont(cellFont());
        fresh.paint(frame, {});
        QCOMPARE(painter.picture(), fresh.picture());
    }
}

void TerminalViewPaintingTest::renumberedStylesArePaintedAgain()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({4, 1});
    const auto style = builder.style(Test::backgroundOf(Color::rgb(1, 2, 3)));
    builder.write(0, U"x", style);
    painter.paint(builder.frame(), {});
    builder.frame().styles[style].background = Color::rgb(9, 9, 9);
    ++builder.frame().tablesGeneration;
    painter.paint(builder.frame(), {});
    QCOMPARE(painter.rowsPainted(), 1);
    QCOMPARE(painter.picture().pixel(0, 0), qRgb(9, 9, 9));
}

void TerminalViewPaintingTest::addedStylesPaintNothingAgain()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({4, 2});
    builder.write(0, U"x");
    painter.paint(builder.frame(), {});
    const auto style = builder.style(Test::backgroundOf(Color::rgb(1, 2, 3)));
    builder.write(1, U"y", style);
    painter.paint(builder.frame(), {});
    QCOMPARE(painter.rowsPainted(), 1);
}

void TerminalViewPaintingTest::hangulFillsTwoCellsInAnyFont_data()
{
    QTest::addColumn<QString>("family");
    for (const char *family : {"D2Coding", "NanumGothicCoding", "DejaVu Sans Mono",
                               "Noto Sans Mono CJK KR", "Liberation Mono", "NanumGothic"}) {
        QTest::newRow(family) << QString::fromLatin1(family);
    }
}

void TerminalViewPaintingTest::hangulFillsTwoCellsInAnyFont()
{
    QFETCH(const QString, family);
    if (!QFontDatabase::hasFamily(family)) {
        QSKIP("The font is not installed here.");
    }
    for (const qreal scale : {1.0, 2.0}) {
        FramePainter painter;
        painter.setFont(cellFont(family, scale));
        FrameBuilder builder({10, 1});
        builder.write(0, U"가 한|");
        painter.paint(builder.frame(), {});
        const QRgb background = painter.background();
        const QRect first = cellRect(painter, 0, 0, 2);
        const QRect ink = inkOf(painter.picture(), first, background);
        QVERIFY2(ink.width() > painter.font().width, "Hangul must be wider than one cell");
        QCOMPARE(pixelsOther(painter.picture(), cellRect(painter, 2, 0), background), 0);
        QVERIFY(pixelsOther(painter.picture(), cellRect(painter, 3, 0, 2), background) > 0);
        // What follows stands in its own column.
        QVERIFY(pixelsOther(painter.picture(), cellRect(painter, 5, 0), background) > 0);
        QCOMPARE(pixelsOther(painter.picture(), cellRect(painter, 6, 0, 4), background), 0);
    }
}

void TerminalViewPaintingTest::nothingReachesIntoTheRowsAboveAndBelow_data()
{
    hangulFillsTwoCellsInAnyFont_data();
}

void TerminalViewPaintingTest::nothingReachesIntoTheRowsAboveAndBelow()
{
    QFETCH(const QString, family);
    FramePainter painter;
    painter.setFont(cellFont(family));
    FrameBuilder builder({30, 3});
    const auto style = builder.style(
        Test::drawnAs(Attribute::Bold | Attribute::Italic | Attribute::Overline | Attribute::Strike,
                      Underline::Curly));
    builder.write(1, U"Ágjpq|뷁훯Ｗ█▄╋漢字", style);
    painter.paint(builder.frame(), {});
    const QRgb background = painter.background();
    QCOMPARE(pixelsOther(painter.picture(), cellRect(painter, 0, 0, 30), background), 0);
    QCOMPARE(pixelsOther(painter.picture(), cellRect(painter, 0, 2, 30), background), 0);
}

void TerminalViewPaintingTest::boxLinesJoinBetweenCells_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<qreal>("scale");
    const QStringList families = {QStringLiteral("D2Coding"), QStringLiteral("NanumGothicCoding"),
                                  QStringLiteral("DejaVu Sans Mono")};
    for (const QString &family : families) {
        for (const qreal scale : {1.0, 1.25, 1.5, 2.0}) {
            QTest::addRow("%s at %g", qPrintable(family), scale) << family << scale;
        }
    }
}

void TerminalViewPaintingTest::boxLinesJoinBetweenCells()
{
    QFETCH(const QString, family);
    QFETCH(const qreal, scale);
    FramePainter painter;
    painter.setFont(cellFont(family, scale));
    FrameBuilder builder({4, 4});
    builder.write(0, U"┌──┐");
    builder.write(1, U"│  │");
    builder.write(2, U"├──┤");
    builder.write(3, U"╰──╯");
    painter.paint(builder.frame(), {});
    const QRgb ink = painter.colors().foreground;
    const CellFont &font = painter.font();
    const int x = (font.width - font.lineThickness) / 2;
    const int y = (font.height - font.lineThickness) / 2;
    const QImage &picture = painter.picture();
    // From the middle of the first cell to the middle of the last, without a gap.
    for (int at = x; at <= 3 * font.width + x; ++at) {
        QCOMPARE(picture.pixel(at, y), ink);
        QCOMPARE(picture.pixel(at, 2 * font.height + y), ink);
    }
    for (int at = y; at < 3 * font.height; ++at) {
        QCOMPARE(picture.pixel(x, at), ink);
        QCOMPARE(picture.pixel(3 * font.width + x, at), ink);
    }
    // And nothing beyond the frame.
    QCOMPARE(pixelsOther(picture, QRect(0, 0, x, 3 * font.height), painter.background()), 0);
    QCOMPARE(pixelsOther(picture, QRect(0, 0, 4 * font.width, y), painter.background()), 0);
}

void TerminalViewPaintingTest::everyBoxCharacterMeetsItsNeighbourOnTheSidesItPointsTo()
{
    for (const auto &[width, height] :
         {std::pair(7, 15), std::pair(8, 17), std::pair(9, 18), std::pair(16, 33)}) {
        for (const int thickness : {1, 2}) {
            for (char32_t c = 0x2500; c <= 0x257F; ++c) {
                const Mask mask = drawByHand(c, width, height, thickness);
                int inkCount = 0;
                for (const std::uint8_t alpha : mask.alpha) {
                    inkCount += alpha > 0 ? 1 : 0;
                }
                QVERIFY2(inkCount > 0, qPrintable(QString::number(uint(c), 16)));
            }
            // A light cross meets a light line on all four sides, pixel by pixel.
            const Mask cross = drawByHand(0x253C, width, height, thickness);
            const Mask horizontal = drawByHand(0x2500, width, height, thickness);
            const Mask vertical = drawByHand(0x2502, width, height, thickness);
            const Mask doubled = drawByHand(0x256C, width, height, thickness);
            const Mask doubleLine = drawByHand(0x2550, width, height, thickness);
            for (int y = 0; y < height; ++y) {
                QCOMPARE(cross.at(0, y), horizontal.at(width - 1, y));
                QCOMPARE(cross.at(width - 1, y), horizontal.at(0, y));
                QCOMPARE(doubled.at(0, y), doubleLine.at(width - 1, y));
                QCOMPARE(doubled.at(width - 1, y), doubleLine.at(0, y));
            }
            for (int x = 0; x < width; ++x) {
                QCOMPARE(cross.at(x, 0), vertical.at(x, height - 1));
                QCOMPARE(cross.at(x, height - 1), vertical.at(x, 0));
            }
            // The middle of a double cross is open.
            QCOMPARE(int(doubled.at(width / 2 - (thickness > 1 ? 0 : (width + 1) % 2),
                                    height / 2 - (thickness > 1 ? 0 : (height + 1) % 2))),
                     0);
        }
    }
}

void TerminalViewPaintingTest::blocksCoverTheirPartOfTheCell()
{
    const auto covered = [](char32_t c) {
        const Mask mask = drawByHand(c, 8, 16, 1);
        int sum = 0;
        for (const std::uint8_t alpha : mask.alpha) {
            sum += alpha;
        }
        return sum / 255.0 / double(mask.alpha.size());
    };
    QCOMPARE(covered(0x2588), 1.0);
    QCOMPARE(covered(0x2580), 0.5);
    QCOMPARE(covered(0x2584), 0.5);
    QCOMPARE(covered(0x258C), 0.5);
    QCOMPARE(covered(0x2590), 0.5);
    QCOMPARE(covered(0x2599), 0.75);
    QCOMPARE(covered(0x259A), 0.5);
    QVERIFY(std::abs(covered(0x2591) - 0.25) < 0.01);
    QVERIFY(std::abs(covered(0x2592) - 0.5) < 0.01);
    QVERIFY(std::abs(covered(0x2593) - 0.75) < 0.01);
    for (int eighth = 1; eighth <= 8; ++eighth) {
        QCOMPARE(covered(char32_t(0x2580 + eighth)), eighth / 8.0);
        QCOMPARE(covered(char32_t(0x2590 - eighth)), eighth / 8.0);
    }
    // Solid Powerline triangles fill about half of the cell.
    QVERIFY(std::abs(covered(0xE0B0) - 0.5) < 0.05);
    QVERIFY(std::abs(covered(0xE0B2) - 0.5) < 0.05);
}

void TerminalViewPaintingTest::brailleDotsStandApart()
{
    for (const auto &[width, height] : {std::pair(8, 17), std::pair(9, 18), std::pair(16, 34)}) {
        int previous = -1;
        for (const char32_t c : {0x2801, 0x2802, 0x2804, 0x2840}) {
            const Mask mask = drawByHand(c, width, height, 1);
            int top = -1;
            int bottom = -1;
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x) {
                    if (mask.at(x, y) > 0) {
                        top = top < 0 ? y : top;
                        bottom = y;
                        QVERIFY(x < width / 2);
                    }
                }
            }
            QVERIFY(top > previous);
            previous = bottom;
        }
    }
}

void TerminalViewPaintingTest::selectionColoursItsCellsOnly()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({10, 3});
    Overlay overlay;
    overlay.selection = Selection{{0, 8}, {1, 2}};
    painter.paint(builder.frame(), overlay);
    const QRgb selected = painter.colors().selection;
    for (int row = 0; row < 3; ++row) {
        for (int column = 0; column < 10; ++column) {
            const bool inside = (row == 0 && column >= 8) || (row == 1 && column < 2);
            QCOMPARE(painter.picture().pixel(cellRect(painter, column, row).center()) == selected,
                     inside);
        }
    }
}

void TerminalViewPaintingTest::blockSelectionTakesAColumn()
{
    const Selection block{{4, 7}, {6, 3}, SelectionShape::Block};
    QCOMPARE(block.columnsOf(3, 80), std::pair(0, 0));
    for (const int line : {4, 5, 6}) {
        QCOMPARE(block.columnsOf(line, 80), std::pair(3, 7));
    }
}

void TerminalViewPaintingTest::preeditPushesTheRestOfTheRowAside()
{
    FramePainter plain;
    plain.setFont(cellFont());
    FramePainter composing;
    composing.setFont(cellFont());
    FrameBuilder builder({20, 1});
    builder.write(0, U"abc|def");
    builder.frame().cursor.column = 3;
    plain.paint(builder.frame(), {});
    Overlay overlay;
    overlay.preedit = {{{U"한", 2, false}, {U"그", 2, false}}, 4};
    composing.paint(builder.frame(), overlay);
    const auto part = [](const FramePainter &painter, int column, int columns) {
        return painter.picture().copy(cellRect(painter, column, 0, columns));
    };
    QCOMPARE(part(composing, 0, 3), part(plain, 0, 3));
    // "|def" stands four columns farther right, whole; the caret's line takes its first pixels.
    QCOMPARE(part(composing, 8, 12), part(plain, 4, 12));
    QVERIFY(pixelsOther(composing.picture(), cellRect(composing, 3, 0, 2), composing.background()) >
            0);
    QCOMPARE(composing.caretCell(), QPoint(7, 0));
    composing.paint(builder.frame(), {});
    QCOMPARE(composing.picture(), plain.picture());
}

void TerminalViewPaintingTest::preeditAtTheRightEdgeMovesTheRowLeft()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({10, 1});
    builder.write(0, U"123456789");
    builder.frame().cursor.column = 9;
    Overlay overlay;
    overlay.preedit = {{{U"한", 2, false}}, 2};
    painter.paint(builder.frame(), overlay);
    QCOMPARE(painter.caretCell(), QPoint(9, 0));
    FrameBuilder moved({10, 1});
    moved.write(0, U"3456789");
    FramePainter expected;
    expected.setFont(cellFont());
    expected.paint(moved.frame(), {});
    QCOMPARE(painter.picture().copy(cellRect(painter, 0, 0, 7)),
             expected.picture().copy(cellRect(painter, 0, 0, 7)));
}

void TerminalViewPaintingTest::cursorIsHollowWithoutFocus()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({4, 1});
    builder.frame().cursor.column = 1;
    builder.frame().cursor.visible = true;
    Overlay overlay;
    painter.paint(builder.frame(), overlay);
    const QRect cell = cellRect(painter, 1, 0);
    QCOMPARE(pixelsOther(painter.picture(), cell, painter.colors().cursor), 0);
    overlay.focused = false;
    painter.paint(builder.frame(), overlay);
    QCOMPARE(painter.picture().pixel(cell.topLeft()), painter.colors().cursor);
    QCOMPARE(painter.picture().pixel(cell.center()), painter.background());
    overlay.focused = true;
    overlay.cursorShown = false;
    painter.paint(builder.frame(), overlay);
    QCOMPARE(pixelsOther(painter.picture(), cell, painter.background()), 0);
    for (const CursorShape shape : {CursorShape::Bar, CursorShape::Underline}) {
        overlay.cursorShown = true;
        builder.frame().cursor.shape = shape;
        painter.paint(builder.frame(), overlay);
        const QRect ink = inkOf(painter.picture(), cell, painter.background());
        QCOMPARE(ink.bottomLeft(), cell.bottomLeft());
        QCOMPARE(ink.width() == cell.width(), shape == CursorShape::Underline);
        QCOMPARE(ink.height() == cell.height(), shape == CursorShape::Bar);
    }
}

void TerminalViewPaintingTest::concealedTextShowsNothing()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({10, 1});
    const auto hidden = builder.style(Test::drawnAs(Attribute::Conceal, Underline::Single));
    builder.write(0, U"secret한", hidden);
    painter.paint(builder.frame(), {});
    QCOMPARE(pixelsOther(painter.picture(), painter.picture().rect(), painter.background()), 0);
}

void TerminalViewPaintingTest::underlinesDiffer()
{
    std::vector<QImage> seen;
    for (const Underline underline : {Underline::None, Underline::Single, Underline::Double,
                                      Underline::Curly, Underline::Dotted, Underline::Dashed}) {
        FramePainter painter;
        painter.setFont(cellFont({}, 1.5));
        FrameBuilder builder({8, 1});
        const auto style = builder.style(Test::drawnAs(0, underline, Color::rgb(255, 0, 0)));
        builder.write(0, U"        ", style);
        painter.paint(builder.frame(), {});
        for (const QImage &other : seen) {
            QVERIFY(other != painter.picture());
        }
        seen.push_back(painter.picture().copy());
    }
}

void TerminalViewPaintingTest::emojiKeepsItsColours()
{
    if (!QFontDatabase::hasFamily(QStringLiteral("Noto Color Emoji"))) {
        QSKIP("No colour emoji font is installed here.");
    }
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({4, 1});
    builder.write(0, U"\U0001F600|");
    painter.paint(builder.frame(), {});
    bool coloured = false;
    for (int x = 0; x < 2 * painter.font().width; ++x) {
        const QColor color = painter.picture().pixelColor(x, painter.font().height / 2);
        coloured = coloured || color.saturation() > 120;
    }
    QVERIFY(coloured);
}

void TerminalViewPaintingTest::namedColoursReadOnTheirBackground_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("dark") << true;
    QTest::newRow("light") << false;
}

void TerminalViewPaintingTest::namedColoursReadOnTheirBackground()
{
    QFETCH(const bool, dark);
    const ColorScheme &scheme = dark ? ColorScheme::darkScheme() : ColorScheme::lightScheme();
    QVERIFY(contrast(scheme.foreground, scheme.background) >= 12);
    QVERIFY(contrast(scheme.cursor, scheme.background) >= 10);
    QVERIFY(contrast(scheme.foreground, scheme.selection) >= 4.5);
    // Black on dark and the whites on light are the background's neighbours.
    for (int i = 0; i < 16; ++i) {
        if (dark ? i == 0 : i == 7 || i == 15) {
            continue;
        }
        const double ratio = contrast(scheme.palette[std::size_t(i)], scheme.background);
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("colour %1: %2").arg(i).arg(ratio)));
    }
    QVERIFY(contrast(withContrast(scheme.palette[7], scheme.background, 2.6), scheme.background) >=
            2.6);
}

void TerminalViewPaintingTest::atlasStaysBounded()
{
    GlyphAtlas atlas;
    atlas.setFont(cellFont({}, 2));
    std::size_t most = 0;
    for (int round = 0; round < 4; ++round) {
        for (char32_t c = 0xAC00; c < 0xD7A3; c += 4) {
            atlas.glyph(c, {.bold = (round & 1) != 0, .italic = (round & 2) != 0, .wide = true});
            if (c % 512 == 0) {
                atlas.trim();
                most = std::max(most, atlas.bytes());
            }
        }
    }
    QVERIFY(most > 0);
    QVERIFY(most <= GlyphAtlas::kBudget + 1024 * 1024);
}

void TerminalViewPaintingTest::directionControlsMoveNothing()
{
    FramePainter plain;
    plain.setFont(cellFont());
    FramePainter hostile;
    hostile.setFont(cellFont());
    FrameBuilder first({4, 1});
    first.writeCluster(0, U"a", false);
    first.write(0, U"b");
    FrameBuilder second({4, 1});
    second.writeCluster(0, U"a\u202E", false);
    second.write(0, U"b");
    plain.paint(first.frame(), {});
    hostile.paint(second.frame(), {});
    QCOMPARE(hostile.picture(), plain.picture());
}

void TerminalViewPaintingTest::characterWithoutAFontIsSeen()
{
    FramePainter painter;
    painter.setFont(cellFont());
    FrameBuilder builder({4, 1});
    // Never assigned: the last code point of the supplementary planes that may become text.
    builder.write(0, U"\U0003FFFD");
    painter.paint(builder.frame(), {});
    QVERIFY(pixelsOther(painter.picture(), cellRect(painter, 0, 0, 2), painter.background()) > 0);
}

void TerminalViewPaintingTest::anyMixtureOfCellsStaysInThePicture_data()
{
    QTest::addColumn<qreal>("scale");
    for (const qreal scale : {0.4, 1.0, 1.25, 1.5, 2.0}) {
        QTest::addRow("scale %g", scale) << scale;
    }
}

// What a hostile program may leave on the screen: every attribute beside every other, halves of
// wide characters, clusters and styles that are not there, cursor and selection anywhere. The
// sanitizers watch; the picture must equal one painted from new.
void TerminalViewPaintingTest::anyMixtureOfCellsStaysInThePicture()
{
    QFETCH(const qreal, scale);
    std::mt19937 random(20260101);
    const auto below = [&random](unsigned limit) { return unsigned(random() % limit); };
    constexpr std::array<char32_t, 12> kCharacters = {
        0, U' ', U'g', U'한', 0x2588, 0x2550, 0x256D, 0x28FF, 0xE0B1, 0x1F600, 0x0301, 0x10FFFF};
    FramePainter painter;
    painter.setFont(cellFont({}, scale));
    FramePainter fresh;
    fresh.setFont(cellFont({}, scale));
    FrameBuilder builder({17, 6});
    for (unsigned i = 0; i < 96; ++i) {
        Style style = Test::drawnAs(std::uint16_t(below(256)), Underline(i % 6));
        style.foreground = i % 3 == 0 ? Color::indexed(std::uint8_t(i)) : Color();
        style.background = i % 5 == 0 ? Color::rgb(std::uint8_t(i), 7, 7) : Color();
        style.link = i % 4;
        builder.style(style);
    }
    builder.writeCluster(0, U"e\u0301\u0323", false);
    builder.writeCluster(0, U"\u1112\u1161\u11AB", true);
    Frame &frame = builder.frame();
    for (int round = 0; round < 40; ++round) {
        for (Frame::Row &row : frame.rows) {
            row.cells.clear();
            row.fillStyle = below(100);
            const unsigned count = below(20);
            for (unsigned i = 0; i < count; ++i) {
                const auto width = Cell::Width(below(3));
                row.cells.push_back(below(5) == 0
                                        ? Cell::cluster(below(4), width, below(100))
                                        : Cell(kCharacters[below(12)], width, below(100)));
            }
        }
        frame.topLine += int(below(5)) - 2;
        frame.screenLine = frame.topLine;
        frame.cursor.row = int(below(8)) - 1;
        frame.cursor.column = int(below(20)) - 1;
        frame.cursor.visible = below(3) != 0;
        frame.cursor.shape = CursorShape(below(3));
        Overlay overlay;
        overlay.focused = below(2) != 0;
        overlay.hoveredLink = below(4);
        if (below(2) != 0) {
            overlay.selection = Selection{{frame.topLine + below(3), int(below(19))},
                                          {frame.topLine + 3 + below(3), int(below(19))},
                                          SelectionShape(below(2))};
        }
        if (below(4) == 0) {
            overlay.preedit = {{{U"한", 2, below(2) != 0}, {U"x", 1, false}}, int(below(4))};
        }
        painter.paint(frame, overlay);
        fresh.setColors(ColorScheme::darkScheme()); // paints everything again
        fresh.paint(frame, overlay);
        QCOMPARE(painter.picture(), fresh.picture());
    }
}

void TerminalViewPaintingTest::accentedCapitalsAreWhole_data()
{
    hangulFillsTwoCellsInAnyFont_data();
}

void TerminalViewPaintingTest::accentedCapitalsAreWhole()
{
    QFETCH(const QString, family);
    if (!QFontDatabase::hasFamily(family)) {
        QSKIP("The font is not installed here.");
    }
    for (const qreal scale : {1.0, 1.25, 2.0}) {
        const CellFont font = cellFont(family, scale);
        QVERIFY(font.height <= 1.5 * font.pixelSize);
        for (const QString &letter :
             {QStringLiteral("Á"), QStringLiteral("Ñ"), QStringLiteral("Ü"), QStringLiteral("g")}) {
            const QRectF ink = QFontMetricsF(font.font).tightBoundingRect(letter);
            QVERIFY(font.baseline + ink.top() >= 0);
            QVERIFY(font.baseline + ink.bottom() <= font.height);
        }
    }
}

void TerminalViewPaintingTest::narrowLettersOfAHangulFontAreNotTiny()
{
    const QString family = QStringLiteral("NanumGothicCoding");
    if (!QFontDatabase::hasFamily(family) || CellFont::narrowFamilies().isEmpty()) {
        QSKIP("The fonts are not installed here.");
    }
    FramePainter painter;
    painter.setFont(cellFont(family, 2));
    FrameBuilder builder({4, 1});
    builder.write(0, U"xж");
    painter.paint(builder.frame(), {});
    const QRect latin = inkOf(painter.picture(), cellRect(painter, 0, 0), painter.background());
    const QRect cyrillic = inkOf(painter.picture(), cellRect(painter, 1, 0), painter.background());
    QVERIFY(cyrillic.height() >= 0.85 * latin.height());
}

QTEST_MAIN(TerminalViewPaintingTest)
#include "terminalviewpainting.moc"
