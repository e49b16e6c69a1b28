// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/findingexport.h"
#include "core/base/tabletext.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Portolan;

namespace {

using Severity = Finding::Severity;

// Reads CSV by RFC 4180 alone, to compare with what went in.
QList<QStringList> csvRows(const QByteArray &csv)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const QString text = QString::fromUtf8(csv);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == QLatin1Char('"') && i + 1 < text.size() && text[i + 1] == QLatin1Char('"')) {
                cell += c;
                ++i;
            } else if (c == QLatin1Char('"')) {
                quoted = false;
            } else {
                cell += c;
            }
        } else if (c == QLatin1Char('"')) {
            quoted = true;
        } else if (c == QLatin1Char(',')) {
            row.append(std::exchange(cell, {}));
        } else if (c == QLatin1Char('\r')) {
            continue;
        } else if (c == QLatin1Char('\n')) {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
        } else {
            cell += c;
        }
    }
    return rows;
}

FindingText wording(const Finding &finding)
{
    return {finding.arguments.value(0, QStringLiteral("Title of ") + finding.id),
            finding.arguments.value(1)};
}

FindingReport report(const QList<Finding> &findings)
{
    return {QStringLiteral("Audit"), QStringLiteral("ssh://ops@bastion"),
            QDateTime(QDate(2024, 5, 6), QTime(7, 8, 9), Qt::UTC), findings};
}

const QString kHostile = QStringLiteral(
    "</pre><script>alert(1)</script> ``` # head\n[x](javascript:alert(1)) & 'a' \"b\" 한글");

} // namespace

class ExportTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsStayCellsInTsv()
    {
        QCOMPARE(
            toTsv({{QStringLiteral("a\tb"), QStringLiteral("c\r\nd")}, {QStringLiteral("=1")}}),
            QStringLiteral("a b\tc d\n=1\n"));
        QCOMPARE(toTsv({}), QString());
    }

    void csvIsReadAsItWasWritten()
    {
        const QList<QStringList> rows{
            {QStringLiteral("이름"), QStringLiteral("value")},
            {QStringLiteral("a,\"b\"\nc"), QStringLiteral(" leading; semicolon")},
            {QString(), QStringLiteral("\"")},
            {QStringLiteral("-12.5e-3"), QStringLiteral("+7")}};
        const QByteArray csv = toCsv(rows);
        QVERIFY(csv.startsWith("\xef\xbb\xbf"));
        QVERIFY(csv.endsWith("\r\n"));
        QCOMPARE(csvRows(csv.mid(3)), rows);
    }

    void noCellIsAFormula()
    {
        const QStringList formulas{QStringLiteral("=cmd|' /C calc'!A0"),
                                   QStringLiteral("+1+cmd"),
                                   QStringLiteral("-2+3"),
                                   QStringLiteral("@SUM(A1)"),
                                   QStringLiteral(" =1+1"),
                                   QStringLiteral("\t=1"),
                                   QStringLiteral("\r=1"),
                                   QStringLiteral("＝1+1"),
                                   QStringLiteral("-"),
                                   QStringLiteral("-inf")};
        for (const QString &formula : formulas) {
            const QString cell = csvRows(toCsv({{formula}}).mid(3)).value(0).value(0);
            QVERIFY2(cell.startsWith(QLatin1Char('\'')), qPrintable(formula));
        }
        for (const QString &plain :
             {QStringLiteral("-5"), QStringLiteral("3.25"), QStringLiteral("10.0.0.1"),
              QStringLiteral("a=b"), QStringLiteral("한글"), QString()})
            QCOMPARE(csvRows(toCsv({{plain, QStringLiteral("x")}}).mid(3)).value(0).value(0),
                     plain);
    }

    void theWorstComesFirstAndTheRestKeepsItsOrder()
    {
        const auto make = [](const char *id, Severity severity) {
            return Finding{QLatin1String(id), severity, {}, {}, {}, {}};
        };
        const QList<Finding> sorted = bySeverity(
            {make("a", Severity::Ok), make("b", Severity::Warning), make("c", Severity::Error),
             make("d", Severity::Warning), make("e", Severity::Info)});
        QString ids;
        for (const Finding &finding : sorted)
            ids += finding.id;
        QCOMPARE(ids, QStringLiteral("cbdea"));
    }

    void theSummaryNamesProblemsAndNeverCallsThemFine()
    {
        const Finding bad{QStringLiteral("x"), Severity::Error, {}, {}, {}, {}};
        const Finding good{QStringLiteral("y"), Severity::Ok, {}, {}, {}, {}};
        QVERIFY(findingSummary({good, bad}).contains(QLatin1Char('1')));
        QVERIFY(!findingSummary({good, bad}).contains(findingSummary({good})));
        QVERIFY(findingSummary({}) != findingSummary({good}));
    }

    void htmlIsWellFormedWhateverAPeerSays()
    {
        const Finding finding{QStringLiteral("ssh.<x>"),
                              Severity::Warning,
                              {kHostile, kHostile},
                              kHostile,
                              {},
                              QStringLiteral("RFC 4253, section 7.1; <b>")};
        const QString html = findingsToHtml(report({finding}), wording);
        QVERIFY(!html.contains(QStringLiteral("<script")));
        QVERIFY(!html.contains(QStringLiteral("<b>;")));
        QVERIFY(
            html.contains(QStringLiteral("https://www.rfc-editor.org/rfc/rfc4253#section-7.1")));
        QVERIFY(!html.contains(QRegularExpression(QStringLiteral("(src|href)=\"(?!https://)"))));
        // As XML, without what HTML alone allows, it must have no error and carry the same text.
        QString xml = html;
        xml.remove(QStringLiteral("<!DOCTYPE html>\n"));
        xml.replace(QRegularExpression(QStringLiteral("<meta ([^>]*)>")),
                    QStringLiteral("<meta \\1/>"));
        xml.replace(QStringLiteral("<br>"), QStringLiteral("<br/>"));
        QXmlStreamReader reader(xml);
        QString pre;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement &&
                reader.name() == QLatin1String("pre"))
                pre = reader.readElementText();
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(pre, kHostile);
    }

    void markdownKeepsEvidenceInsideItsFence()
    {
        const Finding finding{QStringLiteral("a.b"), Severity::Error, {kHostile}, kHostile, {}, {}};
        const QString text = findingsToMarkdown(report({finding}), wording);
        const qsizetype fence = text.indexOf(QStringLiteral("\n````\n"));
        QVERIFY(fence > 0);
        QCOMPARE(text.mid(fence + 6, kHostile.size()), kHostile);
        // The title is one line, with nothing in it that means something.
        const QStringList lines = text.left(fence).split(QLatin1Char('\n'));
        const QString title = lines.filter(QStringLiteral("## ")).value(0);
        QVERIFY(title.contains(QStringLiteral("\\<script\\>")));
        QVERIFY(title.contains(QStringLiteral("\\[x\\]\\(javascript\\:")));
        QVERIFY(title.contains(QStringLiteral("\\`\\`\\`")));
    }

    void jsonHasTheFieldsOfTheCommandLine()
    {
        const Finding finding{QStringLiteral("a.b"),
                              Severity::Warning,
                              {QStringLiteral("T"), QStringLiteral("A")},
                              kHostile,
                              {},
                              QStringLiteral("RFC 1")};
        const QList<QByteArray> lines = findingsToJson(report({finding}), wording).split('\n');
        QCOMPARE(lines.size(), 3);
        const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first.keys(), QStringList({QStringLiteral("advice"), QStringLiteral("evidence"),
                                            QStringLiteral("id"), QStringLiteral("reference"),
                                            QStringLiteral("severity"), QStringLiteral("title"),
                                            QStringLiteral("type")}));
        QCOMPARE(first.value(QStringLiteral("evidence")).toString(), kHostile);
        QCOMPARE(first.value(QStringLiteral("severity")).toString(), QStringLiteral("warning"));
        const QJsonObject last = QJsonDocument::fromJson(lines[1]).object();
        QCOMPARE(last.value(QStringLiteral("type")).toString(), QStringLiteral("summary"));
        QCOMPARE(last.value(QStringLiteral("findings")).toObject().value(QStringLiteral("warning")),
                 QJsonValue(1));
        QCOMPARE(last.value(QStringLiteral("time")).toString(),
                 QStringLiteral("2024-05-06T07:08:09.000Z"));
    }

    void referencesThatCanBeLookedUpAreLinks()
    {
        const QString text =
            QStringLiteral("RFC 9142, section 3.1 and CVE-2023-48795 (https://openssh.com/x?a=1).");
        const QList<ReferenceLink> links = linksOf(text);
        QCOMPARE(links.size(), 3);
        QCOMPARE(links[0].url,
                 QUrl(QStringLiteral("https://www.rfc-editor.org/rfc/rfc9142#section-3.1")));
        QCOMPARE(links[1].url,
                 QUrl(QStringLiteral("https://www.cve.org/CVERecord?id=CVE-2023-48795")));
        QCOMPARE(links[2].url, QUrl(QStringLiteral("https://openssh.com/x?a=1")));
        QCOMPARE(text.mid(links[2].start, links[2].length),
                 QStringLiteral("https://openssh.com/x?a=1"));
        QVERIFY(
            linksOf(QStringLiteral("sshd_config(5); javascript:alert(1) file:///etc")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ExportTextsTest)

#include "exporttexts.moc"
