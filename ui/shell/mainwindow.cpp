// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/shell/eventlist.h"
#include "ui/shell/languages.h"
#include "ui/shell/practicelab.h"
#include "ui/shell/quickconnect.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/startpage.h"
#include "ui/shell/tabs.h"
#include "ui/widgets/confirm.h"
#include "ui/widgets/metricsline.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

using Key = Settings::Key;

const PanelSpec *panelFor(std::span<const PanelSpec> panels, const QString &scheme)
{
    const auto found = std::find_if(panels.begin(), panels.end(), [&](const PanelSpec &spec) {
        return std::any_of(spec.schemes.begin(), spec.schemes.end(),
                           [&](QLatin1String known) { return scheme == known; });
    });
    return found == panels.end() ? nullptr : &*found;
}

QString knownSchemes(std::span<const PanelSpec> panels)
{
    QStringList known;
    for (const PanelSpec &spec : panels) {
        for (const QLatin1String scheme : spec.schemes)
            known.append(scheme + QStringLiteral("://"));
    }
    return known.join(QLatin1String(", "));
}

} // namespace

MainWindow::MainWindow(std::span<const PanelSpec> panels, const PanelContext &context,
                       Languages &languages, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_panels(panels)
    , m_context(context)
    , m_languages(languages)
    , m_theme(theme)
    , m_lab(new PracticeLab(context.folders.practiceLab, this))
    , m_menuButton(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_quickConnect(new QuickConnect(this))
    , m_tabs(new Tabs(
          context,
          [this] {
              auto *page = new StartPage(m_panels, *m_lab);
              connect(page, &StartPage::addressChosen, this, &MainWindow::submitAddress);
              return page;
          },
          this))
    , m_metrics(new MetricsLine(this))
    , m_metricsFrame(new QWidget(this))
    , m_events(new EventList(context.events.queue(), this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    if (!m_panels.empty())
        m_quickConnect->setExample(m_panels.front().exampleAddress);
    layOut();
    makeCommands();
    makeMenu();

    connect(m_quickConnect, &QuickConnect::submitted, this, &MainWindow::submitAddress);
    connect(m_quickConnect, &QuickConnect::left, this, [this] {
        if (Panel *panel = m_tabs->currentPanel())
            panel->setFocus();
    });
    connect(m_tabs, &Tabs::currentPanelChanged, this, &MainWindow::showPanel);
    m_events->setOpen(context.settings.flag(Key::eventsOpen, false));
    connect(m_events, &EventList::openChanged, this,
            [this](bool open) { m_context.settings.set(Key::eventsOpen, open); });
    connect(&context.settings, &Settings::changed, this, &MainWindow::followSetting);

    retranslate();
    m_tabs->openStart();
    showPanel();
    restoreShape();
    m_quickConnect->focusField();
}

Result<Panel *> MainWindow::openAddress(const QString &text)
{
    const QString usual = m_panels.empty() ? QString() : QString(m_panels.front().schemes.front());
    Result<ParsedAddress> target = parseAddress(text, usual);
    if (!target)
        return tl::unexpected(target.error());
    const PanelSpec *spec = panelFor(m_panels, target->address.scheme);
    if (!spec) {
        return failure(Error::Kind::Usage,
                       tr("Addresses with %1:// cannot be opened; these can: %2")
                           .arg(target->address.scheme.left(40), knownSchemes(m_panels)));
    }
    return m_tabs->openPanel(*spec, OpenRequest{.address = std::move(target->address),
                                                .password = std::move(target->password)});
}

void MainWindow::submitAddress(const QString &text)
{
    if (const Result<Panel *> panel = openAddress(text); !panel)
        m_quickConnect->showProblem(panel.error().what);
    else
        m_quickConnect->accept();
}

QAction *MainWindow::addCommand(QLatin1String icon, const char *keys, QString (*text)())
{
    auto *action = new QAction(symbol(icon), QString(), this);
    if (*keys)
        action->setShortcut(
            QKeySequence(QString(QStringLiteral("Ctrl+Shift+") + QLatin1String(keys))));
    addAction(action);
    m_commands.append({action, text});
    return action;
}

void MainWindow::makeCommands()
{
    const auto on = [this](QAction *action, auto call) {
        connect(action, &QAction::triggered, this, call);
    };
    on(addCommand(QLatin1String("plus"), "T", [] { return tr("New tab"); }),
       [this] { m_tabs->openStart(); });
    m_duplicate = addCommand(QLatin1String("duplicate"), "D", [] { return tr("Duplicate tab"); });
    on(m_duplicate, [this] { m_tabs->duplicate(m_tabs->currentIndex()); });
    on(addCommand(QLatin1String("close"), "W", [] { return tr("Close tab"); }),
       [this] { m_tabs->closeTab(m_tabs->currentIndex()); });
    on(addCommand(QLatin1String("arrow-right"), "L", [] { return tr("Go to the address field"); }),
       [this] { m_quickConnect->focusField(); });
    on(addCommand(QLatin1String("chevron-down"), "PgDown", [] { return tr("Next tab"); }),
       [this] { m_tabs->next(1); });
    on(addCommand(QLatin1String("chevron-up"), "PgUp", [] { return tr("Previous tab"); }),
       [this] { m_tabs->next(-1); });
    on(addCommand(QLatin1String("events"), "Y", [] { return tr("Show or hide the events"); }),
       [this] { m_events->setOpen(!m_events->isOpen()); });
    on(addCommand(QLatin1String("gear"), "S", [] { return tr("Settings"); }),
       [this] { openSettings(); });
    on(addCommand(QLatin1String("info"), "", [] { return tr("About Portolan"); }),
       [this] { showAbout(); });
    on(addCommand(QLatin1String("quit"), "Q", [] { return tr("Quit"); }), [this] { leave(); });
}

void MainWindow::makeMenu()
{
    m_menuButton->setObjectName(QStringLiteral("menu"));
    m_menuButton->setIcon(symbol(QLatin1String("menu")));
    m_menuButton->setIconSize(QSize(18, 18));
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::fillMenu);
}

// Made when it opens: it depends on the shown panel, the language and what is chosen.
void MainWindow::fillMenu()
{
    m_menu->clear();
    m_duplicate->setEnabled(m_tabs->currentPanel());
    for (int i = 0; i < 3; ++i)
        m_menu->addAction(m_commands[i].action);
    if (Panel *panel = m_tabs->currentPanel(); panel && !panel->actions().isEmpty()) {
        m_menu->addSeparator();
        m_menu->addActions(panel->actions());
    }
    m_menu->addSeparator();

    const auto addChoice = [this](const char *key, QLatin1String icon, const QString &title,
                                  std::initializer_list<std::pair<const char *, QString>> values) {
        QMenu *choices = m_menu->addMenu(symbol(icon), title);
        auto *group = new QActionGroup(choices);
        const QString chosen = m_context.settings.text(key, QStringLiteral("system"));
        for (const auto &[value, text] : values) {
            QAction *action = choices->addAction(text);
            action->setCheckable(true);
            action->setChecked(chosen == QLatin1String(value));
            action->setData(QString(QLatin1String(value)));
            group->addAction(action);
        }
        connect(group, &QActionGroup::triggered, this, [this, key](const QAction *action) {
            m_context.settings.set(key, action->data().toString());
        });
    };
    addChoice(Key::language, QLatin1String("globe"), tr("Language"),
              {{"system", tr("As the system")},
               {"en", QStringLiteral("English")},
               {"ko", QStringLiteral("한국어")}});
    addChoice(Key::theme, QLatin1String("theme"), tr("Theme"),
              {{"system", tr("As the system")}, {"light", tr("Light")}, {"dark", tr("Dark")}});
    m_menu->addSeparator();
    for (qsizetype i = 3; i < m_commands.size(); ++i) {
        if (i == m_commands.size() - 1)
            m_menu->addSeparator();
        m_menu->addAction(m_commands[i].action);
    }
}

void MainWindow::layOut()
{
    auto *bar = new QWidget(this);
    auto *barRow = new QHBoxLayout(bar);
    barRow->setContentsMargins(Space::M, Space::M, Space::L, Space::S);
    barRow->setSpacing(Space::M);
    barRow->addWidget(m_menuButton, 0, Qt::AlignTop);
    barRow->addWidget(m_quickConnect, 1);

    auto *line = new QFrame(m_metricsFrame);
    line->setProperty("hairline", true);
    auto *metricsColumn = new QVBoxLayout(m_metricsFrame);
    metricsColumn->setContentsMargins(0, 0, 0, 0);
    metricsColumn->setSpacing(0);
    metricsColumn->addWidget(line);
    metricsColumn->addWidget(m_metrics);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(bar);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_metricsFrame);
    column->addWidget(m_events);
}

void MainWindow::followSetting(const QString &key)
{
    if (key == QLatin1String(Key::language))
        m_languages.choose(m_context.settings.text(Key::language));
    else if (key == QLatin1String(Key::theme))
        m_theme.choose(m_context.settings.text(Key::theme));
}

void MainWindow::showPanel()
{
    const Panel *panel = m_tabs->currentPanel();
    const QList<MetricSample> samples = panel ? panel->metrics() : QList<MetricSample>();
    m_metricsFrame->setVisible(!samples.isEmpty());
    m_metrics->show(samples);
    m_duplicate->setEnabled(panel);
    setWindowTitle(panel ? tr("%1 - Portolan").arg(panel->title()) : tr("Portolan"));
}

void MainWindow::openSettings()
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_context.settings, this);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_settingsDialog->open();
    m_settingsDialog->raise();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Portolan"));
    box->setIconPixmap(applicationIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Portolan %1").arg(QStringLiteral(PORTOLAN_VERSION)));
    box->setInformativeText(
        tr("Desktop console for people who run networks.\n\nFree software: you may use, study, "
           "share "
           "and change it under the GNU General Public License, version 3 or later. There is no "
           "warranty.\n\nQt %1")
            .arg(QLatin1String(qVersion())));
    box->addButton(tr("Close"), QMessageBox::AcceptRole);
    box->open();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.settings.set(Key::geometry, saveGeometry());
    // Only a person is asked: a signal that ends the process is not held up.
    if (event->spontaneous() && m_tabs->liveCount() > 0) {
        event->ignore();
        leave();
        return;
    }
    QWidget::closeEvent(event);
}

// Closes the window, after a question where sessions would end with it.
void MainWindow::leave()
{
    const int live = m_tabs->liveCount();
    if (live == 0) {
        close();
        return;
    }
    if (m_leaveQuestion && m_leaveQuestion->isVisible()) {
        m_leaveQuestion->raise();
        return;
    }
    m_leaveQuestion =
        confirm(this, tr("Close window"), tr("%n session(s) will end.", nullptr, live),
                tr("Close window"), [this] { close(); });
}

void MainWindow::retranslate()
{
    for (const Command &command : m_commands)
        command.action->setText(command.text());
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
    showPanel();
}

void MainWindow::restoreShape()
{
    setMinimumSize(560, 360);
    resize(1180, 760);
    if (const QByteArray kept = m_context.settings.bytes(Key::geometry); !kept.isEmpty())
        restoreGeometry(kept);
}

} // namespace Portolan::Ui
