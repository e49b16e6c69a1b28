// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/nts/records.h"

#include "core/ntp/words.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>

namespace Portolan::Ntp::Nts {

namespace {

constexpr qsizetype kRecordHead = 4;
constexpr int kMostMessage = 65'536;
constexpr int kMostRecords = 256;
constexpr quint16 kCritical = 0x8000;

quint16 numberAt(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<quint16>(bytes.constData() + offset);
}

QList<quint16> numbersOf(const QByteArray &body)
{
    QList<quint16> numbers;
    for (qsizetype i = 0; i + 1 < body.size(); i += 2)
        numbers.append(numberAt(body, i));
    return numbers;
}

struct Named
{
    quint16 number;
    const char *name;
};

constexpr Named kRecords[] = {
    {0, "End of Message"},
    {1, "NTS Next Protocol Negotiation"},
    {2, "Error"},
    {3, "Warning"},
    {4, "AEAD Algorithm Negotiation"},
    {5, "New Cookie for NTPv4"},
    {6, "NTPv4 Server Negotiation"},
    {7, "NTPv4 Port Negotiation"},
    {1024, "Compliant AES-128-GCM-SIV Exporter Context"},
};

constexpr Named kAeads[] = {
    {15, "AEAD_AES_SIV_CMAC_256"}, {16, "AEAD_AES_SIV_CMAC_384"}, {17, "AEAD_AES_SIV_CMAC_512"},
    {30, "AEAD_AES_128_GCM_SIV"},  {31, "AEAD_AES_256_GCM_SIV"},
};

constexpr Named kErrors[] = {
    {0, QT_TRANSLATE_NOOP("Portolan::Ntp", "it does not know a record that it has to know")},
    {1, QT_TRANSLATE_NOOP("Portolan::Ntp", "it calls the request wrong")},
    {2, QT_TRANSLATE_NOOP("Portolan::Ntp", "it has an error of its own")},
};

template<std::size_t Count>
QString nameIn(const Named (&names)[Count], quint16 number)
{
    const auto *const found =
        std::find_if(std::begin(names), std::end(names),
                     [number](const Named &each) { return each.number == number; });
    return found == std::end(names) ? QString() : QLatin1String(found->name);
}

// RFC 8915, section 4.1.7: an IPv4 or IPv6 address or a domain name, in ASCII. chronyd sends what
// its file says, a trailing dot included.
std::optional<QString> serverOf(const QByteArray &body)
{
    if (body.isEmpty() || body.size() > 255)
        return std::nullopt;
    const bool plain = std::all_of(body.begin(), body.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '.' || c == ':' || c == '_' || c == '%';
    });
    if (!plain)
        return std::nullopt;
    QString name = QString::fromLatin1(body);
    while (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    if (name.isEmpty())
        return std::nullopt;
    return name;
}

} // namespace

QByteArray encodeRecord(RecordType type, bool critical, const QByteArray &body)
{
    QByteArray bytes(kRecordHead, '\0');
    qToBigEndian(static_cast<quint16>(static_cast<quint16>(type) | (critical ? kCritical : 0U)),
                 bytes.data());
    qToBigEndian(static_cast<quint16>(body.size()), bytes.data() + 2);
    return bytes + body;
}

QByteArray encodeNumbers(const QList<quint16> &numbers)
{
    QByteArray bytes(numbers.size() * 2, '\0');
    for (qsizetype i = 0; i < numbers.size(); ++i)
        qToBigEndian(numbers[i], bytes.data() + 2 * i);
    return bytes;
}

QByteArray encodeRequest(const QList<quint16> &algorithms)
{
    return encodeRecord(RecordType::NextProtocol, true, encodeNumbers({kNextProtocolNtp})) +
           encodeRecord(RecordType::Aead, true, encodeNumbers(algorithms)) +
           encodeRecord(RecordType::EndOfMessage, true, {});
}

QString recordName(quint16 type)
{
    const QString name = nameIn(kRecords, type);
    return name.isEmpty() ? QString::number(type) : name;
}

void RecordReader::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    qsizetype used = 0;
    while (m_state == State::Reading && m_buffer.size() - used >= kRecordHead) {
        const quint16 head = numberAt(m_buffer, used);
        const qsizetype length = numberAt(m_buffer, used + 2);
        if (m_offset + kRecordHead + length > kMostMessage) {
            m_state = State::TooLong;
            break;
        }
        if (m_buffer.size() - used < kRecordHead + length)
            break;
        if (m_records.size() >= kMostRecords) {
            m_state = State::TooMany;
            break;
        }
        const auto type = static_cast<quint16>(head & ~kCritical);
        m_records.append(
            {(head & kCritical) != 0, type, m_buffer.mid(used + kRecordHead, length), m_offset});
        used += kRecordHead + length;
        m_offset += static_cast<int>(kRecordHead + length);
        if (type == static_cast<quint16>(RecordType::EndOfMessage))
            m_state = State::Complete;
    }
    m_buffer.remove(0, used);
    if (m_state != State::Reading)
        m_buffer.truncate(kMostMessage);
}

Answer judgeAnswer(const RecordReader &reader, const QList<quint16> &offered)
{
    Answer answer;
    const auto wrong = [&answer](AnswerFault fault, int number = 0) {
        answer.fault = fault;
        answer.number = number;
        return answer;
    };
    bool hasProtocol = false;
    bool hasAead = false;
    // An error counts wherever it stands: it says more than what is missing because of it.
    for (const Record &record : reader.records()) {
        const bool isPair = record.body.size() == 2;
        switch (static_cast<RecordType>(record.type)) {
        case RecordType::Error:
            if (!isPair)
                return wrong(AnswerFault::Malformed, record.type);
            return wrong(AnswerFault::ErrorRecord, numberAt(record.body, 0));
        case RecordType::Warning:
            if (!isPair)
                return wrong(AnswerFault::Malformed, record.type);
            return wrong(AnswerFault::WarningRecord, numberAt(record.body, 0));
        default:
            break;
        }
    }
    if (reader.state() != RecordReader::State::Complete)
        return wrong(AnswerFault::Incomplete);
    for (const Record &record : reader.records()) {
        switch (static_cast<RecordType>(record.type)) {
        case RecordType::EndOfMessage:
        case RecordType::Error:
        case RecordType::Warning:
            break;
        case RecordType::NextProtocol:
            if (hasProtocol || record.body.size() % 2 != 0)
                return wrong(AnswerFault::Malformed, record.type);
            hasProtocol = numbersOf(record.body).contains(kNextProtocolNtp);
            break;
        case RecordType::Aead: {
            if (hasAead || record.body.size() % 2 != 0)
                return wrong(AnswerFault::Malformed, record.type);
            const QList<quint16> chosen = numbersOf(record.body);
            // Exactly one, and one of ours (RFC 8915, section 4.1.5).
            hasAead = chosen.size() == 1 && offered.contains(chosen.front());
            if (hasAead)
                answer.algorithm = chosen.front();
            break;
        }
        case RecordType::NewCookie:
            if (record.body.isEmpty() || record.body.size() > kMostCookie)
                return wrong(AnswerFault::Malformed, record.type);
            if (answer.cookies.size() < kMostCookies)
                answer.cookies.append(record.body);
            break;
        case RecordType::Server: {
            const auto server = serverOf(record.body);
            if (!server)
                return wrong(AnswerFault::Malformed, record.type);
            answer.server = *server;
            break;
        }
        case RecordType::Port:
            if (record.body.size() != 2 || numberAt(record.body, 0) == 0)
                return wrong(AnswerFault::Malformed, record.type);
            answer.port = numberAt(record.body, 0);
            break;
        case RecordType::CompliantGcmExport:
            break;
        default:
            if (record.critical)
                return wrong(AnswerFault::UnknownCritical, record.type);
            break;
        }
    }
    if (!hasProtocol)
        return wrong(AnswerFault::NoNextProtocol);
    if (!hasAead)
        return wrong(AnswerFault::NoAead);
    if (answer.cookies.isEmpty())
        return wrong(AnswerFault::NoCookies);
    return answer;
}

QString answerFaultText(const Answer &answer)
{
    switch (answer.fault) {
    case AnswerFault::None:
        return Ntp::tr("Keys and cookies were agreed.");
    case AnswerFault::Incomplete:
        return Ntp::tr("The server's answer breaks off before its end.");
    case AnswerFault::UnknownCritical:
        return Ntp::tr("The server insists on record %1, which is not known here.")
            .arg(answer.number);
    case AnswerFault::ErrorRecord: {
        const QString why = nameIn(kErrors, static_cast<quint16>(answer.number));
        return why.isEmpty()
                   ? Ntp::tr("The server refuses, with error %1.").arg(answer.number)
                   : Ntp::tr("The server refuses: %1.").arg(Ntp::tr(why.toLatin1().constData()));
    }
    case AnswerFault::WarningRecord:
        return Ntp::tr("The server sent warning %1, which is not known here.").arg(answer.number);
    case AnswerFault::NoNextProtocol:
        return Ntp::tr("The server does not offer NTPv4 behind NTS.");
    case AnswerFault::NoAead:
        return Ntp::tr("The server knows none of the algorithms that were offered.");
    case AnswerFault::NoCookies:
        return Ntp::tr("The server sent no cookie.");
    case AnswerFault::Malformed:
        return Ntp::tr("The server's record “%1” breaks its rules.")
            .arg(recordName(static_cast<quint16>(answer.number)));
    }
    return {};
}

QString recordText(const Record &record)
{
    switch (static_cast<RecordType>(record.type)) {
    case RecordType::NextProtocol:
    case RecordType::Aead:
    case RecordType::Error:
    case RecordType::Warning:
    case RecordType::Port: {
        QStringList words;
        for (const quint16 number : numbersOf(record.body)) {
            QString name;
            if (record.type == static_cast<quint16>(RecordType::Aead))
                name = nameIn(kAeads, number);
            else if (record.type == static_cast<quint16>(RecordType::NextProtocol) && number == 0)
                name = QStringLiteral("NTPv4");
            words.append(name.isEmpty() ? QString::number(number)
                                        : QStringLiteral("%1 (%2)").arg(name).arg(number));
        }
        return words.join(QStringLiteral(", "));
    }
    case RecordType::Server:
        return serverOf(record.body).value_or(QString::fromLatin1(record.body.toHex(' ')));
    case RecordType::EndOfMessage:
        return {};
    case RecordType::NewCookie:
    case RecordType::CompliantGcmExport:
        break;
    }
    return QStringLiteral("%1 B").arg(record.body.size());
}

} // namespace Portolan::Ntp::Nts
