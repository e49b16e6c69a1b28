// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

class QString;

namespace Portolan {

// A password, passphrase or token. Move-only; its bytes are overwritten when it is destroyed, moved
// from or assigned. Any thread, one owner at a time. There is no way to print, log, compare or
// convert it to a QString by accident: whoever needs the bytes says reveal(), and passes the view
// straight to the library that wants it.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string_view bytes);
    // Takes the text as UTF-8 and overwrites the buffer of `text` where it is not shared.
    static Secret takeFrom(QString &text);

    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    [[nodiscard]] Secret copy() const { return Secret(reveal()); }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    // NUL-terminated behind the view's end, for C libraries.
    [[nodiscard]] std::string_view reveal() const;

private:
    void wipe() noexcept;

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

// Overwrites memory in a way that the optimiser may not remove.
void wipeMemory(void *memory, std::size_t size) noexcept;

} // namespace Portolan
