// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"

#include <QWidget>

#include <optional>

namespace Portolan::Ui {

// The options of a protocol's addresses as a form: a part of the profile editor that its panel
// provides (PanelSpec::profilePage). Every option that the address has is kept, also those that the
// form has no field for. It retranslates itself. GUI thread, owned by the editor.
class ProfilePage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Shows the options of this address.
    virtual void show(const Address &address) = 0;
    // `address` with the options of the form in place of its own. Nothing where one of them is
    // wrong: the page then says so at the field, and has moved the focus there.
    [[nodiscard]] virtual std::optional<Address> read(const Address &address) = 0;

Q_SIGNALS:
    void edited();
};

} // namespace Portolan::Ui
