// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palettemodel.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;

namespace Portolan::Ui {

class TypedField;

// Everything that can be done, found by its name: a sheet over the upper part of its window, which
// the keyboard alone can work. It is a child of the window, not a popup of its own, because input
// methods do not compose in popups everywhere. Escape, a click elsewhere and the command that
// opened it close it and give the focus back. GUI thread.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    // The ids that were used last stand first. Opened twice, it closes.
    void open(std::vector<PaletteEntry> entries, const QStringList &recent);
    void close();
    [[nodiscard]] const PaletteModel &model() const { return *m_model; }

Q_SIGNALS:
    // Before the entry runs; not for entries without an id.
    void chosen(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void select(int row);
    void step(int rows);
    void follow(const QString &typed);
    void run(const QModelIndex &index);
    bool onKey(const QKeyEvent &event);
    void retranslate();

    PaletteModel *m_model;
    TypedField *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QLabel *m_hint;
    QTimer m_preparing;         // between keys, after it has opened
    QPointer<QWidget> m_before; // had the focus
};

} // namespace Portolan::Ui
