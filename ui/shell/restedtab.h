// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QWidget>

namespace Portolan::Ui {

// The place of a panel that is not built yet: a tab of the last session, until it is shown or
// connected. It costs a few hundred bytes. Owned by its group of tabs, GUI thread.
class RestedTab : public QWidget
{
    Q_OBJECT

public:
    RestedTab(const PanelSpec &spec, OpenRequest request)
        : m_spec(spec)
        , m_request(std::move(request))
    {
        setFocusPolicy(Qt::StrongFocus); // for the panel that comes in its place
    }

    [[nodiscard]] const PanelSpec &spec() const { return m_spec; }
    [[nodiscard]] const Address &address() const { return m_request.address; }
    [[nodiscard]] const QString &profile() const { return m_request.profile; }
    [[nodiscard]] const QString &title() const { return m_request.title; }
    // For the panel that takes its place.
    [[nodiscard]] OpenRequest takeRequest() { return std::move(m_request); }

Q_SIGNALS:
    void shown();

protected:
    void showEvent(QShowEvent *event) override
    {
        QWidget::showEvent(event);
        Q_EMIT shown();
    }

private:
    const PanelSpec &m_spec;
    OpenRequest m_request;
};

} // namespace Portolan::Ui
