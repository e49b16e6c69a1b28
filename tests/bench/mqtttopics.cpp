// SPDX-License-Identifier: GPL-3.0-or-later
// A million topics in the tree of the MQTT panel: how long the window's thread is held up while
// they pour in and are put in order, while a level of all of them is scrolled and sorted by each
// column, and at each key of a filter. By the clock, and without what other programs took of the
// processor (slicemeter.h).
//
//   mqtttopics [topics]
#include "core/mqtt/inbox.h"
#include "tests/bench/slicemeter.h"
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
using Bench::Worst;

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
    Worst worst;
    const auto tick = [&] {
        worst.time([&] {
            model.refresh();
            view.repaint();
        });
    };
    QElapsedTimer all;
    all.start();
    for (int i = 0; i < topics; ++i) {
        // Not in the order of their names.
        const auto number = (static_cast<long long>(i) * 7'919 + 4'711) % topics;
        const std::string topic = "flat/device" + std::to_string(number) + "/temperature";
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
    std::printf("%d topics in one open level  %6.0f ms, longest tick %6.1f ms (own %.1f)\n", topics,
                ms(all), worst.wall, worst.own);
    QElapsedTimer since;
    since.start();
    const auto waitFor = [&](const char *what, const QString &first) {
        while (model.index(1, TopicModel::Name).data().toString() != first &&
               since.elapsed() < 60'000) {
            tick();
            QTest::qWait(10);
        }
        std::printf("sorted by %-20s after %6.0f ms, longest tick %6.1f ms (own %.1f)\n", what,
                    ms(since), worst.wall, worst.own);
    };
    worst = {};
    waitFor("name", QStringLiteral("device0"));
    inbox->message({.topic = "flat/device5/temperature", .payload = "1", .time = topics});
    inbox->message({.topic = "flat/device5/temperature", .payload = "1", .time = topics});
    inbox->message({.topic = "flat/device7/temperature", .payload = "1", .time = topics + 1'000});
    inbox->endOfRound();
    Worst click;
    const auto sortBy = [&](TopicModel::Column column, Qt::SortOrder order) {
        worst = {};
        since.restart();
        click.time([&] { model.sort(column, order); });
    };
    sortBy(TopicModel::Messages, Qt::DescendingOrder);
    waitFor("count", QStringLiteral("device5"));
    sortBy(TopicModel::Value, Qt::DescendingOrder);
    waitFor("last message", QStringLiteral("device7"));
    sortBy(TopicModel::Rate, Qt::DescendingOrder);
    while (model.isSorting()) // the first time there is nothing to compare with
        tick();
    inbox->message({.topic = "flat/device11/temperature", .payload = "1", .time = topics});
    inbox->endOfRound();
    waitFor("rate", QStringLiteral("device11"));
    sortBy(TopicModel::Name, Qt::AscendingOrder);
    waitFor("name again", QStringLiteral("device0"));
    std::printf("a click on a column           longest      %6.1f ms (own %.1f)\n", click.wall,
                click.own);

    worst = {};
    for (int i = 0; i <= 200; ++i) {
        worst.time([&] {
            view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 200 * i);
            view.repaint();
        });
    }
    std::printf("scrolling through them        longest step %6.1f ms (own %.1f)\n", worst.wall,
                worst.own);

    for (const char *text : {"d", "de", "dev", "device99", "device9999/", "flat/+/temperature",
                             "flat/device77+/x", "DEVICE12345"}) {
        worst = {};
        Worst key;
        QElapsedTimer first;
        first.start();
        key.time([&] {
            model.setFilter(*TextFilter::make(QString::fromLatin1(text), {}), false);
            view.repaint();
        });
        while (model.isFinding())
            tick();
        std::printf("filter %-22s first screen %6.1f ms (own %.1f), all in %7.1f ms, longest "
                    "tick %6.1f ms (own %.1f), %llu found\n",
                    text, key.wall, key.own, ms(first), worst.wall, worst.own,
                    static_cast<unsigned long long>(model.found()));
    }
    model.setFilter(TextFilter(), false);
    return 0;
}
