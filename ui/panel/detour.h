// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/net/dialer.h"
#include "core/net/shell.h"
#include "ui/panel/eventlog.h"

#include <QObject>
#include <QString>

#include <memory>

class QWidget;

namespace Portolan {
struct Address;
}

namespace Portolan::Ui {

struct PanelContext;

// The way of one tab to a host that it reaches through another one: `via` of a profile or an
// address. What it leads through asks its own questions (host key, password, codes) over the tab
// that it was made for, while that tab is shown, and is shared with every other tab that uses the
// same. Nothing is connected before the first dial. Owned by the panel; destroying it, or
// release(), lets go of what leads there. GUI thread.
class Detour : public QObject
{
    Q_OBJECT

public:
    // For a title: "ops@gate".
    [[nodiscard]] virtual QString display() const = 0;
    // One for each engine, any number. It may outlive the detour; then dialling says Cancelled.
    [[nodiscard]] virtual std::unique_ptr<Net::Dialer> dialer() = 0;
    // Runs scripts on the host where the detour ends; otherwise as a dialer.
    [[nodiscard]] virtual std::unique_ptr<Net::Shell> shell() = 0;
    // What a dial waits for now, one sentence in the language of the moment; empty: for nothing.
    [[nodiscard]] virtual QString progress() const = 0;
    // The tab needs no connection for now: the next dial makes it again.
    virtual void release() = 0;

Q_SIGNALS:
    void progressChanged();
    // For the timeline: what was remembered, what the host on the way warned of.
    void told(Portolan::Ui::Event::Severity severity, const QString &sentence);
};

// Makes detours: a service that app provides, because panels link no other protocol than their own.
// GUI thread.
class Detours
{
public:
    virtual ~Detours() = default;
    // `via`: an address, "@" and a profile's name, or a profile's id. Whether it leads anywhere is
    // an error here, as far as it can be known without connecting.
    [[nodiscard]] virtual Result<std::unique_ptr<Detour>> find(const QString &via,
                                                               QWidget *panel) = 0;
};

// The detour that an address asks for by `via=`, which is taken out of it, or else its profile.
// Null: straight into the network.
[[nodiscard]] Result<std::unique_ptr<Detour>>
takeDetour(const PanelContext &context, Address &address, const QString &profile, QWidget *panel);

} // namespace Portolan::Ui
