// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libssh/libssh.h>

#include <memory>
#include <type_traits>

// Owners of libssh's handles. Private to core/ssh.
namespace Portolan::Ssh {

template<auto Free>
struct FreeWith
{
    template<typename T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};

using SessionHandle = std::unique_ptr<std::remove_pointer_t<ssh_session>, FreeWith<ssh_free>>;
using KeyHandle = std::unique_ptr<std::remove_pointer_t<ssh_key>, FreeWith<ssh_key_free>>;
using EventHandle = std::unique_ptr<std::remove_pointer_t<ssh_event>, FreeWith<ssh_event_free>>;

} // namespace Portolan::Ssh
