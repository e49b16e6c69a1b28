// SPDX-License-Identifier: GPL-3.0-or-later
// A million rows from a thread into a view that follows them, by BatchQueue and BatchPump, beside
// the way that everybody writes first: one queued signal and one insertion a row. Prints rows a
// second and the longest time for which the window's thread did not answer; aim: 33 ms.
#include "core/runtime/batchpump.h"
#include "core/runtime/batchqueue.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

using namespace Portolan;

namespace {

struct Row
{
    qint64 number;
    double value;
};

class RowModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const Row &row = m_rows[std::size_t(index.row())];
        return index.column() == 0 ? QVariant(row.number) : QVariant(row.value);
    }
    void append(const std::vector<Row> &rows)
    {
        const int first = int(m_rows.size());
        beginInsertRows({}, first, first + int(rows.size()) - 1);
        m_rows.insert(m_rows.end(), rows.begin(), rows.end());
        endInsertRows();
    }

private:
    std::vector<Row> m_rows;
};

// The longest time between two turns of the event loop, seen by a timer that is always due.
class GapMeter
{
public:
    GapMeter()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_worst = std::max(m_worst, m_sinceTurn.nsecsElapsed());
            m_sinceTurn.restart();
        });
        m_sinceTurn.start();
        m_timer.start(1);
    }
    [[nodiscard]] double worstMilliseconds() const { return double(m_worst) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_sinceTurn;
    qint64 m_worst = 0;
};

class Sender : public QObject
{
    Q_OBJECT
Q_SIGNALS:
    void arrived(qint64 number, double value);
};

struct Outcome
{
    double rowsPerSecond;
    double worstGap;
};

// A table of ordinary set-up, shown, with `start` making the rows come; ends when all are in.
template<typename Start>
Outcome measure(int rows, Start start)
{
    RowModel model;
    QTableView view;
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(20);
    view.setModel(&model);
    view.resize(900, 700);
    view.show();
    // The first painting (fonts, styles) belongs to no measurement.
    QTimer::singleShot(300, qApp, [] { QApplication::quit(); });
    QApplication::exec();

    GapMeter gaps;
    QElapsedTimer clock;
    clock.start();
    const auto arrived = [&] {
        view.scrollToBottom();
        if (model.rowCount({}) == rows)
            QApplication::quit();
    };
    const auto keepAlive = start(model, arrived);
    QApplication::exec();
    return {double(rows) / (double(clock.nsecsElapsed()) / 1e9), gaps.worstMilliseconds()};
}

Outcome batched(int rows)
{
    return measure(rows, [rows](RowModel &model, const auto &arrived) {
        auto queue = std::make_shared<BatchQueue<Row>>(std::size_t(rows));
        auto pump = std::make_shared<BatchPump<Row>>(
            queue, [&model, arrived](std::vector<Row> &&items, std::uint64_t) {
                model.append(items);
                arrived();
            });
        auto producer = std::make_shared<std::jthread>([queue, rows] {
            for (int i = 0; i < rows; ++i)
                queue->push(Row{i, i * 0.5});
        });
        return std::pair(pump, producer);
    });
}

Outcome oneSignalARow(int rows)
{
    return measure(rows, [rows](RowModel &model, const auto &arrived) {
        auto sender = std::make_shared<Sender>();
        QObject::connect(
            sender.get(), &Sender::arrived, &model,
            [&model, arrived](qint64 number, double value) {
                model.append({Row{number, value}});
                arrived();
            },
            Qt::QueuedConnection);
        auto producer = std::make_shared<std::jthread>([sender, rows] {
            for (int i = 0; i < rows; ++i)
                Q_EMIT sender->arrived(i, i * 0.5);
        });
        return std::pair(sender, producer);
    });
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    constexpr int kRows = 1'000'000;
    constexpr int kNaiveRows = 50'000; // as many as the others would take minutes

    const Outcome ours = batched(kRows);
    const Outcome naive = oneSignalARow(kNaiveRows);
    std::printf("batched:          %8d rows, %9.0f rows/s, worst gap %8.1f ms\n", kRows,
                ours.rowsPerSecond, ours.worstGap);
    std::printf("a signal per row: %8d rows, %9.0f rows/s, worst gap %8.1f ms\n", kNaiveRows,
                naive.rowsPerSecond, naive.worstGap);
    std::printf(
        "ratio:            %.1f times the rows/s, the gap %.0f times shorter (aim <= 33 ms: "
        "%s)\n",
        ours.rowsPerSecond / naive.rowsPerSecond, naive.worstGap / ours.worstGap,
        ours.worstGap <= 33 ? "met" : "not met");
    return 0;
}

#include "rows.moc"
