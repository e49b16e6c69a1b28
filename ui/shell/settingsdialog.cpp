// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsdialog.h"

#include "core/base/textmatcher.h"
#include "ui/shell/languages.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/typedfield.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

SettingsDialog::SettingsDialog(MainWindow &window)
    : QDialog(&window)
    , m_languages(window.workspace().languages())
    , m_entries(settingsPages(window))
    , m_search(new TypedField)
    , m_list(new QListWidget)
    , m_nothing(new QLabel)
    , m_pages(new QStackedWidget)
    , m_reset(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(QStringLiteral("settings"));
    m_search->addAction(symbol(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setProperty("flat", true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(1);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_nothing->setProperty("quiet", true);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    for (const SettingsEntry &entry : m_entries) {
        m_list->addItem(new QListWidgetItem(symbol(entry.icon), QString()));
        auto *area = new QScrollArea;
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidget(entry.create().release());
        m_pages->addWidget(area);
    }

    auto *left = new QVBoxLayout;
    left->setContentsMargins(Space::L, Space::L, Space::M, Space::L);
    left->setSpacing(Space::M);
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    left->addWidget(m_nothing, 1, Qt::AlignTop);
    auto *side = new QWidget;
    side->setFixedWidth(230);
    side->setLayout(left);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::VLine);
    line->setProperty("boundary", true);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(Space::XL, Space::S, Space::L, Space::L);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *right = new QVBoxLayout;
    right->setSpacing(Space::S);
    right->addWidget(m_pages, 1);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(line);
    row->addLayout(right, 1);
    setMinimumSize(560, 320);
    // A small screen, or a large scale, has less room.
    resize(QSize(860, 620).boundedTo(screen()->availableSize() - QSize(Space::XL, 2 * Space::XL)));

    connect(m_search, &TypedField::typedChanged, this, &SettingsDialog::follow);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsDialog::showRow);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (SettingsPage *page = pageAt(m_list->currentRow()))
            page->reset();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_reset->setAutoDefault(false);
    m_close->setAutoDefault(false);
    retranslate();
    m_list->setCurrentRow(0);
    m_search->setFocus();
}

SettingsPage *SettingsDialog::pageAt(int row) const
{
    const auto *area = qobject_cast<const QScrollArea *>(m_pages->widget(row));
    return area ? qobject_cast<SettingsPage *>(area->widget()) : nullptr;
}

void SettingsDialog::showPage(const QString &id)
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const SettingsEntry &one) { return id == one.id; });
    m_search->clear();
    m_list->setCurrentRow(entry == m_entries.end() ? 0 : int(entry - m_entries.begin()));
}

void SettingsDialog::showRow(int row)
{
    if (row < 0)
        return;
    m_pages->setCurrentIndex(row);
    const SettingsPage *page = pageAt(row);
    m_reset->setVisible(page && page->canReset());
}

void SettingsDialog::follow(const QString &typed)
{
    const TextMatcher matcher(typed);
    const auto finds = [&](SettingsPage::Text text) {
        return matcher.match(text()) ||
               matcher.match(m_languages.worded(m_languages.other(), text));
    };
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        SettingsPage *page = pageAt(i);
        const bool byTitle = matcher.isEmpty() || finds(m_entries[std::size_t(i)].title);
        const bool shown =
            byTitle || std::any_of(page->words().begin(), page->words().end(), finds);
        page->markRows(matcher.isEmpty() ? std::function<bool(SettingsPage::Text)>() : finds);
        m_list->item(i)->setHidden(!shown);
        if (shown && first < 0)
            first = i;
    }
    m_list->setVisible(first >= 0);
    m_nothing->setVisible(first < 0);
    if (first >= 0 && m_list->currentItem() && m_list->currentItem()->isHidden())
        m_list->setCurrentRow(first);
}

bool SettingsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count();
                 row += step) {
                if (!m_list->item(row)->isHidden()) {
                    m_list->setCurrentRow(row);
                    break;
                }
            }
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_list->setAccessibleName(tr("Pages"));
    m_nothing->setText(tr("No setting has such a name."));
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setText(m_entries[std::size_t(i)].title());
    m_reset->setText(tr("Reset this page"));
    m_close->setText(tr("Close"));
}

} // namespace Portolan::Ui
