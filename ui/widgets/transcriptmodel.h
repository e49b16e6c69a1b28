// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QString>

#include <chrono>
#include <deque>
#include <functional>

namespace Portolan::Ui {

// One line of what two sides said to each other. It is made from names, sizes and words of the
// protocol by code that never holds an answer of a person: there is no way for a Secret to become
// its text.
struct TranscriptLine
{
    enum class Direction { Sent, Received, Local };

    std::chrono::microseconds at{}; // since the beginning
    Direction direction = Direction::Local;
    QString step = {}; // the protocol's id of it: "key_exchange"; exported, never translated
    QString text = {}; // one line
};

// The lines of a transcript, oldest first: at most 100,000 and 64 MiB of text; what had to make
// room is counted. One insertion for a batch. GUI thread.
class TranscriptModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Direction, Step, Text, ColumnCount };
    static constexpr int kMostLines = 100'000;
    static constexpr qsizetype kMostCharacters = 32 * 1024 * 1024;
    static constexpr qsizetype kMostText = 4'000; // characters a line

    // Turns a step's id into words of the moment.
    using StepWording = std::function<QString(const QString &step)>;

    explicit TranscriptModel(QObject *parent = nullptr);

    void setStepWording(StepWording wording);
    void append(QList<TranscriptLine> lines);
    void setLines(QList<TranscriptLine> lines, qint64 dropped = 0);
    void clear();
    [[nodiscard]] const TranscriptLine &line(int row) const;
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    void retranslate();

    // "  0.012345  > key_exchange   words"; for files and the clipboard.
    [[nodiscard]] static QString toText(const TranscriptLine &line);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    std::deque<TranscriptLine> m_lines;
    qsizetype m_characters = 0;
    qint64 m_dropped = 0;
    StepWording m_wording;
};

} // namespace Portolan::Ui
