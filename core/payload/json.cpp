// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/jsonscanner.h"
#include "core/payload/treewriter.h"

#include <QByteArray>

namespace Portolan::Payload {

namespace {

class Builder final : public JsonEvents
{
public:
    explicit Builder(TreeWriter &writer)
        : m_writer(writer)
    {
    }

    bool beginObject(std::int64_t offset) override
    {
        return m_writer.open(Node::Type::Object, offset);
    }
    bool beginArray(std::int64_t offset) override
    {
        return m_writer.open(Node::Type::Array, offset);
    }
    bool endObject(std::int64_t) override { return end(); }
    bool endArray(std::int64_t) override { return end(); }
    bool key(std::string_view name, std::int64_t offset) override
    {
        m_writer.key(m_writer.text(name, offset));
        return true;
    }
    bool string(std::string_view text, std::int64_t offset) override
    {
        return m_writer.leaf(Node::Type::String, offset, m_writer.text(text, offset));
    }
    bool number(std::string_view written, bool isInteger, std::int64_t offset) override
    {
        // All digits stay in the text; the double is for charts (RFC 8259, section 6).
        const double value =
            QByteArray::fromRawData(written.data(), static_cast<qsizetype>(written.size()))
                .toDouble();
        return m_writer.leaf(
            isInteger ? Node::Type::Integer : Node::Type::Real, offset,
            QString::fromLatin1(written.data(), static_cast<qsizetype>(written.size())), value);
    }
    bool literal(std::string_view word, std::int64_t offset) override
    {
        if (word == "null")
            return m_writer.leaf(Node::Type::Null, offset, QStringLiteral("null"));
        const bool value = word == "true";
        return m_writer.leaf(Node::Type::Bool, offset,
                             value ? QStringLiteral("true") : QStringLiteral("false"),
                             value ? 1.0 : 0.0);
    }

private:
    bool end()
    {
        m_writer.close();
        return true;
    }

    TreeWriter &m_writer;
};

} // namespace

Result<Decoded> decodeJson(std::string_view bytes, const Options &options)
{
    TreeWriter writer(Kind::Json, bytes, options);
    Builder builder(writer);
    // One level more than the tree may have: there the writer says that it is full, and what was
    // read so far is shown.
    const auto end = scanJson(bytes, builder, options.limits.depth + 1, writer.isHead());
    if (!end)
        return tl::unexpected(end.error());
    if (bytes.starts_with("\xef\xbb\xbf"))
        writer.note(TreeWriter::tr("It begins with a byte order mark."));
    if (*end != JsonEnd::Complete)
        writer.cut();
    return writer.take();
}

} // namespace Portolan::Payload
