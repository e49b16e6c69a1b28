// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/snmp/modulespage.h"

#include "core/store/settings.h"
#include "ui/snmp/snmpwords.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Snmp::Smi::Diagnostic;
using Snmp::Smi::Module;
using Snmp::Smi::ModuleState;
using Snmp::Smi::Severity;

constexpr int kReportHeight = 150;
constexpr int kTableHeight = 150; // at least
constexpr int kMostFolders = 200;

bool hasError(const QList<Diagnostic> &all)
{
    return std::any_of(all.begin(), all.end(),
                       [](const Diagnostic &one) { return one.severity == Severity::Error; });
}

QString lineOf(const QString &path, const Diagnostic &one)
{
    QString place = QFileInfo(path).fileName();
    if (one.line > 0)
        place += QStringLiteral(":%1").arg(one.line);
    if (one.column > 0)
        place += QStringLiteral(":%1").arg(one.column);
    return QString(place + QStringLiteral(": ") + Snmp::Smi::diagnosticText(one.id, one.arguments));
}

} // namespace

void ModuleModel::setSnapshot(std::shared_ptr<const Snmp::Smi::Snapshot> snapshot)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_rows.clear();
    m_problems = 0;
    if (m_snapshot) {
        for (const auto &file : m_snapshot->files()) {
            // A file with neither a module nor a complaint is none of ours: a README.
            if (file.modules.isEmpty() && hasError(file.diagnostics))
                m_rows.append({Module(), file, 0});
        }
        for (const Module &module : m_snapshot->modules()) {
            const ModuleState state = module.state();
            const int rank = state == ModuleState::Failed     ? 0
                             : state == ModuleState::Partly   ? 1
                             : hasError(module.diagnostics()) ? 2
                             : state == ModuleState::Shadowed ? 4
                                                              : 3;
            m_rows.append({module, {}, rank});
        }
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.rank < b.rank; });
    m_problems = static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.rank < 2; }));
    endResetModel();
}

int ModuleModel::rowOf(const QString &module) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].module && m_rows[row].module.name() == module)
            return row;
    }
    return -1;
}

QString ModuleModel::stateText(const Row &row) const
{
    if (!row.module)
        return tr("No module in this file");
    switch (row.module.state()) {
    case ModuleState::Loaded:
        return row.rank == 2 ? tr("Loaded, with errors") : tr("Loaded");
    case ModuleState::Partly:
        return tr("Loaded in part");
    case ModuleState::Shadowed:
        return tr("Not used: another file has it");
    case ModuleState::Failed:
        return tr("Not loaded");
    }
    return {};
}

QString ModuleModel::report(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const Row &one = m_rows[row];
    QStringList lines;
    if (!one.module) {
        lines << one.file.path;
        for (const Diagnostic &diagnostic : one.file.diagnostics)
            lines << lineOf(one.file.path, diagnostic);
        return lines.join(QLatin1Char('\n'));
    }
    const Module &module = one.module;
    const QString path = module.path();
    lines << (module.isBundled() || path.startsWith(QLatin1Char(':'))
                  ? tr("%1 comes with Portolan.").arg(module.name())
                  : QString(module.name() + QStringLiteral("  ·  ") + path));
    QList<Diagnostic> all = module.diagnostics();
    std::stable_sort(all.begin(), all.end(), [](const Diagnostic &a, const Diagnostic &b) {
        return a.severity > b.severity;
    });
    for (const Diagnostic &diagnostic : std::as_const(all))
        lines << lineOf(path, diagnostic);
    if (module.lostCount() > 0)
        lines << tr("%n definition(s) have no place in the tree.", nullptr, module.lostCount());
    if (all.isEmpty())
        lines << tr("Nothing is wrong with it.");
    return lines.join(QLatin1Char('\n'));
}

int ModuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ModuleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ModuleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Name:
            return row.module ? row.module.name() : QFileInfo(row.file.path).fileName();
        case State:
            return stateText(row);
        default:
            return row.module ? QLocale().toString(row.module.definitionCount()) : QString();
        }
    }
    if (role == DataTable::SortRole) {
        if (index.column() == State)
            return row.rank;
        if (index.column() == Objects)
            return row.module ? row.module.definitionCount() : 0;
        return {};
    }
    if (role == Qt::DecorationRole && index.column() == State) {
        const StateColors &colors = stateColors(QGuiApplication::palette());
        if (row.rank == 0)
            return symbol(QLatin1String("error"), colors.bad);
        if (row.rank <= 2)
            return symbol(QLatin1String("warning"), colors.warning);
        if (row.rank == 4)
            return symbol(QLatin1String("info"), colors.quiet);
        return symbol(QLatin1String("check"), colors.good);
    }
    if (role == Qt::ToolTipRole)
        return report(index.row()).left(2000);
    return {};
}

QVariant ModuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Module");
    case State:
        return tr("State");
    case Objects:
        return tr("Objects");
    default:
        return {};
    }
}

ModulesPage::ModulesPage(Snmp::MibLibrary &library, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_settings(settings)
    , m_model(new ModuleModel(this))
    , m_state(new QLabel)
    , m_filter(new FilterBar)
    , m_table(new DataTable)
    , m_report(new QPlainTextEdit)
    , m_places(new QLabel)
    , m_folders(new QVBoxLayout)
    , m_system(new QCheckBox)
    , m_addFolder(new QPushButton)
    , m_addFiles(new QPushButton)
    , m_reload(new QPushButton)
    , m_hint(new QLabel)
{
    m_table->setObjectName(QStringLiteral("modules"));
    m_report->setObjectName(QStringLiteral("moduleReport"));
    m_state->setObjectName(QStringLiteral("modulesState"));
    m_system->setObjectName(QStringLiteral("systemMibs"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_table->setSource(m_model);
    m_table->setNumberColumns({ModuleModel::Objects});
    m_table->setExportName(QStringLiteral("mib-modules"));
    m_table->setMinimumHeight(kTableHeight);
    m_report->setReadOnly(true);
    m_report->setFixedHeight(kReportHeight);
    m_report->setFrameShape(QFrame::NoFrame);
    m_report->setTabChangesFocus(true);
    m_places->setProperty("strong", true);
    m_folders->setSpacing(0);
    m_hint->setProperty("quiet", true);
    m_hint->setWordWrap(true);
    auto *buttons = new FlowLayout(Space::S);
    for (QPushButton *button : {m_addFolder, m_addFiles, m_reload})
        buttons->addWidget(button);
    auto *bottom = new QVBoxLayout;
    bottom->setContentsMargins(Space::M, Space::M, Space::M, Space::M);
    bottom->setSpacing(Space::S);
    bottom->addWidget(m_places);
    bottom->addLayout(m_folders);
    bottom->addWidget(m_system);
    bottom->addLayout(buttons);
    bottom->addWidget(m_hint);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(Space::M, Space::M, Space::M, Space::S);
    top->setSpacing(Space::S);
    top->addWidget(m_state);
    top->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_report);
    column->addLayout(bottom);

    connect(&m_library, &Snmp::MibLibrary::loadingChanged, this, &ModulesPage::showState);
    connect(&m_library, &Snmp::MibLibrary::changed, this, [this] {
        m_model->setSnapshot(m_library.snapshot());
        showState();
        showReport();
    });
    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_table->setFilter(m_filter->filter(), -1); });
    connect(m_filter, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_table, &DataTable::countChanged, this, [this] {
        m_filter->setCount(m_filter->filter().isEmpty() ? -1 : m_table->shownRows(),
                           m_table->allRows());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ModulesPage::showReport);
    connect(m_addFolder, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_addFiles, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_reload, &QPushButton::clicked, &m_library, &Snmp::MibLibrary::reload);
    connect(m_system, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.set(kSystemKey, on ? QVariant() : QVariant(false)); });
    connect(&m_settings, &Settings::changed, this, [this](const QString &key) {
        if (key != QLatin1String(kFoldersKey) && key != QLatin1String(kSystemKey))
            return;
        showFolders();
        apply(m_library, m_settings);
    });
    m_model->setSnapshot(m_library.snapshot());
    showFolders();
    retranslate();
}

void ModulesPage::apply(Snmp::MibLibrary &library, const Settings &settings)
{
    library.use(settings.list(kFoldersKey), settings.flag(kSystemKey, true));
}

QStringList ModulesPage::pathsOf(const QMimeData &data)
{
    QStringList paths;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            paths << QDir::cleanPath(url.toLocalFile());
    }
    return paths;
}

void ModulesPage::add(const QStringList &paths)
{
    QStringList folders = m_settings.list(kFoldersKey);
    for (const QString &path : paths) {
        if (!folders.contains(path) && folders.size() < kMostFolders)
            folders << path;
    }
    // What is there already may have changed meanwhile.
    if (folders == m_settings.list(kFoldersKey))
        m_library.reload();
    else
        m_settings.set(kFoldersKey, folders);
}

void ModulesPage::choose(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Add a folder of MIB modules")
                                                : tr("Add files of MIB modules"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ModulesPage::add);
    dialog->open();
}

void ModulesPage::showFolders()
{
    while (QLayoutItem *item = m_folders->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList folders = m_settings.list(kFoldersKey);
    for (const QString &folder : folders) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *name = new ElidedLabel;
        name->setText(folder);
        auto *remove = new QToolButton;
        remove->setIcon(symbol(QLatin1String("close")));
        remove->setToolTip(tr("Take it out of the list; the files stay"));
        remove->setAccessibleName(tr("Take %1 out of the list").arg(folder));
        connect(remove, &QToolButton::clicked, this, [this, folder] {
            QStringList rest = m_settings.list(kFoldersKey);
            rest.removeAll(folder);
            // Not from inside: the button goes with it.
            QMetaObject::invokeMethod(
                this,
                [this, rest] {
                    m_settings.set(kFoldersKey, rest.isEmpty() ? QVariant() : QVariant(rest));
                },
                Qt::QueuedConnection);
        });
        row->addWidget(name, 1);
        row->addWidget(remove);
        m_folders->addWidget(line);
    }
    m_system->setChecked(m_settings.flag(kSystemKey, true));
}

void ModulesPage::showState()
{
    const QLocale locale;
    QString text;
    if (m_library.isLoading()) {
        text = m_library.total() > 0
                   ? tr("Reading: %1 of %2 files")
                         .arg(locale.toString(m_library.done()), locale.toString(m_library.total()))
                   : tr("Reading…");
    } else {
        const auto &facts = m_library.facts();
        text = tr("%n file(s) read in %1", nullptr, facts.files)
                   .arg(SnmpWords::seconds(facts.seconds));
        const int problems = m_model->problems();
        text += QStringLiteral("  ·  ") + (problems > 0 ? tr("%n with problems", nullptr, problems)
                                                        : tr("all of them loaded"));
        if (!facts.missing.isEmpty())
            text += QLatin1Char('\n') +
                    tr("Not there: %1").arg(facts.missing.join(QStringLiteral(", ")));
        if (facts.isLimited)
            text += QLatin1Char('\n') + tr("There are more files than are read.");
    }
    m_state->setText(text);
    m_reload->setEnabled(!m_library.isLoading());
}

void ModulesPage::show(const QString &module)
{
    const int row = m_table->viewRow(m_model->rowOf(module));
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_table->model()->index(row, 0));
    }
}

QString ModulesPage::report() const
{
    return m_report->toPlainText();
}

void ModulesPage::showReport()
{
    const QModelIndex now = m_table->currentIndex();
    m_report->setPlainText(now.isValid() ? m_model->report(m_table->sourceRow(now.row()))
                                         : QString());
}

void ModulesPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ModulesPage::retranslate()
{
    m_filter->setPlaceholder(tr("Find a module"));
    m_table->setAccessibleName(tr("MIB modules"));
    m_table->setEmptyText(tr("No module."));
    m_report->setPlaceholderText(tr("Choose a module: what is wrong with it, and where, stands "
                                    "here."));
    m_report->setAccessibleName(tr("What is wrong with the module"));
    m_places->setText(tr("Where modules come from"));
    m_system->setText(tr("Folders of other programs on this machine"));
    const QStringList system = m_library.systemFolders();
    m_system->setToolTip(system.isEmpty() ? tr("There are none.") : system.join(QLatin1Char('\n')));
    m_addFolder->setText(tr("Add a folder…"));
    m_addFiles->setText(tr("Add files…"));
    m_reload->setText(tr("Read again"));
    m_hint->setText(tr("Files and folders can be dropped on the tab, too. Nothing is ever "
                       "downloaded."));
    m_model->setSnapshot(m_library.snapshot());
    showFolders();
    showState();
    showReport();
}

} // namespace Portolan::Ui
