// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/settingspage.h"

class QLabel;

namespace Portolan::Ui {

// What every terminal looks like and does, whatever feeds it.
class TerminalPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit TerminalPage(Settings &settings);

private:
    void showSample();

    QLabel *m_sample;
};

} // namespace Portolan::Ui
