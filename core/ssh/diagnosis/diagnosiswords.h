// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/finding.h"
#include "core/ssh/diagnosis/diagnosisfacts.h"

#include <QList>
#include <QStringList>

namespace Portolan::Ssh {

// What belongs to each id of a diagnosis: its words (for QT_TRANSLATE_NOOP's extraction), the kind
// of error that it stands for, and what one click does. Private to core/ssh.
struct DiagnosisWords
{
    const char *id; // without "ssh.diagnose."
    Error::Kind kind;
    const char *title;
    const char *advice;
    const char *action = "";
    int actionArgument = 0; // 1: the finding's first argument; 0: none
    const char *reference = "";
};

// Null for an id that is not of a diagnosis.
[[nodiscard]] const DiagnosisWords *diagnosisWords(const QString &findingId);
[[nodiscard]] FindingText diagnosisText(const DiagnosisWords &words, const Finding &finding);

// Collects findings; action and reference come from the words.
class Judgement
{
public:
    using Severity = Finding::Severity;

    void add(const char *id, Severity severity, const QStringList &arguments = {},
             const QString &evidence = {});
    // As add() with Error, and notes that the reason for the failure is found.
    void block(const char *id, const QStringList &arguments = {}, const QString &evidence = {});
    [[nodiscard]] bool isBlocked() const { return m_blocked; }
    [[nodiscard]] QList<Finding> sorted() const;

private:
    QList<Finding> m_findings;
    bool m_blocked = false;
};

// The parts of judge(); each looks only at its own step.
void judgeLogin(const DiagnosisFacts &facts, Judgement &judgement);
void judgeKeys(const DiagnosisFacts &facts, Judgement &judgement);
void judgeSession(const DiagnosisFacts &facts, Judgement &judgement);

// A pause that a person notices and that the way to the server does not explain.
[[nodiscard]] bool isSlow(const DiagnosisFacts &facts, Milliseconds time);
[[nodiscard]] QString millisecondsText(Milliseconds time);

} // namespace Portolan::Ssh
