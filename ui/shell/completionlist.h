// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/completionmodel.h"

#include <QFrame>
#include <QPointer>

class QKeyEvent;
class QListView;
class QTimer;

namespace Portolan::Ui {

class ProtocolProbe;
class TypedField;

// The list below the address field. It never has the focus, and it is a child of the window, not a
// popup, so that input methods go on composing in the field. Nothing is chosen until the person
// does so (or names a profile exactly): Enter then means what was typed. Down and Up choose, Enter
// opens, Tab puts the chosen address into the field, Escape closes the list and nothing else. GUI
// thread, owned by the field's window.
class CompletionList : public QFrame
{
    Q_OBJECT

public:
    // `model` is taken; `field` outlives it.
    CompletionList(TypedField &field, CompletionModel *model, std::span<const PanelSpec> panels);

    [[nodiscard]] CompletionModel &model() const { return *m_model; }
    [[nodiscard]] bool isOpen() const { return isVisible(); }
    // Null where none is chosen.
    [[nodiscard]] const Completion *chosen() const;

Q_SIGNALS:
    void opened(const Portolan::Ui::Completion &completion);
    void saveRequested(const Portolan::Address &address);
    void forgetRequested(const Portolan::Address &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QString &typed);
    void showFor(const QString &typed);
    void place();
    void choose(int row);
    bool onKey(const QKeyEvent &event);
    void open(const QModelIndex &index);
    void showMenu(const QPoint &where);

    TypedField &m_field;
    CompletionModel *m_model;
    QListView *m_list;
    ProtocolProbe *m_probe;
    QTimer *m_pause; // between the last key and asking the host
    bool m_filling = false;
};

} // namespace Portolan::Ui
