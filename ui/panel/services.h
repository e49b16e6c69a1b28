// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>
#include <typeindex>
#include <unordered_map>
#include <utility>

namespace Portolan::Ui {

// Engines that several panels share (one SSH connection pool, one SNMP engine). app says how each
// is made; the first panel that asks makes it, all hold the same one, and it ends with its last
// holder. GUI thread; owned by app and outlived by nothing that asks it.
class Services
{
public:
    Services() = default;
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;

    template<typename T>
    void provide(std::function<std::shared_ptr<T>()> make)
    {
        m_entries[typeid(T)] = Entry{[make = std::move(make)] { return make(); }, {}};
    }

    // Never null: asking for what nobody provides is a mistake in the program.
    template<typename T>
    [[nodiscard]] std::shared_ptr<T> get()
    {
        const auto entry = m_entries.find(typeid(T));
        if (entry == m_entries.end())
            qFatal("no service of the type %s is provided", typeid(T).name());
        std::shared_ptr<void> service = entry->second.living.lock();
        if (!service) {
            service = entry->second.make();
            entry->second.living = service;
        }
        return std::static_pointer_cast<T>(service);
    }

    // How many hold it now.
    template<typename T>
    [[nodiscard]] long holders() const
    {
        const auto entry = m_entries.find(typeid(T));
        return entry == m_entries.end() ? 0 : entry->second.living.use_count();
    }

private:
    struct Entry
    {
        std::function<std::shared_ptr<void>()> make;
        std::weak_ptr<void> living;
    };
    std::unordered_map<std::type_index, Entry> m_entries;
};

} // namespace Portolan::Ui
