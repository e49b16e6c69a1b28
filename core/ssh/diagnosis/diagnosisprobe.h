// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/ssh/diagnosis/diagnosisfacts.h"
#include "core/ssh/prompts.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Portolan::Ssh {

// Gathers DiagnosisFacts. One-shot: start() or complete(), then finished() once; destroying the
// probe ends it without. Lives on a thread with a Qt event loop, the GUI's too: the connection
// works on an engine's thread, files and agent are looked at on the thread pool.
//
// start() makes exactly one connection (OpenSSH since 9.8 punishes addresses whose connections do
// not log in), goes as far as it gets, and where it gets in tries a shell, a command that only
// reads, the SFTP subsystem and a forward to a closed port. complete() makes none: it takes what a
// failed attempt saw (Connection::seen()) and adds what this machine knows of keys and agent.
// Never: records a host key, sends a password that was not given to it, sends one to a host whose
// key is not known, changes anything on either side.
class DiagnosisProbe : public QObject
{
    Q_OBJECT
public:
    DiagnosisProbe(const Target &target, const Options &options, QObject *parent = nullptr);
    ~DiagnosisProbe() override;

    // Before start(). With it, password and keyboard-interactive are tried as well.
    void offerPassword(Secret password);
    // Before start(). Questions (a passphrase, a code) come as question(); else all are declined.
    void setInteractive(bool interactive);
    // Before start(): an unknown host key is good for this diagnosis, also for a password.
    void setTrustUnknownHost(bool trust);

    void start();
    void complete(const DiagnosisFacts &seen, const Transcript &transcript);
    void answer(quint64 id, std::vector<Secret> answers);

    // Of this attempt, or the one given to complete().
    [[nodiscard]] const Transcript &transcript() const;

Q_SIGNALS:
    void stepBegun(Portolan::Ssh::DiagnosisStep step);
    void question(const Portolan::Ssh::AuthQuestion &question);
    void finished(const Portolan::Ssh::DiagnosisFacts &facts);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Portolan::Ssh
