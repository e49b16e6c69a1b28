// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace Portolan::Ui {

// Labels at the left, fields at the right, and below a field the one sentence that says what is
// wrong with it. Sections above one another line up. It words nothing itself. GUI thread.
class FormSection : public QWidget
{
    Q_OBJECT

public:
    explicit FormSection(QWidget *parent = nullptr);

    // Takes the field; `hint` is a quiet line below it, worded by setHint().
    void addRow(QWidget *field);
    // `field` without a label, over the whole width of the fields.
    void setLabel(const QWidget *field, const QString &text);
    void setHint(const QWidget *field, const QString &text);
    void setRowVisible(const QWidget *field, bool visible);
    // Empty: nothing is wrong any more.
    void setProblem(QWidget *field, const QString &sentence);
    void clearProblems();
    [[nodiscard]] QString problem(const QWidget *field) const;
    // The first field with a problem, or null.
    [[nodiscard]] QWidget *firstFaulty() const;

private:
    struct Row
    {
        QWidget *field;
        QLabel *label;
        QLabel *hint;
        QLabel *problem;
    };
    [[nodiscard]] const Row &row(const QWidget *field) const;

    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace Portolan::Ui
