// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snapshotshelf.h"

#include "ui/widgets/datatable.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kMostFiles = 5000;
const QLatin1String kSuffix(".snmprec");

QList<SnapshotShelf::Entry> entriesOf(const QString &folder)
{
    QList<SnapshotShelf::Entry> entries;
    const QFileInfoList files =
        QDir(folder).entryInfoList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Time);
    for (const QFileInfo &each : files.first(std::min<qsizetype>(files.size(), kMostFiles))) {
        auto facts = Snmp::Recording::factsOf(each.absoluteFilePath());
        if (!facts)
            continue;
        if (!facts->began.isValid())
            facts->began = each.lastModified().toUTC();
        entries.append({each.absoluteFilePath(), std::move(*facts), each.size()});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto &a, const auto &b) { return a.facts.began > b.facts.began; });
    return entries;
}

// Another program's file becomes one of ours.
Result<QString> take(const QString &file, const QString &path)
{
    const auto recording = Snmp::Recording::open(file);
    if (!recording)
        return tl::unexpected(recording.error());
    Snmp::RecordingFacts facts = recording->facts();
    if (facts.isForeign && facts.label.isEmpty())
        facts.label = QFileInfo(file).fileName();
    auto rows = recording->rows();
    if (!rows)
        return tl::unexpected(rows.error());
    Snmp::RecordingWriter writer(path);
    Snmp::Varbinds some;
    for (Snmp::Varbind each; (*rows)->next(each);) {
        some.push_back(std::move(each));
        if (some.size() < 4096)
            continue;
        if (const auto added = writer.add(std::exchange(some, {})); !added)
            return tl::unexpected(added.error());
    }
    if (const auto added = writer.add(std::move(some)); !added)
        return tl::unexpected(added.error());
    // What is missing stays missing, and is said wherever it is used.
    const auto &damage = recording->damage().isNone() ? (*rows)->damage() : recording->damage();
    if (!damage.isNone()) {
        facts.isComplete = false;
        facts.problem = damage.text();
    }
    const auto finished = writer.finish(std::move(facts));
    if (!finished)
        return tl::unexpected(finished.error());
    return path;
}

} // namespace

QString SnapshotShelf::Entry::name() const
{
    if (!facts.label.isEmpty())
        return facts.label;
    if (!facts.sysName.isEmpty())
        return facts.sysName;
    return facts.peer.isEmpty() ? QFileInfo(path).fileName() : facts.peer;
}

SnapshotShelf::SnapshotShelf(QString folder, QObject *parent)
    : QAbstractTableModel(parent)
    , m_folder(std::move(folder))
{
}

template<typename Outcome>
void SnapshotShelf::run(std::function<Outcome()> work, std::function<void(const Outcome &)> done)
{
    QThreadPool::globalInstance()->start(
        [work = std::move(work), done = std::move(done), guard = QPointer<SnapshotShelf>(this)] {
            Outcome outcome = work();
            QMetaObject::invokeMethod(
                qApp,
                [guard, done, outcome = std::move(outcome)] {
                    if (guard)
                        done(outcome);
                },
                Qt::QueuedConnection);
        });
}

void SnapshotShelf::refresh()
{
    const quint64 turn = ++m_turn;
    run<QList<Entry>>([folder = m_folder] { return entriesOf(folder); },
                      [this, turn](const QList<Entry> &entries) {
                          if (turn != m_turn)
                              return;
                          beginResetModel();
                          m_entries = entries;
                          endResetModel();
                          Q_EMIT refreshed();
                      });
}

int SnapshotShelf::rowOf(const QString &path) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].path == path)
            return row;
    }
    return -1;
}

QString SnapshotShelf::freshPath()
{
    QDir().mkpath(m_folder);
    // The names of devices are theirs, those of files are ours.
    return m_folder + QLatin1Char('/') + QUuid::createUuid().toString(QUuid::WithoutBraces) +
           kSuffix;
}

void SnapshotShelf::remove(const QString &path)
{
    run<bool>(
        [path] { return QFile::remove(path) || !QFile::exists(path); },
        [this, path](const bool &isGone) {
            if (!isGone)
                Q_EMIT failed({Error::Kind::Local, tr("The snapshot could not be deleted."), path});
            refresh();
        });
}

void SnapshotShelf::takeFrom(const QString &file)
{
    run<Result<QString>>([file, path = freshPath()] { return take(file, path); },
                         [this](const Result<QString> &path) {
                             refresh();
                             if (path)
                                 Q_EMIT taken(*path);
                             else
                                 Q_EMIT failed(path.error());
                         });
}

void SnapshotShelf::copyTo(const QString &path, const QString &file)
{
    const auto work = [path, file]() -> Result<QString> {
        QFile from(path);
        QSaveFile to(file);
        const auto fault = [](const QString &reason) {
            return failure(Error::Kind::Local, tr("The file could not be written."), reason);
        };
        if (!from.open(QIODevice::ReadOnly))
            return fault(from.errorString());
        if (!to.open(QIODevice::WriteOnly))
            return fault(to.errorString());
        while (!from.atEnd()) {
            const QByteArray some = from.read(1 << 20);
            if (some.isEmpty() || to.write(some) != some.size())
                return fault(some.isEmpty() ? from.errorString() : to.errorString());
        }
        if (!to.commit())
            return fault(to.errorString());
        return file;
    };
    run<Result<QString>>(work, [this](const Result<QString> &done) {
        if (done)
            Q_EMIT copied(*done);
        else
            Q_EMIT failed(done.error());
    });
}

int SnapshotShelf::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int SnapshotShelf::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SnapshotShelf::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const Entry &entry = m_entries[index.row()];
    const QLocale locale;
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name:
            return entry.name();
        case Credential:
            return entry.facts.version.isEmpty() ? tr("Imported")
                   : entry.facts.user.isEmpty()
                       ? QString(QStringLiteral("SNMPv") + entry.facts.version)
                       : QString(QStringLiteral("SNMPv") + entry.facts.version + QLatin1Char(' ') +
                                 entry.facts.user);
        case Time:
            return locale.toString(entry.facts.began.toLocalTime(),
                                   QStringLiteral("yyyy-MM-dd HH:mm"));
        case Objects:
            return entry.facts.varbinds
                       ? locale.toString(static_cast<qulonglong>(*entry.facts.varbinds)) +
                             (entry.facts.isComplete ? QString() : QStringLiteral(" …"))
                       : QStringLiteral("?");
        case Size:
            return locale.formattedDataSize(entry.bytes);
        default:
            return {};
        }
    }
    if (role == DataTable::SortRole) {
        switch (index.column()) {
        case Time:
            return entry.facts.began;
        case Objects:
            return static_cast<qulonglong>(entry.facts.varbinds.value_or(0));
        case Size:
            return entry.bytes;
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole) {
        QStringList lines{entry.facts.title()};
        if (!entry.facts.url.isEmpty())
            lines << entry.facts.url;
        if (entry.facts.began.isValid())
            lines << entry.facts.began.toUTC().toString(Qt::ISODate);
        if (entry.facts.isCutOff)
            lines << tr("The file was cut off: its end is missing.");
        else if (!entry.facts.isComplete)
            lines << tr("The agent was not read to the end: %1").arg(entry.facts.problem);
        return lines.join(QLatin1Char('\n'));
    }
    return {};
}

QVariant SnapshotShelf::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Snapshot");
    case Credential:
        return tr("Asked as");
    case Time:
        return tr("Time");
    case Objects:
        return tr("Objects");
    case Size:
        return tr("Size");
    default:
        return {};
    }
}

} // namespace Portolan::Ui
