// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/sparkplug.h"
#include "core/payload/treewriter.h"
#include "core/payload/wire.h"

#include <array>
#include <optional>
#include <vector>

// Sparkplug 3.0.0, chapter 6 "Payloads"; the numbers of fields and types are those of the Protobuf
// schema there.
namespace Portolan::Payload {

namespace {

using Type = WireField::Type;

constexpr int kMostNesting = 16; // templates in templates, property sets in property sets

constexpr std::array<const char *, 35> kDataTypes{"Unknown",      "Int8",
                                                  "Int16",        "Int32",
                                                  "Int64",        "UInt8",
                                                  "UInt16",       "UInt32",
                                                  "UInt64",       "Float",
                                                  "Double",       "Boolean",
                                                  "String",       "DateTime",
                                                  "Text",         "UUID",
                                                  "DataSet",      "Bytes",
                                                  "File",         "Template",
                                                  "PropertySet",  "PropertySetList",
                                                  "Int8Array",    "Int16Array",
                                                  "Int32Array",   "Int64Array",
                                                  "UInt8Array",   "UInt16Array",
                                                  "UInt32Array",  "UInt64Array",
                                                  "FloatArray",   "DoubleArray",
                                                  "BooleanArray", "StringArray",
                                                  "DateTimeArray"};

enum DataType : std::uint64_t {
    Int8 = 1,
    Int16 = 2,
    Int32 = 3,
    Int64 = 4,
    Boolean = 11,
    DateTime = 13,
    Bytes = 17,
};

// The shape of a message: what its fields are made of, so that anything else is not taken for one.
enum class Shape : std::uint8_t {
    Payload,
    Metric,
    MetaData,
    PropertySet,
    PropertyValue,
    PropertySetList,
    DataSet,
    Row,
    Value,
    Template,
    Parameter,
    None,
};
struct Field
{
    std::uint32_t number;
    Type type;
    Shape shape = Shape::None;
};

const std::vector<Field> &fieldsOf(Shape shape)
{
    constexpr Type v = Type::Varint;
    constexpr Type b = Type::Bytes;
    constexpr Type f = Type::Fixed32;
    constexpr Type d = Type::Fixed64;
    static const std::array<std::vector<Field>, 12> kShapes{{
        {{1, v}, {2, b, Shape::Metric}, {3, v}, {4, b}, {5, b}},
        {{1, b},
         {2, v},
         {3, v},
         {4, v},
         {5, v},
         {6, v},
         {7, v},
         {8, b, Shape::MetaData},
         {9, b, Shape::PropertySet},
         {10, v},
         {11, v},
         {12, f},
         {13, d},
         {14, v},
         {15, b},
         {16, b},
         {17, b, Shape::DataSet},
         {18, b, Shape::Template},
         {19, b}},
        {{1, v}, {2, b}, {3, v}, {4, v}, {5, b}, {6, b}, {7, b}, {8, b}},
        {{1, b}, {2, b, Shape::PropertyValue}},
        {{1, v},
         {2, v},
         {3, v},
         {4, v},
         {5, f},
         {6, d},
         {7, v},
         {8, b},
         {9, b, Shape::PropertySet},
         {10, b, Shape::PropertySetList},
         {11, b}},
        {{1, b, Shape::PropertySet}},
        {{1, v}, {2, b}, {3, v}, {4, b, Shape::Row}},
        {{1, b, Shape::Value}},
        {{1, v}, {2, v}, {3, f}, {4, d}, {5, v}, {6, b}, {7, b}},
        {{1, b}, {2, b, Shape::Metric}, {3, b, Shape::Parameter}, {4, b}, {5, v}},
        {{1, b}, {2, v}, {3, v}, {4, v}, {5, f}, {6, d}, {7, v}, {8, b}, {9, b}},
        {},
    }};
    return kShapes[static_cast<std::size_t>(shape)];
}

bool fits(std::string_view bytes, Shape shape, int nesting)
{
    if (nesting > kMostNesting)
        return false;
    WireReader reader(bytes);
    while (const auto field = reader.next()) {
        const Field *known = nullptr;
        for (const Field &candidate : fieldsOf(shape)) {
            if (candidate.number == field->number)
                known = &candidate;
        }
        if (!known) {
            // The schema leaves room for extensions behind the known fields, not between them.
            const auto &fields = fieldsOf(shape);
            if (fields.empty() || field->number < fields.back().number)
                return false;
            continue;
        }
        // The types of a data set may be packed.
        const bool isPacked =
            shape == Shape::DataSet && field->number == 3 && field->type == Type::Bytes;
        if (field->type != known->type && !isPacked)
            return false;
        if (known->shape != Shape::None && !fits(field->bytes, known->shape, nesting + 1))
            return false;
    }
    return !reader.isBroken();
}

std::vector<std::string_view> levels(std::string_view topic)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; parts.size() < 6;) {
        const std::size_t slash = topic.find('/', begin);
        parts.push_back(topic.substr(begin, slash - begin));
        if (slash == std::string_view::npos)
            break;
        begin = slash + 1;
    }
    return parts;
}

std::string nodeOf(std::string_view topic)
{
    const auto parts = levels(topic);
    return parts.size() < 4 ? std::string() : std::string(parts[1]) + '/' + std::string(parts[3]);
}

// What a Metric, Parameter, PropertyValue or DataSetValue says, found before anything is written.
struct Value
{
    std::string_view name = {};
    std::optional<std::uint64_t> alias = {};
    std::optional<std::uint64_t> timestamp = {};
    std::uint64_t dataType = 0;
    bool isHistorical = false;
    bool isTransient = false;
    bool isNull = false;
    std::optional<WireField> metadata = {};
    std::optional<WireField> properties = {};
    std::optional<WireField> value = {};
    int kind = -1; // of the value: 0 int, 1 long, 2 float, 3 double, 4 boolean, 5 string, then more
};

class SparkplugReader
{
public:
    SparkplugReader(TreeWriter &writer, const Options &options)
        : m_writer(writer)
        , m_options(options)
        , m_topic(options.topic.toStdString())
    {
    }

    void payload(std::string_view bytes)
    {
        (void)m_writer.open(Node::Type::Object, 0);
        std::vector<WireField> metrics;
        WireReader reader(bytes);
        while (const auto field = reader.next()) {
            switch (field->number) {
            case 1:
                writeTime("timestamp", *field);
                break;
            case 2:
                metrics.push_back(*field);
                break;
            case 3:
                writeInteger("seq", *field);
                break;
            case 4:
                writeText("uuid", *field);
                break;
            case 5:
                m_writer.key(QStringLiteral("body"));
                (void)m_writer.leaf(Node::Type::Bytes, field->inside, m_writer.hex(field->bytes));
                break;
            default:
                break;
            }
        }
        writeMetrics(metrics, 0);
        close();
        if (m_unknownAliases > 0)
            m_writer.note(TreeWriter::tr("%n metrics have an alias whose name was told in a birth "
                                         "message that was not received.",
                                         nullptr, m_unknownAliases));
    }

private:
    void close()
    {
        if (!m_writer.full())
            m_writer.close();
    }
    void writeTime(const char *name, const WireField &field)
    {
        m_writer.key(QString::fromLatin1(name));
        time(field);
    }
    void time(const WireField &field)
    {
        const QString text = timeText(static_cast<std::int64_t>(field.value));
        (void)m_writer.leaf(Node::Type::Time, field.offset,
                            text.isEmpty() ? QString::number(field.value) : text,
                            static_cast<double>(field.value) / 1000.0);
    }
    void writeInteger(const char *name, const WireField &field)
    {
        m_writer.key(QString::fromLatin1(name));
        (void)m_writer.leaf(Node::Type::Integer, field.offset, QString::number(field.value),
                            static_cast<double>(field.value));
    }
    void writeText(const char *name, const WireField &field)
    {
        m_writer.key(QString::fromLatin1(name));
        (void)m_writer.leaf(Node::Type::String, field.inside,
                            m_writer.text(field.bytes, field.inside));
    }
    void writeFlag(const char *name, bool isSet)
    {
        if (!isSet)
            return;
        m_writer.key(QString::fromLatin1(name));
        (void)m_writer.leaf(Node::Type::Bool, 0, QStringLiteral("true"), 1.0);
    }

    void writeMetrics(const std::vector<WireField> &metrics, int nesting)
    {
        m_writer.key(QStringLiteral("metrics"));
        if (!m_writer.open(Node::Type::Array, metrics.empty() ? 0 : metrics.front().offset))
            return;
        for (const WireField &metric : metrics) {
            if (m_writer.full())
                return;
            writeMetric(metric, nesting);
        }
        close();
    }

    // `first` is the number of int_value; the other values follow it.
    static void readValue(Value &value, const WireField &field, std::uint32_t first)
    {
        if (field.number >= first) {
            value.value = field;
            value.kind = static_cast<int>(field.number - first);
        }
    }

    void writeMetric(const WireField &metric, int nesting)
    {
        Value read;
        WireReader reader(metric.bytes, metric.inside);
        while (const auto field = reader.next()) {
            switch (field->number) {
            case 1:
                read.name = field->bytes;
                break;
            case 2:
                read.alias = field->value;
                break;
            case 3:
                read.timestamp = field->value;
                break;
            case 4:
                read.dataType = field->value;
                break;
            case 5:
                read.isHistorical = field->value != 0;
                break;
            case 6:
                read.isTransient = field->value != 0;
                break;
            case 7:
                read.isNull = field->value != 0;
                break;
            case 8:
                read.metadata = *field;
                break;
            case 9:
                read.properties = *field;
                break;
            default:
                readValue(read, *field, 10);
            }
        }
        if (!m_writer.open(Node::Type::Object, metric.offset))
            return;
        QString name = m_writer.text(read.name, metric.inside);
        if (read.name.empty() && read.alias) {
            name = m_options.aliases ? m_options.aliases->name(m_topic, *read.alias) : QString();
            if (name.isEmpty())
                ++m_unknownAliases;
        }
        if (!name.isEmpty()) {
            m_writer.key(QStringLiteral("name"));
            (void)m_writer.leaf(Node::Type::String, metric.inside, name);
        }
        if (read.alias)
            writeInteger("alias", {.value = *read.alias, .offset = metric.inside});
        if (read.timestamp)
            writeTime("timestamp", {.value = *read.timestamp, .offset = metric.inside});
        if (read.dataType != 0) {
            m_writer.key(QStringLiteral("type"));
            (void)m_writer.leaf(Node::Type::String, metric.inside, typeName(read.dataType));
        }
        writeFlag("historical", read.isHistorical);
        writeFlag("transient", read.isTransient);
        m_writer.key(QStringLiteral("value"));
        writeValue(read, metric.offset, 10, nesting);
        if (read.metadata)
            writeMetaData(*read.metadata);
        if (read.properties) {
            m_writer.key(QStringLiteral("properties"));
            writePropertySet(*read.properties, nesting + 1);
        }
        close();
    }

    static QString typeName(std::uint64_t type)
    {
        return type < kDataTypes.size() ? QString::fromLatin1(kDataTypes[type])
                                        : QString::number(type);
    }

    // Chapter 6, data types: signed numbers come as two's complement in unsigned fields.
    static std::int64_t asSigned(const Value &value)
    {
        const std::uint64_t bits = value.value->value;
        switch (value.dataType) {
        case Int8:
            return static_cast<std::int8_t>(bits);
        case Int16:
            return static_cast<std::int16_t>(bits);
        case Int32:
            return static_cast<std::int32_t>(bits);
        default:
            return static_cast<std::int64_t>(bits);
        }
    }

    void writeValue(const Value &value, std::int64_t offset, std::uint32_t first, int nesting)
    {
        using NodeType = Node::Type;
        if (value.isNull || !value.value) {
            (void)m_writer.leaf(NodeType::Null, offset, QStringLiteral("null"));
            return;
        }
        const WireField &field = *value.value;
        switch (value.kind) {
        case 0:
        case 1:
            if (value.dataType == DateTime)
                return time(field);
            if (value.dataType == Boolean)
                return boolean(field);
            if (value.dataType >= Int8 && value.dataType <= Int64) {
                const std::int64_t number = asSigned(value);
                (void)m_writer.leaf(NodeType::Integer, field.offset, QString::number(number),
                                    static_cast<double>(number));
                return;
            }
            (void)m_writer.leaf(NodeType::Integer, field.offset, QString::number(field.value),
                                static_cast<double>(field.value));
            return;
        case 2:
        case 3: {
            const double number = value.kind == 2 ? asFloat(field.value) : asDouble(field.value);
            // As many digits as a float has, not those of the double that holds it.
            const QString text = value.kind == 2 && number == number
                                     ? QString::number(number, 'g', 9)
                                     : realText(number);
            (void)m_writer.leaf(NodeType::Real, field.offset, text, number);
            return;
        }
        case 4:
            return boolean(field);
        case 5:
            (void)m_writer.leaf(NodeType::String, field.inside,
                                m_writer.text(field.bytes, field.inside));
            return;
        default:
            break;
        }
        const bool isMetric = first == 10;
        if (isMetric && value.kind == 7)
            return writeDataSet(field);
        if (isMetric && value.kind == 8)
            return writeTemplate(field, nesting + 1);
        if (first == 3 && value.kind == 6 && m_inProperties)
            return writePropertySet(field, nesting + 1);
        if (first == 3 && value.kind == 7 && m_inProperties)
            return writePropertySets(field, nesting + 1);
        (void)m_writer.leaf(NodeType::Bytes, field.inside, m_writer.hex(field.bytes));
    }

    void boolean(const WireField &field)
    {
        const bool isTrue = field.value != 0;
        (void)m_writer.leaf(Node::Type::Bool, field.offset,
                            isTrue ? QStringLiteral("true") : QStringLiteral("false"),
                            isTrue ? 1.0 : 0.0);
    }

    void writeMetaData(const WireField &metadata)
    {
        m_writer.key(QStringLiteral("metadata"));
        if (!m_writer.open(Node::Type::Object, metadata.offset))
            return;
        static constexpr const char *kNames[] = {"",          "multi_part", "content_type",
                                                 "size",      "seq",        "file_name",
                                                 "file_type", "md5",        "description"};
        WireReader reader(metadata.bytes, metadata.inside);
        while (const auto field = reader.next()) {
            if (field->number > 8)
                continue;
            if (field->type == Type::Bytes)
                writeText(kNames[field->number], *field);
            else
                writeInteger(kNames[field->number], *field);
        }
        close();
    }

    void writePropertySets(const WireField &list, int nesting)
    {
        if (!m_writer.open(Node::Type::Array, list.offset))
            return;
        WireReader reader(list.bytes, list.inside);
        while (const auto field = reader.next()) {
            if (m_writer.full())
                return;
            if (field->number == 1)
                writePropertySet(*field, nesting + 1);
        }
        close();
    }

    void writePropertySet(const WireField &set, int nesting)
    {
        if (!m_writer.open(Node::Type::Object, set.offset))
            return;
        std::vector<WireField> keys;
        std::vector<WireField> values;
        WireReader reader(set.bytes, set.inside);
        while (const auto field = reader.next()) {
            if (field->number == 1)
                keys.push_back(*field);
            else if (field->number == 2)
                values.push_back(*field);
        }
        for (std::size_t i = 0; i < std::max(keys.size(), values.size()); ++i) {
            if (m_writer.full())
                return;
            m_writer.key(i < keys.size() ? m_writer.text(keys[i].bytes, keys[i].inside)
                                         : QStringLiteral("?"));
            Value value;
            WireReader inside(i < values.size() ? values[i].bytes : std::string_view());
            while (const auto field = inside.next()) {
                if (field->number == 1)
                    value.dataType = field->value;
                else if (field->number == 2)
                    value.isNull = field->value != 0;
                else
                    readValue(value, *field, 3);
            }
            const bool before = std::exchange(m_inProperties, true);
            if (nesting <= kMostNesting)
                writeValue(value, set.offset, 3, nesting);
            m_inProperties = before;
        }
        close();
    }

    void writeDataSet(const WireField &set)
    {
        if (!m_writer.open(Node::Type::Object, set.offset))
            return;
        std::vector<WireField> columns;
        std::vector<std::uint64_t> types;
        std::vector<WireField> rows;
        WireReader reader(set.bytes, set.inside);
        while (const auto field = reader.next()) {
            if (field->number == 2) {
                columns.push_back(*field);
            } else if (field->number == 3 && field->type == Type::Varint) {
                types.push_back(field->value);
            } else if (field->number == 3) {
                ByteReader packed(field->bytes);
                while (const auto type = WireReader::varint(packed))
                    types.push_back(*type);
            } else if (field->number == 4) {
                rows.push_back(*field);
            }
        }
        m_writer.key(QStringLiteral("columns"));
        if (!m_writer.open(Node::Type::Array, set.offset))
            return;
        for (const WireField &column : columns)
            (void)m_writer.leaf(Node::Type::String, column.inside,
                                m_writer.text(column.bytes, column.inside));
        close();
        m_writer.key(QStringLiteral("rows"));
        if (!m_writer.open(Node::Type::Array, set.offset))
            return;
        for (const WireField &row : rows) {
            if (!m_writer.open(Node::Type::Array, row.offset))
                return;
            WireReader cells(row.bytes, row.inside);
            for (std::size_t i = 0; const auto cell = cells.next(); ++i) {
                if (cell->number != 1 || cell->type != Type::Bytes)
                    continue;
                Value value;
                value.dataType = i < types.size() ? types[i] : 0;
                WireReader inside(cell->bytes, cell->inside);
                while (const auto field = inside.next())
                    readValue(value, *field, 1);
                writeValue(value, cell->offset, 1, 0);
            }
            close();
        }
        close();
        close();
    }

    void writeTemplate(const WireField &made, int nesting)
    {
        if (!m_writer.open(Node::Type::Object, made.offset))
            return;
        std::vector<WireField> metrics;
        std::vector<WireField> parameters;
        WireReader reader(made.bytes, made.inside);
        while (const auto field = reader.next()) {
            if (field->number == 1)
                writeText("version", *field);
            else if (field->number == 2)
                metrics.push_back(*field);
            else if (field->number == 3)
                parameters.push_back(*field);
            else if (field->number == 4)
                writeText("template_ref", *field);
            else if (field->number == 5)
                writeFlag("definition", field->value != 0);
        }
        if (!parameters.empty()) {
            m_writer.key(QStringLiteral("parameters"));
            if (!m_writer.open(Node::Type::Object, made.offset))
                return;
            for (const WireField &parameter : parameters) {
                Value value;
                WireReader inside(parameter.bytes, parameter.inside);
                while (const auto field = inside.next()) {
                    if (field->number == 1)
                        value.name = field->bytes;
                    else if (field->number == 2)
                        value.dataType = field->value;
                    else
                        readValue(value, *field, 3);
                }
                m_writer.key(m_writer.text(value.name, parameter.inside));
                const bool before = std::exchange(m_inProperties, false);
                writeValue(value, parameter.offset, 3, nesting);
                m_inProperties = before;
            }
            close();
        }
        writeMetrics(metrics, nesting);
        close();
    }

    TreeWriter &m_writer;
    const Options &m_options;
    std::string m_topic;
    int m_unknownAliases = 0;
    bool m_inProperties = false;
};

} // namespace

bool isSparkplugTopic(std::string_view topic)
{
    if (!topic.starts_with("spBv1.0/"))
        return false;
    const auto parts = levels(topic);
    if (parts.size() < 4 || parts.size() > 5 || parts[1].empty() || parts[3].empty())
        return false;
    const std::string_view type = parts[2];
    const bool ofDevice = type == "DBIRTH" || type == "DDEATH" || type == "DDATA" || type == "DCMD";
    const bool ofNode = type == "NBIRTH" || type == "NDEATH" || type == "NDATA" || type == "NCMD";
    return parts.size() == 5 ? ofDevice && !parts[4].empty() : ofNode;
}

bool isSparkplug(std::string_view bytes)
{
    if (bytes.empty() || !fits(bytes, Shape::Payload, 0))
        return false;
    WireReader reader(bytes);
    while (const auto field = reader.next()) {
        if (field->number <= 3)
            return true;
    }
    return false;
}

bool SparkplugAliases::learn(std::string_view topic, std::string_view payload)
{
    const auto parts = levels(topic);
    if (!isSparkplugTopic(topic) || (parts[2] != "NBIRTH" && parts[2] != "DBIRTH") ||
        !isSparkplug(payload))
        return false;
    const std::string node = nodeOf(topic);
    // A birth of the node begins again: its old aliases mean nothing any more.
    if (parts[2] == "NBIRTH") {
        if (const auto known = m_byNode.find(node); known != m_byNode.end()) {
            m_count -= static_cast<std::size_t>(known->second.size());
            m_byNode.erase(known);
        }
    }
    bool learned = false;
    WireReader reader(payload);
    while (const auto metric = reader.next()) {
        if (metric->number != 2)
            continue;
        std::string_view name;
        std::optional<std::uint64_t> alias;
        WireReader inside(metric->bytes);
        while (const auto field = inside.next()) {
            if (field->number == 1)
                name = field->bytes;
            else if (field->number == 2)
                alias = field->value;
        }
        if (!alias || name.empty() || name.size() > 4096 || m_count >= kMostAliases)
            continue;
        auto &names = m_byNode[node];
        const auto before = names.size();
        names.insert(*alias, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        m_count += static_cast<std::size_t>(names.size() - before);
        learned = true;
    }
    return learned;
}

QString SparkplugAliases::name(std::string_view topic, std::uint64_t alias) const
{
    const auto node = m_byNode.find(nodeOf(topic));
    return node == m_byNode.end() ? QString() : node->second.value(alias);
}

Result<Decoded> decodeSparkplug(std::string_view bytes, const Options &options)
{
    TreeWriter writer(Kind::Sparkplug, bytes, options);
    if (writer.isHead())
        return failure(Error::Kind::Protocol,
                       TreeWriter::tr("Only the head of the payload was kept; Sparkplug needs all "
                                      "of it."));
    if (!isSparkplug(bytes))
        return fault(TreeWriter::tr("It is not a payload of Sparkplug B."), 0);
    SparkplugReader(writer, options).payload(bytes);
    return writer.take();
}

} // namespace Portolan::Payload
