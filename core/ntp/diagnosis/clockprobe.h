// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/diagnosis/diagnosis.h"

#include <QElapsedTimer>
#include <QHash>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace Portolan::Ntp {

class HostProbe;

// Finds out what a diagnosis needs: waits until each server of a monitor has been asked some times,
// then tries what differs in one thing at those that do not answer. On the monitor's thread, which
// must outlive it with the recorder; it never blocks, and asks no more often than the monitor does.
// This computer is asked meanwhile how its clock is kept, with commands that only read. Ends with
// finished(), at the latest when its patience, that for this computer, and the trials are over.
class ClockProbe : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        quint64 polls = 4; // of each server, those before counted in
        std::chrono::milliseconds patience{15'000};
        bool tryReach = true;     // at those that do not answer
        bool tryExchange = false; // whether plain ones offer NTS
        bool tryControl = false;  // modes 6 and 7, of all
        bool askHost = false;     // how this computer keeps its clock
        std::chrono::milliseconds hostPatience{12'000};
        QStringList chronyc = {}; // as of HostProbe::setChronyc()
    };

    ClockProbe(Monitor &monitor, const Recorder &recorder, const Request &request,
               QObject *parent = nullptr);
    ~ClockProbe() override;

    void start();
    void cancel(); // finished() follows, with what was found so far

    // As they are now; what the trials found belongs to the addresses that they were made at.
    [[nodiscard]] DiagnosisFacts facts() const;

Q_SIGNALS:
    void progress(const QString &sentence, int done, int total);
    void finished();

private:
    void look();
    [[nodiscard]] bool isSettled(const ServerState &server) const;
    void reachOut();
    void askHost();
    void goOn(); // once something is done
    void end();

    Monitor &m_monitor;
    const Recorder &m_recorder;
    const Request m_request;
    QTimer m_patience;
    bool m_measuring = false;
    bool m_ended = false;
    bool m_cancelled = false;
    std::vector<std::unique_ptr<ReachProbe>> m_probes;
    QHash<quint64, ReachFacts> m_reach;
    int m_left = 0;
    bool m_triedAll = false;
    std::unique_ptr<HostProbe> m_hostProbe;
    QTimer m_hostPatience;
    bool m_hostAsked = false; // it has answered, or has been given up
    std::optional<HostClock> m_host;
    std::optional<Error> m_hostError;
};

} // namespace Portolan::Ntp
