// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/mibsearch.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace Portolan::Ui {

MibSearch::MibSearch(QObject *parent)
    : QObject(parent)
{
}

MibSearch::~MibSearch()
{
    m_stop.request_stop();
}

void MibSearch::setSnapshot(Snapshot snapshot)
{
    m_snapshot = std::move(snapshot);
    if (!m_query.isEmpty())
        begin();
}

void MibSearch::find(const QString &query, int most)
{
    m_query = query.trimmed();
    m_most = most;
    begin();
}

void MibSearch::begin()
{
    ++m_turn;
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (m_query.isEmpty() || !m_snapshot)
        return;
    QThreadPool::globalInstance()->start([guard = QPointer<MibSearch>(this), turn = m_turn,
                                          snapshot = m_snapshot, query = m_query, most = m_most,
                                          stop = m_stop.get_token()] {
        if (stop.stop_requested())
            return;
        const auto result = Snmp::Smi::search(*snapshot, query, most, stop);
        QMetaObject::invokeMethod(
            qApp,
            [guard, turn, snapshot, result] {
                if (guard && guard->m_turn == turn)
                    Q_EMIT guard->found(snapshot, result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace Portolan::Ui
