// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/search.h"

#include "core/snmp/mibs/bundledmibs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace Portolan::Snmp::Smi {

namespace {

using Field = SearchHit::Field;

constexpr unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c - 'A' + 'a') : c;
}

constexpr std::array<unsigned char, 256> lowerTable()
{
    std::array<unsigned char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = lower(static_cast<unsigned char>(i));
    return table;
}
constexpr std::array<unsigned char, 256> kLower = lowerTable();

bool isLetter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}
bool isUpper(unsigned char c)
{
    return c >= 'A' && c <= 'Z';
}

// A word to look for, without its letters' case (Horspool: most bytes are never looked at).
class Needle
{
public:
    explicit Needle(std::string word)
        : m_word(std::move(word))
    {
        for (char &c : m_word)
            c = static_cast<char>(lower(static_cast<unsigned char>(c)));
        m_hasLetters =
            std::any_of(m_word.begin(), m_word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        const std::size_t most = std::min<std::size_t>(m_word.size(), 255);
        m_skip.fill(static_cast<std::uint8_t>(most));
        for (std::size_t i = 0; i + 1 < m_word.size(); ++i) {
            const auto left =
                static_cast<std::uint8_t>(std::min<std::size_t>(m_word.size() - 1 - i, most));
            const auto c = static_cast<unsigned char>(m_word[i]);
            m_skip[c] = left;
            if (c >= 'a' && c <= 'z')
                m_skip[static_cast<std::size_t>(c - 'a' + 'A')] = left;
        }
    }

    [[nodiscard]] std::size_t size() const { return m_word.size(); }
    // One or two letters stand in every description.
    [[nodiscard]] bool isForProse() const { return !m_hasLetters || m_word.size() > 2; }

    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from = 0) const
    {
        const std::size_t size = m_word.size();
        if (text.size() < size)
            return std::string_view::npos;
        if (!m_hasLetters) // digits, marks and Hangul have no case
            return text.find(m_word, from);
        const auto *bytes = reinterpret_cast<const unsigned char *>(text.data());
        const auto last = static_cast<unsigned char>(m_word[size - 1]);
        for (std::size_t at = from; at + size <= text.size();) {
            const unsigned char end = bytes[at + size - 1];
            if (kLower[end] == last && matches(bytes + at))
                return at;
            at += m_skip[end];
        }
        return std::string_view::npos;
    }

private:
    [[nodiscard]] bool matches(const unsigned char *bytes) const
    {
        for (std::size_t i = 0; i + 1 < m_word.size(); ++i)
            if (kLower[bytes[i]] != static_cast<unsigned char>(m_word[i]))
                return false;
        return true;
    }

    std::string m_word;
    bool m_hasLetters = false;
    std::array<std::uint8_t, 256> m_skip{};
};

// "Oper" in ifOperStatus: a capital after a small letter begins a word, and so does what follows a
// mark or a digit.
bool beginsWord(std::string_view text, std::size_t at)
{
    if (at == 0)
        return true;
    const auto here = static_cast<unsigned char>(text[at]);
    const auto before = static_cast<unsigned char>(text[at - 1]);
    return !isLetter(before) || (isUpper(here) && !isUpper(before));
}

// How well a word is found in a name: the whole, its beginning, a word of it, inside.
int nameScore(const Needle &needle, std::string_view name)
{
    std::size_t at = needle.find(name);
    if (at == std::string_view::npos)
        return 0;
    if (at == 0)
        return needle.size() == name.size() ? 4000 : 2000;
    for (; at != std::string_view::npos; at = needle.find(name, at + 1))
        if (beginsWord(name, at))
            return 1000;
    return 400;
}

int kindBonus(Kind kind)
{
    switch (kind) {
    case Kind::Scalar:
    case Kind::Column:
    case Kind::Notification:
    case Kind::Trap:
        return 40;
    case Kind::Table:
        return 45;
    case Kind::Row:
        return 20;
    case Kind::ObjectGroup:
    case Kind::NotificationGroup:
    case Kind::Compliance:
    case Kind::Capabilities:
        return -60;
    default:
        return 0;
    }
}

// What we say of objects ourselves, in every language: whoever looks for "잔량" need not know that
// it is called a level. UTF-8.
class OurWords
{
public:
    static const OurWords &all()
    {
        static const OurWords words;
        return words;
    }

    [[nodiscard]] bool hasModule(std::string_view module) const
    {
        return m_modules.count(std::string(module)) > 0;
    }
    // Empty where nothing is said.
    [[nodiscard]] std::string_view of(std::string_view module, std::string_view name) const
    {
        std::string key(module);
        key.append("::").append(name);
        const auto found = m_words.find(key);
        return found == m_words.end() ? std::string_view() : std::string_view(found->second);
    }

private:
    OurWords()
    {
        for (const BundledDescription &each : bundledDescriptions()) {
            std::string name = each.name.toStdString();
            m_modules.insert(name.substr(0, name.find("::")));
            m_words.emplace(std::move(name),
                            QString(each.english % QLatin1Char('\n') % each.korean).toStdString());
        }
    }

    std::unordered_map<std::string, std::string> m_words;
    std::unordered_set<std::string> m_modules;
};

struct Found
{
    std::uint32_t definition = 0;
    Field field = Field::Name;
    int score = 0;
};

class Search
{
public:
    Search(const Snapshot &snapshot, std::vector<Needle> needles, const std::stop_token &stop)
        : m_tables(snapshot.tables())
        , m_needles(std::move(needles))
        , m_stop(stop)
    {
        for (const ModuleRow &module : m_tables.modules)
            m_described.push_back(OurWords::all().hasModule(m_tables.piece(module.name)));
    }

    void run(std::size_t begin, std::size_t end, std::vector<Found> &found) const
    {
        constexpr std::size_t kBetweenLooks = 1024;
        for (std::size_t i = begin; i < end; ++i) {
            if (i % kBetweenLooks == 0 && m_stop.stop_requested())
                return;
            const auto definition = static_cast<std::uint32_t>(i);
            if (const auto hit = look(definition))
                found.push_back(*hit);
        }
    }

private:
    [[nodiscard]] bool isShown(const DefinitionRow &row, std::uint32_t definition) const
    {
        if (row.node == kNone)
            return false;
        const NodeRow &node = m_tables.nodes[row.node];
        const std::uint32_t best = m_tables.nodeDefinitions[node.definitions.first];
        // Another definition of the same OID is of interest only by another name.
        return best == definition ||
               m_tables.piece(m_tables.definitions[best].name) != m_tables.piece(row.name);
    }

    [[nodiscard]] std::optional<Found> look(std::uint32_t definition) const
    {
        const DefinitionRow &row = m_tables.definitions[definition];
        const std::string_view name = m_tables.piece(row.name);
        Found found{definition, Field::Name, 0};
        for (const Needle &needle : m_needles) {
            const int inName = nameScore(needle, name);
            if (inName > 0) {
                found.score += inName;
                continue;
            }
            auto [field, score] = elsewhere(needle, row);
            if (score < kAtWordInText && m_described[row.module])
                score = std::max(score, inText(needle, ourWords(row)));
            if (score == 0)
                return std::nullopt;
            found.field = std::max(found.field, field);
            found.score += score;
        }
        if (!isShown(row, definition))
            return std::nullopt;
        found.score += kindBonus(row.kind) - std::min<int>(static_cast<int>(name.size()), 64) / 2 -
                       row.rank / 2;
        return found;
    }

    [[nodiscard]] std::pair<Field, int> elsewhere(const Needle &needle,
                                                  const DefinitionRow &row) const
    {
        if (row.units.size > 0 && needle.find(m_tables.piece(row.units)) != std::string_view::npos)
            return {Field::Units, 200};
        const std::string_view module = m_tables.piece(m_tables.modules[row.module].name);
        if (const std::size_t at = needle.find(module); at != std::string_view::npos)
            return {Field::Module, at == 0 ? 150 : 100};
        return {Field::Description, inText(needle, m_tables.piece(row.description))};
    }

    [[nodiscard]] std::string_view ourWords(const DefinitionRow &row) const
    {
        return OurWords::all().of(m_tables.piece(m_tables.modules[row.module].name),
                                  m_tables.piece(row.name));
    }

    static constexpr int kAtWordInText = 60;
    [[nodiscard]] static int inText(const Needle &needle, std::string_view text)
    {
        if (text.empty() || !needle.isForProse())
            return 0;
        const std::size_t at = needle.find(text);
        if (at == std::string_view::npos)
            return 0;
        return beginsWord(text, at) ? kAtWordInText : 20;
    }

    const Tables &m_tables;
    std::vector<Needle> m_needles;
    std::stop_token m_stop;
    std::vector<bool> m_described; // of a module: whether OurWords has some of its objects
};

SearchResult searchOid(const Snapshot &snapshot, const Oid &oid, int most)
{
    SearchResult result;
    const Node node = snapshot.find(oid);
    if (!node) {
        if (const Definition near = snapshot.nearest(oid)) {
            result.hits.append({near, Field::Oid, 0});
            result.found = 1;
        }
        return result;
    }
    for (std::uint32_t i = node.number(); i < node.endOfSubtree(); ++i) {
        const Definition definition = snapshot.node(i).definition();
        if (!definition)
            continue;
        if (result.hits.size() < most)
            result.hits.append({definition, Field::Oid, -result.found});
        ++result.found;
    }
    return result;
}

} // namespace

SearchResult search(const Snapshot &snapshot, QStringView given, int most,
                    const std::stop_token &stop)
{
    constexpr qsizetype kLongest = 200;
    const QStringView query = given.trimmed().left(kLongest);
    if (query.isEmpty())
        return {};
    const bool isOid = query.contains(QLatin1Char('.')) &&
                       std::all_of(query.begin(), query.end(),
                                   [](QChar c) { return c.isDigit() || c == QLatin1Char('.'); });
    if (isOid) {
        QStringView digits = query;
        while (digits.endsWith(QLatin1Char('.')))
            digits.chop(1);
        const auto oid = Oid::parse(digits);
        return oid ? searchOid(snapshot, *oid, most) : SearchResult();
    }
    std::vector<Needle> needles;
    QString plain = query.toString();
    plain.replace(QLatin1String("::"), QLatin1String(" "));
    const auto words = plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &word : words)
        needles.emplace_back(word.toStdString());
    if (needles.empty())
        return {};

    const Search work(snapshot, std::move(needles), stop);
    const std::size_t count = snapshot.definitionCount();
    constexpr std::size_t kWorthThreads = 20'000;
    const std::size_t threads =
        count < kWorthThreads ? 1 : std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    std::vector<std::vector<Found>> parts(threads);
    {
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < threads; ++i)
            helpers.emplace_back(
                [&, i] { work.run(count * i / threads, count * (i + 1) / threads, parts[i]); });
        work.run(0, count / threads, parts[0]);
    }
    std::vector<Found> found;
    for (const auto &part : parts)
        found.insert(found.end(), part.begin(), part.end());
    const auto shown = std::min(found.size(), static_cast<std::size_t>(std::max(most, 0)));
    const Tables &tables = snapshot.tables();
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown),
                      found.end(), [&](const Found &a, const Found &b) {
                          if (a.score != b.score)
                              return a.score > b.score;
                          return tables.definitions[a.definition].node <
                                 tables.definitions[b.definition].node;
                      });
    SearchResult result;
    result.found = static_cast<int>(found.size());
    for (std::size_t i = 0; i < shown; ++i)
        result.hits.append(
            {snapshot.definition(found[i].definition), found[i].field, found[i].score});
    return result;
}

} // namespace Portolan::Snmp::Smi
