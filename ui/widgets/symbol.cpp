// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/symbol.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// At file scope because the macro declares a function of the global namespace: in a static library
// the linker would drop the resources otherwise.
static void makeResourcesKnown()
{
    Q_INIT_RESOURCE(resources);
}

namespace Portolan::Ui {

namespace {

QByteArray drawing(QLatin1String name)
{
    makeResourcesKnown();
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("there is no symbol %s", name.data());
    return file.readAll();
}

QPixmap render(QLatin1String name, QSize pixels, const QColor &color)
{
    const QString key = QStringLiteral("portolan-symbol-%1-%2x%3-%4")
                            .arg(name)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QSvgRenderer renderer(drawing(name).replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    const int side = qMin(pixels.width(), pixels.height());
    renderer.render(&painter, QRectF((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0,
                                     side, side));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class SymbolEngine : public QIconEngine
{
public:
    SymbolEngine(QLatin1String name, const QColor &color)
        : m_name(name)
        , m_color(color)
    {
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return render(m_name, size, colorFor(mode));
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, pixmap(rect.size() * scale, mode, state));
    }
    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(*this); }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return m_color.isValid() ? m_color : palette.color(QPalette::WindowText);
    }

    QLatin1String m_name;
    QColor m_color;
};

} // namespace

QIcon symbol(QLatin1String name, const QColor &color)
{
    return QIcon(new SymbolEngine(name, color));
}

QPixmap symbolPixmap(QLatin1String name, int extent, const QColor &color, qreal scale)
{
    QPixmap pixmap = render(name, QSize(extent, extent) * scale, color);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QIcon applicationIcon()
{
    makeResourcesKnown();
    return QIcon(QStringLiteral(":/icons/portolan.svg"));
}

} // namespace Portolan::Ui
