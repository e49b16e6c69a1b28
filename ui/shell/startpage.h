// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelspec.h"

#include <QWidget>

#include <span>
#include <vector>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Portolan::Ui {

class PracticeLab;
struct PracticeServer;

// What a new tab shows: what the program is for, what people do first with each protocol, and the
// practice servers to try it on. GUI thread.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    StartPage(std::span<const PanelSpec> panels, const PracticeLab &lab, QWidget *parent = nullptr);

Q_SIGNALS:
    void addressChosen(const QString &address);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct PanelCard
    {
        const PanelSpec *spec;
        QLabel *icon;
        QLabel *title;
        QLabel *description;
        std::vector<QLabel *> steps;
        std::vector<QPushButton *> tools;
    };

    QWidget *makePanelCard(const PanelSpec &spec);
    QWidget *makeServerRow(const PracticeServer &server);
    void showServers();
    void fitWidth();
    void retranslate();
    void showIcons();

    const PracticeLab &m_lab;
    QLabel *m_logo;
    QLabel *m_heading;
    QLabel *m_lead;
    QLabel *m_labHeading;
    QLabel *m_labLead;
    QVBoxLayout *m_servers;
    std::vector<PanelCard> m_cards;
    QVBoxLayout *m_column;
    std::vector<QBoxLayout *> m_lines; // of the servers: words and buttons
    bool m_narrow = false;
};

} // namespace Portolan::Ui
