// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payload/decoded.h"

#include <QCoreApplication>

namespace Portolan::Payload {

// Where the readers of this folder put what they read: a tree within Limits, and its display text.
// One reader at a time, any thread; a reader asks full() and stops. Inside this library only.
class TreeWriter
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Payload)

public:
    using Type = Node::Type;

    TreeWriter(Kind kind, std::string_view bytes, const Options &options);

    // False: the tree is as deep or as large as it may be; nothing was added, cut() was noted.
    bool open(Type type, std::int64_t offset, const QString &tag = {});
    void close();
    bool leaf(Type type, std::int64_t offset, QString text, std::optional<double> number = {},
              const QString &tag = {});
    // Of the next value, inside an object.
    void key(QString name, bool isText = true)
    {
        m_key = std::move(name);
        m_keyIsText = isText;
    }

    [[nodiscard]] bool full() const { return m_full; }
    [[nodiscard]] int depth() const { return static_cast<int>(m_open.size()); }
    [[nodiscard]] bool inObject() const;
    [[nodiscard]] const Options &options() const { return m_options; }

    void note(const QString &sentence);
    void cut() { m_decoded.cut = true; }
    // Bytes that should be UTF-8; those that are not become \xNN, with a note.
    [[nodiscard]] QString text(std::string_view utf8, std::int64_t offset);
    [[nodiscard]] QString hex(std::string_view bytes);
    // True: the end of `bytes` is not the end of the payload, so that its lack is no fault.
    [[nodiscard]] bool isHead() const { return m_isHead; }

    // The tree as text in the manner of JSON, two spaces a level.
    [[nodiscard]] Decoded take();
    [[nodiscard]] Decoded takeWithText(QString text);

private:
    bool add(Node node, bool container);
    [[nodiscard]] QString written() const;

    Options m_options;
    Decoded m_decoded;
    std::vector<std::int32_t> m_open;
    std::vector<std::int32_t> m_lastChild; // of each open one
    QString m_key;
    bool m_keyIsText = true;
    bool m_full = false;
    bool m_isHead = false;
    bool m_brokenTextNoted = false;
};

// What every reader says where the bytes end too early or are wrong.
[[nodiscard]] tl::unexpected<Error> fault(const QString &what, std::int64_t offset);
[[nodiscard]] tl::unexpected<Error> endsEarly(std::int64_t offset);
[[nodiscard]] QString realText(double value);
// Milliseconds since 1970 as ISO 8601 in UTC; empty where they are beyond the years 1 to 9999.
[[nodiscard]] QString timeText(std::int64_t milliseconds);
// How many bytes from the front are whole characters.
[[nodiscard]] std::size_t utf8Length(std::string_view bytes);
[[nodiscard]] bool isUtf8(std::string_view bytes, bool mayBeHead);

// The readers.
[[nodiscard]] Result<Decoded> decodeJson(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeCbor(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeMessagePack(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeWire(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeProtobuf(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeSparkplug(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeImage(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeText(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeHex(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeBase64(std::string_view bytes, const Options &options);
[[nodiscard]] Result<Decoded> decodeFromBase64(std::string_view bytes, const Options &options);

} // namespace Portolan::Payload
