// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/topicfilter.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace Portolan::Mqtt {

namespace {

constexpr std::size_t kMostBytes = 65535;
constexpr std::string_view kShare = "$share/";

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Mqtt)
};

tl::unexpected<Error> usage(const QString &sentence)
{
    return failure(Error::Kind::Usage, sentence);
}

Result<> checkText(std::string_view text)
{
    if (text.empty())
        return usage(Words::tr("A topic has at least one character."));
    if (text.size() > kMostBytes)
        return usage(Words::tr("A topic has at most 65,535 bytes."));
    if (text.find('\0') != std::string_view::npos)
        return usage(Words::tr("A topic cannot contain the character NUL."));
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded =
        decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    if (decoder.hasError() || decoded.isEmpty())
        return usage(Words::tr("A topic is written in UTF-8."));
    return {};
}

std::string_view takeLevel(std::string_view &rest, bool &more)
{
    const std::size_t slash = rest.find('/');
    const std::string_view level = rest.substr(0, slash);
    more = slash != std::string_view::npos;
    rest = more ? rest.substr(slash + 1) : std::string_view();
    return level;
}

} // namespace

Result<> checkTopicName(std::string_view name)
{
    if (const auto text = checkText(name); !text)
        return text;
    if (name.find_first_of("+#") != std::string_view::npos)
        return usage(Words::tr("A message cannot be published to a topic with + or #: these are "
                               "for subscribing."));
    return {};
}

Result<> checkTopicFilter(std::string_view filter)
{
    if (const auto text = checkText(filter); !text)
        return text;
    if (filter.starts_with(kShare)) {
        const std::size_t slash = filter.find('/', kShare.size());
        const std::string_view group = filter.substr(kShare.size(), slash - kShare.size());
        if (slash == std::string_view::npos || slash + 1 == filter.size() || group.empty() ||
            group.find_first_of("+#") != std::string_view::npos)
            return usage(Words::tr("A shared subscription is $share/GROUP/FILTER, and the group "
                                   "has no + or #."));
        filter.remove_prefix(slash + 1);
    }
    bool more = true;
    while (more) {
        const std::string_view level = takeLevel(filter, more);
        if (level == "#" && more)
            return usage(Words::tr("# stands for all levels below and is the last one."));
        if (level.size() > 1 && level.find_first_of("+#") != std::string_view::npos)
            return usage(Words::tr("+ and # stand for whole levels: between two / and alone."));
    }
    return {};
}

std::string_view withoutShare(std::string_view filter)
{
    if (!filter.starts_with(kShare))
        return filter;
    const std::size_t slash = filter.find('/', kShare.size());
    return slash == std::string_view::npos ? filter : filter.substr(slash + 1);
}

bool filterMatches(std::string_view filter, std::string_view topic)
{
    filter = withoutShare(filter);
    if (filter.empty() || topic.empty())
        return false;
    // Section 4.7.2.
    if (topic.front() == '$' && (filter.front() == '+' || filter.front() == '#'))
        return false;
    bool moreFilter = true;
    bool moreTopic = true;
    while (moreFilter && moreTopic) {
        const std::string_view wanted = takeLevel(filter, moreFilter);
        if (wanted == "#")
            return true;
        const std::string_view level = takeLevel(topic, moreTopic);
        if (wanted != "+" && wanted != level)
            return false;
    }
    // "a/#" is also the parent, "a" (section 4.7.1.2).
    return !moreTopic && (!moreFilter || filter == "#");
}

} // namespace Portolan::Mqtt
