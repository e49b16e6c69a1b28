// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/figures.h"
#include "core/ntp/nts/association.h"
#include "core/ntp/nts/keyexchange.h"
#include "core/ntp/nts/records.h"
#include "core/ntp/nts/siv.h"
#include "core/ntp/refid.h"
#include "core/ntp/reply.h"
#include "core/ntp/sample.h"
#include "core/ntp/symmetrickey.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

#include <cmath>

using namespace Portolan;
using namespace Portolan::Ntp;
using namespace std::chrono_literals;

namespace {

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Instant at(std::int64_t seconds, std::int64_t nanoseconds = 0)
{
    return Instant(std::chrono::seconds(seconds) + std::chrono::nanoseconds(nanoseconds));
}

Header request()
{
    Header header;
    header.transmit = {0x1122'3344'5566'7788};
    return header;
}

// What a good server answers to request().
Packet answer()
{
    Packet packet;
    packet.header.mode = Mode::Server;
    packet.header.stratum = 2;
    packet.header.precision = -23;
    packet.header.origin = request().transmit;
    packet.header.receive = {0xE000'0000'0000'0000};
    packet.header.transmit = {0xE000'0000'0000'8000};
    packet.header.reference = {0xDFFF'FFF0'0000'0000};
    return packet;
}

} // namespace

class NtpValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreWrittenInTheUnitThatFits()
    {
        QCOMPARE(timeText(Seconds(0)), QStringLiteral("0 s"));
        QCOMPARE(timeText(Seconds(12.34e-6)), QStringLiteral("12.3 µs"));
        QCOMPARE(timeText(Seconds(0.99996e-3)), QStringLiteral("1.00 ms"));
        QCOMPARE(timeText(Seconds(119)), QStringLiteral("119 s"));
        QCOMPARE(timeText(Seconds(3 * 86'400)), QStringLiteral("3.00 d"));
        // A wide minus, so that columns of both signs stand alike.
        QCOMPARE(offsetText(Seconds(-0.5)), QStringLiteral("−500 ms"));
        QCOMPARE(offsetText(Seconds(0.5), Seconds(0.002)), QStringLiteral("+500 ms ± 2.00 ms"));
        for (const double none : {std::nan(""), HUGE_VAL, -HUGE_VAL}) {
            QCOMPARE(timeText(Seconds(none)), QStringLiteral("–"));
            QCOMPARE(offsetText(Seconds(none)), QStringLiteral("–"));
        }
    }
    // Times -------------------------------------------------------------------------------------

    void timesGoThereAndBack()
    {
        QRandomGenerator random(1);
        for (int i = 0; i < 20'000; ++i) {
            const auto instant =
                at(random.bounded(4'000'000'000LL) - 500'000'000LL, random.bounded(1'000'000'000));
            const auto near =
                instant + std::chrono::seconds(random.bounded(2'000'000'000) - 1'000'000'000);
            const auto back = toInstant(toTimestamp(instant), near);
            QVERIFY(std::chrono::abs(back - instant) <= 1ns);
        }
    }
    void erasFollowTheClock()
    {
        // 2036-02-07T06:28:16Z is where the seconds begin again at zero.
        const Instant wrap = at(2'085'978'496);
        QCOMPARE(toTimestamp(wrap).value, quint64(0));
        QCOMPARE(toTimestamp(wrap - 1s).value, quint64(0xFFFF'FFFF'0000'0000));
        QCOMPARE(toInstant({1}, wrap - 5s), wrap); // 2^-32 s is less than half a nanosecond
        QCOMPARE(toInstant({quint64(3) << 32U}, wrap - 5s), wrap + 3s);
        QCOMPARE(toInstant({0xFFFF'FFFF'0000'0000}, wrap + 5s), wrap - 1s);
    }
    void theWrapOf2036IsNoStep()
    {
        const Instant wrap = at(2'085'978'496);
        const Instant t1 = wrap - 1ms;
        const Instant t2 = toInstant(toTimestamp(wrap + 2ms), t1);
        const Instant t3 = toInstant(toTimestamp(wrap + 2ms), t1);
        const Sample sample = measure(t1, t2, t3, wrap + 3ms, answer().header, -23);
        QVERIFY(std::abs(sample.offset.count() - 0.001) < 1e-8);
        QVERIFY(std::abs(sample.delay.count() - 0.004) < 1e-8);
    }
    void shortFormsAreSeconds()
    {
        QCOMPARE(fromShort(0x0001'8000).count(), 1.5);
        QCOMPARE(toShort(Seconds(1.5)), quint32(0x0001'8000));
        QCOMPARE(toShort(Seconds(-1)), quint32(0));
        QCOMPARE(toShort(Seconds(1e9)), quint32(0xFFFF'FFFF));
        QCOMPARE(powerOfTwo(-1).count(), 0.5);
    }

    // Packets -----------------------------------------------------------------------------------

    void headersGoThereAndBack()
    {
        QRandomGenerator random(2);
        for (int i = 0; i < 2000; ++i) {
            QByteArray bytes(kHeaderSize, '\0');
            random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), kHeaderSize / 4);
            const auto packet = decodePacket(bytes);
            QVERIFY(packet);
            QCOMPARE(encodeHeader(packet->header), bytes);
        }
    }
    void lessThanAHeaderIsNoPacket()
    {
        for (int size = 0; size < kHeaderSize; ++size)
            QVERIFY(!decodePacket(QByteArray(size, '\x24')));
    }
    void whatFollowsTheHeaderIsTakenApart_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<int>("fields");
        QTest::addColumn<int>("mac");
        QTest::addColumn<PacketFlaw>("flaw");
        const QByteArray field = encodeExtension(0x0104, QByteArray(32, 'i'));
        const QByteArray last = encodeExtension(0x0204, QByteArray(24, 'c'));
        QTest::newRow("nothing") << 4 << QByteArray() << 0 << 0 << PacketFlaw::None;
        QTest::newRow("crypto-NAK") << 4 << QByteArray(4, '\0') << 0 << 4 << PacketFlaw::None;
        QTest::newRow("MD5") << 4 << QByteArray(20, 'm') << 0 << 20 << PacketFlaw::None;
        QTest::newRow("SHA-1") << 4 << QByteArray(24, 'm') << 0 << 24 << PacketFlaw::None;
        QTest::newRow("fields") << 4 << field + last << 2 << 0 << PacketFlaw::None;
        QTest::newRow("fields and MAC")
            << 4 << field + last + QByteArray(20, 'm') << 2 << 20 << PacketFlaw::None;
        QTest::newRow("version 3, SHA-256")
            << 3 << QByteArray(36, 'm') << 0 << 36 << PacketFlaw::None;
        QTest::newRow("version 3, odd")
            << 3 << QByteArray(35, 'm') << 0 << 0 << PacketFlaw::TrailingBytes;
        QTest::newRow("eight bytes")
            << 4 << QByteArray(8, 'm') << 0 << 0 << PacketFlaw::TrailingBytes;
        QTest::newRow("length zero")
            << 4 << QByteArray(28, '\0') << 0 << 0 << PacketFlaw::FieldTooShort;
        QTest::newRow("odd length")
            << 4 << hex("0104001d") + QByteArray(28, 'x') << 0 << 0 << PacketFlaw::FieldTooShort;
        QTest::newRow("64 KiB") << 4 << hex("0104fffc") + QByteArray(28, 'x') << 0 << 0
                                << PacketFlaw::FieldTooLong;
        QTest::newRow("the second is broken") << 4 << field + hex("0204fffc") + QByteArray(28, 'x')
                                              << 1 << 0 << PacketFlaw::FieldTooLong;
    }
    void whatFollowsTheHeaderIsTakenApart()
    {
        QFETCH(int, version);
        QFETCH(QByteArray, tail);
        QFETCH(int, fields);
        QFETCH(int, mac);
        QFETCH(PacketFlaw, flaw);
        Header header = request();
        header.version = version;
        const auto packet = decodePacket(encodeHeader(header) + tail);
        QVERIFY(packet);
        QCOMPARE(packet->extensions.size(), fields);
        QCOMPARE(packet->mac.size(), mac);
        QVERIFY(packet->flaw == flaw);
    }

    // Answers -----------------------------------------------------------------------------------

    void onlyAnAnswerToTheQuestionCounts()
    {
        QVERIFY(judgeReply(answer(), request()).fault == ReplyFault::None);
        const auto faultOf = [](const std::function<void(Header &)> &change) {
            Packet packet = answer();
            change(packet.header);
            return judgeReply(packet, request()).fault;
        };
        QVERIFY(faultOf([](Header &h) { h.origin.value += 1; }) == ReplyFault::WrongOrigin);
        QVERIFY(faultOf([](Header &h) { h.origin = {}; }) == ReplyFault::WrongOrigin);
        QVERIFY(faultOf([](Header &h) { h.mode = Mode::Client; }) == ReplyFault::WrongMode);
        QVERIFY(faultOf([](Header &h) { h.mode = Mode::Broadcast; }) == ReplyFault::WrongMode);
        QVERIFY(faultOf([](Header &h) { h.version = 0; }) == ReplyFault::WrongVersion);
        QVERIFY(faultOf([](Header &h) { h.version = 5; }) == ReplyFault::WrongVersion);
        QVERIFY(faultOf([](Header &h) { h.version = 3; }) == ReplyFault::None);
        QVERIFY(faultOf([](Header &h) { h.stratum = 17; }) == ReplyFault::BadStratum);
        QVERIFY(faultOf([](Header &h) { h.transmit = {}; }) == ReplyFault::NoTransmit);
        QVERIFY(faultOf([](Header &h) { h.receive = {}; }) == ReplyFault::NoTransmit);
        QVERIFY(faultOf([](Header &h) { std::swap(h.receive, h.transmit); }) ==
                ReplyFault::Backwards);
        QVERIFY(faultOf([](Header &h) { h.rootDispersion = 16U << 16U; }) ==
                ReplyFault::FarFromRoot);
        QVERIFY(faultOf([](Header &h) { h.reference.value = h.transmit.value + 1; }) ==
                ReplyFault::FutureReference);
        QVERIFY(faultOf([](Header &h) { h.reference = {}; }) == ReplyFault::None);
    }
    void aKissCountsOnlyFromWhoSawTheQuestion()
    {
        Packet packet = answer();
        packet.header.stratum = 0;
        packet.header.leap = Leap::Unknown;
        packet.header.refid = 0x52415445;
        const Verdict verdict = judgeReply(packet, request());
        QVERIFY(verdict.fault == ReplyFault::Kiss);
        QCOMPARE(verdict.kiss, QStringLiteral("RATE"));
        packet.header.origin.value ^= 1;
        QVERIFY(judgeReply(packet, request()).fault == ReplyFault::WrongOrigin);
    }
    void anInterleavedAnswerIsKnownByItsOrigin()
    {
        Header asked = request();
        asked.receive = {0xAAAA'0000'0000'0001};
        Packet packet = answer();
        packet.header.origin = asked.receive;
        packet.header.transmit.value = packet.header.receive.value - 0x1'0000'0000;
        const Verdict verdict = judgeReply(packet, asked);
        QVERIFY(verdict.fault == ReplyFault::None);
        QVERIFY(verdict.interleaved);
        // Its transmit stamp is that of the answer before: it cannot be later than this one.
        packet.header.transmit.value = packet.header.receive.value + 1;
        QVERIFY(judgeReply(packet, asked).fault == ReplyFault::Backwards);
    }
    void fourStampsMakeAMeasurement()
    {
        // The server is 0.1 s ahead; 20 ms there, 10 ms back, 5 ms in the server.
        const Instant t1 = at(1'700'000'000);
        const Instant t2 = t1 + 120ms;
        const Instant t3 = t2 + 5ms;
        const Instant t4 = t1 + 35ms;
        Header header = answer().header;
        header.rootDelay = toShort(Seconds(0.25));
        header.rootDispersion = toShort(Seconds(0.5));
        const Sample sample = measure(t1, t2, t3, t4, header, -20);
        QVERIFY(std::abs(sample.offset.count() - 0.105) < 1e-9);
        QVERIFY(std::abs(sample.delay.count() - 0.030) < 1e-9);
        QVERIFY(std::abs(sample.serverTime.count() - 0.005) < 1e-9);
        // The ways differ by 10 ms, so the offset is 5 ms wrong: inside the bound.
        QVERIFY(std::abs(sample.offset.count() - 0.1) < sample.ownBound().count());
        QVERIFY(std::abs(sample.bound().count() -
                         (0.015 + 0.125 + 0.5 + sample.dispersion.count())) < 1e-4);
    }
    void aDelayIsNeverLessThanTheClockCanTell()
    {
        const Instant t1 = at(1'700'000'000);
        const Sample sample = measure(t1, t1, t1 + 5ms, t1 + 1ms, answer().header, -20);
        QCOMPARE(sample.delay.count(), powerOfTwo(-20).count());
    }

    // Reference identifiers -----------------------------------------------------------------------

    void aServerThatStepsWhileItAnswersIsUncertainByThat()
    {
        const Instant t1{};
        // A second forward between its two stamps: the offset is half a second off.
        const Sample sample = measure(t1, t1, t1 + 1s, t1 + 2ms, answer().header, -20);
        QVERIFY(sample.ownBound() >= Seconds(0.49));
        QVERIFY(std::abs(sample.offset.count()) <= sample.ownBound().count());
    }
    void referenceIdentifiersAreTold()
    {
        QCOMPARE(reference(0x47505300, 1).code, QStringLiteral("GPS"));
        QVERIFY(reference(0x47505300, 1).kind == Reference::Kind::Clock);
        QVERIFY(!reference(0x4B524953, 1).meaning.isEmpty());
        QVERIFY(reference(0x4C4F434C, 1).kind == Reference::Kind::Local);
        QVERIFY(reference(0x7F7F0101, 10).kind == Reference::Kind::Local);
        QVERIFY(reference(0x7F7F1401, 3).kind == Reference::Kind::Driver);
        QCOMPARE(reference(0x0A000001, 3).code, QStringLiteral("10.0.0.1"));
        QVERIFY(reference(0x0A000001, 3).kind == Reference::Kind::Server);
        QVERIFY(reference(0x52415445, 0).kind == Reference::Kind::Kiss);
        const Reference smear = reference(0xFE20'0000, 2);
        QVERIFY(smear.kind == Reference::Kind::Smear);
        QCOMPARE(*smear.smear, 0.5);
        QCOMPARE(*reference(0xFEE0'0000, 2).smear, -0.5);
        QCOMPARE(refidLetters(0x47'01'53'00), QStringLiteral("G\\x01S"));
        // What follows an IPv6 server shows the digest of its address.
        const QHostAddress six(QStringLiteral("2001:db8::1"));
        const Q_IPV6ADDR raw = six.toIPv6Address();
        const QByteArray digest = QCryptographicHash::hash(
            QByteArray(reinterpret_cast<const char *>(raw.c), 16), QCryptographicHash::Md5);
        QCOMPARE(refidOf(six), qFromBigEndian<quint32>(digest.constData()));
    }

    // Keys ----------------------------------------------------------------------------------------

    void digestsAreThoseOfTheStandards()
    {
        const QByteArray packet = encodeHeader(request());
        const QByteArray secret("network-time");
        const auto hashed = [&](QCryptographicHash::Algorithm algorithm) {
            return QCryptographicHash::hash(QByteArray(secret + packet), algorithm).left(20);
        };
        const auto macOf = [&](KeyAlgorithm algorithm) {
            return makeMac({7, algorithm, Secret(view(secret))}, packet);
        };
        const QByteArray id = hex("00000007");
        QCOMPARE(macOf(KeyAlgorithm::Md5), id + hashed(QCryptographicHash::Md5));
        QCOMPARE(macOf(KeyAlgorithm::Sha1), id + hashed(QCryptographicHash::Sha1));
        QCOMPARE(macOf(KeyAlgorithm::Sha256), id + hashed(QCryptographicHash::Sha256));
        QCOMPARE(macOf(KeyAlgorithm::Sha512), id + hashed(QCryptographicHash::Sha512));
        // RFC 4493, section 4, example 2.
        const QByteArray aes = hex("2b7e151628aed2a6abf7158809cf4f3c");
        QCOMPARE(makeMac({1, KeyAlgorithm::Aes128, Secret(view(aes))},
                         hex("6bc1bee22e409f96e93d7e117393172a")),
                 hex("00000001070a16b46b4d4144f79bdd9dd04a287c"));
        // A key of the wrong size makes none.
        QVERIFY(makeMac({1, KeyAlgorithm::Aes256, Secret(view(aes))}, packet).isEmpty());
    }
    void longDigestsAreCutInVersionFourOnly()
    {
        const QByteArray secret("0123456789abcdef0123");
        const SymmetricKey key{9, KeyAlgorithm::Sha256, Secret(view(secret))};
        Header header = request();
        QCOMPARE(makeMac(key, encodeHeader(header)).size(), 24);
        header.version = 3;
        const QByteArray message = encodeHeader(header);
        const QByteArray mac = makeMac(key, message);
        QCOMPARE(mac.size(), 36);
        // chronyd sends it whole, ntpd cuts it.
        for (const qsizetype size : {36, 24}) {
            const QByteArray whole = message + mac.left(size);
            QVERIFY(checkMac(key, whole, *decodePacket(whole)) == MacState::Good);
        }
        const QByteArray shorter = message + mac.left(20);
        QVERIFY(checkMac(key, shorter, *decodePacket(shorter)) == MacState::Wrong);
    }
    void aMacIsCheckedWholly()
    {
        const QByteArray secret("0123456789abcdef0123");
        const SymmetricKey key{9, KeyAlgorithm::Sha1, Secret(view(secret))};
        const QByteArray message = encodeHeader(request());
        const QByteArray whole = message + makeMac(key, message);
        QVERIFY(checkMac(key, whole, *decodePacket(whole)) == MacState::Good);
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray changed = whole;
            changed[i] = static_cast<char>(changed[i] ^ 1);
            QVERIFY(checkMac(key, changed, *decodePacket(changed)) != MacState::Good);
        }
        QVERIFY(checkMac(key, message, *decodePacket(message)) == MacState::Missing);
        const QByteArray nak = message + QByteArray(4, '\0');
        QVERIFY(checkMac(key, nak, *decodePacket(nak)) == MacState::CryptoNak);
        const QByteArray other =
            message + makeMac({8, KeyAlgorithm::Sha1, key.key.copy()}, message);
        QVERIFY(checkMac(key, other, *decodePacket(other)) == MacState::OtherKey);
    }
    void keyFilesOfBothDaemonsAreRead()
    {
        const KeyFile file = readKeyFile("# chrony\n"
                                         "1 MD5 HEX:00112233445566778899aabbccddeeff\n"
                                         "2 SHA1 ASCII:secret\n"
                                         "3 AES128 HEX:2b7e151628aed2a6abf7158809cf4f3c\n"
                                         "\n"
                                         "10 M ntpdsecret # ntpd\n"
                                         "13 MD5 chrony#secret\n"
                                         "11 SHA1 00112233445566778899aabbccddeeff00112233\n"
                                         "12 AES128CMAC 2b7e151628aed2a6abf7158809cf4f3c\n"
                                         "5 plainkey\n"
                                         "x MD5 y\n"
                                         "6 WHIRL HEX:00\n"
                                         "7 AES256 HEX:0011\n"
                                         "8 SHA1 HEX:0\n");
        QCOMPARE(file.keys.size(), std::size_t(8));
        QCOMPARE(file.problems.size(), 4);
        QCOMPARE(file.problems[0].first, 11);
        QCOMPARE(file.keys[3].key.reveal(), std::string_view("ntpdsecret"));
        // In front of a comment stands a blank; within a key the sign is one as others are.
        QCOMPARE(file.keys[4].key.reveal(), std::string_view("chrony#secret"));
        QCOMPARE(file.keys[1].key.reveal(), std::string_view("secret"));
        QVERIFY(file.keys[6].algorithm == KeyAlgorithm::Aes128);
        QCOMPARE(file.keys[7].key.reveal(), std::string_view("plainkey"));
        for (const auto &[line, words] : file.problems)
            QVERIFY(!words.contains(QLatin1String("0011")));
    }

    // NTS -----------------------------------------------------------------------------------------

    void keysAreExportedUnderTheContextOfTheStandard()
    {
        // RFC 8915, section 5.1: protocol, algorithm, direction; the label of section 4 has no
        // version behind it, as drafts had.
        QCOMPARE(Nts::exporterContext(15, Nts::Direction::ClientToServer), hex("0000000f00"));
        QCOMPARE(Nts::exporterContext(15, Nts::Direction::ServerToClient), hex("0000000f01"));
        QCOMPARE(Nts::exporterContext(0x1234, Nts::Direction::ServerToClient), hex("0000123401"));
        QCOMPARE(QByteArray(Nts::kExporterLabel), QByteArray("EXPORTER-network-time-security"));
    }
    void sivIsThatOfTheStandard()
    {
        // RFC 5297, appendix A.1 and A.2.
        const QByteArray key1 =
            hex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        const QList<QByteArray> headers1 = {
            hex("101112131415161718191a1b1c1d1e1f2021222324252627")};
        const QByteArray plain1 = hex("112233445566778899aabbccddee");
        const QByteArray sealed1 =
            hex("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
        QCOMPARE(Nts::sealSiv(view(key1), headers1, plain1), std::optional(sealed1));
        QCOMPARE(Nts::openSiv(view(key1), headers1, sealed1), std::optional(plain1));

        const QByteArray key2 =
            hex("7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f");
        const QList<QByteArray> headers2 = {
            hex("00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100"),
            hex("102030405060708090a0"), hex("09f911029d74e35bd84156c5635688c0")};
        const QByteArray plain2("this is some plaintext to encrypt using SIV-AES");
        const QByteArray sealed2 =
            hex("7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17dba77ceb094fa663"
                "b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d");
        QCOMPARE(Nts::sealSiv(view(key2), headers2, plain2), std::optional(sealed2));
        QCOMPARE(Nts::openSiv(view(key2), headers2, sealed2), std::optional(plain2));
        for (qsizetype i = 0; i < sealed2.size(); ++i) {
            QByteArray changed = sealed2;
            changed[i] = static_cast<char>(changed[i] ^ 0x40);
            QVERIFY(!Nts::openSiv(view(key2), headers2, changed));
        }
        QVERIFY(!Nts::sealSiv(view(key2).substr(1), headers2, plain2));
    }
    void anEmptyPlaintextHasATagThatIsChecked()
    {
        const QByteArray key(32, 'k');
        const QList<QByteArray> headers = {"request", "nonce"};
        const auto tag = Nts::sealSiv(view(key), headers, {});
        QVERIFY(tag);
        QCOMPARE(tag->size(), 16);
        QVERIFY(*tag != QByteArray(16, '\0'));
        QVERIFY(Nts::openSiv(view(key), headers, *tag));
        QVERIFY(!Nts::openSiv(view(key), headers, QByteArray(16, '\0')));
        QVERIFY(!Nts::openSiv(view(key), {"request", "other"}, *tag));
    }
    void aProtectedRequestHasWhatTheStandardAsksFor()
    {
        Nts::Association association(Secret(std::string(32, 'c')), Secret(std::string(32, 's')),
                                     {QByteArray(100, '1'), QByteArray(100, '2')});
        const auto first = association.protect(request());
        QVERIFY(first);
        QCOMPARE(association.cookies(), 1);
        const auto packet = decodePacket(first->bytes);
        QVERIFY(packet && packet->flaw == PacketFlaw::None);
        QCOMPARE(packet->extension(Nts::kUniqueId)->body, first->uniqueId);
        QCOMPARE(packet->extension(Nts::kCookie)->body, QByteArray(100, '1'));
        int placeholders = 0;
        for (const ExtensionField &each : packet->extensions)
            placeholders += each.type == Nts::kCookiePlaceholder ? 1 : 0;
        QCOMPARE(placeholders, 6); // and one comes anyway: eight in all
        // Each cookie once.
        QVERIFY(association.protect(request()));
        QVERIFY(!association.protect(request()));
    }
    void largeCookiesAskForAsManyAsOnePacketCarries()
    {
        Nts::Association association(Secret(std::string(32, 'c')), Secret(std::string(32, 's')),
                                     {QByteArray(Nts::kMostCookie, '1'), QByteArray(300, '2')});
        for (const int placeholders : {0, 2}) {
            const auto request = association.protect(::request());
            QVERIFY(request);
            QVERIFY2(request->bytes.size() <= 1232,
                     qPrintable(QString::number(request->bytes.size())));
            const auto packet = decodePacket(request->bytes);
            QVERIFY(packet && packet->flaw == PacketFlaw::None);
            QCOMPARE(std::count_if(packet->extensions.cbegin(), packet->extensions.cend(),
                                   [](const ExtensionField &each) {
                                       return each.type == Nts::kCookiePlaceholder;
                                   }),
                     placeholders);
        }
    }
    void onlyAuthenticAnswersBringCookies()
    {
        const QByteArray toClient(32, 's');
        Nts::Association association(Secret(std::string(32, 'c')), Secret(view(toClient)),
                                     {QByteArray(100, '1')});
        const auto asked = association.protect(request());
        QVERIFY(asked);
        const auto reply = [&](const QByteArray &id, const QByteArray &key) -> QByteArray {
            QByteArray bytes = encodeHeader(answer().header) + encodeExtension(Nts::kUniqueId, id);
            const QByteArray nonce(16, 'n');
            const QByteArray cookies = encodeExtension(Nts::kCookie, QByteArray(100, '3')) +
                                       encodeExtension(Nts::kCookie, QByteArray(100, '4'));
            const QByteArray sealed = *Nts::sealSiv(view(key), {bytes, nonce}, cookies);
            QByteArray lengths(4, '\0');
            qToBigEndian(quint16(16), lengths.data());
            qToBigEndian(static_cast<quint16>(sealed.size()), lengths.data() + 2);
            return bytes + encodeExtension(Nts::kAuthenticator, lengths + nonce + sealed);
        };
        const auto check = [&](const QByteArray &bytes) {
            return association.check(bytes, *decodePacket(bytes), asked->uniqueId);
        };
        QVERIFY(check(reply(QByteArray(32, 'x'), toClient)) == Nts::Protection::OtherId);
        QVERIFY(check(reply(asked->uniqueId, QByteArray(32, 'w'))) == Nts::Protection::Wrong);
        QVERIFY(check(encodeHeader(answer().header)) == Nts::Protection::Missing);
        QCOMPARE(association.cookies(), 0);
        const QByteArray good = reply(asked->uniqueId, toClient);
        for (const int place : {0, 1, 40, 60, 120, 200}) {
            QByteArray changed = good;
            changed[place] = static_cast<char>(changed[place] ^ 2);
            QVERIFY(check(changed) != Nts::Protection::Good);
        }
        QVERIFY(check(good) == Nts::Protection::Good);
        QCOMPARE(association.cookies(), 2);
        Header nak = answer().header;
        nak.stratum = 0;
        nak.refid = 0x4E54534E;
        QVERIFY(check(encodeHeader(nak)) == Nts::Protection::Missing);
        QVERIFY(check(encodeHeader(nak) + encodeExtension(Nts::kUniqueId, asked->uniqueId)) ==
                Nts::Protection::Nak);
    }
    void recordsAreReadHoweverTheStreamIsCut()
    {
        using Nts::RecordType;
        const QByteArray message =
            Nts::encodeRecord(RecordType::NextProtocol, true, Nts::encodeNumbers({0})) +
            Nts::encodeRecord(RecordType::Aead, false, Nts::encodeNumbers({15})) +
            Nts::encodeRecord(RecordType::Server, true, "time.example.") +
            Nts::encodeRecord(RecordType::Port, true, Nts::encodeNumbers({11123})) +
            Nts::encodeRecord(RecordType::NewCookie, false, QByteArray(100, 'c')) +
            Nts::encodeRecord(RecordType::NewCookie, false, QByteArray(100, 'd')) +
            Nts::encodeRecord(RecordType::EndOfMessage, true, {});
        for (qsizetype cut = 0; cut <= message.size(); ++cut) {
            Nts::RecordReader reader;
            reader.feed(message.left(cut));
            QCOMPARE(reader.state() == Nts::RecordReader::State::Complete, cut == message.size());
            reader.feed(message.mid(cut));
            const Nts::Answer answered = Nts::judgeAnswer(reader);
            QVERIFY(answered.fault == Nts::AnswerFault::None);
            QCOMPARE(answered.server, QStringLiteral("time.example"));
            QCOMPARE(answered.port, quint16(11123));
            QCOMPARE(answered.cookies.size(), 2);
        }
    }
    void everyFaultOfAnAnswerIsNamed_data()
    {
        using Nts::AnswerFault;
        using Nts::RecordType;
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<AnswerFault>("fault");
        const QByteArray protocol =
            Nts::encodeRecord(RecordType::NextProtocol, true, Nts::encodeNumbers({0}));
        const QByteArray aead = Nts::encodeRecord(RecordType::Aead, true, Nts::encodeNumbers({15}));
        const QByteArray cookie = Nts::encodeRecord(RecordType::NewCookie, false, "cookie12");
        const QByteArray end = Nts::encodeRecord(RecordType::EndOfMessage, true, {});
        const auto add = [](const char *name, const QByteArray &message, AnswerFault fault) {
            QTest::newRow(name) << message << fault;
        };
        add("good", protocol + aead + cookie + end, AnswerFault::None);
        add("nothing", {}, AnswerFault::Incomplete);
        add("no end", protocol + aead + cookie, AnswerFault::Incomplete);
        add("no protocol", aead + cookie + end, AnswerFault::NoNextProtocol);
        add("no algorithm", protocol + cookie + end, AnswerFault::NoAead);
        add("an algorithm that was not offered",
            protocol + Nts::encodeRecord(RecordType::Aead, true, Nts::encodeNumbers({30})) +
                cookie + end,
            AnswerFault::NoAead);
        add("a cookie that no packet carries",
            protocol + aead +
                Nts::encodeRecord(RecordType::NewCookie, false, QByteArray(60'000, 'c')) + end,
            AnswerFault::Malformed);
        add("no cookie", protocol + aead + end, AnswerFault::NoCookies);
        add("an error", Nts::encodeRecord(RecordType::Error, true, Nts::encodeNumbers({1})) + end,
            AnswerFault::ErrorRecord);
        add("a warning",
            protocol + aead + cookie +
                Nts::encodeRecord(RecordType::Warning, true, Nts::encodeNumbers({9})) + end,
            AnswerFault::WarningRecord);
        add("an unknown critical record", protocol + aead + cookie + hex("c0000000") + end,
            AnswerFault::UnknownCritical);
        add("an unknown record", protocol + aead + cookie + hex("40000000") + end,
            AnswerFault::None);
        add("a port of one byte",
            protocol + aead + cookie + Nts::encodeRecord(RecordType::Port, true, "x") + end,
            AnswerFault::Malformed);
        add("a server with a control character",
            protocol + aead + cookie + Nts::encodeRecord(RecordType::Server, true, "a\nb") + end,
            AnswerFault::Malformed);
    }
    void everyFaultOfAnAnswerIsNamed()
    {
        QFETCH(QByteArray, message);
        QFETCH(Nts::AnswerFault, fault);
        Nts::RecordReader reader;
        reader.feed(message);
        const Nts::Answer answered = Nts::judgeAnswer(reader);
        QVERIFY(answered.fault == fault);
        QVERIFY(!Nts::answerFaultText(answered).isEmpty());
    }
    void aMessageWithoutEndIsGivenUp()
    {
        Nts::RecordReader many;
        for (int i = 0; i < 300; ++i)
            many.feed(hex("40000000"));
        QVERIFY(many.state() == Nts::RecordReader::State::TooMany);
        Nts::RecordReader large;
        for (int i = 0; i < 100; ++i)
            large.feed(hex("40000400") + QByteArray(1024, 'x'));
        QVERIFY(large.state() == Nts::RecordReader::State::TooLong);
        QVERIFY(large.rest() <= 65'536);
    }
};

QTEST_GUILESS_MAIN(NtpValuesTest)
#include "ntpvalues.moc"
