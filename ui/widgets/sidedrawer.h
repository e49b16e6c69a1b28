// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QSplitter>
#include <QString>

#include <functional>
#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace Portolan::Ui {

// The content of a panel with a drawer at its right: pages under tabs, one of them shown, or none.
// Closed until a page is opened. Escape inside it closes it and gives the focus back to the
// content. The width is the person's; when the drawer opens it takes no more than leaves the
// content what it asks for, down to a least width of its own. Where both have no room beside each
// other, the drawer lies over the content until it closes. GUI thread; owns content and pages.
class SideDrawer : public QSplitter
{
    Q_OBJECT

public:
    explicit SideDrawer(QWidget *content, QWidget *parent = nullptr);

    void addPage(QLatin1String id, QLatin1String icon, QWidget *page);
    void setPageTitle(QLatin1String id, const QString &title);
    // With the focus in it, when `takeFocus`.
    void openPage(QLatin1String id, bool takeFocus = true);
    void closeDrawer();
    // Opens the page, or closes the drawer where it is the one shown.
    void togglePage(QLatin1String id);
    // The page that is shown; empty while the drawer is closed.
    [[nodiscard]] QString page() const;

    // Kept by the panel from one run to the next.
    [[nodiscard]] int drawerWidth() const { return m_width; }
    void setDrawerWidth(int width);
    // How wide the content wants to stay: 80 columns of a terminal.
    void setContentWidth(std::function<int()> wanted);
    // As narrow as the wider one of the two.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pageChanged(const QString &id); // empty: closed
    void widthChanged(int width);        // by the person

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Page
    {
        QLatin1String id;
        QLatin1String icon;
        QWidget *widget;
        QString title;
    };

    // What of its symbol and its title a tab shows.
    enum class Fit { Both, Titles, Symbols };

    [[nodiscard]] int indexOf(const QString &id) const;
    void placeHandle();
    void coverOrNot();
    void fitTabs();
    void retranslate();

    QWidget *m_content;
    QWidget *m_frame;
    QTabBar *m_tabs;
    QToolButton *m_close;
    QStackedWidget *m_stack;
    std::vector<Page> m_pages;
    std::function<int()> m_wanted;
    int m_width;
    Fit m_fit = Fit::Both;
};

} // namespace Portolan::Ui
