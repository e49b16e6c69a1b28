// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace Portolan {

// std::function for callables that cannot be copied (a lambda that owns a Secret). Standard library
// only; called at most as often as its owner likes, from one thread at a time.
// (std::move_only_function comes with C++23.)
template<typename Signature>
class UniqueFunction;

template<typename R, typename... Args>
class UniqueFunction<R(Args...)>
{
public:
    UniqueFunction() = default;

    template<typename Callable>
    requires(!std::is_same_v<std::remove_cvref_t<Callable>, UniqueFunction> &&
             std::is_invocable_r_v<R, Callable &, Args...>) UniqueFunction(Callable &&callable)
        : m_target(
              std::make_unique<Target<std::decay_t<Callable>>>(std::forward<Callable>(callable)))
    {
    }

    explicit operator bool() const { return m_target != nullptr; }
    R operator()(Args... args) { return m_target->call(std::forward<Args>(args)...); }

private:
    struct Base
    {
        virtual ~Base() = default;
        virtual R call(Args... args) = 0;
    };
    template<typename Callable>
    struct Target final : Base
    {
        template<typename C>
        explicit Target(C &&c)
            : callable(std::forward<C>(c))
        {
        }
        R call(Args... args) override { return callable(std::forward<Args>(args)...); }
        Callable callable;
    };

    std::unique_ptr<Base> m_target;
};

} // namespace Portolan
