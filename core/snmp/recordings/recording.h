// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/recordings/varbindsorter.h"
#include "core/snmp/snmpaddress.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

class QSaveFile;

namespace Portolan::Snmp {

// What an agent said in one walk, kept in a file: who was asked, with which credential (never its
// secrets), when, for what, and every object with its OID, type and exact value, in the order of
// OIDs. docs/snmp-snapshots.md has the format. One thread each, not the window's: all of it reads
// or writes files.

struct RecordingFacts
{
    QString url = {}; // of the agent: no community, no password
    QString peer = {};
    QString version = {}; // "2c"
    QString user = {};    // of version 3
    QString level = {};
    QString context = {};
    QString label = {}; // what a person calls it
    QString sysName = {};
    Oid sysObjectId = {};
    QByteArray engineId = {};
    std::vector<Oid> roots = {};
    QDateTime began = {}; // UTC; invalid: not known
    std::chrono::milliseconds elapsed{};
    std::optional<quint64> varbinds = {};
    bool isComplete = true; // the agent was read to the end
    QString problem = {};   // why it was not
    bool isForeign = false; // another program's recording, or text of snmpwalk
    bool isExact = true;    // values are what the agent sent; not so in the text of snmpwalk
    bool isCutOff = false;  // the file has no end

    // "core-sw1, SNMPv2c, 2026-11-23 12:03" in the current language.
    [[nodiscard]] QString title() const;
    // The same device, as far as the two tell: engine id, else address.
    [[nodiscard]] bool isSameDevice(const RecordingFacts &other) const;
    friend bool operator==(const RecordingFacts &, const RecordingFacts &) = default;
};
void describe(RecordingFacts &facts, const AgentTarget &target);
[[nodiscard]] QJsonObject toJson(const RecordingFacts &facts);

class RecordingWriter
{
public:
    // `budget`: bytes that wait in memory to be put in order.
    explicit RecordingWriter(QString path, std::size_t budget = VarbindSorter::kBudget);
    ~RecordingWriter(); // without finish(): no file, and what was there before stays

    [[nodiscard]] Result<> add(Varbinds &&rows);
    // Puts everything in order, writes the file and replaces what was there in one step. The number
    // of objects is filled in. Cancelled where it was stopped.
    [[nodiscard]] Result<RecordingFacts> finish(RecordingFacts facts, std::stop_token stop = {});
    [[nodiscard]] std::uint64_t added() const { return m_sorter.added(); }

private:
    const QString m_path;
    VarbindSorter m_sorter;
};

// What was wrong with a file while it was read.
struct RecordingDamage
{
    std::uint64_t unreadable = 0; // lines
    std::uint64_t disordered = 0; // lines that stand before what they should follow; left out
    std::uint64_t firstLine = 0;  // of those
    bool isCutOff = false;
    bool isAltered = false; // it is not what was written: the checksum is another
    bool hasFailed = false; // the disk

    [[nodiscard]] bool isNone() const { return *this == RecordingDamage(); }
    [[nodiscard]] QString text() const; // sentences in the current language; empty: none
    friend bool operator==(const RecordingDamage &, const RecordingDamage &) = default;
};

class RecordingRows : public VarbindSource
{
public:
    // Complete when next() has said false.
    [[nodiscard]] virtual const RecordingDamage &damage() const = 0;
};

class Recording
{
public:
    // Ours, lines of a replay agent (`OID|tag|value`), or the text of snmpwalk -On. The latter two
    // are put in order first. Refused where it is none of these, Unsupported where it was made by a
    // later version, Local where it cannot be read.
    [[nodiscard]] static Result<Recording> open(const QString &path, std::stop_token stop = {});
    // What stands at both ends of one of ours; quick. As open() where it is none.
    [[nodiscard]] static Result<RecordingFacts> factsOf(const QString &path);

    [[nodiscard]] const RecordingFacts &facts() const { return m_facts; }
    [[nodiscard]] const QString &path() const { return m_path; }
    // Of a foreign file, known at once.
    [[nodiscard]] const RecordingDamage &damage() const { return m_damage; }
    // From the beginning; any number of times.
    [[nodiscard]] Result<std::unique_ptr<RecordingRows>> rows() const;

private:
    [[nodiscard]] static Result<Recording> convert(const QString &path, bool isWalkText,
                                                   std::stop_token stop);

    QString m_path;
    QString m_read; // what is read: the file, or what it was converted to
    RecordingFacts m_facts;
    RecordingDamage m_damage;
    std::shared_ptr<QTemporaryFile> m_converted;
};

} // namespace Portolan::Snmp
