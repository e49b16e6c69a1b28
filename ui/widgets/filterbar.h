// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textfilter.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace Portolan::Ui {

class TypedField;

// Narrows a list while a person types: text, case, regular expression, one column or all, and how
// much matches. Tells each change at once, without waiting. An expression that cannot be read says
// so below the field and leaves the filter as it was. Escape empties the field, and in an empty one
// asks to leave; Return and Down lead on to the list. GUI thread.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] const TextFilter &filter() const { return m_filter; }
    // The column that is looked at; -1 for all.
    [[nodiscard]] int field() const;
    [[nodiscard]] QString problem() const;

    // The columns to choose from, in the language of the moment; with fewer than two there is no
    // choice. The index chosen before stays.
    void setFields(const QStringList &names);
    void setCount(qsizetype shown, qsizetype all);
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    void focusField();

Q_SIGNALS:
    void filterChanged();
    void left();
    void entered(); // Return, or Down: on to what was found

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void retranslate();
    void showCount();

    TextFilter m_filter;
    QString m_placeholder;
    QStringList m_fieldNames;
    qsizetype m_shown = -1;
    qsizetype m_all = 0;
    TypedField *m_edit;
    QToolButton *m_case;
    QToolButton *m_regex;
    QComboBox *m_field;
    QLabel *m_count;
    QLabel *m_problem;
};

} // namespace Portolan::Ui
