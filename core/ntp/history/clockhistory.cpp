// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/history/clockhistory.h"

#include "core/ntp/history/historyreader.h"
#include "core/ntp/history/historywriter.h"
#include "core/runtime/enginehost.h"
#include "core/runtime/relay.h"

#include <utility>

namespace Portolan::Ntp {

struct ClockHistory::Engines
{
    std::shared_ptr<Relay<ClockHistory>> relay;
    std::unique_ptr<EngineHost<HistoryReader>> reader;
    std::unique_ptr<EngineHost<HistoryWriter>> writer;
};

QString ClockHistory::fileOf(const Folders &folders)
{
    return folders.data + QStringLiteral("/clocks.db");
}

ClockHistory::ClockHistory(const QString &file, HistoryLimits limits, QObject *parent)
    : QObject(parent)
    , m_journal(std::make_shared<HistoryJournal>())
    , m_engines(std::make_unique<Engines>())
{
    m_engines->relay = std::make_shared<Relay<ClockHistory>>(this);
    m_engines->reader = std::make_unique<EngineHost<HistoryReader>>(
        QStringLiteral("clock history reader"),
        [file](std::stop_token) { return std::make_unique<HistoryReader>(file); });
    HistoryWriter::Report report;
    report.written = [relay = m_engines->relay](quint64 done) {
        relay->post([done](ClockHistory &self) { Q_EMIT self.written(done); });
    };
    report.failed = [relay = m_engines->relay](const Error &error) {
        relay->post([error](ClockHistory &self) { Q_EMIT self.failed(error); });
    };
    report.opened = [relay = m_engines->relay] {
        relay->post([](ClockHistory &self) {
            self.m_engines->reader->post([](HistoryReader &reader) { reader.reopen(); });
        });
    };
    m_engines->writer = std::make_unique<EngineHost<HistoryWriter>>(
        QStringLiteral("clock history"),
        [file, limits, journal = m_journal, report = std::move(report)](std::stop_token) {
            return std::make_unique<HistoryWriter>(file, limits, journal, report);
        });
}

ClockHistory::~ClockHistory()
{
    for (const Cancel &cancel : std::as_const(m_running))
        *cancel = true;
    m_engines->relay->detach();
}

void ClockHistory::record(const QList<Outcome> &outcomes, const Monitor &monitor)
{
    std::vector<ClockRecord> records;
    records.reserve(static_cast<std::size_t>(outcomes.size()));
    for (const Outcome &outcome : outcomes) {
        const ServerState *const server = monitor.server(outcome.server);
        // What came besides is no poll: forged answers would make a gap of each.
        if (!server || !outcome.endsPoll)
            continue;
        ClockRecord record;
        record.server = identityOf(*server);
        record.kind = outcome.kind;
        record.at = outcome.at;
        if (outcome.kind == Outcome::Kind::Measured) {
            if (!outcome.sample)
                continue;
            record.sample = *outcome.sample;
            if (const auto &estimate = server->filter.estimate())
                record.jitter = estimate->jitter;
        }
        records.push_back(std::move(record));
    }
    record(std::move(records));
}

void ClockHistory::record(const Monitor::ClockStep &step)
{
    ClockRecord record;
    record.at = step.at;
    record.step = step.by;
    std::vector<ClockRecord> records;
    records.push_back(std::move(record));
    this->record(std::move(records));
}

void ClockHistory::record(std::vector<ClockRecord> records)
{
    if (m_journal->add(std::move(records)))
        m_engines->writer->post([](HistoryWriter &writer) { writer.flushSoon(); });
}

void ClockHistory::flush()
{
    m_engines->writer->post([](HistoryWriter &writer) { writer.flush(); });
}

void ClockHistory::setLimits(HistoryLimits limits)
{
    m_engines->writer->post([limits](HistoryWriter &writer) { writer.setLimits(limits); });
}

std::pair<quint64, ClockHistory::Cancel> ClockHistory::begin()
{
    const auto cancel = std::make_shared<std::atomic_bool>(false);
    m_running.insert(++m_last, cancel);
    return {m_last, cancel};
}

template<typename Answer>
void ClockHistory::finish(quint64 number, const Answer &answer,
                          const std::function<void(const Answer &)> &done)
{
    if (m_running.remove(number) > 0 && done)
        done(answer);
}

quint64 ClockHistory::read(const HistoryRequest &request,
                           std::function<void(const Result<HistoryPart> &)> done)
{
    const auto [number, cancel] = begin();
    m_engines->reader->post([request, number = number, cancel = cancel, done = std::move(done),
                             relay = m_engines->relay](HistoryReader &reader) {
        if (*cancel)
            return;
        auto answer = std::make_shared<Result<HistoryPart>>(reader.read(request, cancel));
        if (!*answer)
            reader.reopen();
        relay->post([number, answer, done](ClockHistory &self) {
            self.finish<Result<HistoryPart>>(number, *answer, done);
        });
    });
    return number;
}

quint64 ClockHistory::listServers(std::function<void(const Result<QList<RecordedServer>> &)> done)
{
    const quint64 number = begin().first;
    m_engines->reader->post(
        [number, done = std::move(done), relay = m_engines->relay](HistoryReader &reader) {
            auto answer = reader.servers();
            if (!answer)
                reader.reopen();
            relay->post([number, answer = std::move(answer), done](ClockHistory &self) {
                self.finish<Result<QList<RecordedServer>>>(number, answer, done);
            });
        });
    return number;
}

quint64 ClockHistory::exportCsv(const HistoryRequest &request, const QString &path,
                                std::function<void(const Result<QString> &)> done,
                                std::function<void(quint64 written, quint64 all)> progress)
{
    const auto [number, cancel] = begin();
    const auto relay = m_engines->relay;
    auto read = [request, path, number = number, cancel = cancel, done = std::move(done),
                 progress = std::move(progress), relay](HistoryReader &reader) {
        const auto tell = [&](quint64 written, quint64 all) {
            if (progress)
                relay->post([number, progress, written, all](ClockHistory &self) {
                    if (self.m_running.contains(number))
                        progress(written, all);
                });
        };
        auto answer = reader.exportCsv(request, path, cancel, tell);
        relay->post([number, answer = std::move(answer), done](ClockHistory &self) {
            self.finish<Result<QString>>(number, answer, done);
        });
    };
    // What waits to be written belongs to it.
    m_engines->writer->post([relay, read = std::move(read)](HistoryWriter &writer) {
        writer.flush();
        relay->post([read](ClockHistory &self) { self.m_engines->reader->post(read); });
    });
    return number;
}

quint64 ClockHistory::clear(std::function<void(const Result<> &)> done)
{
    const quint64 number = begin().first;
    m_engines->writer->post(
        [number, done = std::move(done), relay = m_engines->relay](HistoryWriter &writer) {
            auto answer = writer.clear();
            relay->post([number, answer = std::move(answer), done](ClockHistory &self) {
                self.finish<Result<>>(number, answer, done);
            });
        });
    return number;
}

void ClockHistory::cancel(quint64 number)
{
    if (const auto running = m_running.constFind(number); running != m_running.cend()) {
        **running = true;
        m_running.erase(running);
    }
}

} // namespace Portolan::Ntp
