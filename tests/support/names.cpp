// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/names.h"

#include <dlfcn.h>
#include <netdb.h>

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace {

std::mutex &guard()
{
    static std::mutex mutex;
    return mutex;
}

std::map<std::string, std::vector<std::string>> &names()
{
    static std::map<std::string, std::vector<std::string>> all;
    return all;
}

} // namespace

void Portolan::Test::setAddresses(const QString &name, const QList<QString> &literals)
{
    const std::lock_guard lock(guard());
    auto &addresses = names()[name.toStdString()];
    addresses.clear();
    for (const QString &each : literals)
        addresses.push_back(each.toStdString());
}

// Found before the C library's, which does the work: each address is a list of its own, and lists
// are one after the other; freeaddrinfo() goes from one to the next.
extern "C" [[gnu::visibility("default")]] int getaddrinfo(const char *node, const char *service,
                                                          const addrinfo *hints, addrinfo **result)
{
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const auto real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    std::vector<std::string> addresses;
    if (node) {
        const std::lock_guard lock(guard());
        const auto found = names().find(node);
        if (found != names().end())
            addresses = found->second;
    }
    if (addresses.empty())
        return real(node, service, hints, result);
    *result = nullptr;
    addrinfo **end = result;
    for (const std::string &each : addresses) {
        if (const int error = real(each.c_str(), service, hints, end); error != 0) {
            if (*result)
                freeaddrinfo(*result);
            return error;
        }
        while (*end)
            end = &(*end)->ai_next;
    }
    return 0;
}
