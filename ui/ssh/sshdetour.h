// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/config/configlookup.h"
#include "core/ssh/route.h"
#include "core/ssh/sshshell.h"
#include "ui/panel/detour.h"
#include "ui/panel/panelcontext.h"

#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace Portolan::Ui {

class Questions;
class StoredLogin;

// The service that leads panels through SSH hosts.
class SshDetours final : public Detours
{
public:
    explicit SshDetours(const PanelContext &context)
        : m_context(context)
    {
    }
    [[nodiscard]] Result<std::unique_ptr<Detour>> find(const QString &via, QWidget *panel) override;

private:
    PanelContext m_context;
};

// One tab's way through an SSH host and the hosts before that: a connection of the shared pool,
// with the questions, the stored secrets and the rules of ssh_config that a tab of that host has.
// What a person typed is looked up in ssh_config at the first dial; a profile says all it means.
class SshDetour final : public Detour
{
    Q_OBJECT

public:
    SshDetour(const PanelContext &context, const Address &address, const QString &profile,
              QWidget *panel);
    ~SshDetour() override;

    [[nodiscard]] QString display() const override { return m_address.display(); }
    [[nodiscard]] std::unique_ptr<Net::Dialer> dialer() override;
    [[nodiscard]] std::unique_ptr<Net::Shell> shell() override;
    [[nodiscard]] QString progress() const override;
    void release() override;

    // For its dialers and shells: calls back once, never from inside.
    [[nodiscard]] std::unique_ptr<Net::Dialer::Attempt> dial(const QString &host, quint16 port,
                                                             std::chrono::milliseconds timeout,
                                                             Net::Dialer::Done done);
    [[nodiscard]] std::unique_ptr<Net::Shell::Attempt>
    run(const QByteArray &script, std::chrono::milliseconds timeout, Net::Shell::Done done);
    [[nodiscard]] Result<> carries(Net::Transport transport) const;

Q_SIGNALS:
    // What the address means is known, or why not.
    void lookedUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    friend class SshDetours;
    template<typename Done>
    class LookingUp;

    template<typename Done, typename Go>
    [[nodiscard]] std::unique_ptr<Net::Dialer::Attempt> go(Done done, Go there);
    [[nodiscard]] Result<> findRoute();
    void lookUp();
    void introduce();
    void attend(const std::shared_ptr<Ssh::Connection> &connection);
    void ask(const std::shared_ptr<Ssh::Connection> &connection);
    void forget();

    PanelContext m_context;
    Address m_address;
    QString m_profile;
    QPointer<QWidget> m_panel;
    std::shared_ptr<Ssh::ConnectionPool> m_pool;
    std::unique_ptr<Ssh::ConfigLookup> m_lookup;
    bool m_isMeant = false;               // the address says all that it means
    std::optional<Error> m_lookupProblem; // of the last lookup
    std::optional<Ssh::Route> m_route;
    std::unique_ptr<Ssh::SshDialer> m_dialer;
    std::unique_ptr<Ssh::SshShell> m_shell;
    StoredLogin *m_login;
    std::shared_ptr<Ssh::Connection> m_connection; // the last that was dialled through
    std::vector<std::unique_ptr<Questions>> m_questions;
    int m_waiting = 0; // questions that are open
};

} // namespace Portolan::Ui
