// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/framepainter.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <numbers>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Portolan::Terminal {

namespace {

// Styles and clusters of the preedit, beyond any number that a frame uses.
constexpr std::uint32_t kPreeditStyle = 0xFFFF'FF00;
constexpr std::uint32_t kPreeditHighlight = 0xFFFF'FF01;
constexpr std::uint32_t kOwnClusters = 0x00F0'0000;

QRgb mix(QRgb from, QRgb to, int share256)
{
    const auto channel = [share256](int a, int b) { return a + ((b - a) * share256 >> 8); };
    return qRgb(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)),
                channel(qBlue(from), qBlue(to)));
}

// `color` over `target` by coverage: old + (color - old) * alpha, in sixteen bits that wrap around
// and come out right, since the sum lies between the two. A coverage of 255 counts as 256, so that
// full coverage is exact.
void blendCoverage(QRgb *target, const std::uint8_t *mask, int count, QRgb color)
{
    int i = 0;
#ifdef __SSE2__
    // Four pixels at a time; full repaints spend most of their time here.
    const __m128i zero = _mm_setzero_si128();
    const __m128i wanted = _mm_unpacklo_epi8(_mm_set1_epi32(int(color)), zero);
    const auto blended = [wanted](__m128i old, __m128i alpha) {
        alpha = _mm_add_epi16(alpha, _mm_srli_epi16(alpha, 7));
        const __m128i moved = _mm_mullo_epi16(_mm_sub_epi16(wanted, old), alpha);
        return _mm_srli_epi16(_mm_add_epi16(_mm_slli_epi16(old, 8), moved), 8);
    };
    for (; i + 4 <= count; i += 4) {
        int four = 0;
        std::memcpy(&four, mask + i, sizeof four);
        if (four == 0) {
            continue;
        }
        __m128i alpha = _mm_cvtsi32_si128(four);
        alpha = _mm_unpacklo_epi8(alpha, alpha);
        alpha = _mm_unpacklo_epi8(alpha, alpha);
        auto *place = reinterpret_cast<__m128i *>(target + i);
        const __m128i old = _mm_loadu_si128(place);
        const __m128i low = blended(_mm_unpacklo_epi8(old, zero), _mm_unpacklo_epi8(alpha, zero));
        const __m128i high = blended(_mm_unpackhi_epi8(old, zero), _mm_unpackhi_epi8(alpha, zero));
        _mm_storeu_si128(place, _mm_packus_epi16(low, high));
    }
#endif
    const QRgb ag = color >> 8 & 0x00FF'00FF;
    const QRgb rb = color & 0x00FF'00FF;
    for (; i < count; ++i) {
        const std::uint32_t alpha = mask[i] + (mask[i] >> 7U);
        const QRgb oldAg = target[i] >> 8 & 0x00FF'00FF;
        const QRgb oldRb = target[i] & 0x00FF'00FF;
        const QRgb newAg = oldAg * 256 + (ag - oldAg) * alpha;
        const QRgb newRb = oldRb * 256 + (rb - oldRb) * alpha;
        target[i] = (newAg & 0xFF00'FF00) | (newRb >> 8 & 0x00FF'00FF);
    }
}

// Premultiplied colour pixels over `target`.
void blendPixels(QRgb *target, const QRgb *source, int count)
{
    for (int i = 0; i < count; ++i) {
        const auto alpha = std::uint32_t(qAlpha(source[i]));
        const std::uint32_t keep = 256 - alpha - (alpha >> 7U);
        const QRgb oldAg = (target[i] >> 8 & 0x00FF'00FF) * keep & 0xFF00'FF00;
        const QRgb oldRb = ((target[i] & 0x00FF'00FF) * keep & 0xFF00'FF00) >> 8;
        target[i] = (source[i] + (oldAg | oldRb)) | 0xFF00'0000;
    }
}

} // namespace

std::pair<int, int> Selection::columnsOf(std::int64_t line, int columns) const
{
    if (line < from.line || line > to.line || isEmpty()) {
        return {0, 0};
    }
    int first = 0;
    int last = columns;
    if (shape == SelectionShape::Block) {
        std::tie(first, last) = std::minmax(from.column, to.column);
    } else {
        first = line == from.line ? from.column : 0;
        last = line == to.line ? to.column : columns;
    }
    first = std::clamp(first, 0, columns);
    last = std::clamp(last, 0, columns);
    return first < last ? std::pair(first, last) : std::pair(0, 0);
}

int Preedit::width() const
{
    int sum = 0;
    for (const Item &item : items) {
        sum += item.width;
    }
    return sum;
}

void FramePainter::setFont(const CellFont &font)
{
    m_atlas.setFont(font);
    forget();
}

void FramePainter::setColors(const ColorScheme &colors)
{
    m_colors = colors;
    m_looks.clear();
    forget();
}

void FramePainter::setBoldIsBright(bool on)
{
    m_boldIsBright = on;
    m_looks.clear();
    forget();
}

FramePainter::RowState FramePainter::stateOf(const Frame &frame, const Overlay &overlay,
                                             int row) const
{
    RowState state;
    const Frame::Row &source = frame.rows[std::size_t(row)];
    const std::int64_t line = frame.topLine + row;
    if (overlay.selection) {
        state.selected = overlay.selection->columnsOf(line, frame.size.columns);
    }
    if (line == frame.screenLine + frame.cursor.row) {
        state.preedit = overlay.preedit;
        if ((frame.cursor.visible && (overlay.cursorShown || !overlay.focused)) ||
            !overlay.preedit.items.empty()) {
            state.cursor = {std::clamp(frame.cursor.column, 0, frame.size.columns - 1),
                            overlay.focused, overlay.cursorShape.value_or(frame.cursor.shape)};
        }
    }
    if (overlay.hoveredLink != 0) {
        for (const Cell cell : source.cells) {
            if (cell.style() < frame.styles.size() &&
                frame.styles[cell.style()].link == overlay.hoveredLink) {
                state.hovered = overlay.hoveredLink;
                break;
            }
        }
    }
    return state;
}

QRegion FramePainter::paint(const Frame &frame, const Overlay &overlay)
{
    m_rowsPainted = 0;
    const CellFont &font = m_atlas.font();
    const QSize pixels(frame.size.columns * font.width, frame.size.rows * font.height);
    if (m_picture.size() != pixels) {
        m_picture = QImage(pixels, QImage::Format_RGB32);
        forget();
    }
    if (m_size != frame.size || m_reverse != frame.reverseVideo) {
        m_size = frame.size;
        m_reverse = frame.reverseVideo;
        m_looks.clear();
        forget();
    }
    takeTables(frame);
    // Detaches once, should somebody hold a copy of the picture.
    m_pixels = reinterpret_cast<QRgb *>(m_picture.bits());
    m_stride = int(m_picture.bytesPerLine() / qsizetype(sizeof(QRgb)));
    m_defaultForeground = m_reverse ? m_colors.background : m_colors.foreground;
    m_defaultBackground = m_reverse ? m_colors.foreground : m_colors.background;
    m_atlas.trim();

    const int rows = std::min(frame.size.rows, int(frame.rows.size()));
    QRegion changed;
    m_painted.resize(std::size_t(rows));
    const std::int64_t shift = frame.topLine - m_paintedTop;
    m_paintedTop = frame.topLine;
    if (shift != 0 && std::abs(shift) < rows) {
        moveLines(int(shift));
        changed = QRect(QPoint(), pixels);
    }
    m_caret = QPoint(frame.cursor.column, -1);
    for (int row = 0; row < rows; ++row) {
        RowState state = stateOf(frame, overlay, row);
        if (frame.topLine + row == frame.screenLine + frame.cursor.row) {
            const int end = frame.cursor.column + state.preedit.width();
            const int pushed =
                state.preedit.items.empty() ? 0 : std::max(0, end + 1 - frame.size.columns);
            m_caret = QPoint(std::max(0, frame.cursor.column + state.preedit.caret - pushed), row);
        }
        Painted &painted = m_painted[std::size_t(row)];
        const Frame::Row &source = frame.rows[std::size_t(row)];
        if (painted.valid && painted.fillStyle == source.fillStyle && painted.state == state &&
            painted.cells == source.cells) {
            continue;
        }
        paintRow(frame, row, state);
        painted.valid = true;
        painted.cells = source.cells;
        painted.fillStyle = source.fillStyle;
        painted.state = std::move(state);
        ++m_rowsPainted;
        changed += QRect(0, row * font.height, pixels.width(), font.height);
    }
    return changed;
}

// Style and cluster numbers of the picture's rows must mean what they meant when they were drawn.
void FramePainter::takeTables(const Frame &frame)
{
    if (m_tables == frame.tablesGeneration && m_styles.size() == frame.styles.size() &&
        m_clusters.size() == frame.clusters.size()) {
        return;
    }
    m_tables = frame.tablesGeneration;
    const auto grown = [](const auto &before, const auto &now) {
        return before.size() <= now.size() && std::equal(before.begin(), before.end(), now.begin());
    };
    if (!grown(m_styles, frame.styles) || !grown(m_clusters, frame.clusters)) {
        m_looks.clear();
        forget();
        m_styles.clear();
        m_clusters.clear();
    }
    m_styles.insert(m_styles.end(), frame.styles.begin() + std::ptrdiff_t(m_styles.size()),
                    frame.styles.end());
    m_clusters.insert(m_clusters.end(), frame.clusters.begin() + std::ptrdiff_t(m_clusters.size()),
                      frame.clusters.end());
}

void FramePainter::moveLines(int shift)
{
    const int height = m_atlas.font().height;
    const int rows = int(m_painted.size());
    const int kept = rows - std::abs(shift);
    const int source = std::max(0, shift);
    const int target = std::max(0, -shift);
    const auto line = std::ptrdiff_t(m_stride) * height;
    std::memmove(m_pixels + line * target, m_pixels + line * source,
                 std::size_t(line * kept) * sizeof(QRgb));
    if (shift > 0) {
        std::move(m_painted.begin() + shift, m_painted.end(), m_painted.begin());
        std::fill(m_painted.end() - shift, m_painted.end(), Painted{});
    } else {
        std::move_backward(m_painted.begin(), m_painted.end() + shift, m_painted.end());
        std::fill(m_painted.begin(), m_painted.begin() - shift, Painted{});
    }
}

// The row as cells, with the preedit standing in it.
void FramePainter::compose(const Frame &frame, int row, const RowState &state)
{
    const Frame::Row &source = frame.rows[std::size_t(row)];
    const auto columns = std::size_t(frame.size.columns);
    const Cell blank(0, Cell::Width::Narrow, source.fillStyle);
    m_row.assign(source.cells.begin(),
                 source.cells.begin() + std::ptrdiff_t(std::min(columns, source.cells.size())));
    m_row.resize(columns, blank);
    m_cursorColumn = state.cursor.column;
    m_shift = 0;
    m_ownClusters.clear();
    if (state.preedit.items.empty()) {
        return;
    }
    std::vector<Cell> inserted;
    for (const Preedit::Item &item : state.preedit.items) {
        const std::uint32_t style = item.highlighted ? kPreeditHighlight : kPreeditStyle;
        const bool wide = item.width == 2;
        const auto number = kOwnClusters + std::uint32_t(m_ownClusters.size());
        inserted.push_back(
            Cell::cluster(number, wide ? Cell::Width::Wide : Cell::Width::Narrow, style));
        m_ownClusters.push_back(item.text);
        if (wide) {
            inserted.emplace_back(0, Cell::Width::Tail, style);
        }
    }
    const auto at = std::min(std::size_t(std::max(0, frame.cursor.column)), columns);
    m_row.insert(m_row.begin() + std::ptrdiff_t(at), inserted.begin(), inserted.end());
    m_cursorColumn = int(at) + state.preedit.caret;
    // At the right edge the row moves left, so that what is being typed stays in sight.
    m_shift = std::max(0, int(at + inserted.size() + 1) - int(columns));
    m_row.erase(m_row.begin(), m_row.begin() + m_shift);
    m_row.resize(columns, blank);
    m_cursorColumn -= m_shift;
    if (m_row.front().width() == Cell::Width::Tail) {
        m_row.front() = Cell(0, Cell::Width::Narrow, m_row.front().style());
    }
}

FramePainter::Look FramePainter::computeLook(const Style &style) const
{
    Color foreground = style.foreground;
    const bool bold = (style.attributes & Attribute::Bold) != 0;
    if (m_boldIsBright && bold && foreground.kind() == Color::Kind::Indexed &&
        foreground.index() < 8) {
        foreground = Color::indexed(std::uint8_t(foreground.index() + 8));
    }
    Look look;
    look.known = true;
    look.attributes = style.attributes;
    look.underline = style.underline;
    look.foreground = m_colors.resolve(foreground, m_defaultForeground);
    look.background = m_colors.resolve(style.background, m_defaultBackground);
    bool named = foreground.kind() != Color::Kind::Rgb;
    if ((style.attributes & Attribute::Inverse) != 0) {
        std::swap(look.foreground, look.background);
        named = style.background.kind() != Color::Kind::Rgb;
    }
    // Named colours are ours, so they must read on each other; colours that the program chose stay
    // as it chose them, and so does text that it made invisible.
    if (named && look.foreground != look.background &&
        contrast(look.foreground, look.background) < 3.5) {
        look.foreground = withContrast(look.foreground, look.background, 4.2);
    }
    if ((style.attributes & Attribute::Dim) != 0) {
        look.foreground = mix(look.foreground, look.background, 102);
    }
    look.line = style.underlineColor.kind() == Color::Kind::Default
                    ? look.foreground
                    : m_colors.resolve(style.underlineColor, look.foreground);
    if ((style.attributes & Attribute::Conceal) != 0) {
        look.foreground = look.line = look.background;
    }
    return look;
}

const FramePainter::Look &FramePainter::lookOf(const Frame &frame, std::uint32_t style)
{
    if (style >= kPreeditStyle) {
        Style made;
        made.underline = Underline::Single;
        made.attributes = style == kPreeditHighlight ? Attribute::Inverse : std::uint16_t(0);
        m_preeditLook = computeLook(made);
        return m_preeditLook;
    }
    const std::size_t number = style < frame.styles.size() ? style : 0;
    if (number >= m_looks.size()) {
        m_looks.resize(std::max(number + 1, frame.styles.size()));
    }
    Look &look = m_looks[number];
    if (!look.known) {
        look = computeLook(number < frame.styles.size() ? frame.styles[number] : Style{});
    }
    return look;
}

void FramePainter::findRuns(const Frame &frame, const RowState &state)
{
    m_runs.clear();
    const int columns = int(m_row.size());
    const bool block = state.cursor.shape == CursorShape::Block && state.cursor.filled;
    const int cursorFrom = block && state.preedit.items.empty() ? m_cursorColumn : -1;
    std::uint32_t lastStyle = 0;
    int lastKind = -1;
    for (int column = 0; column < columns; ++column) {
        const Cell cell = m_row[std::size_t(column)];
        const bool tail = cell.width() == Cell::Width::Tail && column > 0;
        const int source = column + m_shift;
        int kind = source >= state.selected.first && source < state.selected.second ? 1 : 0;
        if (column == cursorFrom) {
            kind = 2;
        }
        if (tail && !m_runs.empty()) {
            // The second half looks as the first, whatever cuts between them.
            m_runs.back().to = column + 1;
            continue;
        }
        if (cell.width() == Cell::Width::Wide && kind == 0 && column + 1 < columns) {
            if (column + 1 == cursorFrom) {
                kind = 2;
            } else if (source + 1 == state.selected.first && source + 1 < state.selected.second) {
                kind = 1;
            }
        }
        if (kind == lastKind && cell.style() == lastStyle && kind != 2) {
            m_runs.back().to = column + 1;
            continue;
        }
        lastKind = kind;
        lastStyle = cell.style();
        Run run{column, column + 1, lookOf(frame, cell.style())};
        if (kind == 1) {
            const bool own = run.look.background == m_colors.selection;
            run.look.background =
                own ? mix(m_colors.selection, m_colors.foreground, 64) : m_colors.selection;
            run.look.foreground = withContrast(run.look.foreground, run.look.background, 3.0);
        } else if (kind == 2) {
            const bool visible = contrast(m_colors.cursor, run.look.background) >= 1.5;
            const QRgb under = run.look.background;
            run.look.background = visible ? m_colors.cursor : run.look.foreground;
            run.look.foreground = visible ? m_colors.cursorText : under;
            run.look.line = run.look.foreground;
        }
        const std::uint32_t style = cell.style();
        if (state.hovered != 0 && style < frame.styles.size() &&
            frame.styles[style].link == state.hovered) {
            run.look.underline = Underline::Single;
            run.look.line = kind == 0 ? m_colors.link : run.look.foreground;
        }
        m_runs.push_back(run);
    }
}

void FramePainter::paintRow(const Frame &frame, int row, const RowState &state)
{
    compose(frame, row, state);
    findRuns(frame, state);
    const CellFont &font = m_atlas.font();
    const int y = row * font.height;
    for (std::size_t i = 0; i < m_runs.size();) {
        std::size_t next = i + 1;
        while (next < m_runs.size() && m_runs[next].look.background == m_runs[i].look.background) {
            ++next;
        }
        fill(m_runs[i].from * font.width, y, m_runs[next - 1].to * font.width, y + font.height,
             m_runs[i].look.background);
        i = next;
    }
    for (const Run &run : m_runs) {
        GlyphAtlas::Variant variant;
        variant.bold = (run.look.attributes & Attribute::Bold) != 0;
        variant.italic = (run.look.attributes & Attribute::Italic) != 0;
        for (int column = run.from; column < run.to; ++column) {
            const Cell cell = m_row[std::size_t(column)];
            if (cell.width() == Cell::Width::Tail ||
                (!cell.isCluster() && cell.codePoint() <= U' ')) {
                continue;
            }
            variant.wide = cell.width() == Cell::Width::Wide;
            const Glyph *glyph = nullptr;
            if (!cell.isCluster()) {
                glyph = &m_atlas.glyph(cell.codePoint(), variant);
            } else if (cell.clusterNumber() >= kOwnClusters) {
                glyph = &m_atlas.glyph(m_ownClusters[cell.clusterNumber() - kOwnClusters], variant);
            } else if (cell.clusterNumber() < frame.clusters.size()) {
                glyph = &m_atlas.glyph(frame.clusters[cell.clusterNumber()], variant);
            }
            if (glyph != nullptr && !glyph->isEmpty() &&
                (run.look.attributes & Attribute::Conceal) == 0) {
                drawGlyph(*glyph, column * font.width, y, run.look.foreground);
            }
        }
        drawLines(run, y);
    }
    if (state.cursor.column >= 0) {
        drawCursor(state.cursor, y);
    }
}

void FramePainter::fill(int x0, int y0, int x1, int y1, QRgb color)
{
    x0 = std::clamp(x0, 0, m_picture.width());
    x1 = std::clamp(x1, 0, m_picture.width());
    y1 = std::min(y1, m_picture.height());
    if (x0 >= x1) {
        return; // a dash that ends before its run begins
    }
    QRgb *line = m_pixels + std::ptrdiff_t(m_stride) * std::max(0, y0);
    for (int y = std::max(0, y0); y < y1; ++y, line += m_stride) {
        std::fill(line + x0, line + x1, color);
    }
}

void FramePainter::blend(int x, int y, QRgb color, double coverage)
{
    if (x < 0 || y < 0 || x >= m_picture.width() || y >= m_picture.height() || coverage <= 0) {
        return;
    }
    QRgb &pixel = m_pixels[std::ptrdiff_t(m_stride) * y + x];
    pixel = mix(pixel, color, int(std::lround(std::min(1.0, coverage) * 256)));
}

void FramePainter::drawGlyph(const Glyph &glyph, int x, int y, QRgb color)
{
    const int from = std::max(0, x + glyph.left);
    const int to = std::min(m_picture.width(), x + glyph.left + glyph.width);
    const int skipped = from - (x + glyph.left);
    const int count = to - from;
    if (count <= 0) {
        return;
    }
    QRgb *target = m_pixels + std::ptrdiff_t(m_stride) * (y + glyph.top) + from;
    for (int row = 0; row < glyph.height; ++row, target += m_stride) {
        const std::ptrdiff_t start = std::ptrdiff_t(row) * glyph.width + skipped;
        if (glyph.coverage != nullptr) {
            blendCoverage(target, glyph.coverage + start, count, color);
        } else {
            blendPixels(target, glyph.pixels + start, count);
        }
    }
}

void FramePainter::drawLines(const Run &run, int y)
{
    const CellFont &font = m_atlas.font();
    const int x0 = run.from * font.width;
    const int x1 = run.to * font.width;
    if (run.look.underline != Underline::None) {
        drawUnderline(run.look.underline, x0, x1, y, run.look.line);
    }
    if ((run.look.attributes & Attribute::Strike) != 0) {
        fill(x0, y + font.strikeTop, x1, y + font.strikeTop + font.lineThickness,
             run.look.foreground);
    }
    if ((run.look.attributes & Attribute::Overline) != 0) {
        fill(x0, y, x1, y + font.lineThickness, run.look.foreground);
    }
}

void FramePainter::drawUnderline(Underline underline, int x0, int x1, int y, QRgb color)
{
    const CellFont &font = m_atlas.font();
    const int thick = font.lineThickness;
    const int top = y + font.underlineTop;
    switch (underline) {
    case Underline::None:
        break;
    case Underline::Single:
        fill(x0, top, x1, top + thick, color);
        break;
    case Underline::Double: {
        const int second = std::min(top + 2 * thick, y + font.height - thick);
        const int first = second - 2 * thick;
        fill(x0, first, x1, first + thick, color);
        fill(x0, second, x1, second + thick, color);
        break;
    }
    case Underline::Dotted:
        for (int x = x0 - x0 % (2 * thick); x < x1; x += 2 * thick) {
            fill(std::max(x, x0), top, std::min(x + thick, x1), top + thick, color);
        }
        break;
    case Underline::Dashed: {
        const int period = std::max(3 * thick + 1, font.width / 2 + thick);
        for (int x = x0 - x0 % period; x < x1; x += period) {
            fill(std::max(x, x0), top, std::min(x + period * 2 / 3, x1), top + thick, color);
        }
        break;
    }
    case Underline::Curly: {
        const int room = font.height - font.underlineTop;
        const double amplitude = std::clamp((room - thick) / 2.0, 1.0, 1.5 * thick);
        const double middle = font.height - amplitude - thick / 2.0;
        for (int x = x0; x < x1; ++x) {
            // One wave a cell, so that neighbouring runs join.
            const double angle = 2 * std::numbers::pi * (x + 0.5) / font.width;
            const double centre = middle + amplitude * std::sin(angle);
            for (int line = font.underlineTop - 1; line < font.height; ++line) {
                const double away = std::abs(line + 0.5 - centre);
                blend(x, y + line, color, thick / 2.0 + 0.5 - away);
            }
        }
        break;
    }
    }
}

void FramePainter::drawCursor(const CursorState &cursor, int y)
{
    const CellFont &font = m_atlas.font();
    const int column = m_cursorColumn;
    if (column < 0 || column >= int(m_row.size())) {
        return;
    }
    const bool wide = m_row[std::size_t(column)].width() == Cell::Width::Wide;
    const int x0 = column * font.width;
    const int x1 = x0 + font.width * (wide ? 2 : 1);
    const int bottom = y + font.height;
    const int thin = std::max(1, font.lineThickness);
    QRgb color = m_colors.cursor;
    const QRgb under = m_pixels[std::ptrdiff_t(m_stride) * y + std::min(x0, m_picture.width() - 1)];
    const bool composing = !m_ownClusters.empty();
    const bool block = cursor.shape == CursorShape::Block;
    if (contrast(color, under) < 1.5 && !(block && cursor.filled && !composing)) {
        color = m_colors.cursorText;
    }
    if (composing || (cursor.shape == CursorShape::Bar && cursor.filled)) {
        fill(x0, y, x0 + std::max(2, 2 * thin), bottom, color);
    } else if (!cursor.filled) {
        fill(x0, y, x1, y + thin, color);
        fill(x0, bottom - thin, x1, bottom, color);
        fill(x0, y, x0 + thin, bottom, color);
        fill(x1 - thin, y, x1, bottom, color);
    } else if (cursor.shape == CursorShape::Underline) {
        fill(x0, bottom - std::max(2, 2 * thin), x1, bottom, color);
    }
}

} // namespace Portolan::Terminal
