// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QLatin1String>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Portolan::Ui {

// What every dialog of the program looks like: a symbol, a heading in plain text, a sentence that
// says why, the content below, buttons at the right. It words nothing itself: whoever derives from
// it sets the words again when the language changes (reword(), which also runs once before the
// first show). Show it with show() or open(), never exec(). GUI thread; owned by its parent.
class DialogFrame : public QDialog
{
    Q_OBJECT

public:
    enum class Tone { Plain, Warning, Bad };
    enum class Size { FitsText, Resizable };

    DialogFrame(QLatin1String icon, Tone tone, Size size, int width, QWidget *parent);

    void setHeading(const QString &text);
    // Empty: there is none.
    void setLead(const QString &text);
    // A label as the frame's own are: plain text, wrapped. `quiet`: secondary.
    [[nodiscard]] static QLabel *makeText(bool quiet = false);

protected:
    // Between the lead and the buttons.
    [[nodiscard]] QVBoxLayout *content() { return m_content; }
    // From left to right. The default button is what Enter means; the others never are.
    QPushButton *addButton(const char *objectName, bool isDefault = false);
    // Something small at the left of the buttons.
    void addBesideButtons(QWidget *widget);
    // The words again; called by the frame when the language changes.
    virtual void reword() {}
    // To be called when words have changed their length.
    void fit();
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    const QLatin1String m_iconName;
    const Tone m_tone;
    const Size m_size;
    const int m_width;
    QLabel *m_icon;
    QLabel *m_heading;
    QLabel *m_lead;
    QVBoxLayout *m_content;
    QHBoxLayout *m_buttons;
};

} // namespace Portolan::Ui
