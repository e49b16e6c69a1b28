// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelcontext.h"
#include "ui/shell/connectionmodel.h"

#include <QAction>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace Portolan::Ui {

class NoticeBar;
class PracticeLab;
class TypedField;

// The connections at the left: filter, folders and profiles, what can be done with them. It opens
// nothing itself: openRequested() goes to the window. All by keyboard: Enter connects, Down goes
// from the filter into the tree, F2 renames, Delete deletes after a question, Escape empties the
// filter and then leaves. What the store refuses is said below the tree. GUI thread.
class ConnectionTree : public QWidget
{
    Q_OBJECT

public:
    // All outlive it.
    ConnectionTree(const PanelContext &context, ProfileStore &store, const ConnectionStates &states,
                   const PracticeLab &lab, std::span<const PanelSpec> panels,
                   QWidget *parent = nullptr);

    void focusFilter();
    // After a question where they are many.
    void connectTo(const QStringList &profiles, bool inNewWindow);
    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] ConnectionModel &model() const { return *m_model; }

    // What the menus and the command palette offer.
    void addConnection();
    void addFolder();
    void importConnections();
    void exportConnections();

Q_SIGNALS:
    // Profiles' ids, in the order of the tree.
    void openRequested(const QStringList &profiles, bool inNewWindow);
    // Escape: the person wants to go on where they were.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // What a view shows, in words that survive a reset of the model.
    struct Place
    {
        QString profile;
        QString folder;
    };
    struct Kept
    {
        Place current;
        QList<Place> selected;
        int scroll = 0;
    };

    QWidget *makeHeader();
    QWidget *makeEmptyPage();
    void followModel();
    void restore();
    void showRightPage();
    void filterTo(const QString &text);
    [[nodiscard]] Place placeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Place &place) const;
    [[nodiscard]] QModelIndexList selected() const;
    [[nodiscard]] QString folderForNew() const;
    bool filterKey(QKeyEvent *event);
    bool treeKey(QKeyEvent *event);

    void connectSelected(bool inNewWindow);
    void edit(const QString &profileId, const QString &folder);
    void duplicate(const QString &profileId);
    void removeSelected();
    void addPracticeServers();
    void showMenu(const QPoint &where);
    void fillAddMenu(QMenu &menu);
    [[nodiscard]] const PanelSpec *panelFor(const QString &scheme) const;
    void refuse(const QString &sentence);
    void retranslate();
    void showIcons();

    const PanelContext &m_context;
    ProfileStore &m_store;
    const PracticeLab &m_lab;
    std::span<const PanelSpec> m_panels;
    ConnectionModel *m_model;
    QLabel *m_title;
    QLabel *m_count;
    QToolButton *m_add;
    TypedField *m_filter;
    QAction *m_clear;
    QStackedWidget *m_pages;
    QTreeView *m_view;
    QLabel *m_nothingFound;
    QLabel *m_emptyIcon;
    QLabel *m_emptyHeading;
    QLabel *m_emptyLead;
    QPushButton *m_emptyAdd;
    QPushButton *m_emptyImport;
    QPushButton *m_emptyLab;
    NoticeBar *m_notice;
    QSet<QString> m_expanded; // folders, as the person left them without a filter
    Kept m_kept;
    bool m_restoring = false;
};

} // namespace Portolan::Ui
