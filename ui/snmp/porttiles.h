// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snmp/ports/portview.h"

#include <QWidget>

#include <vector>

namespace Portolan::Ui {

// The front of a switch as small tiles: the number of each port, its state as colour and shape, its
// speed as bars. One tile has the keys: arrows move, Enter activates. GUI thread.
class PortTiles : public QWidget
{
    Q_OBJECT

public:
    explicit PortTiles(QWidget *parent = nullptr);

    void setView(const Snmp::PortView &view);
    void setCurrent(quint32 ifIndex); // no signal
    [[nodiscard]] int count() const { return static_cast<int>(m_tiles.size()); }
    [[nodiscard]] quint32 current() const; // 0: none

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(quint32 ifIndex);
    void activated(quint32 ifIndex);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Tile
    {
        quint32 ifIndex = 0;
        QString label = {};
        QString tip = {};
        QString group = {};
        Snmp::PortState state = Snmp::PortState::Unknown;
        int bars = 0; // of its speed
        bool isBlocked = false;
        bool hasNeighbor = false;
        QRect place = {};
    };

    int layOut(int width, bool apply);
    [[nodiscard]] int tileAt(const QPoint &point) const; // -1: none
    void choose(int tile);
    [[nodiscard]] QSize tileSize() const;

    std::vector<Tile> m_tiles;
    int m_current = -1;
};

} // namespace Portolan::Ui
