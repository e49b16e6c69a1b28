// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/target.h"
#include "ui/panel/settingspage.h"

namespace Portolan::Ui {

struct PanelContext;

// How SSH connects where an address or a profile says nothing else.
class SshSettingsPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit SshSettingsPage(const PanelContext &context);
    static std::unique_ptr<SettingsPage> create(const PanelContext &context);

    // What the page has chosen, for ssh addresses: their own options win over it.
    [[nodiscard]] static Ssh::Options defaults(const PanelContext &context);
};

} // namespace Portolan::Ui
