// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

// Names of a test's own, for programs that name several addresses: getaddrinfo() of the C library
// answers for them with addresses that are given here, in this order, and for all other names with
// what the system says. Everything between, as Qt's lookup, is what runs elsewhere. Only in tests
// that have names.cpp among their sources, where the library is glibc. Any thread.
namespace Portolan::Test {

void setAddresses(const QString &name, const QList<QString> &literals);

} // namespace Portolan::Test
