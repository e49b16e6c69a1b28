// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>
#include <initializer_list>
#include <utility>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

// One page of the settings: what one feature lets a person choose. A page lists its rows once, as
// keys of the settings with their words; it shows what the settings hold, also when something else
// changes them, keeps each choice at once, and knows how all of it is taken back. Words are
// functions, because the language changes while they are shown and because pages are searched in
// every language. GUI thread; owned by whoever shows it.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    using Text = QString (*)();

    // `settings` outlives it.
    explicit SettingsPage(Settings &settings, QWidget *parent = nullptr);

    // What can be searched, without the title.
    [[nodiscard]] const QList<Text> &words() const { return m_words; }
    // Marks the rows whose words the function finds; none with an empty one.
    void markRows(const std::function<bool(Text)> &finds);
    // Forgets what was chosen here.
    virtual void reset();
    // Whether reset() would change anything that can be seen.
    [[nodiscard]] virtual bool canReset() const { return !m_rows.isEmpty(); }
    // Names stand above their fields where there is no room beside them.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    using Choice = std::pair<const char *, Text>; // the value that is kept, its words

    void addHeading(Text text);
    // Below the row before it.
    void addNote(Text text);
    // The first value is what holds where none is kept.
    QComboBox *addChoice(const char *key, Text label, std::initializer_list<Choice> choices);
    QSpinBox *addNumber(const char *key, Text label, int usual, int least, int most, Text suffix);
    QCheckBox *addFlag(const char *key, Text label, bool usual);
    // Shown grey where it is empty.
    QLineEdit *addText(const char *key, Text label, const QString &usual);
    // For a row of the page's own: `show` takes over what the settings hold.
    void addRow(const char *key, Text label, QWidget *field, std::function<void()> show);
    void addWidget(QWidget *widget, int stretch = 0);

    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    // What the page words by itself; called when it is built and when the language changes.
    void onRetranslate(std::function<void()> reword);
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        const char *key;
        QList<Text> words;
        QWidget *label;
        std::function<void()> show;
    };
    QFormLayout *form();
    QLabel *makeLabel(Text text);
    void word(Text text, std::function<void(const QString &)> put);

    Settings &m_settings;
    QVBoxLayout *m_whole;
    QVBoxLayout *m_column;         // the rows
    QFormLayout *m_form = nullptr; // of the current group
    QList<Row> m_rows;
    QList<Text> m_words;
    QList<std::function<void()>> m_rewording;
};

} // namespace Portolan::Ui
