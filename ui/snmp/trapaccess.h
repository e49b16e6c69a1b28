// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/uniquefunction.h"
#include "core/snmp/traps/trap.h"
#include "ui/panel/panelcontext.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace Portolan::Ui {

// A user of version 3 whom receivers believe, without the passwords.
struct TrapUserEntry
{
    QString id;   // empty: new
    QString name; // several may have one name
    Snmp::Level level = Snmp::Level::AuthPriv;
    Snmp::Level minimum = Snmp::Level::AuthPriv; // what is less secure is rejected
    Snmp::AuthProtocol auth = Snmp::AuthProtocol::Sha256;
    Snmp::PrivProtocol priv = Snmp::PrivProtocol::Aes128;
    // Id of the Credential that holds the passwords; where there is none they are the entry's own.
    QString credential = {};

    friend bool operator==(const TrapUserEntry &, const TrapUserEntry &) = default;
};

// Whom all receivers of traps believe: communities, and users of version 3. The list is a setting;
// passwords and communities are in the SecretStore alone, passwords under credentials that the
// person sees among the others. One for each panel; GUI thread.
class TrapAccess : public QObject
{
    Q_OBJECT

public:
    enum class Communities { Any, Listed, None };
    static constexpr char kUsersKey[] = "snmp/trap-users";             // JSON
    static constexpr char kCommunitiesKey[] = "snmp/trap-communities"; // "any", "listed", "none"

    explicit TrapAccess(const PanelContext &context, QObject *parent = nullptr);

    [[nodiscard]] QList<TrapUserEntry> users() const;
    [[nodiscard]] Communities communities() const;
    void setCommunities(Communities communities);
    // Those of Listed, with blanks between them.
    void writeCommunities(Secret listed);
    // Users of version 3 with a credential among the SNMP connections that are not on the list.
    [[nodiscard]] QList<TrapUserEntry> fromConnections() const;
    void add(const QList<TrapUserEntry> &entries);
    // Adds or replaces; without passwords those that are kept stay.
    void put(TrapUserEntry entry, std::optional<Snmp::Credentials> passwords, bool remember);
    void remove(const QString &id);

    // Reads all secrets, then calls back once, unless this or `context` is gone by then: the keys,
    // and the ids of users whose passwords are not known, who are left out.
    using Gathered = std::function<void(Snmp::TrapKeys keys, const QStringList &missing)>;
    void gather(QObject *context, Gathered done);

    // Of one user; nothing where they are not known. Called back once, unless `context` is gone.
    void passwordsOf(const TrapUserEntry &entry, QObject *context,
                     UniqueFunction<void(std::optional<Snmp::Credentials>)> done);

    // Both passwords of a user as one secret: one a line, or one for both.
    [[nodiscard]] static Secret packed(const Snmp::Credentials &passwords, Snmp::Level level);
    [[nodiscard]] static Snmp::Credentials unpacked(const Secret &stored);

Q_SIGNALS:
    void changed(); // the list, what is accepted, or a password

private:
    void write(const QList<TrapUserEntry> &users);
    [[nodiscard]] QString secretKey(const TrapUserEntry &entry) const;

    PanelContext m_context;
};

} // namespace Portolan::Ui
