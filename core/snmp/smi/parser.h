// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/syntaxtree.h"

#include <memory>
#include <string>
#include <string_view>

namespace Portolan::Snmp::Smi {

// Reads a file of SMIv1 and SMIv2 modules. It never fails as a whole: what cannot be understood is
// left out and named with line and column, and what is only against the standard is taken as it was
// meant, with a warning. Work and memory are linear in the file; nothing recurses. Pure, any
// thread. Sources: RFC 2578, 2579, 2580 (SMIv2); RFC 1155, 1212, 1215 (SMIv1); X.680 for the words.
[[nodiscard]] std::unique_ptr<ParsedFile> parseFile(std::string path, std::string_view bytes);

} // namespace Portolan::Snmp::Smi
