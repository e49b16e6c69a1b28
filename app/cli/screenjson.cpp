// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/screenjson.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

namespace Portolan::Cli {

namespace {

using namespace Portolan::Terminal;
using Row = Frame::Row;

QString cellText(const Frame &frame, const Cell &cell)
{
    if (cell.isCluster()) {
        if (cell.clusterNumber() >= frame.clusters.size())
            return QString(QChar::ReplacementCharacter);
        const std::u32string &cluster = frame.clusters[cell.clusterNumber()];
        return QString::fromUcs4(cluster.data(), static_cast<qsizetype>(cluster.size()));
    }
    if (cell.codePoint() == 0)
        return QStringLiteral(" ");
    const char32_t c = cell.codePoint();
    return QString::fromUcs4(&c, 1);
}

Style styleOf(const Frame &frame, std::uint32_t number)
{
    return number < frame.styles.size() ? frame.styles[number] : Style{};
}

bool isBlank(const Cell &cell)
{
    return !cell.isCluster() && cell.width() == Cell::Width::Narrow &&
           (cell.codePoint() == 0 || cell.codePoint() == U' ');
}

// A row as cells of the whole width, or up to its last cell that shows anything.
std::vector<Cell> shownCells(const Frame &frame, const Row &row)
{
    const auto columns = static_cast<std::size_t>(std::max(frame.size.columns, 0));
    std::vector<Cell> cells(row.cells.begin(),
                            row.cells.begin() +
                                static_cast<std::ptrdiff_t>(std::min(row.cells.size(), columns)));
    cells.resize(columns, Cell(0, Cell::Width::Narrow, row.fillStyle));
    while (!cells.empty() && isBlank(cells.back()) &&
           styleOf(frame, cells.back().style()) == Style{})
        cells.pop_back();
    return cells;
}

QJsonValue colorToJson(Color color)
{
    switch (color.kind()) {
    case Color::Kind::Default:
        break;
    case Color::Kind::Indexed:
        return color.index();
    case Color::Kind::Rgb:
        return QStringLiteral("#%1").arg(color.bits() & 0xFF'FFFF, 6, 16, QLatin1Char('0'));
    }
    return QStringLiteral("default");
}

QString underlineName(Underline underline)
{
    switch (underline) {
    case Underline::None:
        break;
    case Underline::Single:
        return QStringLiteral("single");
    case Underline::Double:
        return QStringLiteral("double");
    case Underline::Curly:
        return QStringLiteral("curly");
    case Underline::Dotted:
        return QStringLiteral("dotted");
    case Underline::Dashed:
        return QStringLiteral("dashed");
    }
    return QStringLiteral("none");
}

QJsonArray attributesToJson(std::uint16_t attributes)
{
    const std::pair<std::uint16_t, const char *> names[] = {
        {Attribute::Bold, "bold"},       {Attribute::Dim, "dim"},
        {Attribute::Italic, "italic"},   {Attribute::Blink, "blink"},
        {Attribute::Inverse, "inverse"}, {Attribute::Conceal, "conceal"},
        {Attribute::Strike, "strike"},   {Attribute::Overline, "overline"},
    };
    QJsonArray array;
    for (const auto &[bit, name] : names)
        if ((attributes & bit) != 0)
            array.append(QLatin1String(name));
    return array;
}

QString shapeName(CursorShape shape)
{
    switch (shape) {
    case CursorShape::Block:
        break;
    case CursorShape::Underline:
        return QStringLiteral("underline");
    case CursorShape::Bar:
        return QStringLiteral("bar");
    }
    return QStringLiteral("block");
}

QJsonObject runToJson(const Frame &frame, const Style &style, int column, int width,
                      const QString &text)
{
    QString link;
    if (style.link != 0 && style.link < frame.links.size())
        link = QString::fromStdString(frame.links[style.link]);
    QJsonObject run{{QStringLiteral("column"), column},
                    {QStringLiteral("width"), width},
                    {QStringLiteral("text"), text},
                    {QStringLiteral("fg"), colorToJson(style.foreground)},
                    {QStringLiteral("bg"), colorToJson(style.background)},
                    {QStringLiteral("underline"), underlineName(style.underline)},
                    {QStringLiteral("attributes"), attributesToJson(style.attributes)},
                    {QStringLiteral("link"), link}};
    if (style.underlineColor.kind() != Color::Kind::Default)
        run.insert(QStringLiteral("underline_color"), colorToJson(style.underlineColor));
    return run;
}

QString withoutBlanksAtEnd(QString text)
{
    while (text.endsWith(QLatin1Char(' ')))
        text.chop(1);
    return text;
}

QString rowText(const Frame &frame, const std::vector<Cell> &cells)
{
    QString text;
    for (const Cell &cell : cells)
        if (cell.width() != Cell::Width::Tail)
            text += cellText(frame, cell);
    return withoutBlanksAtEnd(text);
}

QJsonArray runsToJson(const Frame &frame, const std::vector<Cell> &cells)
{
    QJsonArray runs;
    for (std::size_t begin = 0; begin < cells.size();) {
        const Style style = styleOf(frame, cells[begin].style());
        QString text;
        std::size_t end = begin;
        for (; end < cells.size() && styleOf(frame, cells[end].style()) == style; ++end)
            if (cells[end].width() != Cell::Width::Tail)
                text += cellText(frame, cells[end]);
        runs.append(
            runToJson(frame, style, static_cast<int>(begin), static_cast<int>(end - begin), text));
        begin = end;
    }
    return runs;
}

} // namespace

QJsonObject screenToJson(const Frame &frame, std::string_view replies)
{
    QJsonArray lines;
    for (const Row &row : frame.rows) {
        const std::vector<Cell> cells = shownCells(frame, row);
        lines.append(QJsonObject{{QStringLiteral("wrapped"), row.wrapped},
                                 {QStringLiteral("text"), rowText(frame, cells)},
                                 {QStringLiteral("runs"), runsToJson(frame, cells)}});
    }
    const QByteArray sent(replies.data(), static_cast<qsizetype>(replies.size()));
    return {{QStringLiteral("type"), QStringLiteral("screen")},
            {QStringLiteral("columns"), frame.size.columns},
            {QStringLiteral("rows"), frame.size.rows},
            {QStringLiteral("title"), QString::fromStdString(frame.title)},
            {QStringLiteral("cursor"),
             QJsonObject{{QStringLiteral("row"), frame.cursor.row},
                         {QStringLiteral("column"), frame.cursor.column},
                         {QStringLiteral("visible"), frame.cursor.visible},
                         {QStringLiteral("shape"), shapeName(frame.cursor.shape)}}},
            {QStringLiteral("alternate"), frame.alternateScreen},
            {QStringLiteral("reverse_video"), frame.reverseVideo},
            {QStringLiteral("scrollback_lines"),
             static_cast<qint64>(frame.screenLine - frame.firstLine)},
            {QStringLiteral("replies_base64"), QString::fromLatin1(sent.toBase64())},
            {QStringLiteral("lines"), lines}};
}

QString screenToText(const Frame &frame)
{
    QString text;
    for (const Row &row : frame.rows)
        text += rowText(frame, shownCells(frame, row)) + QLatin1Char('\n');
    return text;
}

} // namespace Portolan::Cli
