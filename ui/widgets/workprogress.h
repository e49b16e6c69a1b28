// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/ratemeter.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Portolan::Ui {

class ElidedLabel;

// Long work as a person sees it: what is being done, how much of it, how fast, how long still, and
// Cancel. The work itself is the caller's; Cancel only asks for its end. Hidden while nothing runs.
// GUI thread.
class WorkProgress : public QWidget
{
    Q_OBJECT

public:
    // Bytes: with a rate and the time left. Items: counted, with the time left. Steps: counted.
    enum class Unit { Steps, Items, Bytes };

    explicit WorkProgress(QWidget *parent = nullptr);

    void begin(Unit unit);
    // One sentence in the language of the moment.
    void setStep(const QString &sentence);
    // `all` 0: it is not known how much there is.
    void setDone(quint64 done, quint64 all);
    // Where the caller knows better than the rate of before says.
    void setTimeLeft(std::optional<std::chrono::seconds> left);
    void end();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void cancelClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showFigures();
    void retranslate();

    Unit m_unit = Unit::Steps;
    bool m_running = false;
    quint64 m_done = 0;
    quint64 m_all = 0;
    std::optional<std::chrono::seconds> m_left;
    RateMeter m_meter;
    QElapsedTimer m_time;
    QTimer m_tick;
    ElidedLabel *m_step;
    QLabel *m_figures;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace Portolan::Ui
