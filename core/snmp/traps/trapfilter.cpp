// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/traps/trapfilter.h"

#include "core/snmp/traps/traptext.h"
#include "core/snmp/words.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace Portolan::Snmp {

namespace {

struct Piece
{
    QString field; // empty: none
    QString text;
    bool negated = false;
};

// Blanks part words but inside quotes.
std::vector<Piece> piecesOf(const QString &text)
{
    std::vector<Piece> pieces;
    qsizetype i = 0;
    while (i < text.size()) {
        if (text[i].isSpace()) {
            ++i;
            continue;
        }
        Piece piece;
        if (text[i] == QLatin1Char('-') && i + 1 < text.size() && !text[i + 1].isSpace()) {
            piece.negated = true;
            ++i;
        }
        bool quoted = false;
        bool wasQuoted = false;
        for (; i < text.size() && (quoted || !text[i].isSpace()); ++i) {
            if (text[i] == QLatin1Char('"')) {
                quoted = !quoted;
                wasQuoted = true;
            } else if (text[i] == QLatin1Char(':') && !quoted && !wasQuoted &&
                       piece.field.isEmpty() && !piece.text.isEmpty()) {
                piece.field = std::exchange(piece.text, {});
            } else {
                piece.text += text[i];
            }
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

bool has(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

} // namespace

Result<TrapFilter> TrapFilter::parse(const Smi::Snapshot &snapshot, const QString &text)
{
    struct Name
    {
        const char *name;
        Field field;
    };
    static constexpr Name kNames[] = {
        {"name", Field::Name},       {"from", Field::From},     {"user", Field::User},
        {"version", Field::Version}, {"type", Field::Type},     {"reason", Field::Reason},
        {"oid", Field::Oid},         {"engine", Field::Engine},
    };
    TrapFilter filter;
    for (const Piece &piece : piecesOf(text)) {
        Term term;
        term.negated = piece.negated;
        term.text = piece.text;
        const auto *const known =
            std::find_if(std::begin(kNames), std::end(kNames), [&piece](const Name &each) {
                return piece.field.compare(QLatin1String(each.name), Qt::CaseInsensitive) == 0;
            });
        // What no field is called may be a MAC address or "IF-MIB::linkDown".
        if (known == std::end(kNames)) {
            if (!piece.field.isEmpty())
                term.text = piece.field + QLatin1Char(':') + piece.text;
            if (!term.text.isEmpty())
                filter.m_terms.push_back(std::move(term));
            continue;
        }
        term.field = known->field;
        if (term.text.isEmpty())
            continue; // still being typed
        switch (term.field) {
        case Field::From: {
            // "10.1" would be 10.0.0.1; it is the beginning of many.
            const bool isWhole =
                term.text.count(QLatin1Char('.')) == 3 || term.text.contains(QLatin1Char(':'));
            const QHostAddress single(isWhole ? term.text : QString());
            if (!single.isNull())
                term.net = {single, single.protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32};
            else if (term.text.contains(QLatin1Char('/'))) {
                term.net = QHostAddress::parseSubnet(term.text);
                if (term.net.second < 0)
                    return failure(Error::Kind::Usage,
                                   Snmp::tr("“%1” is not a network: 10.1.0.0/16.")
                                       .arg(plainLine(term.text, 60)));
            }
            break;
        }
        case Field::Oid: {
            auto oid = snapshot.resolve(term.text);
            if (!oid)
                return tl::unexpected(oid.error());
            term.oid = *oid;
            break;
        }
        case Field::Version:
            if (!versionOf(term.text))
                return failure(Error::Kind::Usage,
                               Snmp::tr("“%1” is none of %2.")
                                   .arg(plainLine(term.text, 40), QStringLiteral("1, 2c, 3")));
            break;
        case Field::Type:
            if (!QStringList{QStringLiteral("trap"), QStringLiteral("inform"),
                             QStringLiteral("rejected")}
                     .contains(term.text.toLower()))
                return failure(
                    Error::Kind::Usage,
                    Snmp::tr("“%1” is none of %2.")
                        .arg(plainLine(term.text, 40), QStringLiteral("trap, inform, rejected")));
            break;
        default:
            break;
        }
        filter.m_terms.push_back(std::move(term));
    }
    // What costs least is asked first; words need everything to be decoded.
    std::stable_sort(filter.m_terms.begin(), filter.m_terms.end(),
                     [](const Term &a, const Term &b) { return a.field > b.field; });
    return filter;
}

bool TrapFilter::fits(const Term &term, const Smi::Snapshot &snapshot, const Trap &trap)
{
    switch (term.field) {
    case Field::Name:
        return has(trapName(snapshot, trap), term.text);
    case Field::From:
        if (term.net.first.isNull())
            return has(trap.from, term.text);
        return QHostAddress(trap.from).isInSubnet(term.net);
    case Field::User:
        return has(QString::fromUtf8(trap.user), term.text);
    case Field::Version:
        return versionOf(term.text) == trap.version;
    case Field::Type:
        return kindName(trap.kind) == term.text.toLower();
    case Field::Reason:
        return trap.kind == Trap::Kind::Rejected && has(rejectionName(trap.rejection), term.text);
    case Field::Engine:
        return has(QString::fromLatin1(trap.engineId.toHex()), term.text);
    case Field::Oid:
        return trap.notification.startsWith(term.oid) ||
               std::any_of(trap.varbinds.begin(), trap.varbinds.end(),
                           [&term](const Varbind &each) { return each.oid.startsWith(term.oid); });
    case Field::Any:
        break;
    }
    if (has(trap.from, term.text) || has(trapName(snapshot, trap), term.text) ||
        (!trap.user.isEmpty() && has(QString::fromUtf8(trap.user), term.text)))
        return true;
    if (trap.kind == Trap::Kind::Rejected)
        return has(rejectionText(trap.rejection), term.text) ||
               has(rejectionName(trap.rejection), term.text);
    if (!trap.notification.isEmpty() && has(trap.notification.text(), term.text))
        return true;
    return std::any_of(trap.varbinds.begin(), trap.varbinds.end(), [&](const Varbind &each) {
        const VarbindText words = textOf(snapshot, each);
        return has(words.name, term.text) || has(words.text, term.text);
    });
}

bool TrapFilter::matches(const Smi::Snapshot &snapshot, const Trap &trap) const
{
    return std::all_of(m_terms.begin(), m_terms.end(), [&](const Term &term) {
        return fits(term, snapshot, trap) != term.negated;
    });
}

} // namespace Portolan::Snmp
