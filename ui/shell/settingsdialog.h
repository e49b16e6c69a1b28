// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

// What a person can choose. Every choice takes effect and is kept at once, so there is nothing to
// apply or to lose; open() it, never exec(). GUI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(Settings &settings, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillFonts();
    void retranslate();
    void showSample();

    Settings &m_settings;
    QLabel *m_interface;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_themeLabel;
    QComboBox *m_theme;
    QLabel *m_terminal;
    QLabel *m_fontLabel;
    QComboBox *m_font;
    QLabel *m_sizeLabel;
    QSpinBox *m_size;
    QLabel *m_scrollbackLabel;
    QSpinBox *m_scrollback;
    QLabel *m_scrollbackNote;
    QLabel *m_sample;
    QPushButton *m_close;
};

} // namespace Portolan::Ui
