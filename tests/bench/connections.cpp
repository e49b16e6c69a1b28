// SPDX-License-Identifier: GPL-3.0-or-later
// What a keystroke in the filter of the connection tree costs over 5,000 profiles, from the key to
// the painted rows, and what scrolling costs. Prints milliseconds; aim: 50 a keystroke.
#include "core/runtime/reaper.h"
#include "core/store/historystore.h"
#include "core/store/memorysecretstore.h"
#include "core/store/profilestore.h"
#include "core/store/settings.h"
#include "core/store/storage.h"
#include "tests/bench/manyprofiles.h"
#include "ui/allpanels.h"
#include "ui/panel/panelcontext.h"
#include "ui/shell/connectiontree.h"
#include "ui/shell/practicelab.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QApplication>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

void paintNow(QTreeView &view)
{
    QCoreApplication::sendPostedEvents();
    view.viewport()->repaint();
}

int measure(Ui::ConnectionTree &tree)
{
    QTreeView &view = *tree.view();
    auto *filter = tree.findChild<Ui::TypedField *>(QStringLiteral("connectionFilter"));
    const double worst = typeWords(
        {"bastion", "서울", "ㅅㅇㅂㅅ", "tjdnf", "10.1", "border 12 prod", "#운영", "rack 3 웹",
         "zzzz", "opsrtr"},
        *filter, [&] { paintNow(view); }, [&] { return tree.model().shownCount(); });
    QElapsedTimer timer;
    timer.start();
    filter->clear();
    paintNow(view);
    std::printf("clearing the filter: %.1f ms\n", milliseconds(timer));

    view.expandAll();
    paintNow(view);
    QScrollBar &bar = *view.verticalScrollBar();
    double slowestFrame = 0;
    constexpr int kFrames = 300;
    timer.start();
    QElapsedTimer frame;
    for (int i = 0; i < kFrames; ++i) {
        frame.start();
        bar.setValue(bar.maximum() * i / kFrames);
        view.viewport()->repaint();
        slowestFrame = std::max(slowestFrame, milliseconds(frame));
    }
    std::printf("scrolling over %d rows: %.2f ms a frame, the slowest %.2f ms\n", kProfiles,
                milliseconds(timer) / kFrames, slowestFrame);
    return worst <= 50 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QTemporaryDir home;
    qputenv("PORTOLAN_HOME", home.path().toUtf8());
    QApplication application(argc, argv);
    Ui::Theme theme(application);
    theme.choose(QStringLiteral("light"));
    int code = 1;
    {
        const Folders folders = Folders::ofThisUser();
        Storage storage(folders);
        Settings settings(storage);
        ProfileStore profiles(storage);
        Ui::Services services;
        Ui::EventLog events;
        MemorySecretStore secrets;
        HistoryStore history(storage, settings);
        const Ui::PanelContext context{services, settings, profiles, history,
                                       events,   secrets,  folders};
        const Ui::PracticeLab lab(home.path() + QStringLiteral("/none"));
        const Ui::ConnectionStates states;
        Ui::ConnectionTree tree(context, profiles, states, lab, Ui::allPanels());
        tree.resize(280, 900);
        tree.show();
        QObject::connect(&profiles, &ProfileStore::loaded, &tree, [&] {
            QTimer::singleShot(0, &tree, [&] {
                QElapsedTimer timer;
                timer.start();
                if (!profiles.putAll(makeProfiles()))
                    QApplication::exit(1);
                paintNow(*tree.view());
                std::printf("storing and showing %d profiles: %.0f ms\n", kProfiles,
                            milliseconds(timer));
                code = measure(tree);
                QApplication::quit();
            });
        });
        QApplication::exec();
    }
    static_cast<void>(Reaper::waitForAll(std::chrono::seconds(20)));
    return code;
}
