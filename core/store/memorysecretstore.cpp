// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/memorysecretstore.h"

#include <QMetaObject>

#include <memory>

namespace Portolan {

namespace {

// Later, on the thread of `context`, unless it is gone by then.
template<typename Answer, typename Value>
void later(QObject *context, Answer done, Value value)
{
    struct Both
    {
        Answer done;
        Value value;
    };
    auto both = std::make_shared<Both>(Both{std::move(done), std::move(value)});
    QMetaObject::invokeMethod(
        context, [both] { both->done(std::move(both->value)); }, Qt::QueuedConnection);
}

} // namespace

std::optional<Secret> SecretShelf::copyOf(const QString &key) const
{
    const auto found = m_secrets.find(key);
    if (found == m_secrets.end())
        return std::nullopt;
    return found->second.copy();
}

std::optional<SecretStore::Failure> MemorySecretStore::obstacle() const
{
    switch (m_state) {
    case State::Locked:
        return Failure::Locked;
    case State::Unavailable:
        return Failure::Unavailable;
    case State::Open:
        break;
    }
    return std::nullopt;
}

void MemorySecretStore::read(const QString &key, QObject *context, Read done)
{
    tl::expected<Secret, Failure> answer = tl::unexpected(Failure::NotFound);
    if (auto secret = m_untilClosed.copyOf(key))
        answer = std::move(*secret);
    else if (const auto failure = obstacle())
        answer = tl::unexpected(*failure);
    else if (auto stored = m_stored.copyOf(key))
        answer = std::move(*stored);
    later(context, std::move(done), std::move(answer));
}

void MemorySecretStore::write(const QString &key, Secret secret, Keep keep, QObject *context,
                              Done done)
{
    forgetRefusals(key);
    tl::expected<void, Failure> answer;
    if (keep == Keep::UntilClosed) {
        m_untilClosed.put(key, std::move(secret));
    } else if (const auto failure = obstacle()) {
        answer = tl::unexpected(*failure);
    } else {
        m_untilClosed.remove(key);
        m_stored.put(key, std::move(secret));
    }
    later(context, std::move(done), answer);
}

void MemorySecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_untilClosed.remove(key);
    tl::expected<void, Failure> answer;
    if (const auto failure = obstacle())
        answer = tl::unexpected(*failure);
    else
        m_stored.remove(key);
    later(context, std::move(done), answer);
}

void MemorySecretStore::probe(QObject *context, Probed done)
{
    later(context, std::move(done), m_state);
}

void MemorySecretStore::unlock(QObject *context, Done done)
{
    tl::expected<void, Failure> answer;
    if (m_state == State::Locked) {
        if (m_agrees)
            m_state = State::Open;
        else
            answer = tl::unexpected(Failure::Denied);
    } else if (m_state == State::Unavailable) {
        answer = tl::unexpected(Failure::Unavailable);
    }
    later(context, std::move(done), answer);
}

} // namespace Portolan
