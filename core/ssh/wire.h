// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <optional>
#include <string_view>

namespace Portolan::Ssh {

// Reads the data types of RFC 4251, section 5, from bytes of a stranger: every read is bounded by
// what is there. After the first failure everything fails.
class WireReader
{
public:
    explicit WireReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] std::optional<quint8> byte()
    {
        const auto one = take(1);
        return one ? std::optional(static_cast<quint8>(one->front())) : std::nullopt;
    }
    [[nodiscard]] std::optional<quint32> uint32()
    {
        const auto four = take(4);
        return four ? std::optional(qFromBigEndian<quint32>(four->data())) : std::nullopt;
    }
    [[nodiscard]] std::optional<std::string_view> string()
    {
        const auto length = uint32();
        return length ? take(*length) : std::nullopt;
    }
    [[nodiscard]] std::optional<std::string_view> take(std::size_t count)
    {
        if (m_failed || m_bytes.size() - m_at < count) {
            m_failed = true;
            return std::nullopt;
        }
        const auto part = m_bytes.substr(m_at, count);
        m_at += count;
        return part;
    }
    [[nodiscard]] std::size_t offset() const { return m_at; }
    [[nodiscard]] std::size_t left() const { return m_bytes.size() - m_at; }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

// Writes the same types.
class WireWriter
{
public:
    WireWriter &byte(quint8 value)
    {
        m_bytes.append(static_cast<char>(value));
        return *this;
    }
    WireWriter &uint32(quint32 value)
    {
        const quint32 big = qToBigEndian(value);
        m_bytes.append(reinterpret_cast<const char *>(&big), sizeof(big));
        return *this;
    }
    WireWriter &string(std::string_view value)
    {
        uint32(static_cast<quint32>(value.size()));
        m_bytes.append(value.data(), static_cast<qsizetype>(value.size()));
        return *this;
    }
    WireWriter &raw(const QByteArray &value)
    {
        m_bytes.append(value);
        return *this;
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}
[[nodiscard]] inline QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

} // namespace Portolan::Ssh
