// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/moduleloader.h"
#include "core/snmp/smi/snapshot.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <utility>
#include <vector>

// Modules as text, and what is said of them, for the tests of core/snmp/smi.

using Loaded = std::shared_ptr<const Portolan::Snmp::Smi::Snapshot>;

inline Loaded load(const std::vector<std::pair<std::string, std::string>> &texts)
{
    return Portolan::Snmp::Smi::loadTexts(texts);
}

inline Loaded load(const std::string &text)
{
    return load({{"test.mib", text}});
}

// A module of that name around definitions; enterprises.42 is `root`.
inline std::string module(const std::string &definitions, const std::string &imports = {})
{
    return "TEST-MIB DEFINITIONS ::= BEGIN\n"
           "IMPORTS enterprises, OBJECT-TYPE, Integer32 FROM SNMPv2-SMI " +
           imports + ";\nroot OBJECT IDENTIFIER ::= { enterprises 42 }\n" + definitions + "\nEND\n";
}

// "comma_missing 3:5 warning", in the order of the lines; infos only where they are asked for.
inline QStringList told(const Loaded &snapshot, bool infos = false)
{
    using namespace Portolan::Snmp::Smi;
    QStringList all;
    const auto add = [&](const QList<Diagnostic> &diagnostics) {
        for (const Diagnostic &each : diagnostics)
            if (infos || each.severity != Severity::Info)
                all.append(QStringLiteral("%1 %2:%3 %4")
                               .arg(diagnosticName(each.id))
                               .arg(each.line)
                               .arg(each.column)
                               .arg(severityName(each.severity)));
    };
    for (const SourceFile &file : snapshot->files()) {
        add(file.diagnostics);
        for (const Module &each : file.modules)
            add(each.diagnostics());
    }
    return all;
}

inline bool tells(const Loaded &snapshot, const char *id)
{
    const QStringList all = told(snapshot, true);
    return std::any_of(all.begin(), all.end(), [&](const QString &line) {
        return line.startsWith(QLatin1String(id) + QLatin1Char(' '));
    });
}

inline QString oidOf(const Loaded &snapshot, const char *name)
{
    return snapshot->definition(QString::fromLatin1(name)).oid().text();
}
