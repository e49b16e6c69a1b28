// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/security.h"

#include <QComboBox>
#include <QCoreApplication>

namespace Portolan::Ui {

// Boxes to choose version, level and algorithms of SNMP from, filled and worded in one way: names
// of the protocol stay, what is weak says so. GUI thread.
class SnmpChoices
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::SnmpChoices)

public:
    static void fillVersions(QComboBox &box);
    static void wordVersions(QComboBox &box);
    static void fillLevels(QComboBox &box);
    static void wordLevels(QComboBox &box);
    static void fillAuth(QComboBox &box);
    static void fillPriv(QComboBox &box);
    static void wordPriv(QComboBox &box);

    template<typename Enum>
    [[nodiscard]] static Enum chosen(const QComboBox &box)
    {
        return static_cast<Enum>(box.currentData().toInt());
    }
    template<typename Enum>
    static void choose(QComboBox &box, Enum value)
    {
        box.setCurrentIndex(box.findData(static_cast<int>(value)));
    }
};

} // namespace Portolan::Ui
