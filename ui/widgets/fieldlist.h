// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace Portolan::Ui {

// Names and values below each other, in sections: the facts of a session, of an object. Values that
// change tick in place. Plain text, whatever a peer put into it; a right click copies a value or
// all. GUI thread.
class FieldList : public QWidget
{
    Q_OBJECT

public:
    struct Field
    {
        QString name;
        QString value; // a field without a value is not shown
        QString tip = {};
        bool isSection = false; // `name` heads what follows
        bool isNumber = false;  // stands at the right, below other numbers
    };

    explicit FieldList(QWidget *parent = nullptr);

    void show(const QList<Field> &fields);
    // "name<TAB>value" lines.
    [[nodiscard]] QString text() const;

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Row
    {
        QLabel *name;
        QLabel *value; // null: a section
    };

    QGridLayout *m_grid;
    QList<Field> m_fields;
    std::vector<Row> m_rows;
};

} // namespace Portolan::Ui
