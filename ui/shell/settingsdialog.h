// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settingspages.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace Portolan::Ui {

class TypedField;

// What a person can choose, a page for each feature. Every choice takes effect and is kept at once,
// so there is nothing to apply or to lose. The field at the left finds pages and rows by their
// words in either language. show() it, never exec(): what it changes is seen behind it. GUI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(MainWindow &window);

    // By its id; the first one where there is none of that name.
    void showPage(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QString &typed);
    void showRow(int row);
    void retranslate();
    [[nodiscard]] SettingsPage *pageAt(int row) const;

    const class Languages &m_languages;
    std::vector<SettingsEntry> m_entries;
    TypedField *m_search;
    QListWidget *m_list;
    QLabel *m_nothing;
    QStackedWidget *m_pages;
    QPushButton *m_reset;
    QPushButton *m_close;
};

} // namespace Portolan::Ui
