// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/diff.h"

#include <QList>

#include <algorithm>

namespace Portolan::Payload {

namespace {

using Type = Edit::Type;

void append(std::vector<Edit> &edits, Type type, std::int64_t before, std::int64_t after,
            std::int64_t count)
{
    if (count == 0)
        return;
    if (!edits.empty() && edits.back().type == type) {
        edits.back().count += count;
        return;
    }
    edits.push_back({type, before, after, count});
}

template<typename Sequence>
Diff diffOf(const Sequence &a, const Sequence &b)
{
    Diff diff;
    const auto sizeA = static_cast<std::int64_t>(a.size());
    const auto sizeB = static_cast<std::int64_t>(b.size());
    const auto same = [&](std::int64_t x, std::int64_t y) {
        return a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(y)];
    };
    std::int64_t prefix = 0;
    while (prefix < std::min(sizeA, sizeB) && same(prefix, prefix))
        ++prefix;
    std::int64_t suffix = 0;
    while (suffix < std::min(sizeA, sizeB) - prefix && same(sizeA - 1 - suffix, sizeB - 1 - suffix))
        ++suffix;
    const std::int64_t n = sizeA - prefix - suffix;
    const std::int64_t m = sizeB - prefix - suffix;
    append(diff.edits, Type::Same, 0, 0, prefix);

    // The furthest x on each diagonal k = x - y, for every number of edits d: row d has 2d + 1.
    const auto most = std::min<std::int64_t>(n + m, kMostEdits);
    std::vector<std::vector<std::int32_t>> rows;
    bool reached = n == 0 && m == 0;
    std::vector<std::int32_t> furthest(static_cast<std::size_t>(2 * most + 3), 0);
    const auto at = [&](std::int64_t k) -> std::int32_t & {
        return furthest[static_cast<std::size_t>(k + most + 1)];
    };
    for (std::int64_t d = 0; d <= most && !reached; ++d) {
        for (std::int64_t k = -d; k <= d; k += 2) {
            const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
            std::int64_t x = down ? at(k + 1) : at(k - 1) + 1;
            while (x < n && x - k < m && x - k >= 0 && same(prefix + x, prefix + x - k))
                ++x;
            at(k) = static_cast<std::int32_t>(x);
            if (x >= n && x - k >= m) {
                reached = true;
                break;
            }
        }
        const auto begin = furthest.begin() + (most + 1 - d);
        rows.emplace_back(begin, begin + (2 * d + 1));
    }
    if (!reached) {
        diff.isCoarse = true;
        append(diff.edits, Type::Removed, prefix, prefix, n);
        append(diff.edits, Type::Added, prefix + n, prefix, m);
    } else if (n > 0 || m > 0) {
        std::vector<Edit> back; // from the end
        std::int64_t x = n;
        std::int64_t y = m;
        for (auto d = static_cast<std::int64_t>(rows.size()) - 1; d > 0; --d) {
            const auto &row = rows[static_cast<std::size_t>(d - 1)];
            const auto before = [&](std::int64_t k) -> std::int64_t {
                return k < -(d - 1) || k > d - 1 ? -1 : row[static_cast<std::size_t>(k + d - 1)];
            };
            const std::int64_t k = x - y;
            const bool down = k == -d || (k != d && before(k - 1) < before(k + 1));
            const std::int64_t fromK = down ? k + 1 : k - 1;
            const std::int64_t fromX = before(fromK);
            const std::int64_t fromY = fromX - fromK;
            const std::int64_t run =
                std::min(x - (down ? fromX : fromX + 1), y - (down ? fromY + 1 : fromY));
            if (run > 0)
                back.push_back({Type::Same, x - run, y - run, run});
            back.push_back({down ? Type::Added : Type::Removed, fromX, fromY, 1});
            x = fromX;
            y = fromY;
        }
        append(diff.edits, Type::Same, prefix, prefix, x);
        for (auto edit = back.rbegin(); edit != back.rend(); ++edit)
            append(diff.edits, edit->type, prefix + edit->before, prefix + edit->after,
                   edit->count);
    }
    append(diff.edits, Type::Same, prefix + n, prefix + m, suffix);
    return diff;
}

QList<QStringView> linesOf(const QString &text, bool &isCut)
{
    QList<QStringView> lines;
    const QStringView all(text);
    for (qsizetype begin = 0; begin < all.size();) {
        if (lines.size() == kMostLines) {
            isCut = true;
            break;
        }
        const qsizetype end = all.indexOf(QLatin1Char('\n'), begin);
        lines.append(all.mid(begin, (end < 0 ? all.size() : end) - begin));
        begin = end < 0 ? all.size() : end + 1;
    }
    return lines;
}

} // namespace

Diff diffLines(const QString &before, const QString &after)
{
    bool isCut = false;
    const auto a = linesOf(before, isCut);
    const auto b = linesOf(after, isCut);
    Diff diff = diffOf(std::vector<QStringView>(a.begin(), a.end()),
                       std::vector<QStringView>(b.begin(), b.end()));
    diff.isCut = isCut;
    return diff;
}

Diff diffBytes(std::string_view before, std::string_view after)
{
    Diff diff = diffOf(before.substr(0, kMostDiffBytes), after.substr(0, kMostDiffBytes));
    diff.isCut = before.size() > kMostDiffBytes || after.size() > kMostDiffBytes;
    return diff;
}

QString unified(const Diff &diff, const QString &before, const QString &after, int context)
{
    bool isCut = false;
    const auto a = linesOf(before, isCut);
    const auto b = linesOf(after, isCut);
    QString out;
    const auto put = [&](char sign, const QList<QStringView> &lines, std::int64_t from,
                         std::int64_t count) {
        for (std::int64_t i = from; i < from + count && i < lines.size(); ++i) {
            out += QLatin1Char(sign);
            out += lines.at(i);
            out += QLatin1Char('\n');
        }
    };
    for (std::size_t i = 0; i < diff.edits.size(); ++i) {
        const Edit &edit = diff.edits[i];
        if (edit.type == Type::Removed) {
            put('-', a, edit.before, edit.count);
        } else if (edit.type == Type::Added) {
            put('+', b, edit.after, edit.count);
        } else {
            const std::int64_t head = i == 0 ? 0 : std::min<std::int64_t>(context, edit.count);
            const std::int64_t tail =
                i + 1 == diff.edits.size() ? 0 : std::min<std::int64_t>(context, edit.count - head);
            put(' ', a, edit.before, head);
            if (head + tail < edit.count && !diff.isSame())
                out += QStringLiteral("@@ -%1 +%2 @@\n")
                           .arg(edit.before + edit.count - tail + 1)
                           .arg(edit.after + edit.count - tail + 1);
            put(' ', a, edit.before + edit.count - tail, tail);
        }
    }
    return out;
}

} // namespace Portolan::Payload
