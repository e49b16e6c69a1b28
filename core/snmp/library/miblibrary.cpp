// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/library/miblibrary.h"

#include "core/snmp/mibs/bundledmibs.h"
#include "core/snmp/smi/modulefolders.h"
#include "core/snmp/smi/moduleloader.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <utility>

namespace Portolan::Snmp {

namespace {

constexpr int kProgressStep = 16; // files

} // namespace

MibLibrary::MibLibrary(QString cacheFile, QObject *parent)
    : QObject(parent)
    , m_cacheFile(std::move(cacheFile))
    , m_systemFolders(Smi::systemModuleFolders())
    , m_snapshot(Smi::ModuleLibrary().current())
{
}

MibLibrary::~MibLibrary()
{
    m_stop.request_stop();
}

void MibLibrary::use(const QStringList &folders, bool withSystem)
{
    if (m_hasBegun && folders == m_folders && withSystem == m_withSystem)
        return;
    m_folders = folders;
    m_withSystem = withSystem;
    reload();
}

void MibLibrary::reload()
{
    m_hasBegun = true;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_loading = ++m_turn;
    m_done = m_total = 0;
    static_cast<void>(bundledModuleNames()); // links the program's own modules in
    Smi::LoadRequest request;
    request.folders = m_folders;
    if (m_withSystem)
        request.folders += m_systemFolders;
    request.cache = m_cacheFile;
    request.stop = m_stop.get_token();
    const QPointer<MibLibrary> guard(this);
    const quint64 turn = m_turn;
    const auto tell = [guard, turn](auto call) {
        QMetaObject::invokeMethod(
            qApp,
            [guard, turn, call = std::move(call)] {
                if (guard && guard->m_loading == turn)
                    call(*guard);
            },
            Qt::QueuedConnection);
    };
    request.progress = [tell, last = std::make_shared<std::atomic<int>>(0)](int done, int total) {
        if (done < total && done - last->load() < kProgressStep)
            return;
        last->store(done);
        tell([done, total](MibLibrary &self) {
            self.m_done = done;
            self.m_total = total;
            Q_EMIT self.loadingChanged();
        });
    };
    QThreadPool::globalInstance()->start([request = std::move(request), tell] {
        const auto outcome = Smi::loadModules(request);
        if (!outcome)
            return; // only ever because it was stopped
        Facts facts;
        facts.files = outcome->files;
        facts.isFromCache = outcome->isFromCache;
        facts.isLimited = outcome->isLimited;
        facts.missing = outcome->missing;
        facts.seconds = static_cast<double>(outcome->elapsed.count()) / 1e6;
        tell([facts, snapshot = outcome->snapshot](MibLibrary &self) {
            self.m_loading = 0;
            self.m_facts = facts;
            self.m_snapshot = snapshot;
            Q_EMIT self.loadingChanged();
            Q_EMIT self.changed();
        });
    });
    Q_EMIT loadingChanged();
}

} // namespace Portolan::Snmp
