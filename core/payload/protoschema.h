// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Portolan::Payload {

// The messages of a folder of .proto files. Immutable once loaded, any thread; loading reads files
// and does not belong on the GUI thread. Imports are looked for below the folder only (and the
// well-known google/protobuf ones are built in); nothing outside of it is read.
class ProtoSchema
{
public:
    struct Fault
    {
        QString file; // below the folder
        int line = 0; // from 1; 0: of the whole file
        int column = 0;
        QString sentence; // the compiler's own words, in English
    };
    static constexpr int kMostFiles = 1'000; // they import each other in a chain at worst: stack
    static constexpr qint64 kMostFileBytes = 4 * 1024 * 1024;

    // Every .proto file below the folder. What is wrong stands in faults(), and the rest is there;
    // Local where nothing could be read at all, Usage where no file is right (with the first
    // fault).
    [[nodiscard]] static Result<std::shared_ptr<const ProtoSchema>> load(const QString &folder);

    ProtoSchema(const ProtoSchema &) = delete;
    ProtoSchema &operator=(const ProtoSchema &) = delete;
    ~ProtoSchema();

    [[nodiscard]] const QStringList &messageTypes() const; // full names, sorted
    [[nodiscard]] const QList<Fault> &faults() const;

    struct Loaded; // the library's own objects
    [[nodiscard]] const Loaded &loaded() const { return *m_loaded; }

private:
    ProtoSchema();
    std::unique_ptr<Loaded> m_loaded;
};

} // namespace Portolan::Payload
