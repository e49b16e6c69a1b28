// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/channel.h"

#include "core/ssh/channelstate.h"
#include "core/ssh/connection.h"

namespace Portolan::Ssh {

Channel::Channel(std::shared_ptr<Connection> connection, std::shared_ptr<ChannelState> state)
    : m_connection(std::move(connection))
    , m_state(std::move(state))
{
    m_state->relay = std::make_shared<Relay<Channel>>(this);
}

Channel::~Channel()
{
    m_state->relay->detach();
    m_state->change([](ChannelState &state) { state.closeRequested = true; });
}

std::size_t Channel::write(std::string_view bytes, std::size_t limit)
{
    return m_state->write(bytes, limit);
}

std::function<void(std::string_view)> Channel::writer() const
{
    return [state = m_state](std::string_view bytes) { state->write(bytes); };
}

void Channel::sendEof()
{
    m_state->change([](ChannelState &state) { state.eofRequested = true; });
}

void Channel::resize(int columns, int rows)
{
    m_state->change([&](ChannelState &state) { state.newSize = {columns, rows}; });
}

void Channel::sendSignal(const QString &name)
{
    m_state->change([&](ChannelState &state) { state.signalNames.push_back(name); });
}

void Channel::resume()
{
    resumer()();
}

std::function<void()> Channel::resumer() const
{
    return [state = m_state] {
        state->change([](ChannelState &changed) { changed.resumeRequested = true; });
    };
}

std::optional<Error> Channel::loss() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->loss;
}

ChannelTraffic Channel::traffic() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->traffic;
}

std::size_t Channel::unsentBytes() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->outgoing.size() - m_state->sent;
}

} // namespace Portolan::Ssh
