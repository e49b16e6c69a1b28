// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Portolan::Ui {

// Text exactly as it came, in a fixed-width face: evidence, fingerprints, keys. Breaks lines where
// it must, is as high as its lines (up to a limit, then it scrolls), can be selected and copied and
// never be changed. GUI thread.
class VerbatimText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit VerbatimText(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    // Before it scrolls; 12 unless told.
    void setMostLines(int lines);
    // One line a line, scrolled sideways: for pictures made of characters.
    void setWrapped(bool wrapped);

    [[nodiscard]] bool hasHeightForWidth() const override { return m_wrapped; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Extent
    {
        int lines = 0; // at most one more than are shown
        qreal height = 0;
    };

    [[nodiscard]] Extent extentAt(int width) const;
    void showBars();

    QString m_text;
    int m_mostLines = 12;
    bool m_wrapped = true;
};

} // namespace Portolan::Ui
