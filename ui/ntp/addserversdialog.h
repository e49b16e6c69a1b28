// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/config/clockconfig.h"
#include "core/ntp/config/presets.h"
#include "ui/widgets/dialogframe.h"

#include <QList>

#include <optional>
#include <vector>

class QPlainTextEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace Portolan::Ui {

// Which servers to watch, too: typed, several at a time, chosen from well-known ones, or taken over
// from the configuration of a time daemon. Nothing is asked by showing it. Mixing servers that
// smear leap seconds with others is said, and not forbidden. GUI thread.
//
//     connect(dialog, &QDialog::accepted, panel, [=] { add(dialog->servers(),
//     dialog->takeKeys()); });
class AddServersDialog : public DialogFrame
{
    Q_OBJECT

public:
    // `watched` are shown as such and not offered again.
    AddServersDialog(const QList<Ntp::ServerTarget> &watched, QWidget *parent);

    // After accepted(): each once, none that is watched.
    [[nodiscard]] QList<Ntp::ServerTarget> servers() const;
    // Keys of servers from a file, once; of the others none is known.
    [[nodiscard]] std::vector<Ntp::SymmetricKey> takeKeys();
    // Lets a person choose the configuration of a time daemon.
    void chooseFile();
    // What would be chosen there; blocks nothing.
    void importFile(const QString &path);

protected:
    void reword() override;

private:
    struct Typed
    {
        QList<Ntp::ServerTarget> targets;
        QString problem;
    };
    [[nodiscard]] Typed typed() const;
    [[nodiscard]] bool isWatched(const Ntp::ServerTarget &target) const;
    void fillPresets();
    void fillImported();
    void addRow(QTreeWidgetItem *group, int kind, int number);
    void wordRow(QTreeWidgetItem *item);
    [[nodiscard]] const Ntp::ServerTarget *targetOf(const QTreeWidgetItem *item) const;
    void take(const QString &path, const Result<std::shared_ptr<Ntp::ClockConfig>> &read);
    void showState();
    void showNotes();

    const QList<Ntp::ServerTarget> m_watched;
    QList<Ntp::ServerPreset> m_presets;
    std::shared_ptr<Ntp::ClockConfig> m_imported;
    std::optional<Error> m_importError;
    QString m_importName;
    bool m_isFilling = false;
    QPlainTextEdit *m_text;
    QLabel *m_problem;
    QLabel *m_listLabel;
    QTreeWidget *m_list;
    QLabel *m_notes;
    QLabel *m_mixed;
    QPushButton *m_import;
    QPushButton *m_cancel;
    QPushButton *m_add;
};

} // namespace Portolan::Ui
