// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/comparison.h"
#include "core/ntp/monitor.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <vector>

class QLabel;
class QTableView;

namespace Portolan::Ui {

// Every server against every other: the one of the row minus the one of the column, as they were
// asked within a minute. This computer's clock cancels out. Columns bear the numbers of the rows.
// Cells are compared when they are shown; all pairs are counted in turns of kMostAtOnce, since a
// thousand servers are half a million pairs. GUI thread; the monitor outlives it.
class MatrixModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kMostAtOnce = 20'000; // pairs a refresh

    explicit MatrixModel(const Ntp::Monitor &monitor, QObject *parent = nullptr);

    void refresh();
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] quint64 serverAt(int row) const;
    // How many pairs differ by more than both can be wrong together, of how many that can be
    // compared; as of the last time that all were.
    [[nodiscard]] int contradictions() const { return m_counted.contradictions; }
    [[nodiscard]] int pairs() const { return m_counted.pairs; }
    [[nodiscard]] bool areCounted() const { return m_areCounted; } // all of them, once at least
    void setPalette(const QPalette &palette);

private:
    [[nodiscard]] std::optional<Ntp::Difference> cell(int row, int column) const;
    void count();

    struct Server
    {
        quint64 id = 0;
        QString name;
    };
    struct Counts
    {
        int contradictions = 0;
        int pairs = 0;
    };
    const Ntp::Monitor &m_monitor;
    std::vector<Server> m_servers;
    QPalette m_palette;
    Counts m_counted;
    Counts m_counting;
    int m_nextRow = 0; // to be counted
    bool m_areCounted = false;
};

// The matrix as a page of the drawer, with a sentence on what it says.
class MatrixPage : public QWidget
{
    Q_OBJECT

public:
    explicit MatrixPage(const Ntp::Monitor &monitor, QWidget *parent = nullptr);

    void refresh();
    [[nodiscard]] const MatrixModel &model() const { return *m_model; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void serverClicked(quint64 server);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showSentence();

    MatrixModel *m_model;
    QLabel *m_heading;
    QLabel *m_sentence;
    QLabel *m_note;
    QTableView *m_table;
};

} // namespace Portolan::Ui
