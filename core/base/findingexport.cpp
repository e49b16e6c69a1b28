// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/findingexport.h"

#include "core/base/redact.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace Portolan {

namespace {

using Severity = Finding::Severity;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Findings)
};

std::array<int, 4> countsOf(const QList<Finding> &findings)
{
    std::array<int, 4> counts{};
    for (const Finding &finding : findings)
        ++counts[static_cast<std::size_t>(finding.severity)];
    return counts;
}

int countOf(const std::array<int, 4> &counts, Severity severity)
{
    return counts[static_cast<std::size_t>(severity)];
}

QString timeOf(const FindingReport &report)
{
    return report.time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

// Backslashes in front of all ASCII punctuation that means something (CommonMark, section 2.4).
QString markdownText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.simplified()) {
        if (QStringView(u"\\`*_{}[]<>()#+-!|~&@:").contains(c))
            result += QLatin1Char('\\');
        result += c;
    }
    // "1." at the beginning would be a list.
    static const QRegularExpression number(QStringLiteral("^(\\d+)\\."));
    result.replace(number, QStringLiteral("\\1\\."));
    return result;
}

// A fence longer than every run of backticks inside (CommonMark, section 4.5).
QString markdownBlock(const QString &text)
{
    qsizetype longest = 2;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == QLatin1Char('`') ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const QString fence(longest + 1, QLatin1Char('`'));
    return fence + QStringLiteral("\n") + text + QStringLiteral("\n") + fence +
           QStringLiteral("\n");
}

QString htmlText(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\''), QStringLiteral("&#39;"));
}

QString htmlReference(const QString &reference)
{
    QString html;
    qsizetype at = 0;
    const QList<ReferenceLink> links = linksOf(reference);
    for (const ReferenceLink &link : links) {
        html += htmlText(reference.mid(at, link.start - at)) +
                QStringLiteral("<a rel=\"noreferrer\" href=\"%1\">%2</a>")
                    .arg(htmlText(QString::fromLatin1(link.url.toEncoded())),
                         htmlText(reference.mid(link.start, link.length)));
        at = link.start + link.length;
    }
    return html + htmlText(reference.mid(at));
}

constexpr QLatin1String kStyle(
    "body{font:15px/1.5 system-ui,sans-serif;max-width:50em;margin:2em auto;padding:0 1em;"
    "color:#1c2530;background:#f4f6f8}"
    "h1{font-size:1.4em}p.about{color:#5b6775}"
    "section{background:#fff;border:1px solid #d5dce4;border-left-width:5px;border-radius:8px;"
    "padding:.8em 1em;margin:1em 0}"
    "section.error{border-left-color:#bf2f38}section.warning{border-left-color:#9a6200}"
    "section.info{border-left-color:#0b6e8a}section.ok{border-left-color:#1a7f4b}"
    "h2{font-size:1.05em;margin:0}"
    "h2 b{display:inline-block;margin-right:.6em;text-transform:none}"
    ".error b{color:#bf2f38}.warning b{color:#9a6200}.info b{color:#0b6e8a}.ok b{color:#1a7f4b}"
    "pre{background:#f1f4f7;padding:.6em .8em;border-radius:6px;white-space:pre-wrap;"
    "overflow-wrap:anywhere}p{margin:.5em 0}p.reference{color:#5b6775;font-size:.9em}"
    "@media(prefers-color-scheme:dark){body{color:#e3e8ee;background:#1b2027}"
    "section{background:#232931;border-color:#363f4a}pre{background:#13171c}a{color:#4cb4d0}}");

} // namespace

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return Words::tr("Error");
    case Severity::Warning:
        return Words::tr("Warning");
    case Severity::Info:
        return Words::tr("Note");
    case Severity::Ok:
        break;
    }
    return Words::tr("In order");
}

QList<Finding> bySeverity(QList<Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return findings;
}

QString findingSummary(const QList<Finding> &findings)
{
    const auto counts = countsOf(findings);
    QStringList parts;
    if (const int count = countOf(counts, Severity::Error); count > 0)
        parts.append(Words::tr("%n error(s)", nullptr, count));
    if (const int count = countOf(counts, Severity::Warning); count > 0)
        parts.append(Words::tr("%n warning(s)", nullptr, count));
    if (!parts.isEmpty())
        return parts.join(QLatin1String(", "));
    if (const int count = countOf(counts, Severity::Info); count > 0)
        return Words::tr("No problem found, %n note(s)", nullptr, count);
    return findings.isEmpty() ? Words::tr("Nothing was found.") : Words::tr("No problem found");
}

QJsonObject findingObject(const Finding &finding, const FindingText &text)
{
    return {{QStringLiteral("type"), QStringLiteral("finding")},
            {QStringLiteral("id"), finding.id},
            {QStringLiteral("severity"), severityName(finding.severity)},
            {QStringLiteral("title"), text.title},
            {QStringLiteral("evidence"), redacted(finding.evidence)},
            {QStringLiteral("advice"), text.advice},
            {QStringLiteral("reference"), finding.reference}};
}

QString findingToText(const Finding &finding, const FindingText &text)
{
    QString lines = QStringLiteral("%1: ").arg(severityWord(finding.severity)) + text.title +
                    QStringLiteral("\n");
    if (!finding.evidence.isEmpty()) {
        const QStringList evidence = redacted(finding.evidence).split(QLatin1Char('\n'));
        for (const QString &line : evidence)
            lines += QStringLiteral("    ") + line + QStringLiteral("\n");
    }
    if (!text.advice.isEmpty())
        lines += text.advice + QStringLiteral("\n");
    if (!finding.reference.isEmpty())
        lines += finding.reference + QStringLiteral("\n");
    return lines;
}

QString findingsToText(const FindingReport &report, const FindingWording &wording)
{
    QString text = report.title + QStringLiteral(": ") + report.subject + QStringLiteral("\n") +
                   timeOf(report) + QStringLiteral("\n") + findingSummary(report.findings) +
                   QStringLiteral("\n");
    const QList<Finding> findings = bySeverity(report.findings);
    for (const Finding &finding : findings)
        text += QStringLiteral("\n") + findingToText(finding, wording(finding));
    return text;
}

QString findingsToMarkdown(const FindingReport &report, const FindingWording &wording)
{
    QString text = QStringLiteral("# ") + markdownText(report.title) + QStringLiteral("\n\n") +
                   markdownText(report.subject) + QStringLiteral("  \n") +
                   markdownText(timeOf(report)) + QStringLiteral("\n\n") +
                   markdownText(findingSummary(report.findings)) + QStringLiteral("\n");
    const QList<Finding> findings = bySeverity(report.findings);
    for (const Finding &finding : findings) {
        const FindingText words = wording(finding);
        text += QStringLiteral("\n## ") + markdownText(severityWord(finding.severity)) +
                QStringLiteral(": ") + markdownText(words.title) + QStringLiteral("\n");
        if (!finding.evidence.isEmpty())
            text += QStringLiteral("\n") + markdownBlock(redacted(finding.evidence));
        if (!words.advice.isEmpty())
            text += QStringLiteral("\n") + markdownText(words.advice) + QStringLiteral("\n");
        QString about =
            QStringLiteral("`%1`").arg(QString(finding.id).remove(QLatin1Char('`')).simplified());
        if (!finding.reference.isEmpty())
            about += QStringLiteral(", ") + markdownText(finding.reference);
        text += QStringLiteral("\n") + about + QStringLiteral("\n");
    }
    return text;
}

QString findingsToHtml(const FindingReport &report, const FindingWording &wording)
{
    QString html =
        QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>") +
        htmlText(report.title) + QStringLiteral(": ") + htmlText(report.subject) +
        QStringLiteral("</title>\n<style>") + kStyle +
        QStringLiteral("</style></head>\n<body>\n<h1>") + htmlText(report.title) +
        QStringLiteral("</h1>\n<p class=\"about\">") + htmlText(report.subject) +
        QStringLiteral("<br>") + htmlText(timeOf(report)) + QStringLiteral("</p>\n<p>") +
        htmlText(findingSummary(report.findings)) + QStringLiteral("</p>\n");
    const QList<Finding> findings = bySeverity(report.findings);
    for (const Finding &finding : findings) {
        const FindingText words = wording(finding);
        html +=
            QStringLiteral("<section class=\"%1\"><h2><b>").arg(severityName(finding.severity)) +
            htmlText(severityWord(finding.severity)) + QStringLiteral("</b>") +
            htmlText(words.title) + QStringLiteral("</h2>\n");
        if (!finding.evidence.isEmpty())
            html +=
                QStringLiteral("<pre>") + htmlText(finding.evidence) + QStringLiteral("</pre>\n");
        if (!words.advice.isEmpty())
            html += QStringLiteral("<p>") + htmlText(words.advice) + QStringLiteral("</p>\n");
        html += QStringLiteral("<p class=\"reference\"><code>") + htmlText(finding.id) +
                QStringLiteral("</code>");
        if (!finding.reference.isEmpty())
            html += QStringLiteral(" ") + htmlReference(finding.reference);
        html += QStringLiteral("</p></section>\n");
    }
    return html + QStringLiteral("</body></html>\n");
}

QByteArray findingsToJson(const FindingReport &report, const FindingWording &wording)
{
    QByteArray lines;
    const QList<Finding> findings = bySeverity(report.findings);
    for (const Finding &finding : findings)
        lines +=
            QJsonDocument(findingObject(finding, wording(finding))).toJson(QJsonDocument::Compact) +
            '\n';
    const auto counts = countsOf(report.findings);
    QJsonObject severities;
    for (const Severity severity :
         {Severity::Error, Severity::Warning, Severity::Info, Severity::Ok})
        severities.insert(severityName(severity), countOf(counts, severity));
    const QJsonObject summary{
        {QStringLiteral("type"), QStringLiteral("summary")},
        {QStringLiteral("url"), report.subject},
        {QStringLiteral("time"), report.time.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("title"), report.title},
        {QStringLiteral("findings"), severities}};
    return lines + QJsonDocument(summary).toJson(QJsonDocument::Compact) + '\n';
}

QList<ReferenceLink> linksOf(const QString &reference)
{
    static const QRegularExpression places(QStringLiteral(
        "(?<rfc>RFC (?<number>\\d{1,5})(?:,? sections? (?<section>\\d+(?:\\.\\d+)*))?)"
        "|(?<cve>CVE-\\d{4}-\\d{4,7})"
        "|(?<url>https?://[^\\s<>\"]+[^\\s<>\"'.,;:!?)\\]])"));
    QList<ReferenceLink> links;
    for (auto match = places.globalMatch(reference); match.hasNext();) {
        const QRegularExpressionMatch place = match.next();
        ReferenceLink link{place.capturedStart(), place.capturedLength(), {}};
        if (const QString number = place.captured(QStringLiteral("number")); !number.isEmpty()) {
            QString url = QStringLiteral("https://www.rfc-editor.org/rfc/rfc") + number;
            if (const QString section = place.captured(QStringLiteral("section"));
                !section.isEmpty())
                url += QStringLiteral("#section-") + section;
            link.url = QUrl(url);
        } else if (const QString cve = place.captured(QStringLiteral("cve")); !cve.isEmpty()) {
            link.url = QUrl(QString(QStringLiteral("https://www.cve.org/CVERecord?id=") + cve));
        } else {
            link.url = QUrl(place.captured(QStringLiteral("url")), QUrl::StrictMode);
        }
        if (link.url.isValid() && !link.url.host().isEmpty())
            links.append(link);
    }
    return links;
}

} // namespace Portolan
