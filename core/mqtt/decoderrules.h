// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payload/decoded.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <string_view>

namespace Portolan::Mqtt {

// Which decoder reads the payloads of which topics. Plain values, any thread.
struct DecoderRule
{
    QByteArray filter; // of topics, with wildcards
    Payload::Kind kind = Payload::Kind::Text;
    QString charset = {};     // of Text
    QString protoFolder = {}; // of Protobuf, together with the name of the message
    QString messageType = {};

    friend bool operator==(const DecoderRule &, const DecoderRule &) = default;
};

class DecoderRules
{
public:
    static constexpr qsizetype kMostRules = 1'000;

    DecoderRules() = default;
    // Usage, with the number of the rule, where one cannot be: a filter that is none, an unknown
    // character set, a message without a folder.
    [[nodiscard]] static Result<DecoderRules> make(QList<DecoderRule> rules);
    // As settings keep them: [{"filter": "a/#", "decoder": "protobuf", "folder": ..., "message":
    // ...}]. Usage with line and column where it is something else.
    [[nodiscard]] static Result<DecoderRules> fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray toJson() const;

    [[nodiscard]] const QList<DecoderRule> &rules() const { return m_rules; }
    // The first that fits, in the order of the list; nullptr where none does.
    [[nodiscard]] const DecoderRule *ruleFor(std::string_view topic) const;

    friend bool operator==(const DecoderRules &, const DecoderRules &) = default;

private:
    QList<DecoderRule> m_rules;
};

} // namespace Portolan::Mqtt
