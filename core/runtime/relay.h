// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaObject>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace Portolan {

// The way from an engine's thread to a QObject that may go at any time. Calls run on the receiver's
// thread, in order; what arrives after detach() is dropped, also what was already in its event
// queue. detach() is called on the receiver's thread, at the latest in its destructor.
template<typename Receiver>
class Relay : public std::enable_shared_from_this<Relay<Receiver>>
{
public:
    explicit Relay(Receiver *receiver)
        : m_receiver(receiver)
    {
    }

    void post(std::function<void(Receiver &)> call)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_receiver)
            return;
        QMetaObject::invokeMethod(
            m_receiver,
            [self = this->shared_from_this(), call = std::move(call)] {
                // Only this thread writes it.
                if (self->m_receiver)
                    call(*self->m_receiver);
            },
            Qt::QueuedConnection);
    }

    void detach()
    {
        const std::scoped_lock lock(m_mutex);
        m_receiver = nullptr;
    }

private:
    std::mutex m_mutex;
    Receiver *m_receiver;
};

} // namespace Portolan
