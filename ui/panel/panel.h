// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/address.h"
#include "core/base/metricsample.h"

#include <QList>
#include <QString>
#include <QWidget>

#include <optional>

namespace Portolan::Ui {

// What a tab is asked to show.
struct OpenRequest
{
    Address address;
    std::optional<Secret> password = {}; // what was typed into the address
    QString profile = {};                // id of the profile it comes from, if any
    QString title = {};                  // what the tab was called in the last session
    bool connect = true; // false: a tab of the last session, which waits until it is asked
};

// The content of one tab: one connection as a person sees it. Made by its PanelSpec, owned by the
// window, destroyed at any time, also in the middle of connecting; destroying it ends what it began
// and never waits. GUI thread only; a panel makes no blocking call and opens no modal box: problems
// are shown inside it, questions are dialogs of its own that name the host.
//
// QWidget::actions() are what the panel offers to the tab's menu and the command palette: Commands,
// whose words Panel keeps in the language of the moment.
class Panel : public QWidget
{
    Q_OBJECT

public:
    enum class State {
        Idle,
        Connecting,
        Connected,
        Ended,  // by the peer, in good order
        Lost,   // after it was connected
        Failed, // before it was
    };

    using QWidget::QWidget;

    // Names this panel among all that there ever are in this process, as the origin of an event.
    // Never 0.
    [[nodiscard]] quint64 token() const { return m_token; }

    // Called once, after the panel is in its tab.
    virtual void open(OpenRequest request) = 0;
    // Connects where it does not: a tab that waits, and one whose connection was lost.
    virtual void connectAgain() {}
    // What open() was given; from both the window can make the same tab again.
    [[nodiscard]] virtual Address address() const = 0;
    [[nodiscard]] virtual QString profile() const { return {}; }
    // For the tab; control characters removed, any length.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual State state() const = 0;
    // The live status line of the protocol, in the order of display.
    [[nodiscard]] virtual QList<MetricSample> metrics() const = 0;
    // Whether something would end with it that a person would miss: they are asked before a window
    // goes.
    [[nodiscard]] virtual bool isLive() const { return state() == State::Connected; }
    // Of the program that ran in it, where there was one and it has ended.
    [[nodiscard]] virtual std::optional<int> exitCode() const { return std::nullopt; }
    // A sentence to ask before the tab closes, where something would be lost.
    [[nodiscard]] virtual std::optional<QString> closeQuestion() const { return std::nullopt; }

    // Whether explain() leads anywhere; it shows the diagnosis beside the data, or hides it again.
    [[nodiscard]] virtual bool canExplain() const { return false; }
    virtual void explain() {}

    // "connecting", "connected" ... in the language of the moment: state is never told by colour
    // alone.
    [[nodiscard]] static QString stateName(State state);

Q_SIGNALS:
    void titleChanged();
    void addressChanged(); // what would make this tab again; the session keeps it
    void stateChanged();
    void metricsChanged();
    // The panel is finished (the peer ended the session cleanly): its tab may close.
    void closeRequested();
    // Another tab is wanted: the one of this address, or of any address of its scheme where it
    // names no host; a new one where there is none.
    void tabWanted(const Portolan::Address &address);

protected:
    // Words again, in the language of the moment. The panel calls it once itself when it is built.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] static quint64 nextToken();
    const quint64 m_token = nextToken();
};

} // namespace Portolan::Ui
