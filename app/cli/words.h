// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace Portolan::Cli {

// The translation context of everything that portolanctl says: Words::tr("A full sentence.").
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace Portolan::Cli
