// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/command.h"
#include "ui/panel/settingspage.h"

#include <QList>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace Portolan::Ui {

class KeyField;
class TypedField;

// All commands with their keys, by the place where they hold: searched, changed by pressing the new
// keys, taken back one by one or all at once. Keys that would take something from a terminal or
// from an input method are refused with the reason; keys that another command has are named and
// change hands only when that is asked for. GUI thread.
class KeysPage : public SettingsPage
{
    Q_OBJECT

public:
    struct Place
    {
        QString (*title)();
        QList<CommandSpec> commands = {};
        // Its keys hold whatever has the focus, so they are taken for every other place.
        bool everywhere = false;
    };

    KeysPage(Settings &settings, QList<Place> places);

    void reset() override;
    [[nodiscard]] bool canReset() const override { return true; }
    // Why a command may not have these keys; empty where it may.
    [[nodiscard]] static QString objection(const QKeySequence &keys);

private:
    void fill();
    void filter(const QString &typed);
    void showSelected();
    void tryKeys(const QKeySequence &keys);
    void take(const QKeySequence &keys);
    void say(const QString &sentence, bool bad);
    void retranslate();
    [[nodiscard]] const CommandSpec *selected() const;
    // The commands that have the keys already and hold where this one does.
    [[nodiscard]] QList<CommandSpec> holders(const QKeySequence &keys) const;

    const QList<Place> m_places;
    TypedField *m_search;
    QTreeWidget *m_tree;
    QLabel *m_name;
    KeyField *m_field;
    QPushButton *m_none;
    QPushButton *m_usual;
    QLabel *m_message;
    QPushButton *m_take;
    QKeySequence m_wanted; // what the message is about
};

} // namespace Portolan::Ui
