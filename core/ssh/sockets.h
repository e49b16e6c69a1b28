// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/sockets.h"

namespace Portolan::Ssh {

using Net::kNoSocket;
using Net::lastSocketError;
using Net::NativeSocket;
using Net::OwnedSocket;
using Net::setNonBlocking;
using Net::shutDown;
using Net::socketErrorText;
using Net::socketPair;
using Net::WakeSignal;
using Net::wouldBlock;

} // namespace Portolan::Ssh
