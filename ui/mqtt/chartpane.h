// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/inbox.h"
#include "ui/mqtt/payloadview.h"

#include <QPointF>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace Portolan::Ui {

class FlowLayout;
class TimeChart;

// Numbers of topics over time: each series is a topic and a path into its payload. What the history
// still holds is drawn at once, then what comes. Points are bounded (kMostPoints a series); where
// more come in a tick than it takes in, it says how many it passed over. The wheel zooms, dragging
// moves, a double click goes back to now. GUI thread.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostSeries = 12;
    static constexpr std::size_t kMostPoints = 10'000;
    static constexpr std::size_t kMostTaken = 400; // messages a tick, of all series

    explicit ChartPane(std::shared_ptr<Mqtt::Inbox> inbox, QWidget *parent = nullptr);
    ~ChartPane() override;

    void setRules(PayloadView::Rules rules);
    void add(const QByteArray &topic, const QString &path);
    void clear();
    [[nodiscard]] std::size_t count() const { return m_series.size(); }
    [[nodiscard]] std::size_t points(std::size_t series) const;
    [[nodiscard]] QByteArray csv() const;
    // Takes in what has come; the panel's tick.
    void refresh();

Q_SIGNALS:
    void closeWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Series
    {
        QByteArray topic;
        QString path;
        int color = 0;
        quint64 seen = 0; // the number of the last message
        quint64 passedOver = 0;
        std::uint64_t generation = 0;
        std::deque<QPointF> points;
        QWidget *chip = nullptr;
        QLabel *value = nullptr;
    };

    void take(Series &series, std::size_t &budget);
    void remove(const Series *series);
    void showAll();
    void makeChip(Series &series);
    void saveAs();
    void retranslate();

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    PayloadView::Rules m_rules;
    std::vector<std::unique_ptr<Series>> m_series;
    FlowLayout *m_chips;
    QComboBox *m_span;
    QToolButton *m_save;
    QToolButton *m_close;
    QLabel *m_note;
    TimeChart *m_chart;
    int m_nextColor = 0;
};

} // namespace Portolan::Ui
