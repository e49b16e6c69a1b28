// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/jsonpath.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace Portolan::Payload {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Payload)
};

constexpr std::size_t kMostSteps = 200;

// RFC 9535, section 2.5.1.1: member-name-shorthand.
bool isNameFirst(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
           (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || c == QLatin1Char('_') ||
           c.unicode() >= 0x80;
}
bool isNameCharacter(QChar c)
{
    return isNameFirst(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
}

class PathReader
{
public:
    explicit PathReader(const QString &text)
        : m_text(text)
    {
    }

    Result<std::vector<std::variant<QString, qint64>>> run()
    {
        if (!m_text.startsWith(QLatin1Char('$')))
            return wrong(Words::tr("A path begins with $."));
        m_at = 1;
        std::vector<std::variant<QString, qint64>> steps;
        while (m_at < m_text.size()) {
            if (steps.size() == kMostSteps)
                return wrong(Words::tr("The path is too long."));
            const QChar c = m_text.at(m_at++);
            if (c == QLatin1Char('.')) {
                const qsizetype begin = m_at;
                if (m_at < m_text.size() && isNameFirst(m_text.at(m_at))) {
                    while (m_at < m_text.size() && isNameCharacter(m_text.at(m_at)))
                        ++m_at;
                }
                if (m_at == begin)
                    return wrong(Words::tr("A name is missing behind the dot; other names are "
                                           "written as ['name']."));
                steps.emplace_back(m_text.mid(begin, m_at - begin));
            } else if (c == QLatin1Char('[')) {
                auto step = bracket();
                if (!step)
                    return tl::unexpected(step.error());
                steps.push_back(std::move(*step));
            } else {
                --m_at;
                return wrong(Words::tr("A dot or a bracket is missing."));
            }
        }
        return steps;
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(const QString &sentence) const
    {
        return failure(Error::Kind::Usage, Words::tr("Column %1: %2").arg(m_at + 1).arg(sentence),
                       {}, static_cast<int>(m_at));
    }

    Result<std::variant<QString, qint64>> bracket()
    {
        const QChar quote = m_at < m_text.size() ? m_text.at(m_at) : QChar();
        std::variant<QString, qint64> step;
        if (quote == QLatin1Char('\'') || quote == QLatin1Char('"')) {
            QString name;
            for (++m_at; m_at < m_text.size() && m_text.at(m_at) != quote; ++m_at) {
                if (m_text.at(m_at) == QLatin1Char('\\') && m_at + 1 < m_text.size())
                    ++m_at;
                name += m_text.at(m_at);
            }
            if (m_at == m_text.size())
                return wrong(Words::tr("The closing quotation mark is missing."));
            ++m_at;
            step = name;
        } else {
            const qsizetype begin = m_at;
            while (m_at < m_text.size() && m_text.at(m_at) != QLatin1Char(']'))
                ++m_at;
            const QString digits = m_text.mid(begin, m_at - begin);
            bool isNumber = false;
            const qint64 index = digits.toLongLong(&isNumber);
            if (!isNumber || digits.startsWith(QLatin1Char('+'))) {
                m_at = begin;
                return wrong(Words::tr("In brackets stands a number or a name in quotation marks; "
                                       "only paths to one value are possible."));
            }
            step = index;
        }
        if (m_at >= m_text.size() || m_text.at(m_at) != QLatin1Char(']'))
            return wrong(Words::tr("The closing bracket is missing."));
        ++m_at;
        return step;
    }

    QString m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<JsonPath> JsonPath::parse(const QString &text)
{
    auto steps = PathReader(text.trimmed()).run();
    if (!steps)
        return tl::unexpected(std::move(steps.error()));
    JsonPath path;
    path.m_steps = std::move(*steps);
    return path;
}

JsonPath JsonPath::to(const Decoded &decoded, std::int32_t index)
{
    JsonPath path;
    while (index > 0 && std::size_t(index) < decoded.nodes.size()) {
        const Node &node = decoded.nodes[std::size_t(index)];
        if (node.index >= 0)
            path.m_steps.emplace_back(qint64(node.index));
        else
            path.m_steps.emplace_back(node.name);
        index = node.parent;
    }
    std::reverse(path.m_steps.begin(), path.m_steps.end());
    return path;
}

QString JsonPath::toString() const
{
    QString text = QStringLiteral("$");
    for (const auto &step : m_steps) {
        if (const auto *index = std::get_if<qint64>(&step)) {
            text += QStringLiteral("[%1]").arg(*index);
            continue;
        }
        QString name = std::get<QString>(step);
        if (!name.isEmpty() && isNameFirst(name.front()) &&
            std::all_of(name.begin(), name.end(), isNameCharacter)) {
            text += QLatin1Char('.') + name;
            continue;
        }
        name.replace(QLatin1Char('\\'), QLatin1String("\\\\"))
            .replace(QLatin1Char('\''), QLatin1String("\\'"));
        text += QLatin1String("['") + name + QLatin1String("']");
    }
    return text;
}

const Node *JsonPath::find(const Decoded &decoded) const
{
    if (decoded.nodes.empty())
        return nullptr;
    const Node *at = &decoded.nodes.front();
    for (const auto &step : m_steps) {
        const auto *index = std::get_if<qint64>(&step);
        qint64 wanted = index ? *index : 0;
        if (index && wanted < 0)
            wanted += at->children;
        if (index ? at->type != Node::Type::Array : at->type != Node::Type::Object)
            return nullptr;
        std::int32_t child = at->firstChild;
        while (child >= 0) {
            const Node &node = decoded.nodes[std::size_t(child)];
            if (index ? node.index == wanted : node.name == std::get<QString>(step))
                break;
            child = node.nextSibling;
        }
        if (child < 0)
            return nullptr;
        at = &decoded.nodes[std::size_t(child)];
    }
    return at;
}

std::optional<double> numberIn(std::string_view text)
{
    constexpr std::string_view kSpace = " \t\r\n";
    constexpr std::size_t kLongest = 200;
    text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
    while (!text.empty() && kSpace.find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    if (text.empty() || text.size() > kLongest)
        return std::nullopt;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower == "true" || lower == "on")
        return 1.0;
    if (lower == "false" || lower == "off")
        return 0.0;
    if (text.front() == '+')
        text.remove_prefix(1);
    if (text.empty() ||
        (text.front() != '-' && text.front() != '.' && (text.front() < '0' || text.front() > '9')))
        return std::nullopt; // "inf" and "nan" are words
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc())
        return std::nullopt;
    const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
    // A unit may follow, "21.5 °C"; a date, an address or a version is no number.
    if (!rest.empty() &&
        (rest.front() == '.' || rest.front() == '-' || rest.front() == ':' || rest.front() == '/' ||
         rest.front() == ',' || rest.find_first_of("0123456789") != std::string_view::npos))
        return std::nullopt;
    return value;
}

std::optional<double> numberAt(const Decoded &decoded, const JsonPath &path)
{
    if (decoded.nodes.empty()) {
        if (path.toString() != QLatin1String("$"))
            return std::nullopt;
        const QByteArray text = decoded.text.left(256).toUtf8();
        return numberIn({text.constData(), std::size_t(text.size())});
    }
    const Node *node = path.find(decoded);
    if (!node)
        return std::nullopt;
    if (node->number)
        return node->number;
    if (node->type != Node::Type::String)
        return std::nullopt;
    const QByteArray text = node->text.left(256).toUtf8();
    return numberIn({text.constData(), std::size_t(text.size())});
}

} // namespace Portolan::Payload
