// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/treewriter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Portolan::Payload {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Payload)
};

constexpr int kMostNotes = 20;

// The length of the character that begins here, 0 where none does (RFC 3629, section 4).
int characterAt(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80)
        return 1;
    const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + static_cast<std::size_t>(length) > bytes.size())
        return 0;
    for (int i = 1; i < length; ++i) {
        if ((byte(at + static_cast<std::size_t>(i)) & 0xc0U) != 0x80)
            return 0;
    }
    const unsigned char second = byte(at + 1);
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
        (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f))
        return 0;
    return length;
}

void appendQuoted(QString &out, const QString &text)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    out += QLatin1Char('"');
    for (const QChar c : text) {
        switch (c.unicode()) {
        case '"':
            out += QLatin1String("\\\"");
            break;
        case '\\':
            out += QLatin1String("\\\\");
            break;
        case '\n':
            out += QLatin1String("\\n");
            break;
        case '\r':
            out += QLatin1String("\\r");
            break;
        case '\t':
            out += QLatin1String("\\t");
            break;
        default:
            if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0)) {
                out += QLatin1String("\\u00");
                out += QLatin1Char(kDigits[c.unicode() >> 4U]);
                out += QLatin1Char(kDigits[c.unicode() & 0xfU]);
            } else {
                out += c;
            }
        }
    }
    out += QLatin1Char('"');
}

} // namespace

tl::unexpected<Error> fault(const QString &what, std::int64_t offset)
{
    return failure(Error::Kind::Protocol, what,
                   Words::tr("At byte %1.").arg(QLocale::c().toString(qlonglong(offset))),
                   static_cast<int>(std::min<std::int64_t>(offset, 0x7fffffff)));
}

tl::unexpected<Error> endsEarly(std::int64_t offset)
{
    return fault(Words::tr("The payload ends in the middle of a value."), offset);
}

QString realText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-Infinity") : QStringLiteral("Infinity");
    QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    if (value == 0 && std::signbit(value))
        text = QStringLiteral("-0");
    if (!text.contains(QLatin1Char('.')) && !text.contains(QLatin1Char('e')))
        text += QLatin1String(".0");
    return text;
}

QString timeText(std::int64_t milliseconds)
{
    constexpr std::int64_t kYear1 = -62'135'596'800'000;
    constexpr std::int64_t kYear10000 = 253'402'300'800'000;
    if (milliseconds < kYear1 || milliseconds >= kYear10000)
        return {};
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::size_t utf8Length(std::string_view bytes)
{
    std::size_t at = 0;
    while (at < bytes.size()) {
        const int length = characterAt(bytes, at);
        if (length == 0)
            break;
        at += static_cast<std::size_t>(length);
    }
    return at;
}

bool isUtf8(std::string_view bytes, bool mayBeHead)
{
    const std::string_view rest = bytes.substr(utf8Length(bytes));
    if (rest.empty())
        return true;
    // A character that the end cut off.
    return mayBeHead && rest.size() < 4 && static_cast<unsigned char>(rest.front()) >= 0xc2 &&
           std::all_of(rest.begin() + 1, rest.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80; });
}

TreeWriter::TreeWriter(Kind kind, std::string_view bytes, const Options &options)
    : m_options(options)
{
    m_decoded.kind = kind;
    m_decoded.size = std::max<std::uint64_t>(bytes.size(), options.size);
    m_isHead = m_decoded.size > bytes.size();
    m_decoded.cut = m_isHead;
}

bool TreeWriter::inObject() const
{
    return !m_open.empty() &&
           m_decoded.nodes[static_cast<std::size_t>(m_open.back())].type == Type::Object;
}

bool TreeWriter::add(Node node, bool container)
{
    if (m_full || static_cast<int>(m_decoded.nodes.size()) >= m_options.limits.nodes ||
        (container && depth() >= m_options.limits.depth)) {
        if (!m_full)
            note(container && depth() >= m_options.limits.depth
                     ? tr("It is nested too deeply; what is below was left out.")
                     : tr("It has too many values; the rest was left out."));
        m_full = true;
        m_decoded.cut = true;
        return false;
    }
    const auto index = static_cast<std::int32_t>(m_decoded.nodes.size());
    if (!m_open.empty()) {
        node.parent = m_open.back();
        Node &parent = m_decoded.nodes[static_cast<std::size_t>(node.parent)];
        if (parent.type == Type::Object) {
            node.name = std::move(m_key);
            node.isTextKey = m_keyIsText;
        } else {
            node.index = parent.children;
        }
        ++parent.children;
        if (m_lastChild.back() < 0)
            parent.firstChild = index;
        else
            m_decoded.nodes[static_cast<std::size_t>(m_lastChild.back())].nextSibling = index;
        m_lastChild.back() = index;
    }
    m_key.clear();
    m_decoded.nodes.push_back(std::move(node));
    if (container) {
        m_open.push_back(index);
        m_lastChild.push_back(-1);
    }
    return true;
}

bool TreeWriter::open(Type type, std::int64_t offset, const QString &tag)
{
    Node node;
    node.type = type;
    node.offset = offset;
    node.tag = tag;
    return add(std::move(node), true);
}

void TreeWriter::close()
{
    const Node &closed = m_decoded.nodes[static_cast<std::size_t>(m_open.back())];
    // RFC 8259, section 4: names should be unique. Both are shown; a person is told.
    if (closed.type == Type::Object && closed.children > 1) {
        std::vector<QStringView> names;
        names.reserve(static_cast<std::size_t>(closed.children));
        for (std::int32_t child = closed.firstChild; child >= 0;
             child = m_decoded.nodes[static_cast<std::size_t>(child)].nextSibling)
            names.emplace_back(m_decoded.nodes[static_cast<std::size_t>(child)].name);
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice != names.end())
            note(tr("A key stands more than once in the same object: %1")
                     .arg(twice->left(80).toString()));
    }
    m_open.pop_back();
    m_lastChild.pop_back();
}

bool TreeWriter::leaf(Type type, std::int64_t offset, QString text, std::optional<double> number,
                      const QString &tag)
{
    Node node;
    node.type = type;
    node.offset = offset;
    node.text = std::move(text);
    node.number = number;
    node.tag = tag;
    if (node.text.size() > m_options.limits.nodeText) {
        node.text.truncate(m_options.limits.nodeText);
        node.text += QChar(0x2026);
        m_decoded.cut = true;
    }
    return add(std::move(node), false);
}

void TreeWriter::note(const QString &sentence)
{
    if (m_decoded.notes.size() < kMostNotes && !m_decoded.notes.contains(sentence))
        m_decoded.notes.append(sentence);
}

QString TreeWriter::text(std::string_view utf8, std::int64_t offset)
{
    // Of more than is kept only a little more is read, so that leaf() sees that it was cut.
    const auto most = static_cast<std::size_t>(m_options.limits.nodeText) * 4 + 4;
    const std::string_view head = utf8.substr(0, most);
    if (isUtf8(head, head.size() < utf8.size()))
        return QString::fromUtf8(head.data(), static_cast<qsizetype>(head.size()));
    if (!m_brokenTextNoted)
        note(tr("A text is not UTF-8 (at byte %1): its other bytes are written as \\xNN.")
                 .arg(offset));
    m_brokenTextNoted = true;
    QString text;
    std::size_t good = 0;
    const auto flush = [&](std::size_t end) {
        text += QString::fromUtf8(head.data() + good, static_cast<qsizetype>(end - good));
    };
    for (std::size_t at = 0; at < head.size();) {
        const int length = characterAt(head, at);
        if (length > 0) {
            at += static_cast<std::size_t>(length);
            continue;
        }
        flush(at);
        text += QStringLiteral("\\x%1").arg(uint(static_cast<unsigned char>(head[at])), 2, 16,
                                            QLatin1Char('0'));
        good = ++at;
    }
    flush(head.size());
    return text;
}

QString TreeWriter::hex(std::string_view bytes)
{
    const auto most = static_cast<std::size_t>(m_options.limits.nodeText) / 2 + 1;
    return QString::fromLatin1(
        QByteArray(bytes.data(), static_cast<qsizetype>(std::min(bytes.size(), most))).toHex());
}

QString TreeWriter::written() const
{
    QString out;
    const auto &nodes = m_decoded.nodes;
    const qsizetype most = m_options.limits.text;
    // Depth-first without recursion: down to the first child, along siblings, up again.
    std::int32_t at = nodes.empty() ? -1 : 0;
    int depth = 0;
    const auto indent = [&] { out += QString(2 * depth, QLatin1Char(' ')); };
    while (at >= 0 && out.size() < most) {
        const Node &node = nodes[static_cast<std::size_t>(at)];
        indent();
        if (node.parent >= 0 && node.index < 0) {
            appendQuoted(out, node.name);
            out += QLatin1String(": ");
        }
        if (!node.tag.isEmpty()) {
            out += node.tag;
            out += QLatin1Char(' ');
        }
        const bool isContainer = node.type == Type::Object || node.type == Type::Array;
        if (isContainer)
            out += QLatin1Char(node.type == Type::Object ? '{' : '[');
        else if (node.type == Type::String)
            appendQuoted(out, node.text);
        else if (node.type == Type::Bytes)
            out += QLatin1String("h'") + node.text + QLatin1Char('\'');
        else
            out += node.text;
        if (isContainer && node.firstChild >= 0) {
            out += QLatin1Char('\n');
            ++depth;
            at = node.firstChild;
            continue;
        }
        if (isContainer)
            out += QLatin1Char(node.type == Type::Object ? '}' : ']');
        std::int32_t done = at;
        while (done >= 0 && nodes[static_cast<std::size_t>(done)].nextSibling < 0) {
            done = nodes[static_cast<std::size_t>(done)].parent;
            if (done < 0)
                break;
            --depth;
            out += QLatin1Char('\n');
            indent();
            out +=
                QLatin1Char(nodes[static_cast<std::size_t>(done)].type == Type::Object ? '}' : ']');
        }
        if (done < 0)
            break;
        out += QLatin1String(",\n");
        at = nodes[static_cast<std::size_t>(done)].nextSibling;
    }
    return out;
}

Decoded TreeWriter::take()
{
    return takeWithText(written());
}

Decoded TreeWriter::takeWithText(QString text)
{
    if (text.size() >= m_options.limits.text) {
        text.truncate(m_options.limits.text);
        m_decoded.cut = true;
    }
    m_decoded.text = std::move(text);
    if (m_decoded.cut && !m_decoded.text.endsWith(QChar(0x2026)))
        m_decoded.text += QLatin1Char('\n') + QString(QChar(0x2026));
    return std::move(m_decoded);
}

} // namespace Portolan::Payload
