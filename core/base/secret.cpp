// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <QString>

#include <cstring>
#include <utility>

namespace Portolan {

void wipeMemory(void *memory, std::size_t size) noexcept
{
    volatile auto *bytes = static_cast<volatile unsigned char *>(memory);
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = 0;
}

Secret::Secret(std::string_view bytes)
    : m_bytes(bytes.empty() ? nullptr : std::make_unique<char[]>(bytes.size() + 1))
    , m_size(bytes.size())
{
    if (m_bytes)
        std::memcpy(m_bytes.get(), bytes.data(), bytes.size());
}

Secret Secret::takeFrom(QString &text)
{
    QByteArray utf8 = text.toUtf8();
    Secret secret(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
    wipeMemory(utf8.data(), static_cast<std::size_t>(utf8.size()));
    if (text.isDetached())
        wipeMemory(text.data(), static_cast<std::size_t>(text.size()) * sizeof(QChar));
    text.clear();
    return secret;
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::move(other.m_bytes))
    , m_size(std::exchange(other.m_size, 0))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

std::string_view Secret::reveal() const
{
    return m_bytes ? std::string_view(m_bytes.get(), m_size) : std::string_view("", 0);
}

void Secret::wipe() noexcept
{
    if (m_bytes)
        wipeMemory(m_bytes.get(), m_size);
}

} // namespace Portolan
