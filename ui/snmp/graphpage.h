// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/counterrate.h"
#include "core/snmp/poller.h"
#include "ui/snmp/agentcalls.h"

#include "core/snmp/smi/snapshot.h"

#include <QPointF>
#include <QWidget>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace Portolan::Ui {

class FlowLayout;
class TimeChart;

// Numbers of the agent over time, asked for every few seconds in one request. Counters are drawn as
// rates by the agent's own clock (CounterRate), octets as bits a second; where a counter began anew
// there is no point, and it is counted. GUI thread.
class GraphPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostSeries = 12;
    static constexpr std::size_t kMostPoints = 10'000;

    explicit GraphPage(AgentCalls &calls, QWidget *parent = nullptr);
    ~GraphPage() override;

    void setSnapshot(const std::shared_ptr<const Snmp::Smi::Snapshot> &snapshot);
    // An instance; a scalar may stand without its .0.
    void add(const Snmp::Oid &oid);
    void setConnected(bool connected);
    [[nodiscard]] std::size_t count() const { return m_series.size(); }
    [[nodiscard]] std::size_t points(std::size_t series) const;
    [[nodiscard]] QByteArray csv() const;
    // Asks once, whatever the interval says.
    void poll();
    // What came at a time of the day, in milliseconds since 1970, and by our clock.
    void take(const Snmp::Varbinds &varbinds, qint64 time,
              std::chrono::steady_clock::time_point at);

Q_SIGNALS:
    void polled();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Series
    {
        Snmp::Oid oid;
        Snmp::Oid discontinuity; // empty: none
        Snmp::CounterRate rate;
        bool isCounter = false;
        bool isOctets = false;
        int color = 0;
        int gaps = 0; // the counter or the agent began anew
        int wraps = 0;
        bool isMissing = false;
        std::deque<QPointF> points;
        QWidget *chip = nullptr;
        QLabel *name = nullptr;
        QLabel *value = nullptr;
        QToolButton *remove = nullptr;
    };

    void makeChip(Series &series);
    void remove(const Series *series);
    void showAll();
    void showInterval();
    void ask(); // in its turn
    void saveAs();
    void retranslate();
    [[nodiscard]] QString nameOf(const Series &series) const;
    [[nodiscard]] QString unitOf(const Series &series) const;

    AgentCalls &m_calls;
    std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    std::vector<std::unique_ptr<Series>> m_series;
    Snmp::Poller m_poller;
    bool m_isConnected = false;
    Snmp::RequestId m_asking = 0;
    QString m_problem;
    int m_nextColor = 0;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    FlowLayout *m_chips;
    QToolButton *m_pause;
    QComboBox *m_every;
    QComboBox *m_span;
    QToolButton *m_save;
    QLabel *m_note;
    TimeChart *m_chart;
};

} // namespace Portolan::Ui
