// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/comparisonjob.h"

#include "core/snmp/agent.h"
#include "core/snmp/recordings/comparisontext.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::ComparisonSide;
using Kind = ComparisonJob::Kind;

constexpr qint64 kProgress = 100; // milliseconds

QString wordsOf(const Snmp::Difference &difference, const Snmp::Smi::Snapshot &modules)
{
    constexpr std::size_t kMostCells = 64;
    QString words = Snmp::placeOf(difference, modules, true);
    for (std::size_t i = 0; i < std::min(difference.cells.size(), kMostCells); ++i) {
        words += QLatin1Char(' ') + Snmp::cellName(difference.cells[i], difference, modules);
        words += QLatin1Char(' ') + Snmp::changeText(difference.cells[i], modules).left(300);
    }
    return words;
}

Result<ComparisonJob::OutcomePtr> work(Kind kind, const std::array<QString, 2> &paths,
                                       const Snmp::Smi::Snapshot &modules,
                                       const std::stop_token &stop,
                                       const std::function<void(quint64)> &progress)
{
    auto outcome = std::make_shared<ComparisonJob::Outcome>();
    outcome->kind = kind;
    std::array<ComparisonSide, 2> sides;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto recording = Snmp::Recording::open(paths[i], stop);
        if (!recording)
            return tl::unexpected(recording.error());
        sides[i] = ComparisonSide::of(*recording);
        outcome->facts[i] = recording->facts();
    }
    if (kind == Kind::Views) {
        auto views = Snmp::mapViews(sides[0], sides[1], stop, progress);
        if (!views)
            return tl::unexpected(std::move(views.error()));
        outcome->views = std::move(*views);
        return outcome;
    }
    std::size_t advanced = 0;
    auto summary = Snmp::compare(
        sides[0], sides[1], modules, {},
        [&](Snmp::Difference &&each) {
            const bool isAdvanced = each.kind == Snmp::Difference::Kind::Advanced;
            std::size_t others = outcome->found.size() - advanced;
            if ((isAdvanced ? advanced : others) >=
                (isAdvanced ? ComparisonJob::kMostAdvanced : ComparisonJob::kMostFound)) {
                ++outcome->omitted;
                return;
            }
            advanced += isAdvanced ? 1 : 0;
            QString words = wordsOf(each, modules);
            outcome->found.push_back({std::move(each), std::move(words)});
        },
        stop, progress);
    if (!summary)
        return tl::unexpected(std::move(summary.error()));
    outcome->summary = std::move(*summary);
    return outcome;
}

} // namespace

ComparisonJob::ComparisonJob(Kind kind, std::array<Side, 2> sides,
                             std::shared_ptr<const Snmp::Smi::Snapshot> modules, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_modules(std::move(modules))
    , m_folder(std::make_shared<QTemporaryDir>())
    , m_relay(std::make_shared<Relay<ComparisonJob>>(this))
{
    for (std::size_t i = 0; i < sides.size(); ++i) {
        m_paths[i] = sides[i].path;
        if (!sides[i].path.isEmpty()) {
            m_isReady[i] = true;
            continue;
        }
        m_paths[i] = m_folder->filePath(QString::number(i));
        m_recorders[i] = std::make_unique<Snmp::AgentRecorder>(std::move(sides[i].agent),
                                                               m_paths[i], sides[i].label);
        connect(m_recorders[i].get(), &Snmp::AgentRecorder::progressed, this, [this] {
            quint64 objects = 0;
            for (const auto &each : m_recorders)
                objects += each ? each->varbinds() : 0;
            Q_EMIT progressed(false, objects);
        });
        connect(m_recorders[i].get(), &Snmp::AgentRecorder::finished, this,
                [this, i](const Result<Snmp::RecordingFacts> &result) {
                    m_isReady[i] = true;
                    if (!result)
                        end(tl::unexpected(result.error()));
                    else
                        compareWhenReady();
                });
    }
    for (const auto &each : m_recorders) {
        if (each)
            each->start();
    }
    // finished() never comes from inside the constructor.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!m_recorders[0] && !m_recorders[1])
                compareWhenReady();
        },
        Qt::QueuedConnection);
}

ComparisonJob::~ComparisonJob()
{
    m_stop.request_stop();
    m_relay->detach();
}

void ComparisonJob::compareWhenReady()
{
    if (m_isOver || !m_isReady[0] || !m_isReady[1])
        return;
    QThreadPool::globalInstance()->start([kind = m_kind, paths = m_paths, modules = m_modules,
                                          folder = m_folder, stop = m_stop.get_token(),
                                          relay = m_relay] {
        QElapsedTimer clock;
        clock.start();
        auto result = work(kind, paths, *modules, stop, [&](quint64 objects) {
            if (clock.elapsed() < kProgress)
                return;
            clock.start();
            relay->post([objects](ComparisonJob &job) { Q_EMIT job.progressed(true, objects); });
        });
        relay->post([result = std::move(result)](ComparisonJob &job) { job.end(result); });
    });
}

void ComparisonJob::end(const Result<OutcomePtr> &result)
{
    if (std::exchange(m_isOver, true))
        return;
    Q_EMIT finished(result);
}

} // namespace Portolan::Ui
