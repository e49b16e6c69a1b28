// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <array>
#include <chrono>
#include <optional>
#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;

namespace Portolan::Ui {

class NoticeBar;

// What an SSH tab shows until its shell is there: the steps of the connection, each with its time,
// and where one failed, the reason at that place. GUI thread.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    enum class Step { Resolve, Connect, KeyExchange, HostKey, Login, Shell };
    static constexpr int kSteps = 6;

    explicit ConnectPage(QWidget *parent = nullptr);

    // Everything from the beginning.
    void begin(const QString &host);
    // The hosts on the way, for which there are rows before the first step.
    void setHops(const QStringList &names);
    enum class HopState { Ahead, Running, Done, Failed };
    void setHop(int index, HopState state);
    // Steps before `step` are done; time runs for this one.
    void enter(Step step);
    // What the engine measured, in place of what was seen from here.
    void setTime(Step step, std::chrono::milliseconds time);
    // The step of the moment failed.
    void fail(const QString &sentence, const QString &details);
    void setWaitingForAnswer(bool waiting);
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void cancelClicked();
    void reconnectClicked();
    void explainClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Ahead, Running, Done, Failed };
    struct Row
    {
        State state = State::Ahead;
        std::optional<std::chrono::milliseconds> time = {};
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        QLabel *value = nullptr;
    };

    Row &row(Step step) { return m_rows[static_cast<std::size_t>(step)]; }
    void finishCurrent();
    void retranslate();
    void addRow(Row &line, int place);
    void showRow(int index);
    void showHop(int index);
    void show(const Row &line, const QElapsedTimer &since);
    void showAll();
    void showTimes();

    static constexpr int kMostHops = 16;

    QGridLayout *m_grid;
    std::array<Row, kSteps> m_rows;
    std::vector<Row> m_hops;
    QStringList m_hopNames;
    QElapsedTimer m_sinceHop;
    QString m_host;
    std::optional<int> m_current;
    bool m_waiting = false;
    bool m_failed = false;
    QElapsedTimer m_sinceStep;
    QTimer m_tick;
    QLabel *m_heading;
    NoticeBar *m_problem;
    QPushButton *m_cancel;
};

} // namespace Portolan::Ui
