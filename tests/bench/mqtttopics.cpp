// SPDX-License-Identifier: GPL-3.0-or-later
// A million topics in the tree of the MQTT panel: how long the window's thread is held up while
// they pour in, while a level of all of them is scrolled, and at each key of a filter.
//
//   mqtttopics [topics]
#include "core/mqtt/inbox.h"
#include "ui/mqtt/topicmodel.h"
#include "ui/mqtt/topicview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

using namespace Portolan;
using namespace Portolan::Ui;

namespace {

double ms(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int topics = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const auto inbox = std::make_shared<Mqtt::Inbox>();
    TopicModel model(inbox);
    TopicView view(model);
    view.resize(420, 700);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return 1;
    double worst = 0;
    const auto tick = [&] {
        QElapsedTimer clock;
        clock.start();
        model.refresh();
        view.repaint();
        worst = std::max(worst, ms(clock));
    };
    QElapsedTimer all;
    all.start();
    for (int i = 0; i < topics; ++i) {
        const std::string topic = "flat/device" + std::to_string(i) + "/temperature";
        inbox->message({.topic = topic, .payload = "21.5", .properties = {}, .time = i, .qos = 0});
        if (i % 10'000 == 0) {
            inbox->endOfRound();
            tick();
            if (i == 0)
                model.setOpen(0, true);
        }
    }
    inbox->endOfRound();
    while (model.rowCount() < topics + 1)
        tick();
    std::printf("%d topics in one open level   %8.0f ms, longest tick %6.1f ms\n", topics, ms(all),
                worst);

    worst = 0;
    for (int i = 0; i <= 200; ++i) {
        QElapsedTimer clock;
        clock.start();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 200 * i);
        view.repaint();
        worst = std::max(worst, ms(clock));
    }
    std::printf("scrolling through them        longest step %6.1f ms\n", worst);

    for (const char *text : {"d", "de", "dev", "device99", "device9999/", "flat/+/temperature",
                             "flat/device77+/x", "DEVICE12345"}) {
        worst = 0;
        QElapsedTimer first;
        first.start();
        model.setFilter(*TextFilter::make(QString::fromLatin1(text), {}), false);
        view.repaint();
        const double key = ms(first);
        while (model.isFinding())
            tick();
        std::printf("filter %-22s first screen %6.1f ms, all in %7.1f ms, longest tick %6.1f ms, "
                    "%llu found\n",
                    text, key, ms(first), worst, static_cast<unsigned long long>(model.found()));
    }
    model.setFilter(TextFilter(), false);
    return 0;
}
