// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/finding.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

namespace Portolan::Cli {

// What portolanctl prints. Main thread only, one for the process, owned by CommandContext.
// Results go to standard output: with --json one compact object a line, else text; diagnostics go
// to standard error in the same form. Every line is flushed, so that a reader sees it when it
// happens. Never throws and never dies of a closed pipe: failed() tells, and the command ends.
class Output
{
public:
    void setJson(bool json) { m_json = json; }
    [[nodiscard]] bool isJson() const { return m_json; }

    void object(const QJsonObject &object); // to standard output, whatever --json says
    void text(const QString &line);         // a line end is added
    void bytes(QByteArrayView bytes);       // as they are

    void error(const Error &error);
    void warning(const QString &what);

    // Standard output no longer takes anything (a full disk, a reader that went away).
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    bool m_json = false;
    bool m_failed = false;
};

// How text output begins a finding: "ERROR", "note".
[[nodiscard]] QString severityLabel(Finding::Severity severity);

} // namespace Portolan::Cli
