// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/dialer.h"
#include "core/snmp/diagnosis/diagnosis.h"
#include "core/snmp/station.h"
#include "core/snmp/transcript.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace Portolan::Snmp {

// Asks an agent what a diagnosis needs: with the credential as it is, then, where that fails, with
// what differs from it in one thing, and, where it works, for its health. On the thread that made
// it, with a Qt event loop; never blocks. Every credential has an Agent of its own, and nothing
// that one of them is refused is believed of another.
//
// It reads only, unless Request::trySet allows it to write sysContact with the value that it has.
// A credential that fails costs the agent at most 16 other tries, of which it may send
// authenticationFailure traps; nothing is guessed but "public" and "private". Ends with finished(),
// at the latest when every attempt is over.
class AgentProbe : public QObject
{
    Q_OBJECT
public:
    using MakeDialer = std::function<std::unique_ptr<Net::Dialer>()>;

    struct Request
    {
        std::vector<Oid> objects = {}; // that somebody misses
        QStringList prefixes = {};     // where agents may be
        QByteArray knownEngineId = {};
        bool trySet = false;
        bool tryDefaults = true; // "public" and "private", to see whether they work
        bool walk = true;
        std::vector<Oid> roots = {Oid{1, 3, 6, 1, 2, 1}, Oid{1, 3, 6, 1, 4, 1}};
        quint64 mostVarbinds = 5000; // of the walk
        std::chrono::milliseconds mostTime = std::chrono::seconds(8);
    };

    AgentProbe(std::shared_ptr<Station> station, const AgentTarget &target, Credentials credentials,
               const Request &request, MakeDialer makeDialer = {}, QObject *parent = nullptr);
    ~AgentProbe() override;

    // Every message of the first agent, in one line.
    void setTranscript(std::shared_ptr<TranscriptQueue> queue);
    void start();
    void cancel(); // finished() follows, with what was found so far

    [[nodiscard]] const DiagnosisFacts &facts() const;

Q_SIGNALS:
    void progress(const QString &sentence, int done, int total);
    void finished();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Snmp
