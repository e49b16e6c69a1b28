// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QAction;

namespace Portolan {
struct Address;
}

namespace Portolan::Ui {

struct Completion;

class CompletionList;
class ConnectionTree;
class MainWindow;

// The connections of one window: puts the tree at its side, gives it commands and keys, opens what
// is chosen there. Whether it is shown is kept. Made by the window and owned by it, GUI thread.
class WindowConnections : public QObject
{
    Q_OBJECT

public:
    explicit WindowConnections(MainWindow &window);

    [[nodiscard]] ConnectionTree &tree() { return *m_tree; }
    void open(const QStringList &profiles, bool inNewWindow);
    void setShown(bool shown);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeCommands();
    void makeCompletion();
    void openCompletion(const Completion &completion);
    void saveCurrent();
    void saveAddress(const Address &address);

    MainWindow &m_window;
    ConnectionTree *m_tree;
    QAction *m_toggle = nullptr;
};

} // namespace Portolan::Ui
