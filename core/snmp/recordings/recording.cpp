// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/recordings/recording.h"

#include "core/snmp/recordings/recordingline.h"
#include "core/snmp/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QSaveFile>
#include <QTemporaryFile>

#include <array>
#include <charconv>

namespace Portolan::Snmp {

namespace {

struct Words // for plurals
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Snmp)
};

constexpr std::string_view kMagic = "# portolan-snmp-recording ";
constexpr std::string_view kEnd = "# end ";
constexpr int kVersion = 1;
constexpr std::size_t kChunk = std::size_t(256) << 10U;
constexpr std::size_t kMostFacts = std::size_t(64) << 10U;

// CRC-32 as in IEEE 802.3: against a damaged disk or editor, not against an enemy.
class Checksum
{
public:
    void add(std::string_view text)
    {
        for (const char each : text)
            m_sum = kTable[(m_sum ^ static_cast<unsigned char>(each)) & 0xffU] ^ (m_sum >> 8U);
    }
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("%1").arg(~m_sum, 8, 16, QLatin1Char('0'));
    }

private:
    static constexpr std::array<std::uint32_t, 256> kTable = [] {
        std::array<std::uint32_t, 256> table{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t each = i;
            for (int bit = 0; bit < 8; ++bit)
                each = (each & 1U) != 0 ? (each >> 1U) ^ 0xedb88320U : each >> 1U;
            table[i] = each;
        }
        return table;
    }();
    std::uint32_t m_sum = 0xffffffffU;
};

tl::unexpected<Error> cannotRead(const QFile &file)
{
    return failure(Error::Kind::Local,
                   Snmp::tr("%1 cannot be read.").arg(plainLine(file.fileName())),
                   file.errorString());
}

tl::unexpected<Error> notOurs(const QString &path, const QString &detail = {})
{
    return failure(Error::Kind::Refused,
                   Snmp::tr("%1 is not a recording of an agent.").arg(plainLine(path)), detail);
}

tl::unexpected<Error> cancelled()
{
    return failure(Error::Kind::Cancelled, Snmp::tr("Reading the recording was cancelled."));
}

QString textIn(const QJsonObject &object, const char *key)
{
    return plainLine(object.value(QLatin1String(key)).toString(), 1000);
}

RecordingFacts factsFrom(const QJsonObject &head)
{
    RecordingFacts facts;
    facts.url = textIn(head, "url");
    facts.peer = textIn(head, "peer");
    facts.version = textIn(head, "version");
    facts.user = textIn(head, "user");
    facts.level = textIn(head, "level");
    facts.context = textIn(head, "context");
    facts.label = textIn(head, "label");
    facts.sysName = textIn(head, "sys_name");
    if (const auto oid = Oid::parse(textIn(head, "sys_object_id")))
        facts.sysObjectId = *oid;
    facts.engineId = QByteArray::fromHex(textIn(head, "engine_id").toLatin1()).left(32);
    const QJsonArray roots = head.value(QLatin1String("roots")).toArray();
    for (const QJsonValue &each : roots) {
        if (const auto oid = Oid::parse(each.toString()); oid && facts.roots.size() < 10'000)
            facts.roots.push_back(*oid);
    }
    facts.began = QDateTime::fromString(textIn(head, "began"), Qt::ISODateWithMs).toUTC();
    return facts;
}

void takeEnd(RecordingFacts &facts, const QJsonObject &end)
{
    facts.isCutOff = false;
    facts.varbinds =
        static_cast<quint64>(std::max(0.0, end.value(QLatin1String("varbinds")).toDouble()));
    facts.elapsed = std::chrono::milliseconds(end.value(QLatin1String("elapsed_ms")).toInteger());
    facts.isComplete = end.value(QLatin1String("complete")).toBool(true);
    facts.problem = textIn(end, "problem");
    if (end.value(QLatin1String("foreign")).toBool())
        facts.isForeign = true;
    facts.isExact = end.value(QLatin1String("exact")).toBool(true);
}

std::optional<QJsonObject> objectIn(std::string_view json)
{
    if (json.size() > kMostFacts)
        return {};
    const auto document =
        QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

enum class Form { Own, Lines, WalkText };

// By the first lines that say something.
Result<Form> formOf(QFile &file)
{
    const QByteArray head = file.peek(qint64(64) << 10U);
    const QString path = file.fileName();
    if (head.isEmpty())
        return notOurs(path, Snmp::tr("The file is empty."));
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        return notOurs(path, Snmp::tr("It is text in UTF-16; save it as UTF-8."));
    std::string_view left(head.constData(), static_cast<std::size_t>(head.size()));
    if (left.starts_with("\xef\xbb\xbf"))
        left.remove_prefix(3);
    if (left.starts_with(kMagic)) {
        int version = 0;
        std::from_chars(left.data() + kMagic.size(), left.data() + left.size(), version);
        if (version == kVersion)
            return Form::Own;
        return failure(
            Error::Kind::Unsupported,
            Snmp::tr("%1 was made by a later version of this program.").arg(plainLine(path)));
    }
    for (int lines = 0; lines < 200 && !left.empty(); ++lines) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        std::string_view line = left.substr(0, end);
        left.remove_prefix(std::min(end + 1, left.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (readLine(line))
            return Form::Lines;
        const std::size_t equals = line.find(" = ");
        if (equals != std::string_view::npos && readOid(line.substr(0, equals)))
            return Form::WalkText;
        if (line.find('\0') != std::string_view::npos)
            break;
    }
    return notOurs(path, Snmp::tr("No line of it is one of a recording: OID|tag|value, or what "
                                  "snmpwalk -On prints."));
}

class OwnRows final : public RecordingRows
{
public:
    explicit OwnRows(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
        , m_lines(*m_file)
    {
    }

    bool next(Varbind &to) override
    {
        std::string_view line;
        while (!m_isOver && m_lines.next(line)) {
            if (line.starts_with('#')) {
                if (line.starts_with(kEnd))
                    end(line.substr(kEnd.size()));
                continue;
            }
            m_sum.add(line);
            m_sum.add("\n");
            ++m_count;
            auto varbind = readLine(line);
            if (!varbind) {
                complain(m_damage.unreadable);
                continue;
            }
            if (!m_last.isEmpty() && !(m_last < varbind->oid)) {
                complain(m_damage.disordered);
                continue;
            }
            m_last = varbind->oid;
            to = std::move(*varbind);
            return true;
        }
        if (!m_isOver) {
            m_damage.isCutOff = true;
            m_damage.hasFailed = m_lines.hasFailed();
            m_damage.unreadable += m_lines.tooLong();
            m_isOver = true;
        }
        return false;
    }
    const RecordingDamage &damage() const override { return m_damage; }

private:
    void complain(std::uint64_t &counter)
    {
        ++counter;
        if (m_damage.firstLine == 0)
            m_damage.firstLine = m_lines.number();
    }
    void end(std::string_view json)
    {
        m_isOver = true;
        m_damage.unreadable += m_lines.tooLong();
        const auto end = objectIn(json);
        if (!end) {
            m_damage.isCutOff = true;
            return;
        }
        m_damage.isAltered =
            end->value(QLatin1String("crc32")).toString() != m_sum.text() ||
            end->value(QLatin1String("varbinds")).toDouble() != static_cast<double>(m_count);
    }

    std::unique_ptr<QFile> m_file;
    LineReader m_lines;
    Checksum m_sum;
    std::uint64_t m_count = 0;
    Oid m_last;
    RecordingDamage m_damage;
    bool m_isOver = false;
};

} // namespace

QString RecordingFacts::title() const
{
    QStringList parts;
    const QString device = !label.isEmpty()     ? label
                           : !sysName.isEmpty() ? sysName
                           : !url.isEmpty()     ? url
                                                : peer;
    if (!device.isEmpty())
        parts.append(device);
    if (!version.isEmpty())
        parts.append(user.isEmpty() ? QStringLiteral("SNMPv%1").arg(version)
                                    : QStringLiteral("SNMPv%1 %2").arg(version, user));
    if (began.isValid())
        parts.append(QLocale().toString(began.toLocalTime(), QLocale::ShortFormat));
    return parts.join(QStringLiteral(", "));
}

bool RecordingFacts::isSameDevice(const RecordingFacts &other) const
{
    if (!engineId.isEmpty() && !other.engineId.isEmpty())
        return engineId == other.engineId;
    if (!peer.isEmpty() && !other.peer.isEmpty() && peer == other.peer)
        return true;
    // With a name that has moved to another address it is the device that counts.
    if (!sysName.isEmpty() && !other.sysName.isEmpty())
        return sysName == other.sysName && sysObjectId == other.sysObjectId;
    return (url.isEmpty() && peer.isEmpty()) || (other.url.isEmpty() && other.peer.isEmpty());
}

void describe(RecordingFacts &facts, const AgentTarget &target)
{
    // Whom it asks, not how patiently.
    AgentTarget plain = target;
    const AgentTarget usual;
    plain.timeout = usual.timeout;
    plain.retries = usual.retries;
    plain.repetitions = usual.repetitions;
    plain.mostRepetitions = usual.mostRepetitions;
    plain.mostInFlight = usual.mostInFlight;
    plain.bulk = usual.bulk;
    facts.url = addressOf(plain).toString();
    facts.version = versionName(target.version);
    if (target.version == Version::V3) {
        facts.user = target.user;
        facts.level = levelName(target.level);
        facts.context = target.context;
    }
}

QJsonObject toJson(const RecordingFacts &facts)
{
    QJsonObject head;
    const auto say = [&head](const char *key, const QString &text) {
        if (!text.isEmpty())
            head.insert(QLatin1String(key), text);
    };
    say("url", facts.url);
    say("peer", facts.peer);
    say("version", facts.version);
    say("user", facts.user);
    say("level", facts.level);
    say("context", facts.context);
    say("label", facts.label);
    say("sys_name", facts.sysName);
    say("sys_object_id", facts.sysObjectId.text());
    say("engine_id", QString::fromLatin1(facts.engineId.toHex()));
    if (facts.began.isValid())
        say("began", facts.began.toUTC().toString(Qt::ISODateWithMs));
    QJsonArray roots;
    for (const Oid &each : facts.roots)
        roots.append(each.text());
    if (!roots.isEmpty())
        head.insert(QStringLiteral("roots"), roots);
    return head;
}

RecordingWriter::RecordingWriter(QString path, std::size_t budget)
    : m_path(std::move(path))
    , m_sorter(budget)
{
}
RecordingWriter::~RecordingWriter() = default;

Result<> RecordingWriter::add(Varbinds &&rows)
{
    return m_sorter.add(std::move(rows));
}

Result<RecordingFacts> RecordingWriter::finish(RecordingFacts facts, std::stop_token stop)
{
    auto sorted = m_sorter.sorted();
    if (!sorted)
        return tl::unexpected(std::move(sorted.error()));
    QSaveFile file(m_path);
    const auto failed = [&] {
        return failure(Error::Kind::Local, Snmp::tr("%1 cannot be written.").arg(plainLine(m_path)),
                       file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    const auto json = [](const QJsonObject &object) {
        return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
    };
    std::string text =
        std::string(kMagic) + std::to_string(kVersion) + "\n# " + json(toJson(facts)) + "\n";
    const auto write = [&file, &text] {
        const auto size = static_cast<qint64>(text.size());
        const bool isWritten = file.write(text.data(), size) == size;
        text.clear();
        return isWritten;
    };
    Checksum sum;
    quint64 count = 0;
    for (Varbind each; (*sorted)->next(each); ++count) {
        const std::size_t begin = text.size();
        appendLine(text, each);
        text += '\n';
        sum.add(std::string_view(text).substr(begin));
        if (text.size() < kChunk)
            continue;
        if (stop.stop_requested())
            return cancelled();
        if (!write())
            return failed();
    }
    facts.varbinds = count;
    QJsonObject end{{QStringLiteral("varbinds"), static_cast<qint64>(count)},
                    {QStringLiteral("crc32"), sum.text()},
                    {QStringLiteral("elapsed_ms"), static_cast<qint64>(facts.elapsed.count())},
                    {QStringLiteral("complete"), facts.isComplete}};
    if (!facts.problem.isEmpty())
        end.insert(QStringLiteral("problem"), facts.problem);
    if (facts.isForeign)
        end.insert(QStringLiteral("foreign"), true);
    if (!facts.isExact)
        end.insert(QStringLiteral("exact"), false);
    text += std::string(kEnd) + json(end) + "\n";
    if (!write() || !file.commit())
        return failed();
    return facts;
}

QString RecordingDamage::text() const
{
    QStringList parts;
    if (isCutOff)
        parts.append(Snmp::tr("The file was cut off: its end is missing."));
    if (unreadable > 0)
        parts.append(
            Words::tr("%n line(s) could not be read.", nullptr, static_cast<int>(unreadable)));
    if (disordered > 0)
        parts.append(Words::tr("%n line(s) stood out of order and were left out.", nullptr,
                               static_cast<int>(disordered)));
    if (firstLine > 0)
        parts.append(Snmp::tr("The first of them is line %1.").arg(firstLine));
    if (isAltered)
        parts.append(Snmp::tr("The file was changed after it had been written."));
    if (hasFailed)
        parts.append(Snmp::tr("The disk gave an error."));
    return parts.join(QLatin1Char(' '));
}

Result<RecordingFacts> Recording::factsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(file);
    const auto form = formOf(file);
    if (!form)
        return tl::unexpected(form.error());
    RecordingFacts facts;
    if (*form != Form::Own) {
        facts.isForeign = true;
        facts.isExact = *form == Form::Lines;
        return facts;
    }
    const QByteArray head = file.read(static_cast<qint64>(kMostFacts));
    const qsizetype second = head.indexOf('\n') + 1;
    const qsizetype end = head.indexOf('\n', second);
    const std::string_view line(head.constData() + second,
                                static_cast<std::size_t>(std::max<qsizetype>(end - second, 0)));
    if (line.starts_with("# ")) {
        if (const auto object = objectIn(line.substr(2)))
            facts = factsFrom(*object);
    }
    facts.isCutOff = true;
    // The last line.
    if (!file.seek(std::max<qint64>(0, file.size() - static_cast<qint64>(kMostFacts))))
        return cannotRead(file);
    const QByteArray tail = file.read(static_cast<qint64>(kMostFacts));
    const qsizetype at = tail.lastIndexOf("\n# end ");
    if (at >= 0) {
        std::string_view last(tail.constData() + at + 1 + kEnd.size(),
                              static_cast<std::size_t>(tail.size() - at - 1) - kEnd.size());
        if (last.ends_with('\n')) {
            if (const auto object = objectIn(last))
                takeEnd(facts, *object);
        }
    }
    return facts;
}

Result<Recording> Recording::open(const QString &path, std::stop_token stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(file);
    const auto form = formOf(file);
    if (!form)
        return tl::unexpected(form.error());
    if (*form != Form::Own)
        return convert(path, *form == Form::WalkText, std::move(stop));
    auto facts = factsOf(path);
    if (!facts)
        return tl::unexpected(std::move(facts.error()));
    Recording recording;
    recording.m_path = path;
    recording.m_read = path;
    recording.m_facts = std::move(*facts);
    recording.m_damage.isCutOff = recording.m_facts.isCutOff;
    return recording;
}

Result<Recording> Recording::convert(const QString &path, bool isWalkText, std::stop_token stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotRead(file);
    Recording recording;
    recording.m_path = path;
    recording.m_facts.isForeign = true;
    recording.m_facts.isExact = !isWalkText;
    recording.m_converted = std::make_shared<QTemporaryFile>(
        QDir::tempPath() + QStringLiteral("/portolan-recording-XXXXXX"));
    if (!recording.m_converted->open())
        return cannotRead(*recording.m_converted);
    recording.m_read = recording.m_converted->fileName();
    // Windows replaces no file that is open.
    recording.m_converted->close();
    RecordingWriter writer(recording.m_read);
    RecordingDamage &damage = recording.m_damage;
    LineReader lines(file);
    WalkText walk;
    Varbinds rows;
    const auto lost = [&] {
        ++damage.unreadable;
        if (damage.firstLine == 0)
            damage.firstLine = lines.number();
    };
    for (std::string_view line; lines.next(line);) {
        if (isWalkText) {
            // The last line of a walk that came to the end of the agent's objects.
            if (line.find(" = No more variables left in this MIB View") != std::string_view::npos)
                continue;
            if (auto varbind = walk.feed(line))
                rows.push_back(std::move(*varbind));
            if (!walk.wasRead() && !line.empty())
                lost();
        } else if (auto varbind = readLine(line)) {
            rows.push_back(std::move(*varbind));
        } else if (!line.empty() && line.front() != '#') {
            lost();
        }
        if (rows.size() < 4096)
            continue;
        if (stop.stop_requested())
            return cancelled();
        if (auto added = writer.add(std::move(rows)); !added)
            return tl::unexpected(std::move(added.error()));
        rows.clear();
    }
    if (auto last = walk.finish())
        rows.push_back(std::move(*last));
    if (!walk.wasRead())
        lost();
    damage.unreadable += lines.tooLong();
    damage.hasFailed = lines.hasFailed();
    if (auto added = writer.add(std::move(rows)); !added)
        return tl::unexpected(std::move(added.error()));
    auto facts = writer.finish(std::move(recording.m_facts), stop);
    if (!facts)
        return tl::unexpected(std::move(facts.error()));
    recording.m_facts = std::move(*facts);
    return recording;
}

Result<std::unique_ptr<RecordingRows>> Recording::rows() const
{
    auto file = std::make_unique<QFile>(m_read);
    if (!file->open(QIODevice::ReadOnly))
        return cannotRead(*file);
    return std::make_unique<OwnRows>(std::move(file));
}

} // namespace Portolan::Snmp
