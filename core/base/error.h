// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <tl/expected.hpp>

namespace Portolan {

// What went wrong, for a person (what, detail) and for a decision (kind, native).
// Plain value, any thread. `what` is one translated sentence without a trailing newline; `detail`
// is what an expert wants besides (a library's own words, an offset, a name); `native` is the
// library's or system's code, 0 if none. Retry decisions and exit codes come from the kind alone.
struct Error
{
    enum class Kind {
        Network,     // could not reach the peer, or lost it
        Timeout,     // a step took longer than its limit
        Auth,        // the peer does not accept who we are
        Certificate, // we do not accept who the peer is (host keys too)
        Protocol,    // the peer sent what its protocol forbids
        Refused,     // the peer or a check said no
        Unsupported, // one side cannot do it
        Usage,       // the caller asked wrongly
        Cancelled,   // the caller took it back
        Local,       // a file, a permission, a resource of this machine
    };

    Kind kind = Kind::Local;
    QString what;
    QString detail = {};
    int native = 0;

    friend bool operator==(const Error &, const Error &) = default;
};

template<typename T = void>
using Result = tl::expected<T, Error>;

// The process exit code of portolanctl for a kind; the table is part of its contract
// (docs/portolanctl.md).
[[nodiscard]] int exitCode(Error::Kind kind);
// Lower-case word for JSON: "network", "timeout", ...
[[nodiscard]] QString kindName(Error::Kind kind);

[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, QString what,
                                                   QString detail = {}, int native = 0)
{
    return tl::unexpected(Error{kind, std::move(what), std::move(detail), native});
}

} // namespace Portolan
