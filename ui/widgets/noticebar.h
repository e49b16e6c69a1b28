// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace Portolan::Ui {

// One sentence above the content that it is about, with what can be done: the place for errors
// that a modal box would tear away from their cause. Details fold out. Plain text only. GUI thread.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Severity { Info, Warning, Error };

    explicit NoticeBar(QWidget *parent = nullptr);

    // `action`: the words of the button, empty for none.
    void show(Severity severity, const QString &sentence, const QString &details,
              const QString &action);
    // The same notice with other words: a countdown, a rate.
    void setSentence(const QString &sentence);
    // The button's words again, in another language.
    void setAction(const QString &action);
    // Another, quieter button behind it; empty for none. show() takes it away.
    void setSecondAction(const QString &action);
    void setClosable(bool closable);
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void actionClicked();
    void closed();
    void secondActionClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void placeButtons();
    void showIcon();

    Severity m_severity = Severity::Info;
    QBoxLayout *m_row;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_details;
    QPushButton *m_detailsButton;
    QPushButton *m_action;
    QPushButton *m_second;
    QToolButton *m_close;
};

} // namespace Portolan::Ui
