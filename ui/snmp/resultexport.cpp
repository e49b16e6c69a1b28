// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/resultexport.h"

#include "core/base/tabletext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <utility>

namespace Portolan::Ui {

namespace {

// Names of the columns, for programs: never translated.
const QStringList &head()
{
    static const QStringList names{QStringLiteral("name"), QStringLiteral("value"),
                                   QStringLiteral("type"), QStringLiteral("raw"),
                                   QStringLiteral("oid")};
    return names;
}

QStringList cells(const Snmp::Smi::Snapshot &snapshot, const Snmp::Varbind &one,
                  Snmp::TextCharset charset)
{
    return {snapshot.nameOf(one.oid), VarbindModel::valueText(snapshot, one, charset),
            VarbindModel::syntaxText(snapshot, one), one.value.text(), one.oid.text()};
}

Result<quint64> write(const QString &path, const std::vector<VarbindModel::Piece> &pieces,
                      const Snmp::Smi::Snapshot &snapshot, Snmp::TextCharset charset,
                      const std::stop_token &stop)
{
    const auto fault = [](const QSaveFile &file) {
        return failure(Error::Kind::Local,
                       QCoreApplication::translate("Portolan::Ui::ResultExport",
                                                   "The file could not be written."),
                       file.errorString());
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fault(file);
    const QString suffix = QFileInfo(path).suffix().toLower();
    quint64 rows = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (stop.stop_requested())
            return failure(Error::Kind::Cancelled,
                           QCoreApplication::translate("Portolan::Ui::ResultExport",
                                                       "The export was cancelled."));
        const QByteArray text =
            varbindsText(*pieces[i], snapshot, charset, suffix, i == 0, i + 1 == pieces.size());
        if (file.write(text) != text.size())
            return fault(file);
        rows += pieces[i]->size();
    }
    if (!file.commit())
        return fault(file);
    return rows;
}

} // namespace

QByteArray varbindsText(const Snmp::Varbinds &rows, const Snmp::Smi::Snapshot &snapshot,
                        Snmp::TextCharset charset, const QString &suffix, bool first, bool last)
{
    if (suffix == QLatin1String("json")) {
        QByteArray text = first ? QByteArrayLiteral("[\n") : QByteArray();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const QStringList line = cells(snapshot, rows[i], charset);
            QJsonObject object;
            for (int column = 0; column < line.size(); ++column)
                object.insert(head()[column], line[column]);
            text += QJsonDocument(object).toJson(QJsonDocument::Compact);
            text += last && i + 1 == rows.size() ? "\n]\n" : ",\n";
        }
        return text;
    }
    QList<QStringList> table;
    if (first)
        table << head();
    for (const Snmp::Varbind &one : rows)
        table << cells(snapshot, one, charset);
    if (suffix == QLatin1String("tsv"))
        return toTsv(table).toUtf8();
    QByteArray text = toCsv(table);
    // The mark stands at the beginning of a file only.
    if (!first && text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    return text;
}

void writeVarbinds(const QString &path, std::vector<VarbindModel::Piece> pieces,
                   VarbindModel::Snapshot snapshot, Snmp::TextCharset charset, std::stop_token stop,
                   QObject *context, std::function<void(const Result<quint64> &)> done)
{
    QThreadPool::globalInstance()->start(
        [path, pieces = std::move(pieces), snapshot = std::move(snapshot), charset,
         stop = std::move(stop), guard = QPointer<QObject>(context), done = std::move(done)] {
            const auto result = write(path, pieces, *snapshot, charset, stop);
            QMetaObject::invokeMethod(
                qApp,
                [guard, done, result] {
                    if (guard)
                        done(result);
                },
                Qt::QueuedConnection);
        });
}

} // namespace Portolan::Ui
