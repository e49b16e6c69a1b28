// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/glyphatlas.h"

#include "ui/terminal/boxdrawing.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace Portolan::Terminal {

namespace {

constexpr std::size_t kPage = 256 * 1024;
constexpr char32_t kEmojiSelector = 0xFE0F;

bool isHangul(char32_t c)
{
    return (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0x1100 && c <= 0x11FF) ||
           (c >= 0x3130 && c <= 0x318F) || (c >= 0xA960 && c <= 0xA97F);
}

bool isEmoji(const std::u32string &text)
{
    return text.find(kEmojiSelector) != std::u32string::npos ||
           (text.front() >= 0x1F000 && text.front() <= 0x1FAFF);
}

// Characters that turn the direction of text would make the layout move what stands in the cell.
bool turnsText(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C;
}

QString drawable(const std::u32string &text)
{
    std::u32string kept;
    for (const char32_t c : text) {
        const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
        if (c > 0x10FFFF || surrogate) {
            kept.push_back(U'\uFFFD');
        } else if (c >= 0x20 && c != 0x7F && !turnsText(c)) {
            kept.push_back(c);
        }
    }
    return QString::fromUcs4(kept.data(), qsizetype(kept.size()));
}

bool isBlank(char32_t c)
{
    return c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B);
}

} // namespace

void GlyphAtlas::setFont(const CellFont &font)
{
    m_font = font;
    for (auto &blocks : m_blocks) {
        for (auto &block : blocks) {
            block.reset();
        }
    }
    for (auto &clusters : m_clusters) {
        clusters.clear();
    }
    m_glyphs.clear();
    m_pages.clear();
    m_pageUsed = m_pageSize = m_bytes = 0;
}

void GlyphAtlas::trim()
{
    if (m_bytes + m_glyphs.size() * sizeof(Glyph) > kBudget) {
        setFont(CellFont(m_font));
    }
}

const Glyph &GlyphAtlas::glyph(const std::u32string &cluster, Variant variant)
{
    auto &known = m_clusters[number(variant)];
    const auto found = known.find(cluster);
    if (found != known.end()) {
        return *found->second;
    }
    const Glyph &made = rasterise(cluster, variant);
    known.emplace(cluster, &made);
    return made;
}

const Glyph &GlyphAtlas::add(char32_t codePoint, Variant variant)
{
    auto &block = m_blocks[number(variant)][(codePoint & 0x1FFFFF) >> 8];
    if (!block) {
        block = std::make_unique<Block>();
    }
    const Glyph &made = rasterise(std::u32string(1, codePoint), variant);
    (*block)[codePoint & 0xFF] = &made;
    return made;
}

std::uint8_t *GlyphAtlas::room(std::size_t bytes)
{
    bytes = (bytes + 15) & ~std::size_t(15);
    if (m_pageUsed + bytes > m_pageSize) {
        m_pageSize = std::max(kPage, bytes);
        m_pages.push_back(std::make_unique<std::uint8_t[]>(m_pageSize));
        m_pageUsed = 0;
        m_bytes += m_pageSize;
    }
    std::uint8_t *start = m_pages.back().get() + m_pageUsed;
    m_pageUsed += bytes;
    return start;
}

// The font that draws `text` so that it fits its cells.
QFont GlyphAtlas::fontFor(const std::u32string &text, Variant variant, const QString &drawn) const
{
    QFont font = m_font.font;
    font.setBold(variant.bold);
    font.setItalic(variant.italic);
    const int box = m_font.width * (variant.wide ? 2 : 1);
    if (variant.wide && isEmoji(text)) {
        QStringList families = font.families();
        families.prepend(QStringLiteral("Noto Color Emoji"));
        font.setFamilies(families);
        font.setBold(false);
        font.setItalic(false);
    }
    qreal advance = QFontMetricsF(font).horizontalAdvance(drawn);
    if (advance <= 0) {
        return font;
    }
    if (!variant.wide && advance > 1.4 * box) {
        for (const QString &family : CellFont::narrowFamilies()) {
            QFont narrow = font;
            narrow.setFamilies({family});
            narrow.setStyleStrategy(
                QFont::StyleStrategy(font.styleStrategy() | QFont::NoFontMerging));
            const QFontMetricsF metrics(narrow);
            if (metrics.inFontUcs4(text.front()) &&
                metrics.horizontalAdvance(drawn) < 0.8 * advance) {
                font = narrow;
                advance = metrics.horizontalAdvance(drawn);
                break;
            }
        }
    }
    qreal factor = 1;
    if (variant.wide && isHangul(text.front()) && advance < box) {
        // A Hangul fallback beside wide Latin letters looks small and far apart; its square may
        // grow until it fills two cells or the line's height.
        factor = std::min({box / advance, qreal(m_font.height) / m_font.pixelSize, 1.25});
    } else if (advance > box + 0.51) {
        factor = box / advance;
    }
    if (factor != 1) {
        font.setPixelSize(std::max(3, int(m_font.pixelSize * factor)));
    }
    return font;
}

const Glyph &GlyphAtlas::rasterise(const std::u32string &text, Variant variant)
{
    const int box = m_font.width * (variant.wide ? 2 : 1);
    if (text.empty() || (text.size() == 1 && isBlank(text.front()))) {
        return m_glyphs.emplace_back();
    }
    if (text.size() == 1 && isHandDrawn(text.front())) {
        const Mask mask = drawByHand(text.front(), box, m_font.height, m_font.lineThickness);
        Glyph &made = m_glyphs.emplace_back();
        made.width = box;
        made.height = m_font.height;
        std::uint8_t *target = room(mask.alpha.size());
        std::memcpy(target, mask.alpha.data(), mask.alpha.size());
        made.coverage = target;
        return made;
    }
    const QString drawn = drawable(text);
    if (drawn.isEmpty()) {
        return m_glyphs.emplace_back();
    }

    // Slanted and accented letters may reach out of their cell sideways, never up or down: rows are
    // repainted one by one.
    const int margin = std::max(2, m_font.width / 2);
    QImage canvas(box + 2 * margin, m_font.height, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    const QFont font = fontFor(text, variant, drawn);
    const QFontMetricsF metrics(font);
    const qreal advance = metrics.horizontalAdvance(drawn);
    int y = m_font.baseline;
    if (font.pixelSize() != m_font.pixelSize || variant.wide) {
        // Keep tall fallback glyphs inside of the cell.
        const QRectF ink = metrics.tightBoundingRect(drawn);
        const int above = int(std::ceil(-ink.top()));
        const int below = int(std::ceil(ink.bottom()));
        if (above + below >= m_font.height) {
            y = above + (m_font.height - above - below) / 2;
        } else {
            y = std::clamp(y, above, m_font.height - below);
        }
    }
    QPainter painter(&canvas);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(font);
    painter.setPen(Qt::white);
    const qreal x = advance > 0 ? std::round((box - advance) / 2) : 0;
    painter.drawText(QPointF(margin + x, y), drawn);
    if (!metrics.inFontUcs4(text.front()) && metrics.tightBoundingRect(drawn).isEmpty()) {
        // No font has it: a box says that something stands there.
        const int line = m_font.lineThickness;
        const QRect frame(margin + line, m_font.height / 5, box - 2 * line, m_font.height * 3 / 5);
        for (const QRect &edge :
             QRegion(frame).subtracted(frame.adjusted(line, line, -line, -line))) {
            painter.fillRect(edge, Qt::white);
        }
    }
    painter.end();
    return store(canvas, margin);
}

const Glyph &GlyphAtlas::store(const QImage &canvas, int originX)
{
    int left = canvas.width();
    int right = 0;
    int top = canvas.height();
    int bottom = 0;
    bool colored = false;
    for (int y = 0; y < canvas.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(canvas.constScanLine(y));
        for (int x = 0; x < canvas.width(); ++x) {
            if (line[x] == 0) {
                continue;
            }
            left = std::min(left, x);
            right = std::max(right, x + 1);
            top = std::min(top, y);
            bottom = std::max(bottom, y + 1);
            const int alpha = qAlpha(line[x]);
            colored = colored || qRed(line[x]) != alpha || qBlue(line[x]) != alpha ||
                      qGreen(line[x]) != alpha;
        }
    }
    Glyph &made = m_glyphs.emplace_back();
    if (right <= left) {
        return made;
    }
    made.left = left - originX;
    made.top = top;
    made.width = right - left;
    made.height = bottom - top;
    const std::size_t pixels = std::size_t(made.width) * std::size_t(made.height);
    std::uint8_t *target = room(colored ? pixels * sizeof(QRgb) : pixels);
    for (int y = 0; y < made.height; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(canvas.constScanLine(top + y)) + left;
        for (int x = 0; x < made.width; ++x) {
            if (colored) {
                std::memcpy(target, line + x, sizeof(QRgb));
                target += sizeof(QRgb);
            } else {
                *target++ = static_cast<std::uint8_t>(qAlpha(line[x]));
            }
        }
    }
    target -= colored ? pixels * sizeof(QRgb) : pixels;
    if (colored) {
        // room() hands out multiples of 16 bytes of a page from new, aligned for a QRgb.
        made.pixels = static_cast<const QRgb *>(static_cast<const void *>(target));
    } else {
        made.coverage = target;
    }
    return made;
}

} // namespace Portolan::Terminal
