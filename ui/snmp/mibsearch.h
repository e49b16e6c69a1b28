// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/smi/search.h"

#include <QObject>
#include <QString>

#include <memory>
#include <stop_token>

namespace Portolan::Ui {

// Searches a Snapshot while a person types, on a thread of the global pool: the answer to the last
// question comes as found(), answers to older ones never. What was asked is asked again when there
// is another Snapshot. GUI thread; one for each field.
class MibSearch : public QObject
{
    Q_OBJECT

public:
    using Snapshot = std::shared_ptr<const Snmp::Smi::Snapshot>;

    explicit MibSearch(QObject *parent = nullptr);
    ~MibSearch() override;

    void setSnapshot(Snapshot snapshot);
    // An empty query ends the search without an answer.
    void find(const QString &query, int most);

Q_SIGNALS:
    // The definitions belong to `of`, which is to be held as long as they are.
    void found(const std::shared_ptr<const Portolan::Snmp::Smi::Snapshot> &of,
               const Portolan::Snmp::Smi::SearchResult &result);

private:
    void begin();

    Snapshot m_snapshot;
    QString m_query;
    int m_most = 0;
    quint64 m_turn = 0;
    std::stop_source m_stop;
};

} // namespace Portolan::Ui
