// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/snmpchoices.h"

namespace Portolan::Ui {

using Snmp::AuthProtocol;
using Snmp::Level;
using Snmp::PrivProtocol;
using Snmp::Version;

void SnmpChoices::fillVersions(QComboBox &box)
{
    for (const Version version : {Version::V1, Version::V2c, Version::V3})
        box.addItem(QString(), static_cast<int>(version));
    wordVersions(box);
}

void SnmpChoices::wordVersions(QComboBox &box)
{
    box.setItemText(0, tr("SNMPv1 (in clear)"));
    box.setItemText(1, tr("SNMPv2c (in clear)"));
    box.setItemText(2, tr("SNMPv3"));
}

void SnmpChoices::fillLevels(QComboBox &box)
{
    for (const Level level : {Level::NoAuthNoPriv, Level::AuthNoPriv, Level::AuthPriv})
        box.addItem(QString(), static_cast<int>(level));
    wordLevels(box);
}

void SnmpChoices::wordLevels(QComboBox &box)
{
    box.setItemText(0, tr("noAuthNoPriv: a name only"));
    box.setItemText(1, tr("authNoPriv: with a password, in clear"));
    box.setItemText(2, tr("authPriv: with a password, encrypted"));
}

void SnmpChoices::fillAuth(QComboBox &box)
{
    for (const AuthProtocol one :
         {AuthProtocol::Md5, AuthProtocol::Sha1, AuthProtocol::Sha224, AuthProtocol::Sha256,
          AuthProtocol::Sha384, AuthProtocol::Sha512})
        box.addItem(Snmp::authProtocolName(one), static_cast<int>(one));
}

void SnmpChoices::fillPriv(QComboBox &box)
{
    for (const PrivProtocol one :
         {PrivProtocol::Des, PrivProtocol::Aes128, PrivProtocol::Aes192, PrivProtocol::Aes256,
          PrivProtocol::Aes192C, PrivProtocol::Aes256C})
        box.addItem(Snmp::privProtocolName(one), static_cast<int>(one));
    wordPriv(box);
}

// Cisco and others make the longer keys in another way than the draft.
void SnmpChoices::wordPriv(QComboBox &box)
{
    for (const PrivProtocol one : {PrivProtocol::Aes192C, PrivProtocol::Aes256C})
        box.setItemText(box.findData(static_cast<int>(one)),
                        tr("%1 (Cisco and others)").arg(Snmp::privProtocolName(one)));
}

} // namespace Portolan::Ui
