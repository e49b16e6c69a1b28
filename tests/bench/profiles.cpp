// SPDX-License-Identifier: GPL-3.0-or-later
// What the window waits for with 5,000 profiles: the settings at the start, all profiles, one
// change.
#include "core/runtime/reaper.h"
#include "core/store/profileimport.h"
#include "core/store/profilestore.h"
#include "core/store/settings.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

using namespace Portolan;

namespace {

constexpr int kProfiles = 5000;
constexpr int kRounds = 50;

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void report(const char *what, std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    std::printf("%-44s median %7.2f ms   worst %7.2f ms\n", what, times[times.size() / 2],
                times.back());
}

template<typename Signal>
void await(ProfileStore &store, Signal signal)
{
    QEventLoop loop;
    QObject::connect(&store, signal, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir home;
    qputenv("PORTOLAN_HOME", home.path().toUtf8());
    const Folders folders = Folders::ofThisUser();
    QList<Profile> many;
    for (int i = 0; i < kProfiles; ++i) {
        const QString number = QStringLiteral("%1").arg(i, 4, 10, QLatin1Char('0'));
        many.append(
            {.id = {},
             .name = QStringLiteral("host ") + number,
             .folder = QStringLiteral("site %1/rack %2").arg(i % 20).arg(i % 100),
             .tags = {QStringLiteral("core"), QStringLiteral("seoul")},
             .address =
                 parseAddress(
                     QStringLiteral("ssh://ops@10.0.%1.%2?keepalive=30").arg(i / 250).arg(i % 250))
                     .value()
                     .address,
             .credential = {},
             .via = {}});
    }
    QElapsedTimer clock;
    QByteArray json;
    {
        Storage storage(folders);
        Settings settings(storage);
        settings.set(Settings::Key::language, QStringLiteral("ko"));
        ProfileStore store(storage);
        await(store, &ProfileStore::loaded);
        clock.start();
        const auto put = store.putAll(many);
        std::printf("%-44s        %7.2f ms\n", "5,000 put, in memory", milliseconds(clock));
        if (!put)
            return 1;
        quint64 saved = 0;
        QObject::connect(&store, &ProfileStore::saved, &store,
                         [&saved](quint64 change) { saved = change; });
        while (saved < store.lastChange())
            await(store, &ProfileStore::saved);
        std::printf("%-44s        %7.2f ms\n", "5,000 put, on the disk", milliseconds(clock));
        std::vector<double> memory;
        std::vector<double> disk;
        for (int i = 0; i < kRounds; ++i) {
            Profile one = store.profiles().at(i * 97 % kProfiles);
            one.tags = {QStringLiteral("round %1").arg(i)};
            clock.start();
            if (!store.put(one))
                return 1;
            memory.push_back(milliseconds(clock));
            await(store, &ProfileStore::saved);
            disk.push_back(milliseconds(clock));
        }
        report("one put among 5,000, on the GUI thread", memory);
        report("one put among 5,000, on the disk", disk);
        clock.start();
        json = toJson(store.set());
        std::printf("%-44s        %7.2f ms\n", "5,000 as JSON", milliseconds(clock));
        clock.start();
        const ImportPlan plan = planImport(fromJson(json).value(), store.set());
        std::printf("%-44s        %7.2f ms\n", "5,000 read and compared", milliseconds(clock));
        if (plan.count(ImportItem::Kind::Same) != kProfiles)
            return 1;
    }
    if (Reaper::waitForAll(std::chrono::seconds(20)) > 0)
        return 1;
    std::vector<double> atStart;
    std::vector<double> load;
    for (int i = 0; i < kRounds / 5; ++i) {
        clock.start();
        Storage storage(folders);
        const Settings settings(storage);
        ProfileStore store(storage);
        atStart.push_back(milliseconds(clock));
        if (settings.text(Settings::Key::language) != QLatin1String("ko"))
            return 1;
        await(store, &ProfileStore::loaded);
        load.push_back(milliseconds(clock));
        if (store.profiles().size() != kProfiles)
            return 1;
    }
    report("settings at the start, the thread begun", atStart);
    report("5,000 profiles there", load);
    return Reaper::waitForAll(std::chrono::seconds(20)) > 0 ? 1 : 0;
}
