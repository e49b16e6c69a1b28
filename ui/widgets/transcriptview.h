// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/widgets/transcriptmodel.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Portolan::Ui {

class DataTable;
class FilterBar;

// A transcript as a person reads it: time, direction, step and words, narrowed by a filter,
// following what comes while the last line is in view. What is copied or saved are lines of text,
// UTF-8, as `ssh -vvv` prints them. 100,000 lines scroll smoothly because only those in view are
// asked for. GUI thread.
class TranscriptView : public QWidget
{
    Q_OBJECT

public:
    explicit TranscriptView(QWidget *parent = nullptr);

    [[nodiscard]] TranscriptModel &model() { return *m_model; }
    // For the suggested file name.
    void setSubject(const QString &subject);
    // Instead of no lines, in the language of the moment.
    void setEmptyText(const QString &text);
    // The shown lines, all or the selected ones.
    [[nodiscard]] QString text(bool selectedOnly = false) const;

Q_SIGNALS:
    void saved(const QString &path);
    void saveFailed(const Portolan::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showCount();
    void showDropped();
    void copy();
    void save();

    TranscriptModel *m_model;
    QString m_subject;
    FilterBar *m_filter;
    QToolButton *m_follow;
    QToolButton *m_copy;
    QToolButton *m_save;
    QLabel *m_dropped;
    DataTable *m_table;
};

} // namespace Portolan::Ui
