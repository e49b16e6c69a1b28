// SPDX-License-Identifier: GPL-3.0-or-later
// An SNMP agent (versions 1 and 2c, UDP, on the loopback interface) that answers from a recording,
// with faults on demand. It prints {"port":N} when it is ready, then ends with its standard input.
#include "tests/lab/snmprecording.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <queue>
#include <random>
#include <sstream>
#include <string>

namespace {

using namespace SnmpLab;
using Clock = std::chrono::steady_clock;
using Bytes = std::vector<std::uint8_t>;

// tests/lab/README.md says what they do.
struct Options
{
    std::vector<std::string> recordings;
    std::string generate;          // COLUMNSxROWS
    std::string index = "integer"; // or "address": four arcs, sparse
    std::string community = "public";
    std::string address = "127.0.0.1";
    double port = 0;
    double delay = 0;        // milliseconds, of every reply
    double jitter = 0;       // milliseconds besides, at most
    double loss = 0;         // of replies, 0 to 1
    double cost = 0;         // microseconds a varbind, one after the other
    double mostRows = 0;     // a reply is cut off behind so many
    double tooBigOver = 0;   // more varbinds than that are too big
    double mostBytes = 0;    // a reply is cut off there
    double loopAt = -1;      // behind this row it goes back by ten
    double swapAt = -1;      // this row and the next change places
    double wrongId = 0;      // of replies
    double duplicate = 0;    // of replies, and late ones
    double garbage = 0;      // of replies
    double huge = 0;         // bytes of one value that is added
    double emptyBulk = 0;    // 1: GETBULK is answered without varbinds
    double noBulk = 0;       // 1: GETBULK is not answered
    double elsewhere = 0;    // 1: from another port
    double silentAfter = -1; // requests
    double genErrAt = -1;    // a row that cannot be given
    double stay = 0;         // 1: does not end with its standard input
};

bool readOptions(int count, char **words, Options &options)
{
    const std::map<std::string_view, double *> numbers{
        {"--port", &options.port},
        {"--delay", &options.delay},
        {"--jitter", &options.jitter},
        {"--loss", &options.loss},
        {"--cost", &options.cost},
        {"--most-rows", &options.mostRows},
        {"--too-big-over", &options.tooBigOver},
        {"--most-bytes", &options.mostBytes},
        {"--loop-at", &options.loopAt},
        {"--swap-at", &options.swapAt},
        {"--wrong-id", &options.wrongId},
        {"--duplicate", &options.duplicate},
        {"--garbage", &options.garbage},
        {"--huge", &options.huge},
        {"--empty-bulk", &options.emptyBulk},
        {"--no-bulk", &options.noBulk},
        {"--elsewhere", &options.elsewhere},
        {"--silent-after", &options.silentAfter},
        {"--gen-err-at", &options.genErrAt},
        {"--stay", &options.stay},
    };
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view word = words[i];
        if (word == "--recording")
            options.recordings.emplace_back(words[i + 1]);
        else if (word == "--generate")
            options.generate = words[i + 1];
        else if (word == "--index")
            options.index = words[i + 1];
        else if (word == "--community")
            options.community = words[i + 1];
        else if (word == "--address")
            options.address = words[i + 1];
        else if (const auto found = numbers.find(word); found != numbers.end())
            *found->second = std::atof(words[i + 1]);
        else
            return false;
    }
    return count % 2 == 1;
}

Bytes octets(std::string_view text)
{
    return {text.begin(), text.end()};
}

// A table at 1.3.6.1.4.1.99999.1.1 with columns of all common types, and the system group.
void generate(Recording &recording, const Options &options)
{
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;
    if (std::sscanf(options.generate.c_str(), "%ux%u", &columns, &rows) != 2)
        return;
    const std::array<std::uint32_t, 9> descr{1, 3, 6, 1, 2, 1, 1, 1, 0};
    const std::array<std::uint32_t, 9> object{1, 3, 6, 1, 2, 1, 1, 2, 0};
    const std::array<std::uint32_t, 9> upTime{1, 3, 6, 1, 2, 1, 1, 3, 0};
    const std::array<std::uint32_t, 8> what{1, 3, 6, 1, 4, 1, 99999, 2};
    recording.add(descr, 0x04, octets("Replay agent"));
    recording.add(object, 0x06, oidContent(what));
    recording.add(upTime, 0x43, unsignedContent(123456));
    std::mt19937 random(1);
    std::vector<std::array<std::uint32_t, 4>> addresses;
    if (options.index == "address") {
        for (std::uint32_t i = 0; i < rows; ++i)
            addresses.push_back({10, static_cast<std::uint32_t>(random() % 40),
                                 static_cast<std::uint32_t>(random() % 256), i % 256});
    }
    for (std::uint32_t column = 1; column <= columns; ++column) {
        for (std::uint32_t row = 1; row <= rows; ++row) {
            std::vector<std::uint32_t> oid{1, 3, 6, 1, 4, 1, 99999, 1, 1, column};
            if (addresses.empty())
                oid.push_back(row);
            else
                oid.insert(oid.end(), addresses[row - 1].begin(), addresses[row - 1].end());
            switch (column % 5) {
            case 0:
                recording.add(oid, 0x46, unsignedContent(std::uint64_t(row) << 33U));
                break;
            case 1:
                recording.add(oid, 0x02, integerContent(static_cast<std::int32_t>(row)));
                break;
            case 2:
                recording.add(oid, 0x04, octets("port " + std::to_string(row)));
                break;
            case 3:
                recording.add(oid, 0x41, unsignedContent(row * 977U));
                break;
            default:
                recording.add(oid, 0x42, unsignedContent(1'000'000'000U));
                break;
            }
        }
    }
}

// Reads one element; never beyond `from`.
struct Reader
{
    std::span<const std::uint8_t> left;
    bool ok = true;

    std::span<const std::uint8_t> take(std::uint8_t &tag)
    {
        tag = 0;
        if (!ok || left.size() < 2) {
            ok = false;
            return {};
        }
        tag = left[0];
        std::size_t length = left[1];
        std::size_t head = 2;
        if (length >= 0x80) {
            const std::size_t more = length & 0x7fU;
            length = 0;
            if (more == 0 || more > 3 || left.size() < head + more) {
                ok = false;
                return {};
            }
            for (std::size_t i = 0; i < more; ++i)
                length = length << 8U | left[head + i];
            head += more;
        }
        if (left.size() - head < length) {
            ok = false;
            return {};
        }
        const auto content = left.subspan(head, length);
        left = left.subspan(head + length);
        return content;
    }
    std::span<const std::uint8_t> take(std::uint8_t wanted, bool &matches)
    {
        std::uint8_t tag = 0;
        const auto content = take(tag);
        matches = ok && tag == wanted;
        ok = matches;
        return content;
    }
    std::int64_t integer()
    {
        bool matches = false;
        const auto content = take(0x02, matches);
        if (!matches || content.empty() || content.size() > 5) {
            ok = false;
            return 0;
        }
        std::int64_t value = (content[0] & 0x80U) != 0 ? -1 : 0;
        for (const std::uint8_t byte : content)
            value = static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << 8U | byte);
        return value;
    }
};

struct Asked
{
    int version = 0;
    std::string community;
    std::uint8_t type = 0;
    std::int64_t id = 0;
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::vector<std::vector<std::uint32_t>> oids;
    Bytes varbinds; // as they came
};

std::optional<Asked> readRequest(std::span<const std::uint8_t> message)
{
    Asked asked;
    bool matches = false;
    Reader outer{message};
    Reader content{outer.take(0x30, matches)};
    if (!matches)
        return {};
    asked.version = static_cast<int>(content.integer());
    const auto community = content.take(0x04, matches);
    asked.community.assign(community.begin(), community.end());
    Reader pdu{content.take(asked.type)};
    if (!content.ok)
        return {};
    asked.id = pdu.integer();
    asked.first = pdu.integer();
    asked.second = pdu.integer();
    Reader list{pdu.take(0x30, matches)};
    if (!matches || asked.version < 0 || asked.version > 1)
        return {};
    asked.varbinds.assign(list.left.begin(), list.left.end());
    while (!list.left.empty()) {
        Reader varbind{list.take(0x30, matches)};
        if (!matches)
            return {};
        const auto oid = readOid(varbind.take(0x06, matches));
        if (!matches || !oid)
            return {};
        asked.oids.push_back(*oid);
    }
    return asked;
}

class Agent
{
public:
    explicit Agent(const Options &options)
        : m_options(options)
    {
        for (const std::string &path : options.recordings) {
            std::ifstream file(path, std::ios::binary);
            std::ostringstream text;
            text << file.rdbuf();
            m_recording.read(text.str());
        }
        if (!options.generate.empty())
            generate(m_recording, options);
        if (options.huge > 0) {
            const std::array<std::uint32_t, 8> oid{1, 3, 6, 1, 4, 1, 99999, 9};
            m_recording.add(oid, 0x04, Bytes(static_cast<std::size_t>(options.huge), 'x'));
        }
        m_recording.sort();
    }

    // `varbinds`: how many it cost. Nothing: no reply.
    std::optional<Bytes> answer(std::span<const std::uint8_t> message, std::size_t &varbinds)
    {
        auto asked = readRequest(message);
        if (!asked || asked->community != m_options.community)
            return {};
        ++m_requests;
        if (m_options.silentAfter >= 0 && m_requests > m_options.silentAfter)
            return {};
        Bytes list;
        int status = 0;
        int index = 0;
        varbinds = 0;
        switch (asked->type) {
        case 0xa0:
            get(*asked, list, status, index, varbinds);
            break;
        case 0xa1:
            getNext(*asked, list, status, index, varbinds);
            break;
        case 0xa5:
            if (asked->version == 0 || m_options.noBulk > 0)
                return {};
            if (m_options.emptyBulk == 0)
                getBulk(*asked, list, status, index, varbinds);
            break;
        case 0xa3:
            status = asked->version == 0 ? 2 : 17; // noSuchName, notWritable
            index = 1;
            break;
        default:
            return {};
        }
        if (m_options.tooBigOver > 0 && static_cast<double>(varbinds) > m_options.tooBigOver) {
            status = 1;
            index = 0;
            list.clear();
        }
        if (list.size() > kMostList) {
            status = 1;
            index = 0;
            list.clear();
        }
        if (status != 0 && list.empty() && status != 1)
            list = asked->varbinds;
        if (chance(m_options.wrongId))
            asked->id ^= 0x5a5a;
        return message_(*asked, list, status, index);
    }

    bool chance(double probability)
    {
        return probability > 0 &&
               std::uniform_real_distribution<double>(0, 1)(m_random) < probability;
    }
    double upTo(double most) { return std::uniform_real_distribution<double>(0, most)(m_random); }

private:
    static constexpr std::size_t kMostList = 65'000;

    void get(const Asked &asked, Bytes &list, int &status, int &index, std::size_t &varbinds)
    {
        for (std::size_t i = 0; i < asked.oids.size(); ++i) {
            const auto row = m_recording.find(asked.oids[i]);
            ++varbinds;
            if (row) {
                append(list, *row);
            } else if (asked.version == 0) {
                status = 2;
                index = static_cast<int>(i + 1);
                list.clear();
                return;
            } else {
                exception(list, asked.oids[i], 0x80);
            }
        }
    }
    void getNext(const Asked &asked, Bytes &list, int &status, int &index, std::size_t &varbinds)
    {
        for (std::size_t i = 0; i < asked.oids.size(); ++i) {
            const std::size_t row = following(asked.oids[i]);
            ++varbinds;
            if (isBad(row)) {
                status = 5;
                index = static_cast<int>(i + 1);
                list.clear();
                return;
            }
            if (row < m_recording.size()) {
                append(list, row);
            } else if (asked.version == 0) {
                status = 2;
                index = static_cast<int>(i + 1);
                list.clear();
                return;
            } else {
                exception(list, asked.oids[i], 0x82);
            }
        }
    }
    // RFC 3416, section 4.2.3.
    void getBulk(const Asked &asked, Bytes &list, int &status, int &index, std::size_t &varbinds)
    {
        const auto nonRepeaters = static_cast<std::size_t>(
            std::clamp<std::int64_t>(asked.first, 0, static_cast<std::int64_t>(asked.oids.size())));
        const auto repetitions = std::clamp<std::int64_t>(asked.second, 0, 65'535);
        std::vector<std::vector<std::uint32_t>> cursors = asked.oids;
        std::vector<bool> ended(cursors.size(), false);
        const double most = m_options.mostRows > 0 ? m_options.mostRows : 1e9;
        const std::size_t mostBytes =
            m_options.mostBytes > 0
                ? std::min<std::size_t>(static_cast<std::size_t>(m_options.mostBytes), kMostList)
                : kMostList;
        const auto one = [&](std::size_t i) {
            const std::size_t row = ended[i] ? m_recording.size() : following(cursors[i]);
            if (isBad(row)) {
                status = 5;
                index = static_cast<int>(i + 1);
                list.clear();
                return false;
            }
            const std::size_t size =
                row < m_recording.size() ? m_recording.varbind(row).size() : 24;
            if (static_cast<double>(varbinds) >= most || list.size() + size > mostBytes)
                return false;
            ++varbinds;
            if (row < m_recording.size()) {
                append(list, row);
                const auto oid = m_recording.oid(displayed(row));
                cursors[i].assign(oid.begin(), oid.end());
            } else {
                exception(list, cursors[i], 0x82);
                ended[i] = true;
            }
            return true;
        };
        for (std::size_t i = 0; i < nonRepeaters; ++i) {
            if (!one(i))
                return;
        }
        for (std::int64_t repetition = 0; repetition < repetitions; ++repetition) {
            bool all = true;
            for (std::size_t i = nonRepeaters; i < cursors.size(); ++i) {
                if (!one(i))
                    return;
                all = all && ended[i];
            }
            if (all)
                return;
        }
    }

    // The row that is shown at the place of `row`.
    [[nodiscard]] std::size_t displayed(std::size_t row) const
    {
        const auto swap = static_cast<std::size_t>(std::max(m_options.swapAt, 0.0));
        if (m_options.swapAt >= 0 && (row == swap || row == swap + 1) &&
            swap + 1 < m_recording.size())
            return row == swap ? swap + 1 : swap;
        return row;
    }
    [[nodiscard]] std::size_t following(const std::vector<std::uint32_t> &oid) const
    {
        if (m_options.swapAt >= 0) {
            // Behind a row comes what stands behind its place.
            if (const auto row = m_recording.find(oid); row && displayed(*row) != *row)
                return displayed(*row) + 1;
        }
        const std::size_t row = m_recording.next(oid);
        if (m_options.loopAt >= 0 && static_cast<double>(row) == m_options.loopAt + 1)
            return row >= 11 ? row - 11 : 0;
        return row;
    }
    [[nodiscard]] bool isBad(std::size_t row) const
    {
        return m_options.genErrAt >= 0 && static_cast<double>(row) == m_options.genErrAt;
    }
    void append(Bytes &list, std::size_t row) const
    {
        const auto bytes = m_recording.varbind(displayed(row));
        list.insert(list.end(), bytes.begin(), bytes.end());
    }
    static void exception(Bytes &list, const std::vector<std::uint32_t> &oid, std::uint8_t tag)
    {
        Bytes inner;
        appendTlv(inner, 0x06, oidContent(oid));
        appendTlv(inner, tag, {});
        appendTlv(list, 0x30, inner);
    }
    static Bytes message_(const Asked &asked, const Bytes &list, int status, int index)
    {
        Bytes pdu;
        pdu.reserve(list.size() + 32);
        appendTlv(pdu, 0x02, integerContent(asked.id));
        appendTlv(pdu, 0x02, integerContent(status));
        appendTlv(pdu, 0x02, integerContent(index));
        appendTlv(pdu, 0x30, list);
        Bytes content;
        content.reserve(pdu.size() + 64);
        appendTlv(content, 0x02, integerContent(asked.version));
        appendTlv(content, 0x04, octets(asked.community));
        appendTlv(content, 0xa2, pdu);
        Bytes message;
        message.reserve(content.size() + 8);
        appendTlv(message, 0x30, content);
        return message;
    }

    const Options &m_options;
    Recording m_recording;
    std::mt19937 m_random{7};
    double m_requests = 0;
};

struct Reply
{
    Clock::time_point due;
    std::uint64_t order;
    Bytes bytes;
    sockaddr_in to;
    bool operator>(const Reply &other) const
    {
        return due != other.due ? due > other.due : order > other.order;
    }
};

int openSocket(const std::string &where, std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int buffer = 8 << 20;
    ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof(buffer));
    ::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &buffer, sizeof(buffer));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    // Nothing of the lab is to be seen from outside.
    if (::inet_pton(AF_INET, where.c_str(), &address.sin_addr) != 1 ||
        ntohl(address.sin_addr.s_addr) >> 24U != 127)
        return -1;
    if (fd < 0 || ::bind(fd, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0)
        return -1;
    return fd;
}

class Server
{
public:
    Server(const Options &options, Agent &agent, int fd, int other)
        : m_options(options)
        , m_agent(agent)
        , m_fd(fd)
        , m_out(options.elsewhere > 0 ? other : fd)
    {
    }

    void run()
    {
        pollfd watched[2] = {{m_fd, POLLIN, 0}, {0, POLLIN, 0}};
        while (true) {
            timespec wait{};
            timespec *timeout = nullptr;
            if (!m_replies.empty()) {
                const auto left = std::max(m_replies.top().due - Clock::now(), Clock::duration(0));
                wait.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(left).count();
                wait.tv_nsec = std::chrono::nanoseconds(left % std::chrono::seconds(1)).count();
                timeout = &wait;
            }
            ::ppoll(watched, m_options.stay > 0 ? 1 : 2, timeout, nullptr);
            if (watched[0].revents != 0)
                receive();
            send();
            if (watched[1].revents != 0) {
                char byte = 0;
                if (::read(0, &byte, 1) <= 0)
                    return;
            }
        }
    }

private:
    void receive()
    {
        for (int i = 0; i < 64; ++i) {
            sockaddr_in from{};
            socklen_t length = sizeof(from);
            const auto got = ::recvfrom(m_fd, m_buffer.data(), m_buffer.size(), 0,
                                        reinterpret_cast<sockaddr *>(&from), &length);
            if (got < 0)
                return;
            std::size_t varbinds = 0;
            auto reply = m_agent.answer({m_buffer.data(), static_cast<std::size_t>(got)}, varbinds);
            const auto now = Clock::now();
            // One thing at a time, as the slow processor of a switch does.
            m_busyUntil = std::max(m_busyUntil, now) +
                          std::chrono::nanoseconds(static_cast<std::int64_t>(
                              m_options.cost * 1000 * static_cast<double>(varbinds)));
            if (!reply || m_agent.chance(m_options.loss))
                continue;
            if (m_agent.chance(m_options.garbage)) {
                for (std::size_t at = 0; at < reply->size(); at += 7)
                    (*reply)[at] = static_cast<std::uint8_t>((*reply)[at] * 31U + 7U);
            }
            const double delay = m_options.delay + m_agent.upTo(m_options.jitter);
            const auto due = m_busyUntil +
                             std::chrono::nanoseconds(static_cast<std::int64_t>(delay * 1'000'000));
            if (m_agent.chance(m_options.duplicate)) {
                m_replies.push({due, ++m_order, *reply, from});
                m_replies.push({due + std::chrono::milliseconds(30), ++m_order, *reply, from});
            }
            m_replies.push({due, ++m_order, std::move(*reply), from});
        }
    }
    void send()
    {
        const auto now = Clock::now();
        while (!m_replies.empty() && m_replies.top().due <= now) {
            const Reply &reply = m_replies.top();
            ::sendto(m_out, reply.bytes.data(), reply.bytes.size(), 0,
                     reinterpret_cast<const sockaddr *>(&reply.to), sizeof(reply.to));
            m_replies.pop();
        }
    }

    const Options &m_options;
    Agent &m_agent;
    const int m_fd;
    const int m_out;
    std::array<std::uint8_t, 65536> m_buffer{};
    std::priority_queue<Reply, std::vector<Reply>, std::greater<>> m_replies;
    Clock::time_point m_busyUntil{};
    std::uint64_t m_order = 0;
};

} // namespace

int main(int count, char **words)
{
    Options options;
    if (!readOptions(count, words, options)) {
        std::fputs("snmpagent: options are --NAME VALUE; tests/lab/README.md lists them\n", stderr);
        return 2;
    }
    Agent agent(options);
    const int fd = openSocket(options.address, static_cast<std::uint16_t>(options.port));
    const int other = openSocket(options.address, 0);
    if (fd < 0 || other < 0) {
        std::perror("snmpagent");
        return 1;
    }
    sockaddr_in address{};
    socklen_t length = sizeof(address);
    ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &length);
    std::printf("{\"port\":%u}\n", static_cast<unsigned>(ntohs(address.sin_port)));
    std::fflush(stdout);
    Server(options, agent, fd, other).run();
    return 0;
}
