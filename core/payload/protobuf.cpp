// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/payload/protoschema.h"
#include "core/payload/treewriter.h"
#include "core/payload/wire.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

// The library's headers do not pass our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <google/protobuf/compiler/importer.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/descriptor_database.h>
#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/unknown_field_set.h>
#pragma GCC diagnostic pop

namespace Portolan::Payload {

namespace pb = google::protobuf;

namespace {

constexpr int kMostMessageDepth = 64;
constexpr int kMostFaults = 200;

class Collector final : public pb::compiler::MultiFileErrorCollector
{
public:
    void AddError(const std::string &file, int line, int column,
                  const std::string &message) override
    {
        if (faults.size() < kMostFaults)
            faults.append({QString::fromStdString(file), line + 1, line < 0 ? 0 : column + 1,
                           QString::fromStdString(message)});
    }
    QList<ProtoSchema::Fault> faults;
};

// How deep brackets stand in each other, outside of comments and strings.
int bracketDepth(std::string_view proto)
{
    int depth = 0;
    int deepest = 0;
    for (std::size_t i = 0; i < proto.size(); ++i) {
        const char c = proto[i];
        const char next = i + 1 < proto.size() ? proto[i + 1] : '\0';
        if (c == '/' && next == '/') {
            i = std::min(proto.find('\n', i), proto.size());
        } else if (c == '/' && next == '*') {
            const std::size_t end = proto.find("*/", i + 2);
            i = end == std::string_view::npos ? proto.size() : end + 1;
        } else if (c == '"' || c == '\'') {
            // A string ends with its line, as the compiler sees it.
            for (++i; i < proto.size() && proto[i] != c && proto[i] != '\n'; ++i)
                i += proto[i] == '\\' ? 1 : 0;
        } else if (c == '{' || c == '[' || c == '(' || c == '<') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']' || c == ')' || c == '>') {
            depth = std::max(depth - 1, 0);
        }
    }
    return deepest;
}

// Files below one folder, and nothing else: no links that lead out of it, nothing that the compiler
// of the library would not survive (it recurses along brackets), not too many.
class FolderTree final : public pb::compiler::SourceTree
{
public:
    void setRoot(const QDir &root) { m_root = root.canonicalPath() + QLatin1Char('/'); }

    pb::io::ZeroCopyInputStream *Open(const std::string &name) override
    {
        const QString path = QFileInfo(m_root + QString::fromStdString(name)).canonicalFilePath();
        QFile file(path);
        if (!path.startsWith(m_root) || !file.open(QIODevice::ReadOnly)) {
            m_fault = QCoreApplication::translate("Portolan::Payload",
                                                  "There is no such file in the folder.");
            return nullptr;
        }
        if (++m_opened > kMostOpened) {
            m_fault = QCoreApplication::translate("Portolan::Payload", "There are too many files.");
            return nullptr;
        }
        QByteArray bytes = file.read(ProtoSchema::kMostFileBytes + 1);
        if (bytes.size() > ProtoSchema::kMostFileBytes) {
            m_fault = QCoreApplication::translate("Portolan::Payload", "The file is too large.");
            return nullptr;
        }
        if (bracketDepth({bytes.constData(), static_cast<std::size_t>(bytes.size())}) >
            kMostBrackets) {
            m_fault = QCoreApplication::translate("Portolan::Payload", "It is nested too deeply.");
            return nullptr;
        }
        return new Content(std::move(bytes));
    }
    std::string GetLastErrorMessage() override { return m_fault.toStdString(); }

private:
    static constexpr int kMostBrackets = 48;
    static constexpr int kMostOpened = ProtoSchema::kMostFiles;

    struct Bytes
    {
        QByteArray bytes;
    };
    // What it reads from is made before it, and lives as long.
    class Content final : private Bytes, public pb::io::ArrayInputStream
    {
    public:
        explicit Content(QByteArray content)
            : Bytes{std::move(content)}
            , ArrayInputStream(bytes.constData(), static_cast<int>(bytes.size()))
        {
        }
    };

    QString m_root;
    QString m_fault;
    int m_opened = 0;
};

void collectTypes(const pb::Descriptor &type, QStringList &names, int depth)
{
    if (type.options().map_entry())
        return;
    names.append(QString::fromStdString(type.full_name()));
    for (int i = 0; depth < kMostMessageDepth && i < type.nested_type_count(); ++i)
        collectTypes(*type.nested_type(i), names, depth + 1);
}

} // namespace

// Order matters: each reads from what stands before it.
struct ProtoSchema::Loaded
{
    Collector collector;
    FolderTree tree;
    // timestamp.proto and the like, where the folder has no copies of its own.
    pb::DescriptorPoolDatabase wellKnown{*pb::DescriptorPool::generated_pool()};
    std::unique_ptr<pb::compiler::SourceTreeDescriptorDatabase> database;
    std::unique_ptr<pb::DescriptorPool> pool;           // locks itself
    std::unique_ptr<pb::DynamicMessageFactory> factory; // locks itself
    QStringList types;
};

ProtoSchema::ProtoSchema()
    : m_loaded(std::make_unique<Loaded>())
{
}

ProtoSchema::~ProtoSchema() = default;

const QStringList &ProtoSchema::messageTypes() const
{
    return m_loaded->types;
}

const QList<ProtoSchema::Fault> &ProtoSchema::faults() const
{
    return m_loaded->collector.faults;
}

Result<std::shared_ptr<const ProtoSchema>> ProtoSchema::load(const QString &folder)
{
    const QDir root(folder);
    if (folder.isEmpty() || !root.exists())
        return failure(Error::Kind::Local,
                       TreeWriter::tr("The folder cannot be read: %1").arg(folder));
    const std::shared_ptr<ProtoSchema> schema(new ProtoSchema);
    Loaded &loaded = *schema->m_loaded;
    loaded.tree.setRoot(root);
    loaded.database = std::make_unique<pb::compiler::SourceTreeDescriptorDatabase>(
        &loaded.tree, &loaded.wellKnown);
    loaded.database->RecordErrorsTo(&loaded.collector);
    loaded.pool = std::make_unique<pb::DescriptorPool>(
        loaded.database.get(), loaded.database->GetValidationErrorCollector());
    // For the whole process: what is wrong with a payload is our answer, no line on stderr.
    pb::SetLogHandler(nullptr);
    QStringList files;
    QDirIterator iterator(root.absolutePath(), {QStringLiteral("*.proto")}, QDir::Files,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext() && files.size() < kMostFiles) {
        iterator.next();
        const QString name = root.relativeFilePath(iterator.filePath());
        files.append(name);
    }
    if (files.isEmpty())
        return failure(Error::Kind::Usage,
                       TreeWriter::tr("The folder has no .proto files: %1").arg(folder));
    files.sort();
    for (const QString &name : files) {
        const pb::FileDescriptor *file = loaded.pool->FindFileByName(name.toStdString());
        for (int i = 0; file && i < file->message_type_count(); ++i)
            collectTypes(*file->message_type(i), loaded.types, 0);
    }
    loaded.types.sort();
    loaded.types.removeDuplicates();
    if (loaded.types.isEmpty()) {
        const auto &faults = loaded.collector.faults;
        if (faults.isEmpty())
            return failure(Error::Kind::Usage,
                           TreeWriter::tr("The .proto files define no message."));
        const Fault &first = faults.first();
        return failure(Error::Kind::Usage,
                       TreeWriter::tr("No .proto file of the folder is right. The first error: "
                                      "%1, line %2, column %3.")
                           .arg(first.file)
                           .arg(first.line)
                           .arg(first.column),
                       first.sentence);
    }
    loaded.factory = std::make_unique<pb::DynamicMessageFactory>(loaded.pool.get());
    return schema;
}

namespace {

class MessageWriter
{
public:
    explicit MessageWriter(TreeWriter &writer)
        : m_writer(writer)
    {
    }

    // Recursion bounded by what the parser accepted (kMostMessageDepth).
    void message(const pb::Message &message, const QString &tag = {})
    {
        if (!m_writer.open(Node::Type::Object, 0, tag))
            return;
        const pb::Reflection &reflection = *message.GetReflection();
        std::vector<const pb::FieldDescriptor *> fields;
        reflection.ListFields(message, &fields);
        for (const pb::FieldDescriptor *field : fields) {
            if (m_writer.full())
                return;
            m_writer.key(QString::fromStdString(
                field->is_extension() ? "[" + field->full_name() + "]" : field->name()));
            if (field->is_map())
                map(message, *field);
            else if (field->is_repeated())
                repeated(message, *field);
            else
                value(message, *field, -1);
        }
        unknown(reflection.GetUnknownFields(message));
        if (!m_writer.full())
            m_writer.close();
    }

private:
    void repeated(const pb::Message &message, const pb::FieldDescriptor &field)
    {
        if (!m_writer.open(Node::Type::Array, 0))
            return;
        const int count = message.GetReflection()->FieldSize(message, &field);
        for (int i = 0; i < count && !m_writer.full(); ++i)
            value(message, field, i);
        if (!m_writer.full())
            m_writer.close();
    }

    void map(const pb::Message &message, const pb::FieldDescriptor &field)
    {
        if (!m_writer.open(Node::Type::Object, 0))
            return;
        const pb::Reflection &reflection = *message.GetReflection();
        const int count = reflection.FieldSize(message, &field);
        for (int i = 0; i < count && !m_writer.full(); ++i) {
            const pb::Message &entry = reflection.GetRepeatedMessage(message, &field, i);
            m_writer.key(keyOf(entry, *field.message_type()->map_key()));
            value(entry, *field.message_type()->map_value(), -1);
        }
        if (!m_writer.full())
            m_writer.close();
    }

    QString keyOf(const pb::Message &entry, const pb::FieldDescriptor &key)
    {
        const pb::Reflection &reflection = *entry.GetReflection();
        switch (key.cpp_type()) {
        case pb::FieldDescriptor::CPPTYPE_STRING: {
            const std::string text = reflection.GetString(entry, &key);
            return m_writer.text(text, 0);
        }
        case pb::FieldDescriptor::CPPTYPE_BOOL:
            return reflection.GetBool(entry, &key) ? QStringLiteral("true")
                                                   : QStringLiteral("false");
        case pb::FieldDescriptor::CPPTYPE_INT32:
            return QString::number(reflection.GetInt32(entry, &key));
        case pb::FieldDescriptor::CPPTYPE_INT64:
            return QString::number(qlonglong(reflection.GetInt64(entry, &key)));
        case pb::FieldDescriptor::CPPTYPE_UINT32:
            return QString::number(reflection.GetUInt32(entry, &key));
        default:
            return QString::number(qulonglong(reflection.GetUInt64(entry, &key)));
        }
    }

    template<typename Number>
    void integer(Number number)
    {
        (void)m_writer.leaf(Node::Type::Integer, 0, QString::number(number),
                            static_cast<double>(number));
    }

    // One value of a field; `index` of a repeated one, -1 otherwise.
    void value(const pb::Message &message, const pb::FieldDescriptor &field, int index)
    {
        const pb::Reflection &r = *message.GetReflection();
        const bool isOne = index < 0;
        switch (field.cpp_type()) {
        case pb::FieldDescriptor::CPPTYPE_INT32:
            return integer(isOne ? r.GetInt32(message, &field)
                                 : r.GetRepeatedInt32(message, &field, index));
        case pb::FieldDescriptor::CPPTYPE_INT64:
            return integer(qlonglong(isOne ? r.GetInt64(message, &field)
                                           : r.GetRepeatedInt64(message, &field, index)));
        case pb::FieldDescriptor::CPPTYPE_UINT32:
            return integer(isOne ? r.GetUInt32(message, &field)
                                 : r.GetRepeatedUInt32(message, &field, index));
        case pb::FieldDescriptor::CPPTYPE_UINT64:
            return integer(qulonglong(isOne ? r.GetUInt64(message, &field)
                                            : r.GetRepeatedUInt64(message, &field, index)));
        case pb::FieldDescriptor::CPPTYPE_DOUBLE: {
            const double number =
                isOne ? r.GetDouble(message, &field) : r.GetRepeatedDouble(message, &field, index);
            (void)m_writer.leaf(Node::Type::Real, 0, realText(number), number);
            return;
        }
        case pb::FieldDescriptor::CPPTYPE_FLOAT: {
            const auto number = static_cast<double>(
                isOne ? r.GetFloat(message, &field) : r.GetRepeatedFloat(message, &field, index));
            (void)m_writer.leaf(Node::Type::Real, 0, QString::number(number, 'g', 9), number);
            return;
        }
        case pb::FieldDescriptor::CPPTYPE_BOOL: {
            const bool isTrue =
                isOne ? r.GetBool(message, &field) : r.GetRepeatedBool(message, &field, index);
            (void)m_writer.leaf(Node::Type::Bool, 0,
                                isTrue ? QStringLiteral("true") : QStringLiteral("false"),
                                isTrue ? 1.0 : 0.0);
            return;
        }
        case pb::FieldDescriptor::CPPTYPE_ENUM: {
            const int number = isOne ? r.GetEnumValue(message, &field)
                                     : r.GetRepeatedEnumValue(message, &field, index);
            const pb::EnumValueDescriptor *known = field.enum_type()->FindValueByNumber(number);
            (void)m_writer.leaf(
                Node::Type::Integer, 0,
                known ? QString::fromStdString(known->name()) : QString::number(number), number);
            return;
        }
        case pb::FieldDescriptor::CPPTYPE_STRING: {
            const std::string text =
                isOne ? r.GetString(message, &field) : r.GetRepeatedString(message, &field, index);
            if (field.type() == pb::FieldDescriptor::TYPE_BYTES)
                (void)m_writer.leaf(Node::Type::Bytes, 0, m_writer.hex(text));
            else
                (void)m_writer.leaf(Node::Type::String, 0, m_writer.text(text, 0));
            return;
        }
        case pb::FieldDescriptor::CPPTYPE_MESSAGE:
            return this->message(isOne ? r.GetMessage(message, &field)
                                       : r.GetRepeatedMessage(message, &field, index));
        }
    }

    // Fields that the schema does not know: of a newer version, or of another message.
    void unknown(const pb::UnknownFieldSet &fields)
    {
        for (int i = 0; i < fields.field_count() && !m_writer.full(); ++i) {
            const pb::UnknownField &field = fields.field(i);
            m_writer.note(TreeWriter::tr("Some fields are not in the .proto file; they are shown "
                                         "by their numbers."));
            m_writer.key(QString::number(field.number()));
            switch (field.type()) {
            case pb::UnknownField::TYPE_VARINT:
                integer(qulonglong(field.varint()));
                break;
            case pb::UnknownField::TYPE_FIXED32:
                integer(field.fixed32());
                break;
            case pb::UnknownField::TYPE_FIXED64:
                integer(qulonglong(field.fixed64()));
                break;
            case pb::UnknownField::TYPE_LENGTH_DELIMITED:
                (void)m_writer.leaf(Node::Type::Bytes, 0, m_writer.hex(field.length_delimited()));
                break;
            case pb::UnknownField::TYPE_GROUP:
                if (!m_writer.open(Node::Type::Object, 0))
                    return;
                unknown(field.group());
                if (!m_writer.full())
                    m_writer.close();
                break;
            }
        }
    }

    TreeWriter &m_writer;
};

// The library says only that it failed; the wire format often says where.
std::int64_t brokenAt(std::string_view bytes)
{
    WireReader reader(bytes);
    while (reader.next()) {
    }
    return reader.isBroken() ? reader.offset() : 0;
}

} // namespace

Result<Decoded> decodeProtobuf(std::string_view bytes, const Options &options)
{
    const ProtoSchema::Loaded &loaded = options.schema->loaded();
    const pb::Descriptor *type =
        loaded.pool->FindMessageTypeByName(options.messageType.toStdString());
    if (!type)
        return failure(
            Error::Kind::Usage,
            TreeWriter::tr("The .proto files have no message %1.").arg(options.messageType));
    TreeWriter writer(Kind::Protobuf, bytes, options);
    const std::unique_ptr<pb::Message> message(loaded.factory->GetPrototype(type)->New());
    pb::io::CodedInputStream stream(reinterpret_cast<const std::uint8_t *>(bytes.data()),
                                    static_cast<int>(bytes.size()));
    stream.SetRecursionLimit(kMostMessageDepth);
    const bool isWhole =
        message->MergePartialFromCodedStream(&stream) && stream.ConsumedEntireMessage();
    if (!isWhole && !writer.isHead())
        return fault(TreeWriter::tr("It is not a message of the type %1.").arg(options.messageType),
                     brokenAt(bytes));
    if (!isWhole)
        writer.cut();
    if (isWhole && !message->IsInitialized())
        writer.note(
            TreeWriter::tr("Required fields are missing: %1")
                .arg(QString::fromStdString(message->InitializationErrorString()).left(400)));
    MessageWriter(writer).message(*message);
    return writer.take();
}

} // namespace Portolan::Payload
