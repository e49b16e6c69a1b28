// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ntp/host/hostclock.h"
#include "ui/panel/eventlog.h"
#include "ui/panel/panelcontext.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace Portolan {
struct Error;
}
namespace Portolan::Ntp {
class HostProbe;
}

namespace Portolan::Ui {

class Detour;
class FieldList;
class FindingCard;
class NoticeBar;
class WorkProgress;

// How the clock of this computer is kept, or that of a host behind SSH: what was found, the worst
// first, and the facts below. The host is asked with commands that only read, this computer when
// the page is first shown, any other one only when a person says so. SSH asks its questions over
// the panel. GUI thread.
class HostClockPage : public QWidget
{
    Q_OBJECT

public:
    // `wrong`: servers that were measured to be wrong, by name and by address.
    HostClockPage(const PanelContext &context, QWidget *panel, std::function<QStringList()> wrong,
                  QWidget *parent = nullptr);
    ~HostClockPage() override;

    // Asks the host in the field. While one is asked, that ends first.
    void look();
    // An SSH address or "@" and a profile's name; empty: this computer.
    void setHost(const QString &typed);
    // Where the chronyd of the host in the field takes commands; 323 until another host is named.
    // Offered to a person where it runs and chronyc does not reach it.
    void setCommandPort(int port);

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const std::optional<Ntp::HostClock> &clock() const { return m_clock; }
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString problem() const; // why the last look came to nothing
    [[nodiscard]] QString text() const;    // the facts

Q_SIGNALS:
    // How chronyc reaches the chronyd of this computer: what HostProbe::setChronyc() takes.
    void chronycChanged(const QStringList &arguments);
    // For the timeline.
    void told(Portolan::Ui::Event::Severity severity, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void onFinished(const Ntp::HostClock &clock);
    void onFailed(const Error &error);
    void cancel();
    void endLook();
    void fillHosts();
    void showCards();
    void showWords();
    void showWay();
    [[nodiscard]] QStringList chronyc() const;
    [[nodiscard]] bool asksForPort() const;

    PanelContext m_context;
    QWidget *m_panel;
    const std::function<QStringList()> m_wrong;
    bool m_hasLooked = false;
    QString m_way; // the host that m_detour leads to, as typed
    std::unique_ptr<Detour> m_detour;
    std::unique_ptr<Ntp::HostProbe> m_probe; // goes before the way it takes
    std::optional<Ntp::HostClock> m_clock;
    QList<Finding> m_findings;
    std::vector<FindingCard *> m_cards;

    QLabel *m_heading;
    QLineEdit *m_host;
    QPushButton *m_look;
    QLabel *m_headline;
    QLabel *m_note;
    QLabel *m_portLabel;
    QSpinBox *m_port;
    WorkProgress *m_progress;
    NoticeBar *m_notice;
    QVBoxLayout *m_cardColumn;
    FieldList *m_facts;
};

} // namespace Portolan::Ui
