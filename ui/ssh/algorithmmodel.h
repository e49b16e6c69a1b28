// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/diagnosis/audit.h"

#include <QAbstractTableModel>

#include <vector>

namespace Portolan::Ui {

// Every algorithm that a server or this program offers, with its grade, who offers it and what a
// connection of both would use. GUI thread.
class AlgorithmModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Name, Grade, Use, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setFacts(const Ssh::AuditFacts &facts);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    enum class Offer { Used, Both, ServerOnly, HereOnly };
    struct Row
    {
        Ssh::AlgorithmList list;
        QString name;
        Ssh::AlgorithmGrade grade;
        Offer offer;
    };

    [[nodiscard]] static QString kindWord(Ssh::AlgorithmList list);
    [[nodiscard]] static QString gradeWord(Ssh::Grade grade);
    [[nodiscard]] static QString offerWord(Offer offer);

    std::vector<Row> m_rows;
};

} // namespace Portolan::Ui
