// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panel/panelcontext.h"
#include "ui/panel/panelspec.h"
#include "ui/widgets/dialogframe.h"

#include <QStringList>

#include <functional>
#include <span>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace Portolan::Ui {

class ImportModel;

// Takes connections over from another program or from a file: where from, into which folder, and a
// preview in which each can be left out. Nothing is changed before the last button, which does all
// of it at once. Files are read off the GUI thread. Show it with open(); it deletes itself.
class ImportDialog : public DialogFrame
{
    Q_OBJECT

public:
    // All references outlive it.
    ImportDialog(const PanelContext &context, std::span<const PanelSpec> panels,
                 const QString &folder, QWidget *parent);

    // From these files in place of the usual ones.
    void read(const QStringList &files);

Q_SIGNALS:
    void imported(const QStringList &folders);

protected:
    void reword() override;

private:
    void takeSource(const Result<ImportSource> &source);
    void plan();
    void showPlan();
    void browse();
    void takeOver();
    void makeTable();

    const PanelContext &m_context;
    std::vector<ProfileImporter> m_importers;
    ImportSource m_source;
    QStringList m_files;
    QString m_problemText;
    quint64 m_reading = 0;
    bool m_busy = false;
    QLabel *m_fromLabel;
    QComboBox *m_from;
    QPushButton *m_browse;
    QLabel *m_file;
    QLabel *m_intoLabel;
    QComboBox *m_into;
    QLabel *m_conflictLabel;
    QComboBox *m_conflict;
    ImportModel *m_model;
    QTreeView *m_table;
    QCheckBox *m_all;
    QLabel *m_problem;
    QPlainTextEdit *m_notes;
    QPushButton *m_cancel;
    QPushButton *m_take;
};

// Asks for a file and writes all connections into it, or only these, without secrets.
void exportProfiles(const PanelContext &context, const QStringList &profileIds, QWidget *parent,
                    std::function<void(const Result<QString> &)> done);

} // namespace Portolan::Ui
