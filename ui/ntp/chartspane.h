// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/ntp/clockchart.h"

#include <QWidget>

class QComboBox;
class QSplitter;
class QToolButton;

namespace Portolan::Ui {

class WorkProgress;

// Offset above delay above jitter of all clocks, over one time: what is zoomed or moved in one is
// in all, and the cursor stands at the same moment in all. Above them how much time is shown, which
// scale, and which bounds. Saves all three as one picture, or every sample of the time that is
// shown. GUI thread; `tracks` outlives it.
class ChartsPane : public QWidget
{
    Q_OBJECT

public:
    ChartsPane(const ClockTracks &tracks, QWidget *parent = nullptr);

    void refresh();
    void setChosen(quint64 server);
    void onTracksMoved();
    // Seconds up to now.
    [[nodiscard]] qint64 span() const;
    void setSpan(qint64 seconds);
    [[nodiscard]] ClockChart &offset() const { return *m_offset; }
    [[nodiscard]] ClockChart &delay() const { return *m_delay; }
    [[nodiscard]] ClockChart &jitter() const { return *m_jitter; }
    void saveAs();
    // Every sample of the time that is shown, as CSV: who keeps them is asked by
    // samplesWanted(), and shows here how far it is.
    void saveSamples(const QString &path);
    [[nodiscard]] WorkProgress &progress() const { return *m_progress; }
    [[nodiscard]] QByteArray svg() const;

    // What a person chose, for the next time.
    [[nodiscard]] QString choices() const;
    void setChoices(const QString &choices);

Q_SIGNALS:
    void serverClicked(quint64 server);
    void spanChanged(qint64 seconds);
    void rangeChanged(); // moved or zoomed
    void choicesChanged();
    void samplesWanted(const QString &path, double begin, double end);
    void saved(const QString &path);
    void saveFailed(const Portolan::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void apply();
    void showNow();
    void retranslate();

    const ClockTracks &m_tracks;
    QComboBox *m_span;
    QComboBox *m_scale;
    QComboBox *m_bars;
    QToolButton *m_now;
    QToolButton *m_save;
    WorkProgress *m_progress;
    QSplitter *m_splitter;
    ClockChart *m_offset;
    ClockChart *m_delay;
    ClockChart *m_jitter;
};

} // namespace Portolan::Ui
