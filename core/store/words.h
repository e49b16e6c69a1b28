// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Portolan {

// The translation context of what the store says: StoreWords::tr("A full sentence.").
struct StoreWords
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::StoreWords)
};

} // namespace Portolan
