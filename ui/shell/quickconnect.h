// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace Portolan::Ui {

class TypedField;

// The address field at the top of the window. It parses nothing itself: whoever listens to
// submitted() answers with accept() or showProblem(), which puts one sentence below the field and
// leaves what was typed in place. GUI thread.
class QuickConnect : public QWidget
{
    Q_OBJECT

public:
    explicit QuickConnect(QWidget *parent = nullptr);

    // For the list below it.
    [[nodiscard]] TypedField &field() { return *m_field; }

    void focusField();
    void setExample(const QString &address);
    // The address was good: the field is emptied (it may have held a password).
    void accept();
    void showProblem(const QString &sentence);
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void submitted(const QString &text);
    // Escape: the person wants to go on where they were.
    void left();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void clearProblem();
    void retranslate();

    TypedField *m_field;
    QPushButton *m_connect;
    QWidget *m_problemRow;
    QLabel *m_problemIcon;
    QLabel *m_problem;
    QString m_example;
};

} // namespace Portolan::Ui
