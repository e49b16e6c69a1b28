// SPDX-License-Identifier: GPL-3.0-or-later
// What opening the command palette costs with 5,000 profiles, and a keystroke in it, from the key
// to the painted rows. Prints milliseconds; aim: 50 a keystroke.
#include "core/runtime/reaper.h"
#include "tests/bench/manyprofiles.h"
#include "tests/ui/windowfixture.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/windowcommands.h"

#include <QListView>
#include <QTimer>

#include <cstdio>

using namespace Portolan;
using namespace Portolan::Test;

namespace {

void paintNow(QWidget &widget)
{
    QCoreApplication::sendPostedEvents();
    widget.repaint();
}

int measure(Ui::MainWindow &window)
{
    QAction *command = window.commands().action(QLatin1String("palette"));
    auto &palette = *window.findChild<Ui::CommandPalette *>();
    auto &field = *palette.findChild<QLineEdit *>();
    QElapsedTimer timer;
    for (int i = 0; i < 3; ++i) {
        timer.start();
        command->trigger();
        paintNow(palette);
        std::printf("%s: %.1f ms, %d entries\n",
                    i == 0 ? "opening the first time" : "opening again", milliseconds(timer),
                    palette.model().rowCount());
        if (i < 2)
            palette.close();
    }
    const double worst = typeWords(
        {"bastion", "서울", "ㅅㅇㅂㅅ", "tjdnf", "10.1", "border 12", "split", "설정", "zzzz",
         "opsrtr"},
        field, [&] { paintNow(palette); }, [&] { return palette.model().rowCount(); });
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
    Ui::Languages languages(application);
    Ui::Theme theme(application);
    languages.choose(QStringLiteral("ko"));
    theme.choose(QStringLiteral("light"));
    int code = 1;
    {
        WindowFixture fixture(languages, theme);
        fixture.window->resize(1280, 800);
        const auto run = [&] {
            if (fixture.profiles.putAll(makeProfiles()))
                code = measure(*fixture.window);
            QApplication::quit();
        };
        QObject::connect(&fixture.profiles, &ProfileStore::loaded, fixture.window.get(),
                         [&] { QTimer::singleShot(0, fixture.window.get(), run); });
        QApplication::exec();
    }
    static_cast<void>(Reaper::waitForAll(std::chrono::seconds(20)));
    return code;
}
