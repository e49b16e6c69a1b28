// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QObject>
#include <QString>

#include <span>

class QHostAddress;

namespace Portolan::Ui {

// Which protocols a host answers: one connection to the usual port of each panel, closed as soon as
// it stands; not a byte is sent. Names resolve on QHostInfo's threads, sockets never block. A new
// question, cancel() and destruction end the one before. GUI thread.
class ProtocolProbe : public QObject
{
    Q_OBJECT

public:
    explicit ProtocolProbe(std::span<const PanelSpec> panels, QObject *parent = nullptr);
    ~ProtocolProbe() override;

    void ask(const QString &host);
    void cancel();

    // Whether it is worth asking: a host alone, and not the beginning of its name. A single word is
    // not, since each of its letters would be looked up on the way.
    [[nodiscard]] static bool looksWhole(const QString &text);

Q_SIGNALS:
    void answered(const QString &host, const Portolan::Ui::PanelSpec *panel);

private:
    void connectTo(const QHostAddress &address, const QString &host);

    std::span<const PanelSpec> m_panels;
    int m_lookup = -1;
    quint64 m_asked = 0;
    QObject *m_sockets = nullptr; // those of the present question are its children
};

} // namespace Portolan::Ui
