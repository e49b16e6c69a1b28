// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>

// What a diagnosis found, as documents for others. Pure; any thread that may translate. Titles,
// advice and evidence may hold words of a peer: they are data in every format, so none can make
// markup, a link or a second finding of them.
namespace Portolan {

// Makes the words of one finding: the protocol's textOf().
using FindingWording = std::function<FindingText(const Finding &)>;

struct FindingReport
{
    QString title;   // "Why it does not connect"
    QString subject; // the address that was looked at, without secrets
    QDateTime time;
    QList<Finding> findings;
};

// "Error", "Warning", "Note", "In order": in the language of the moment.
[[nodiscard]] QString severityWord(Finding::Severity severity);
// The worst first, in the order they came within one severity.
[[nodiscard]] QList<Finding> bySeverity(QList<Finding> findings);
// "2 errors, 1 warning": what is asked first of a list. Counts what is in order only when nothing
// else was found.
[[nodiscard]] QString findingSummary(const QList<Finding> &findings);

// The fields that portolanctl prints and JSON files have, on one object: type, id, severity,
// title, evidence, advice, reference.
[[nodiscard]] QJsonObject findingObject(const Finding &finding, const FindingText &text);

// One finding as plain text, to be pasted into a message.
[[nodiscard]] QString findingToText(const Finding &finding, const FindingText &text);
[[nodiscard]] QString findingsToText(const FindingReport &report, const FindingWording &wording);
// CommonMark.
[[nodiscard]] QString findingsToMarkdown(const FindingReport &report,
                                         const FindingWording &wording);
// One file without scripts and without anything from elsewhere.
[[nodiscard]] QString findingsToHtml(const FindingReport &report, const FindingWording &wording);
// One object a line, the last one the summary, as portolanctl --json prints them.
[[nodiscard]] QByteArray findingsToJson(const FindingReport &report, const FindingWording &wording);

// The places in `reference` that can be looked up: "RFC 4253, section 7.1", "CVE-2023-48795" and
// http(s) addresses.
struct ReferenceLink
{
    qsizetype start = 0;
    qsizetype length = 0;
    QUrl url;
};
[[nodiscard]] QList<ReferenceLink> linksOf(const QString &reference);

} // namespace Portolan
