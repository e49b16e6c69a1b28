// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/nts/keysource.h"

#include "core/net/lookup.h"
#include "core/ntp/words.h"

#include <QHostInfo>

#include <algorithm>
#include <utility>

namespace Portolan::Ntp::Nts {

namespace {

// The standard's default, where the server names no port, is 123; an address that names another
// one says where the person knows it to be.
quint16 portOf(const KeyExchangeReport &report, quint16 fallback)
{
    const bool isNamed =
        std::any_of(report.received.begin(), report.received.end(), [](const Record &each) {
            return each.type == static_cast<quint16>(RecordType::Port);
        });
    return isNamed ? report.answer->port : fallback;
}

} // namespace

KeySource::KeySource(std::shared_ptr<KeyExchanger> exchanger, const ServerTarget &target,
                     const QHostAddress &address, std::chrono::milliseconds firstWait)
    : m_exchanger(std::move(exchanger))
    , m_target(target)
    , m_address(address)
    , m_firstWait(firstWait)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &KeySource::start);
}

KeySource::~KeySource()
{
    QHostInfo::abortHostLookup(m_lookUp);
}

void KeySource::renew()
{
    if (m_exchange || m_lookUp != -1 || m_again.isActive())
        return;
    const auto next = m_last + m_wait;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        next - std::chrono::steady_clock::now());
    m_again.start(m_wait.count() == 0 ? std::chrono::milliseconds(0)
                                      : std::max(left, std::chrono::milliseconds(0)));
}

void KeySource::start()
{
    m_last = std::chrono::steady_clock::now();
    m_wait = m_wait.count() == 0 ? m_firstWait : std::min(m_wait * 3 / 2, kLongestWait);
    m_without = 0;
    m_wasNaked = false;
    m_exchange =
        m_exchanger->start({.host = m_target.host,
                            .address = m_address,
                            .port = m_target.keyExchangePort,
                            .authorities = m_target.authorities},
                           [this](KeyExchangeResult result) { onResult(std::move(result)); });
}

void KeySource::onResult(KeyExchangeResult result)
{
    m_exchange.reset();
    const auto report = result.report;
    Q_EMIT reported(report);
    if (report->error || !result.association) {
        fail(report->error.value_or(Error{}));
        return;
    }
    m_association = std::move(result.association);
    const quint16 port = portOf(*report, m_target.port);
    const QString &name = report->answer->server;
    if (const QHostAddress literal(name); name.isEmpty() || !literal.isNull())
        Q_EMIT ready(name.isEmpty() ? m_address : literal, port);
    else
        lookUp(name, port);
}

void KeySource::lookUp(const QString &name, quint16 port)
{
    m_lookUp = QHostInfo::lookupHost(name, this, [this, name, port](const QHostInfo &info) {
        m_lookUp = -1;
        const auto addresses = Net::addressesOf(info);
        // Of the family that is asked for, and if there is a choice of that of the key server.
        const auto isV6 = [](const QHostAddress &each) {
            return each.protocol() == QAbstractSocket::IPv6Protocol;
        };
        const QHostAddress *chosen = nullptr;
        for (const QHostAddress &each : addresses) {
            if (m_target.family != Family::Any && isV6(each) != (m_target.family == Family::V6))
                continue;
            if (!chosen || (isV6(*chosen) != isV6(m_address) && isV6(each) == isV6(m_address)))
                chosen = &each;
        }
        if (chosen)
            Q_EMIT ready(*chosen, port);
        else
            fail(
                {Error::Kind::Network,
                 Ntp::tr("The key server sends on to “%1”, a name without an address.").arg(name)});
    });
}

void KeySource::fail(const Error &error)
{
    m_association.reset();
    renew();
    Q_EMIT failed(error);
}

Association KeySource::takeAssociation()
{
    Association taken = std::move(*m_association);
    m_association.reset();
    return taken;
}

void KeySource::take(const Outcome &outcome)
{
    if (outcome.kind == Outcome::Kind::Measured) {
        m_wait = std::chrono::milliseconds(0);
        m_without = 0;
        m_wasNaked = false;
        return;
    }
    if (outcome.kind == Outcome::Kind::Kissed && outcome.protection == Protection::Nak)
        m_wasNaked = true;
    if (!outcome.endsPoll)
        return;
    ++m_without;
    if (outcome.kind == Outcome::Kind::OutOfCookies || m_wasNaked || m_without >= kMostWithout)
        renew();
}

} // namespace Portolan::Ntp::Nts
