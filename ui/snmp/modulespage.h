// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/library/miblibrary.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QMimeData;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

class DataTable;
class FilterBar;

// Every module of a Snapshot, and every file that holds none, those with problems first.
class ModuleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Objects, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot);
    // What is wrong with a row, a line each: "file:line:column: sentence".
    [[nodiscard]] QString report(int row) const;
    [[nodiscard]] int problems() const { return m_problems; } // rows that are not wholly loaded
    [[nodiscard]] int rowOf(const QString &module) const;     // -1: none
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Row
    {
        Snmp::Smi::Module module; // null: a file without one
        Snmp::Smi::SourceFile file = {};
        int rank = 0; // the worst first
    };
    [[nodiscard]] QString stateText(const Row &row) const;

    std::shared_ptr<const Snmp::Smi::Snapshot> m_snapshot;
    QList<Row> m_rows;
    int m_problems = 0;
};

// The modules that are loaded, or why one is not, and where they come from: folders and files that
// are added here or dropped on the panel. Nothing is downloaded. What is chosen is kept in the
// settings, so it holds for all panels. GUI thread.
class ModulesPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr char kFoldersKey[] = "snmp/mib-folders";
    static constexpr char kSystemKey[] = "snmp/system-mibs";

    ModulesPage(Snmp::MibLibrary &library, Settings &settings, QWidget *parent = nullptr);

    // What the settings say, given to the library.
    static void apply(Snmp::MibLibrary &library, const Settings &settings);
    void add(const QStringList &paths);
    // Local files and folders of what is dragged; empty where there are none.
    [[nodiscard]] static QStringList pathsOf(const QMimeData &data);
    void show(const QString &module);
    [[nodiscard]] ModuleModel &model() const { return *m_model; }
    [[nodiscard]] DataTable &table() const { return *m_table; }
    [[nodiscard]] QString report() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showFolders();
    void showState();
    void showReport();
    void choose(bool folder);

    Snmp::MibLibrary &m_library;
    Settings &m_settings;
    ModuleModel *m_model;
    QLabel *m_state;
    FilterBar *m_filter;
    DataTable *m_table;
    QPlainTextEdit *m_report;
    QLabel *m_places;
    QVBoxLayout *m_folders;
    QCheckBox *m_system;
    QPushButton *m_addFolder;
    QPushButton *m_addFiles;
    QPushButton *m_reload;
    QLabel *m_hint;
};

} // namespace Portolan::Ui
