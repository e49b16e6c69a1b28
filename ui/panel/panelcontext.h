// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/folders.h"
#include "core/store/historystore.h"
#include "core/store/profilestore.h"
#include "core/store/secretstore.h"
#include "core/store/settings.h"
#include "ui/panel/eventlog.h"
#include "ui/panel/services.h"

#include <chrono>
#include <functional>
#include <memory>

namespace Portolan::Ui {

// All that a panel needs from outside, handed to it when it is made; nothing is fetched from a
// singleton. References to objects of app, which outlive every panel. Copied freely. GUI thread.
struct PanelContext
{
    Services &services;
    Settings &settings;
    ProfileStore &profiles;
    HistoryStore &history;
    EventLog &events;
    SecretStore &secrets;
    Folders folders;
    // Time of day; a test puts its own here. Durations come from timers.
    std::function<std::chrono::system_clock::time_point()> now = std::chrono::system_clock::now;

    // The engine that all holders share; it ends with the last of them.
    template<typename T>
    [[nodiscard]] std::shared_ptr<T> service() const
    {
        return services.get<T>();
    }
};

} // namespace Portolan::Ui
