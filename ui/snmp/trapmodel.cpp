// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/trapmodel.h"

#include "core/snmp/smi/valuetext.h"
#include "core/snmp/traps/traptext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Trap;
using Snmp::TrapPtr;

constexpr qint64 kSliceNs = 6'000'000;
constexpr std::uint64_t kAtOnce = 32; // rows between two looks at the clock
constexpr int kKeptWords = 2'000;
constexpr int kTint = 26; // of 255, behind a row

qint64 nowNs()
{
    static const QElapsedTimer clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return clock.nsecsElapsed();
}

QColor colorOf(const Snmp::TrapVerdict &verdict)
{
    const QColor own(verdict.colour);
    return own.isValid() ? own : TrapModel::severityColor(verdict.severity);
}

} // namespace

TrapModel::TrapModel(Snapshot snapshot, QObject *parent)
    : QAbstractTableModel(parent)
    , m_snapshot(std::move(snapshot))
    , m_words(kKeptWords)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &TrapModel::slice);
}

QString TrapModel::severityWord(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Ok:
        return tr("Good");
    case Finding::Severity::Info:
        return tr("Info");
    case Finding::Severity::Warning:
        return tr("Warning");
    case Finding::Severity::Error:
        return tr("Error");
    }
    return {};
}

QLatin1String TrapModel::severityIcon(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Ok:
        return QLatin1String("check");
    case Finding::Severity::Info:
        return QLatin1String("info");
    case Finding::Severity::Warning:
        return QLatin1String("warning");
    case Finding::Severity::Error:
        return QLatin1String("error");
    }
    return QLatin1String("info");
}

QColor TrapModel::severityColor(Finding::Severity severity)
{
    const StateColors &colors = stateColors(QGuiApplication::palette());
    switch (severity) {
    case Finding::Severity::Ok:
        return colors.good;
    case Finding::Severity::Info:
        return colors.quiet;
    case Finding::Severity::Warning:
        return colors.warning;
    case Finding::Severity::Error:
        return colors.bad;
    }
    return colors.quiet;
}

QString TrapModel::kindText(const Trap &trap)
{
    // Of what is no SNMP the version is not known either.
    if (trap.rejection == Snmp::Rejection::NotSnmp)
        return {};
    const QString version = QLatin1Char('v') + Snmp::versionName(trap.version);
    QString text = trap.kind == Trap::Kind::Inform ? tr("%1 inform").arg(version)
                   : trap.kind == Trap::Kind::Trap ? tr("%1 trap").arg(version)
                                                   : version;
    if (!trap.user.isEmpty())
        text += QStringLiteral(" · ") + QString::fromUtf8(trap.user).left(64).simplified();
    return text;
}

void TrapModel::setSnapshot(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    m_words.clear();
    // Names in filters and rules may mean something now.
    if (auto rules = Snmp::TrapRules::compile(*m_snapshot, m_rules.rules()))
        m_rules = std::move(*rules);
    if (auto filter = Snmp::TrapFilter::parse(*m_snapshot, m_filterText))
        m_filter = std::move(*filter);
    judgeAgain();
    if (!m_filter.isEmpty())
        scanAgain();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

Result<> TrapModel::setRules(const QList<Snmp::TrapRule> &rules)
{
    auto compiled = Snmp::TrapRules::compile(*m_snapshot, rules);
    if (!compiled)
        return tl::unexpected(std::move(compiled.error()));
    m_rules = std::move(*compiled);
    m_alarms = {}; // they are counted by the number of a rule
    judgeAgain();
    return {};
}

Result<> TrapModel::setFilter(const QString &text)
{
    auto filter = Snmp::TrapFilter::parse(*m_snapshot, text);
    if (!filter)
        return tl::unexpected(std::move(filter.error()));
    m_filterText = text;
    m_filter = std::move(*filter);
    scanAgain();
    return {};
}

void TrapModel::setRejectedShown(bool shown)
{
    if (std::exchange(m_rejectedShown, shown) != shown)
        scanAgain();
}

void TrapModel::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) != paused && !paused)
        m_slices.start();
    Q_EMIT counted();
}

bool TrapModel::accepts(const Trap &trap) const
{
    return (m_rejectedShown || trap.kind != Trap::Kind::Rejected) &&
           (m_filter.isEmpty() || m_filter.matches(*m_snapshot, trap));
}

void TrapModel::append(std::vector<TrapPtr> &&traps, std::uint64_t lost)
{
    const auto change = m_store.append(std::move(traps), lost, m_rules, *m_snapshot);
    for (std::size_t i = m_store.size() - change.added; i < m_store.size(); ++i) {
        const auto &row = m_store.at(i);
        if (row.verdict.alarm && m_alarms.note(m_rules, row.verdict, *row.trap))
            Q_EMIT alarmed(row.trap, row.verdict, m_store.first() + i);
    }
    dropGone();
    if (!m_isPaused && !m_slices.isActive() && !scan(nowNs() + kSliceNs))
        m_slices.start();
    Q_EMIT counted();
}

// Rows whose notification is out of the store.
void TrapModel::dropGone()
{
    const auto first = std::lower_bound(m_shown.begin(), m_shown.end(), m_store.first());
    const auto gone = static_cast<int>(first - m_shown.begin());
    m_next = std::max(m_next, m_store.first());
    if (gone == 0)
        return;
    beginRemoveRows({}, 0, gone - 1);
    m_shown.erase(m_shown.begin(), first);
    endRemoveRows();
}

void TrapModel::clear()
{
    beginResetModel();
    m_store.clear();
    m_shown.clear();
    m_words.clear();
    m_next = m_unjudged = m_judgeEnd = m_store.first();
    endResetModel();
    Q_EMIT counted();
}

void TrapModel::setLimits(const Snmp::TrapStore::Limits &limits)
{
    m_store.setLimits(limits);
    dropGone();
    Q_EMIT counted();
}

std::uint64_t TrapModel::waiting() const
{
    return m_store.first() + m_store.size() - std::max(m_next, m_store.first());
}

void TrapModel::scanAgain()
{
    beginResetModel();
    m_shown.clear();
    m_next = m_store.first();
    endResetModel();
    // A person sees at once what the filter leaves, also of a feed that stands still.
    if (scan(nowNs() + kSliceNs))
        Q_EMIT counted();
    else
        m_slices.start();
}

void TrapModel::judgeAgain()
{
    m_unjudged = m_store.first();
    m_judgeEnd = m_store.first() + m_store.size();
    if (m_unjudged < m_judgeEnd)
        m_slices.start();
}

void TrapModel::slice()
{
    const qint64 until = nowNs() + kSliceNs;
    const bool judged = judge(until);
    const bool scanned = m_isPaused || scan(until);
    if (judged && scanned)
        m_slices.stop();
    Q_EMIT counted();
}

// Both: true where there is nothing left to do.
bool TrapModel::scan(qint64 until)
{
    const std::uint64_t end = m_store.first() + m_store.size();
    std::vector<std::uint64_t> found;
    while (m_next < end) {
        for (const std::uint64_t stop = std::min(end, m_next + kAtOnce); m_next < stop; ++m_next) {
            if (accepts(*m_store.at(m_next - m_store.first()).trap))
                found.push_back(m_next);
        }
        if (nowNs() > until)
            break;
    }
    if (!found.empty()) {
        const int row = rowCount();
        beginInsertRows({}, row, row + static_cast<int>(found.size()) - 1);
        m_shown.insert(m_shown.end(), found.begin(), found.end());
        endInsertRows();
    }
    return m_next == end;
}

bool TrapModel::judge(qint64 until)
{
    m_unjudged = std::max(m_unjudged, m_store.first());
    if (m_unjudged >= m_judgeEnd)
        return true;
    const std::uint64_t from = m_unjudged;
    while (m_unjudged < m_judgeEnd && nowNs() <= until) {
        for (std::uint64_t stop = std::min(m_judgeEnd, m_unjudged + kAtOnce); m_unjudged < stop;
             ++m_unjudged)
            m_store.judgeAt(m_unjudged - m_store.first(), m_rules, *m_snapshot);
    }
    const auto rowFrom = [this](std::uint64_t serial) {
        return static_cast<int>(std::lower_bound(m_shown.begin(), m_shown.end(), serial) -
                                m_shown.begin());
    };
    const int first = rowFrom(from);
    const int last = rowFrom(m_unjudged) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    return m_unjudged >= m_judgeEnd;
}

const Snmp::TrapStore::Row *TrapModel::rowAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const std::uint64_t serial = m_shown[static_cast<std::size_t>(row)];
    // Between a removal from the store and the one here somebody may ask.
    if (serial < m_store.first() || serial - m_store.first() >= m_store.size())
        return nullptr;
    return &m_store.at(serial - m_store.first());
}

TrapPtr TrapModel::trapAt(int row) const
{
    const auto *found = rowAt(row);
    return found ? found->trap : nullptr;
}

Snmp::TrapVerdict TrapModel::verdictAt(int row) const
{
    const auto *found = rowAt(row);
    return found ? found->verdict : Snmp::TrapVerdict();
}

std::uint64_t TrapModel::serialAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_shown[static_cast<std::size_t>(row)] : 0;
}

int TrapModel::rowOf(std::uint64_t serial) const
{
    const auto found = std::lower_bound(m_shown.begin(), m_shown.end(), serial);
    return found != m_shown.end() && *found == serial ? static_cast<int>(found - m_shown.begin())
                                                      : -1;
}

std::vector<TrapPtr> TrapModel::shown() const
{
    std::vector<TrapPtr> traps;
    traps.reserve(m_shown.size());
    for (const std::uint64_t serial : m_shown) {
        if (serial >= m_store.first())
            traps.push_back(m_store.at(serial - m_store.first()).trap);
    }
    return traps;
}

const TrapModel::Words &TrapModel::wordsOf(std::uint64_t serial, const Trap &trap) const
{
    if (const Words *known = m_words.object(serial))
        return *known;
    auto words = std::make_unique<Words>();
    if (trap.kind == Trap::Kind::Rejected) {
        words->name = Snmp::rejectionName(trap.rejection);
        words->varbinds = Snmp::rejectionText(trap.rejection);
        if (trap.repeats > 0)
            words->varbinds += QLatin1Char(' ') + tr("%n more like it were not listed.", nullptr,
                                                     static_cast<int>(trap.repeats));
    } else {
        if (const auto known = m_snapshot->notification(trap.notification))
            words->name = known.name();
        else
            words->name = trap.notification.isEmpty() ? tr("(no snmpTrapOID)")
                                                      : m_snapshot->shortNameOf(trap.notification);
        words->varbinds = Snmp::varbindSummary(*m_snapshot, trap);
    }
    Words *const kept = words.get();
    m_words.insert(serial, words.release());
    return *kept;
}

int TrapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int TrapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrapModel::data(const QModelIndex &index, int role) const
{
    const auto *row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    const Trap &trap = *row->trap;
    const bool isRejected = trap.kind == Trap::Kind::Rejected;
    const auto time = [&trap] { return QDateTime::fromMSecsSinceEpoch(trap.received); };
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Time:
            return time().toString(time().date() == QDate::currentDate()
                                       ? QStringLiteral("HH:mm:ss.zzz")
                                       : QStringLiteral("MM-dd HH:mm:ss.zzz"));
        case Severity:
            return isRejected ? tr("Rejected") : severityWord(row->verdict.severity);
        case Sender:
            return trap.from;
        case Kind:
            return kindText(trap);
        case Name:
            return wordsOf(m_shown[static_cast<std::size_t>(index.row())], trap).name;
        case Uptime:
            return trap.uptime ? Snmp::Smi::durationText(*trap.uptime) : QString();
        case Varbinds:
            return wordsOf(m_shown[static_cast<std::size_t>(index.row())], trap).varbinds;
        default:
            return {};
        }
    case DataTable::ExportRole:
        return index.column() == Time ? QVariant(time().toString(Qt::ISODateWithMs)) : QVariant();
    case Qt::DecorationRole:
        if (index.column() != Severity)
            return {};
        return symbol(severityIcon(row->verdict.severity), colorOf(row->verdict));
    case Qt::ForegroundRole:
        return isRejected ? QVariant(stateColors(QGuiApplication::palette()).quiet) : QVariant();
    case Qt::BackgroundRole: {
        const bool isMarked = !row->verdict.colour.isEmpty() ||
                              (!isRejected && row->verdict.severity >= Finding::Severity::Warning);
        if (!isMarked)
            return {};
        QColor tint = colorOf(row->verdict);
        tint.setAlpha(kTint);
        return tint;
    }
    case Qt::ToolTipRole:
        if (index.column() == Time)
            return tr("UTC %1").arg(
                time().toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")));
        if (index.column() == Severity && row->verdict.rule >= 0 &&
            row->verdict.rule < m_rules.rules().size())
            return m_rules.rules().at(row->verdict.rule).name.toHtmlEscaped();
        if (index.column() == Name && !isRejected)
            return Snmp::trapName(*m_snapshot, trap).toHtmlEscaped();
        return {};
    default:
        return {};
    }
}

QVariant TrapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Severity:
        return tr("Severity");
    case Sender:
        return tr("Sender");
    case Kind:
        return tr("Kind");
    case Name:
        return tr("Notification");
    case Uptime:
        return tr("Uptime");
    case Varbinds:
        return tr("Varbinds");
    default:
        return {};
    }
}

} // namespace Portolan::Ui
