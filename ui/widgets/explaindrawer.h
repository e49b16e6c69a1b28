// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/findingexport.h"

#include <QDateTime>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace Portolan::Ui {

class FindingCard;
class NoticeBar;
class WorkProgress;

// A diagnosis beside the data: what was found, the worst first, each with its evidence, advice and
// what one click does about it; copied, or saved as Markdown, HTML or JSON. Before the first run it
// says what will be looked at, and while one runs how far it is. Every panel that can explain has
// one as a page of its SideDrawer; running and judging are the panel's. Findings carry no words, so
// all of it follows a language switch. GUI thread.
//
// At most kMostShown findings have a card at once, with a button for the rest; copies and files
// have all.
class ExplainDrawer : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostShown = 200;

    using Words = std::function<QString()>;
    // The words of the button for a finding's action; empty where the panel cannot do it now.
    using ActionWording = std::function<QString(const Finding &)>;

    // `title` heads it and the exports; `introduction` says what a run looks at, and what it does
    // to the other side.
    ExplainDrawer(Words title, Words introduction, FindingWording wording, ActionWording actions,
                  QWidget *parent = nullptr);

    // The address, without secrets: for exports.
    void setSubject(const QString &subject);
    void begin();
    // What is looked at now; `done` of `all` steps, 0: unknown.
    void setStep(const QString &sentence, int done = 0, int all = 0);
    void finish(const QList<Finding> &findings, const QDateTime &time);
    // The diagnosis itself did not come to an end. What was found before stays.
    void fail(const Error &error);
    void clear();
    // The actions' words again: what the panel can do has changed.
    void refreshActions();

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QByteArray exported(const QString &suffix) const; // "md", "html", "json"

Q_SIGNALS:
    void runRequested();
    void cancelRequested();
    void actionRequested(const QString &action, const Portolan::Finding &finding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCards();
    void showHead();
    void save(const QString &suffix, const QString &filter);
    [[nodiscard]] FindingReport report() const;

    const Words m_title;
    const Words m_introduction;
    const FindingWording m_wording;
    const ActionWording m_actions;
    QString m_subject;
    QDateTime m_time;
    QList<Finding> m_findings; // the worst first
    bool m_hasRun = false;
    bool m_showAll = false;
    QLabel *m_heading;
    QLabel *m_icon;
    QLabel *m_summary;
    QPushButton *m_run;
    QToolButton *m_more;
    QMenu *m_menu;
    WorkProgress *m_progress;
    NoticeBar *m_notice;
    QScrollArea *m_scroll;
    QWidget *m_list;
    QVBoxLayout *m_column;
    QPushButton *m_rest;
    std::vector<FindingCard *> m_cards;
};

} // namespace Portolan::Ui
