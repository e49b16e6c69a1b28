// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ntp/refid.h"

#include "core/ntp/words.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <iterator>

namespace Portolan::Ntp {

namespace {

struct Named
{
    const char *code;
    const char *meaning;
};

constexpr Named kClocks[] = {
    {"GOES", QT_TRANSLATE_NOOP("Portolan::Ntp", "geosynchronous weather satellite")},
    {"GPS", QT_TRANSLATE_NOOP("Portolan::Ntp", "GPS satellites")},
    {"GAL", QT_TRANSLATE_NOOP("Portolan::Ntp", "Galileo satellites")},
    {"GLO", QT_TRANSLATE_NOOP("Portolan::Ntp", "GLONASS satellites")},
    {"BDS", QT_TRANSLATE_NOOP("Portolan::Ntp", "BeiDou satellites")},
    {"GNSS", QT_TRANSLATE_NOOP("Portolan::Ntp", "navigation satellites")},
    {"NMEA", QT_TRANSLATE_NOOP("Portolan::Ntp", "a satellite receiver that speaks NMEA")},
    {"PPS", QT_TRANSLATE_NOOP("Portolan::Ntp", "a pulse each second")},
    {"IRIG", QT_TRANSLATE_NOOP("Portolan::Ntp", "IRIG time code")},
    {"WWVB", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio WWVB, United States")},
    {"WWVH", QT_TRANSLATE_NOOP("Portolan::Ntp", "short-wave radio WWVH, Hawaii")},
    {"WWV", QT_TRANSLATE_NOOP("Portolan::Ntp", "short-wave radio WWV, United States")},
    {"DCF", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio DCF77, Germany")},
    {"DCFa", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio DCF77, Germany, by amplitude")},
    {"DCFp", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio DCF77, Germany, by phase")},
    {"HBG", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio HBG, Switzerland")},
    {"MSF", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio MSF, United Kingdom")},
    {"JJY", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio JJY, Japan")},
    {"TDF", QT_TRANSLATE_NOOP("Portolan::Ntp", "long-wave radio TDF, France")},
    {"CHU", QT_TRANSLATE_NOOP("Portolan::Ntp", "short-wave radio CHU, Canada")},
    {"LORC", QT_TRANSLATE_NOOP("Portolan::Ntp", "LORAN-C")},
    {"ACTS", QT_TRANSLATE_NOOP("Portolan::Ntp", "NIST by telephone modem")},
    {"USNO", QT_TRANSLATE_NOOP("Portolan::Ntp", "USNO by telephone modem")},
    {"NIST", QT_TRANSLATE_NOOP("Portolan::Ntp", "the time scale of NIST")},
    {"PTB", QT_TRANSLATE_NOOP("Portolan::Ntp", "the time scale of PTB, Germany")},
    {"KRIS", QT_TRANSLATE_NOOP("Portolan::Ntp", "the time scale of KRISS, Korea")},
    {"ATOM", QT_TRANSLATE_NOOP("Portolan::Ntp", "an atomic clock")},
    {"CES", QT_TRANSLATE_NOOP("Portolan::Ntp", "a caesium clock")},
    {"CDMA", QT_TRANSLATE_NOOP("Portolan::Ntp", "a mobile network")},
    {"PTP", QT_TRANSLATE_NOOP("Portolan::Ntp", "PTP (IEEE 1588)")},
    {"PHC", QT_TRANSLATE_NOOP("Portolan::Ntp", "the clock of a network card")},
    {"SHM", QT_TRANSLATE_NOOP("Portolan::Ntp", "another program of that machine")},
    {"SOCK", QT_TRANSLATE_NOOP("Portolan::Ntp", "another program of that machine")},
    {"GOOG", QT_TRANSLATE_NOOP("Portolan::Ntp", "Google, which smears leap seconds")},
    {"LOCL", QT_TRANSLATE_NOOP("Portolan::Ntp", "its own clock, which follows nothing")},
};

constexpr Named kKisses[] = {
    {"RATE", QT_TRANSLATE_NOOP("Portolan::Ntp", "asked too often; ask less")},
    {"DENY", QT_TRANSLATE_NOOP("Portolan::Ntp", "access denied; stop asking")},
    {"RSTR", QT_TRANSLATE_NOOP("Portolan::Ntp", "access denied by a local rule; stop asking")},
    {"NTSN",
     QT_TRANSLATE_NOOP("Portolan::Ntp", "the NTS cookie is not accepted; keys are made anew")},
    {"INIT", QT_TRANSLATE_NOOP("Portolan::Ntp", "started, and not synchronised yet")},
    {"STEP", QT_TRANSLATE_NOOP("Portolan::Ntp", "its clock was just stepped")},
    {"DROP", QT_TRANSLATE_NOOP("Portolan::Ntp", "lost its peer")},
    {"AUTH", QT_TRANSLATE_NOOP("Portolan::Ntp", "authentication failed")},
    {"AUTO", QT_TRANSLATE_NOOP("Portolan::Ntp", "Autokey failed")},
    {"CRYP", QT_TRANSLATE_NOOP("Portolan::Ntp", "authentication or identification failed")},
    {"NKEY", QT_TRANSLATE_NOOP("Portolan::Ntp", "it does not know this key")},
    {"ACST", QT_TRANSLATE_NOOP("Portolan::Ntp", "belongs to a unicast server")},
    {"BCST", QT_TRANSLATE_NOOP("Portolan::Ntp", "belongs to a broadcast server")},
    {"MCST", QT_TRANSLATE_NOOP("Portolan::Ntp", "belongs to a dynamically found server")},
    {"RMOT", QT_TRANSLATE_NOOP("Portolan::Ntp", "altered by a remote control program")},
};

template<std::size_t Count>
QString meaningOf(const Named (&names)[Count], const QString &code)
{
    const auto *const found =
        std::find_if(std::begin(names), std::end(names),
                     [&code](const Named &each) { return code == QLatin1String(each.code); });
    return found == std::end(names) ? QString() : tr(found->meaning);
}

bool isLetters(quint32 refid)
{
    bool ended = false;
    for (int shift = 24; shift >= 0; shift -= 8) {
        const auto byte = (refid >> shift) & 0xFFU;
        if (byte == 0)
            ended = true;
        else if (ended || byte < 0x20 || byte > 0x7E)
            return false;
    }
    return (refid >> 24U) != 0;
}

} // namespace

QString refidLetters(quint32 refid)
{
    QString text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        const auto byte = (refid >> shift) & 0xFFU;
        if (byte >= 0x20 && byte <= 0x7E)
            text += QLatin1Char(static_cast<char>(byte));
        else if ((refid & ((1ULL << (shift + 8)) - 1)) == 0)
            break; // nothing but zeros is left
        else
            text += QStringLiteral("\\x%1").arg(byte, 2, 16, QLatin1Char('0'));
    }
    return text.trimmed();
}

Reference reference(quint32 refid, int stratum)
{
    Reference result;
    if (stratum == 0) {
        result.kind = Reference::Kind::Kiss;
        result.code = refidLetters(refid);
        result.meaning = meaningOf(kKisses, result.code);
        if (result.code.isEmpty())
            result.code = QStringLiteral("0");
        return result;
    }
    // ntpd's drivers are addresses of the loopback network at any stratum; chronyd's local
    // reference has the same form.
    if ((refid >> 16U) == 0x7F7F) {
        const unsigned driver = (refid >> 8U) & 0xFFU;
        result.kind = driver == 1 ? Reference::Kind::Local : Reference::Kind::Driver;
        result.code = QHostAddress(refid).toString();
        result.meaning = driver == 1 ? tr("its own clock, which follows nothing")
                                     : tr("clock driver %1 of ntpd").arg(driver);
        return result;
    }
    if (stratum == 1) {
        if (!isLetters(refid)) {
            result.code = QStringLiteral("%1").arg(refid, 8, 16, QLatin1Char('0'));
            return result;
        }
        result.code = refidLetters(refid);
        result.meaning = meaningOf(kClocks, result.code);
        const bool isLocal = result.code == QLatin1String("LOCL");
        result.kind = isLocal ? Reference::Kind::Local : Reference::Kind::Clock;
        return result;
    }
    if ((refid >> 24U) == 254) {
        // Two bits before the point, twenty-two behind it, with a sign (ntpd, README.leapsmear).
        const auto bits = static_cast<std::int32_t>((refid & 0xFF'FFFFU) << 8U) >> 8;
        result.kind = Reference::Kind::Smear;
        result.smear = bits / 4194304.0;
        result.code = QHostAddress(refid).toString();
        result.meaning = tr("smears a leap second, off by %1 ms now")
                             .arg(QString::number(*result.smear * 1000, 'f', 3));
        return result;
    }
    result.kind = Reference::Kind::Server;
    result.code = QHostAddress(refid).toString();
    return result;
}

quint32 refidOf(const QHostAddress &address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return v4;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const QByteArray digest = QCryptographicHash::hash(
        QByteArrayView(reinterpret_cast<const char *>(bytes.c), sizeof(bytes.c)),
        QCryptographicHash::Md5);
    return qFromBigEndian<quint32>(digest.constData());
}

} // namespace Portolan::Ntp
