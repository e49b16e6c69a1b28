// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/client.h"

#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <memory>
#include <utility>

// libmosquitto's property lists and result codes, in our words. Private to the engine: the only
// other file that knows the library.
namespace Portolan::Mqtt {

struct FreeProperties
{
    void operator()(mosquitto_property *list) const { mosquitto_property_free_all(&list); }
};
using PropertyList = std::unique_ptr<mosquitto_property, FreeProperties>;

class PropertyWriter
{
public:
    void byte(int id, std::uint8_t value) { keep(mosquitto_property_add_byte(&m_list, id, value)); }
    void int16(int id, std::uint16_t value)
    {
        keep(mosquitto_property_add_int16(&m_list, id, value));
    }
    void int32(int id, std::uint32_t value)
    {
        keep(mosquitto_property_add_int32(&m_list, id, value));
    }
    void text(int id, const QByteArray &value)
    {
        keep(mosquitto_property_add_string(&m_list, id, value.constData()));
    }
    void binary(int id, const QByteArray &value)
    {
        keep(mosquitto_property_add_binary(&m_list, id, value.constData(),
                                           static_cast<std::uint16_t>(value.size())));
    }
    void pair(int id, const QByteArray &name, const QByteArray &value)
    {
        keep(mosquitto_property_add_string_pair(&m_list, id, name.constData(), value.constData()));
    }
    void message(const Properties &properties);
    [[nodiscard]] bool good() const { return m_good; }
    // The caller's to free.
    [[nodiscard]] PropertyList take() { return PropertyList(std::exchange(m_list, nullptr)); }

    PropertyWriter() = default;
    PropertyWriter(const PropertyWriter &) = delete;
    PropertyWriter &operator=(const PropertyWriter &) = delete;
    ~PropertyWriter() { mosquitto_property_free_all(&m_list); }

private:
    void keep(int result) { m_good = m_good && result == MOSQ_ERR_SUCCESS; }

    mosquitto_property *m_list = nullptr;
    bool m_good = true;
};

[[nodiscard]] Properties messageProperties(const mosquitto_property *list);
[[nodiscard]] ConnackFacts connackFacts(const mosquitto_property *list);
// What a result of the library means; `systemError` is errno where it says MOSQ_ERR_ERRNO.
[[nodiscard]] Error errorOf(int result, int systemError);

} // namespace Portolan::Mqtt
