// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <deque>
#include <vector>

namespace Portolan::Ui {

class Panel;

// Connects many tabs in the background, a few at a time: a server drops connections when too many
// have not logged in yet (sshd_config(5), MaxStartups: from the 10th on). One that waits for an
// answer of the person gives its place up after a while, but its host gets no further one that
// would wait beside more than kMostAtOnce. Owned by the workspace, GUI thread.
class Reconnector : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostAtOnce = 6;
    static constexpr int kPatience = 10'000; // milliseconds

    explicit Reconnector(QObject *parent = nullptr);

    // A panel that does not connect, or a RestedTab; each once, in the order given.
    void add(QWidget *page);
    // A RestedTab became its panel because somebody looked at it: the panel has its place.
    void replace(const QWidget *rested, Panel *panel);
    [[nodiscard]] int waiting() const { return int(m_queue.size()); }

private:
    struct Attempt
    {
        QPointer<Panel> panel;
        QString host;
        QElapsedTimer since;
    };

    void next();
    [[nodiscard]] bool hasRoomFor(const QString &host) const;

    std::deque<QPointer<QWidget>> m_queue;
    std::vector<Attempt> m_attempts;
    QTimer m_timer;
};

} // namespace Portolan::Ui
