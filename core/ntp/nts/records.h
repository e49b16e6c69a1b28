// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

namespace Portolan::Ntp::Nts {

// Records of the key establishment: bytes to structs and back. Pure, any thread. Source: RFC 8915,
// section 4; type 1024 is chrony's.
enum class RecordType : quint16 {
    EndOfMessage = 0,
    NextProtocol = 1,
    Error = 2,
    Warning = 3,
    Aead = 4,
    NewCookie = 5,
    Server = 6,
    Port = 7,
    CompliantGcmExport = 1024,
};

struct Record
{
    bool critical = false;
    quint16 type = 0; // 15 bits
    QByteArray body = {};
    int offset = 0; // in the message

    friend bool operator==(const Record &, const Record &) = default;
};

[[nodiscard]] QByteArray encodeRecord(RecordType type, bool critical, const QByteArray &body);
[[nodiscard]] QByteArray encodeNumbers(const QList<quint16> &numbers);
[[nodiscard]] QString recordName(quint16 type); // "Next Protocol", as the standard has it

// Takes a stream apart, however it is cut. Limits: a message has at most 64 KiB and 256 records.
class RecordReader
{
public:
    enum class State : std::uint8_t { Reading, Complete, TooLong, TooMany };

    void feed(const QByteArray &bytes);
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QList<Record> &records() const { return m_records; }
    // Bytes behind the end of the message, and of a record that is not whole.
    [[nodiscard]] qsizetype rest() const { return m_buffer.size(); }

private:
    QByteArray m_buffer;
    QList<Record> m_records;
    int m_offset = 0;
    State m_state = State::Reading;
};

inline constexpr quint16 kNextProtocolNtp = 0;
inline constexpr quint16 kAeadSivCmac256 = 15;
inline constexpr quint16 kKeyExchangePort = 4460;
inline constexpr int kMostCookies = 8; // RFC 8915, section 5.7
// A packet must carry one besides what else it needs, and not be taken apart on the way; those of
// chronyd and NTPsec have about a hundred bytes.
inline constexpr int kMostCookie = 1024;

// What a client asks: NTPv4 and the algorithms, best first.
[[nodiscard]] QByteArray encodeRequest(const QList<quint16> &algorithms = {kAeadSivCmac256});

enum class AnswerFault : std::uint8_t {
    None,
    Incomplete,      // the message did not end
    UnknownCritical, // a critical record that is not known: `number` is its type
    ErrorRecord,     // the server refused: `number` is its code
    WarningRecord,   // unknown warnings are errors (RFC 8915, section 4.1.4)
    NoNextProtocol,  // NTPv4 was not agreed
    NoAead,          // no algorithm that was offered
    NoCookies,
    Malformed, // a record whose body breaks its rules; `number` is its type
};

// What the records of an answer come to.
struct Answer
{
    AnswerFault fault = AnswerFault::None;
    int number = 0;
    quint16 algorithm = 0;
    QList<QByteArray> cookies = {};
    QString server =
        {}; // where NTP is asked, without a trailing dot; empty: where the keys came from
    quint16 port = 123;
};
[[nodiscard]] Answer judgeAnswer(const RecordReader &reader,
                                 const QList<quint16> &offered = {kAeadSivCmac256});

[[nodiscard]] QString answerFaultText(const Answer &answer); // for a person
// One record in words, for the inspector: "AEAD_AES_SIV_CMAC_256 (15)", "100 bytes".
[[nodiscard]] QString recordText(const Record &record);

} // namespace Portolan::Ntp::Nts
