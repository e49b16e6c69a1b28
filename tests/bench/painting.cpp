// SPDX-License-Identifier: GPL-3.0-or-later
// A full repaint of 200 by 50 cells by FramePainter beside QPainter's text, one drawText() a run of
// equal colours, in the same run and from the same cells: log-like ASCII, Hangul, and a foreground
// and background of its own for each cell. Then what a terminal mostly does: one line more at the
// bottom. Milliseconds a frame, median; aim: 5 ms or less for each full repaint.
#include "core/terminal/unicodewidth.h"
#include "ui/terminal/framepainter.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>
#include <string>
#include <vector>

using namespace Portolan::Terminal;

namespace {

constexpr Size kSize{200, 50};
constexpr int kFrames = 60;

double medianMilliseconds(const std::function<void(int)> &frame)
{
    std::vector<double> times;
    for (int i = 0; i < kFrames; ++i) {
        QElapsedTimer timer;
        timer.start();
        frame(i);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(times.begin(), times.begin() + kFrames / 2, times.end());
    return times[kFrames / 2];
}

class Scene
{
public:
    Scene()
    {
        m_frame.size = kSize;
        m_frame.rows.resize(std::size_t(kSize.rows));
        m_frame.styles.resize(1);
        m_frame.cursor.visible = false;
    }

    Frame &frame() { return m_frame; }
    std::uint32_t style(Color foreground, Color background)
    {
        Style style;
        style.foreground = foreground;
        style.background = background;
        m_frame.styles.push_back(style);
        return std::uint32_t(m_frame.styles.size() - 1);
    }
    void put(int row, char32_t c, std::uint32_t style)
    {
        auto &cells = m_frame.rows[std::size_t(row)].cells;
        const bool wide = unicodeWidth(c) == 2;
        if (cells.size() + (wide ? 2 : 1) > std::size_t(kSize.columns)) {
            return;
        }
        cells.emplace_back(c, wide ? Cell::Width::Wide : Cell::Width::Narrow, style);
        if (wide) {
            cells.emplace_back(0, Cell::Width::Tail, style);
        }
    }

private:
    Frame m_frame;
};

Scene logLines()
{
    Scene scene;
    const std::uint32_t time = scene.style(Color::indexed(6), {});
    const std::uint32_t level = scene.style(Color::indexed(3), {});
    for (int row = 0; row < kSize.rows; ++row) {
        const std::string number = std::to_string(100000 + row * 7919);
        for (const char c : "2026-11-22T18:00:00." + number + " ") {
            scene.put(row, char32_t(c), time);
        }
        for (const char c : std::string("WARN  ")) {
            scene.put(row, char32_t(c), level);
        }
        std::string text = "bastion sshd[" + number + "]: Accepted publickey for ops from 10.0.0.7";
        while (text.size() < 200) {
            text += " port 50022 ssh2: ED25519 SHA256:" + number;
        }
        for (const char c : text) {
            scene.put(row, char32_t(c), 0);
        }
    }
    return scene;
}

Scene hangul()
{
    Scene scene;
    std::mt19937 random(7);
    for (int row = 0; row < kSize.rows; ++row) {
        for (int i = 0; i < 100; ++i) {
            scene.put(row, i % 6 == 5 ? U' ' : char32_t(0xAC00 + random() % 2350 * 4), 0);
            if (i % 6 == 5) {
                scene.put(row, U' ', 0);
            }
        }
    }
    return scene;
}

Scene coloursPerCell()
{
    Scene scene;
    std::mt19937 random(11);
    for (int row = 0; row < kSize.rows; ++row) {
        for (int column = 0; column < kSize.columns; ++column) {
            const auto byte = [&random] { return std::uint8_t(random()); };
            const auto style =
                scene.style(Color::rgb(byte(), byte(), byte()), Color::rgb(byte(), byte(), byte()));
            scene.put(row, U'!' + char32_t(random() % 90), style);
        }
    }
    return scene;
}

// The way that everybody writes first: a rectangle and a drawText() for each run of one style.
void paintByRuns(QImage &picture, const Frame &frame, const CellFont &cell,
                 const ColorScheme &colors)
{
    QPainter painter(&picture);
    painter.setFont(cell.font);
    for (int row = 0; row < frame.size.rows; ++row) {
        const auto &cells = frame.rows[std::size_t(row)].cells;
        for (std::size_t from = 0; from < cells.size();) {
            std::size_t to = from;
            std::u32string text;
            while (to < cells.size() && cells[to].style() == cells[from].style()) {
                if (cells[to].width() != Cell::Width::Tail) {
                    text.push_back(cells[to].codePoint() == 0 ? U' ' : cells[to].codePoint());
                }
                ++to;
            }
            const Style &style = frame.styles[cells[from].style()];
            const QRect rect(int(from) * cell.width, row * cell.height, int(to - from) * cell.width,
                             cell.height);
            painter.fillRect(rect, QColor(colors.resolve(style.background, colors.background)));
            painter.setPen(QColor(colors.resolve(style.foreground, colors.foreground)));
            painter.drawText(QPoint(rect.x(), rect.y() + cell.baseline),
                             QString::fromUcs4(text.data(), qsizetype(text.size())));
            from = to;
        }
    }
}

void compare(const char *name, Scene scene, const CellFont &cell)
{
    const ColorScheme &dark = ColorScheme::darkScheme();
    FramePainter painter;
    painter.setFont(cell);
    painter.paint(scene.frame(), {});
    // Another scheme each time: everything is painted again, glyphs are known.
    const double ours = medianMilliseconds([&](int i) {
        painter.setColors(i % 2 == 0 ? ColorScheme::lightScheme() : dark);
        painter.paint(scene.frame(), {});
    });
    if (painter.rowsPainted() != kSize.rows) {
        std::printf("painted %d rows instead of all\n", painter.rowsPainted());
    }
    QImage picture(painter.picture().size(), QImage::Format_RGB32);
    const double theirs =
        medianMilliseconds([&](int) { paintByRuns(picture, scene.frame(), cell, dark); });
    Frame &frame = scene.frame();
    const double line = medianMilliseconds([&](int) {
        std::rotate(frame.rows.begin(), frame.rows.begin() + 1, frame.rows.end());
        ++frame.topLine;
        ++frame.screenLine;
        painter.paint(frame, {});
    });
    std::printf("%-22s %8.2f ms %8.2f ms %7.1f x %8.2f ms\n", name, ours, theirs, theirs / ours,
                line);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    for (const double scale : {1.0, 2.0}) {
        const CellFont cell(CellFont::defaultFont(), 96, scale);
        std::printf("200 x 50 cells of %d x %d pixels, %s\n", cell.width, cell.height,
                    qPrintable(cell.font.families().value(0)));
        std::printf("%-22s %11s %11s %9s %11s\n", "", "ours", "drawText", "ratio", "one line");
        compare("log-like ASCII", logLines(), cell);
        compare("Hangul", hangul(), cell);
        compare("colours of each cell", coloursPerCell(), cell);
    }
    return 0;
}
