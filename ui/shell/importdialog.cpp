// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/importdialog.h"

#include "ui/shell/importmodel.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QStyledItemDelegate>
#include <QThreadPool>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 860;
constexpr int kHeight = 600;
constexpr int kNoteLines = 4;
constexpr int kRowHeight = 26;
constexpr qsizetype kMostNotes = 500; // shown; a hostile file may have more

struct JsonImport
{
    Q_DECLARE_TR_FUNCTIONS(Portolan::Ui::ImportDialog)
};

Result<ImportSource> readJson(const QStringList &files)
{
    QFile file(files.value(0));
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Local,
                       JsonImport::tr("The file “%1” cannot be read.")
                           .arg(QDir::toNativeSeparators(file.fileName())),
                       file.errorString());
    return fromJson(file.read(kMostImportBytes + 1));
}

QString jsonTitle()
{
    return JsonImport::tr("Exported connections (JSON)");
}

QString jsonFilter()
{
    return JsonImport::tr("JSON (*.json);;All files (*)");
}

QStringList noUsualFile(const Folders &)
{
    return {};
}

constexpr ProfileImporter kJson{&jsonTitle, &jsonFilter, &noUsualFile, &readJson};

class RoomyRow : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const QSize usual = QStyledItemDelegate::sizeHint(option, index);
        return {usual.width(), std::max(kRowHeight, usual.height())};
    }
};

} // namespace

ImportDialog::ImportDialog(const PanelContext &context, std::span<const PanelSpec> panels,
                           const QString &folder, QWidget *parent)
    : DialogFrame(QLatin1String("import"), Tone::Plain, Size::Resizable, kWidth, parent)
    , m_context(context)
    , m_fromLabel(new QLabel)
    , m_from(new QComboBox)
    , m_browse(new QPushButton)
    , m_file(makeText(true))
    , m_intoLabel(new QLabel)
    , m_into(new QComboBox)
    , m_conflictLabel(new QLabel)
    , m_conflict(new QComboBox)
    , m_model(new ImportModel(this))
    , m_table(new QTreeView)
    , m_all(new QCheckBox)
    , m_problem(makeText())
    , m_notes(new QPlainTextEdit)
    , m_cancel(addButton("cancel"))
    , m_take(addButton("import", true))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    for (const PanelSpec &panel : panels) {
        if (panel.importers) {
            for (const ProfileImporter &importer : panel.importers())
                m_importers.push_back(importer);
        }
    }
    m_importers.push_back(kJson);
    m_from->setObjectName(QStringLiteral("importFrom"));
    m_into->setObjectName(QStringLiteral("importInto"));
    m_conflict->setObjectName(QStringLiteral("importConflicts"));
    m_table->setObjectName(QStringLiteral("importTable"));
    m_browse->setAutoDefault(false);
    m_into->setEditable(true);
    m_into->setInsertPolicy(QComboBox::NoInsert);
    m_into->addItems(context.profiles.folders());
    m_into->setEditText(folder);
    for (std::size_t i = 0; i < m_importers.size(); ++i)
        m_from->addItem(QString());
    for (int i = 0; i < 3; ++i)
        m_conflict->addItem(QString());
    m_problem->setProperty("bad", true);
    m_notes->setReadOnly(true);
    m_notes->setTabChangesFocus(true);
    m_notes->setFixedHeight(m_notes->fontMetrics().lineSpacing() * kNoteLines + 2 * Space::L);
    makeTable();

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::L);
    grid->setVerticalSpacing(Space::S);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_fromLabel, 0, 0);
    grid->addWidget(m_from, 0, 1);
    grid->addWidget(m_browse, 0, 2);
    grid->addWidget(m_file, 1, 1, 1, 2);
    grid->addWidget(m_intoLabel, 2, 0);
    grid->addWidget(m_into, 2, 1);
    grid->addWidget(m_conflictLabel, 3, 0);
    grid->addWidget(m_conflict, 3, 1);
    content()->addLayout(grid);
    content()->addWidget(m_problem);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_notes);
    addBesideButtons(m_all);

    connect(m_from, &QComboBox::currentIndexChanged, this, [this] { read({}); });
    connect(m_browse, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_into, &QComboBox::currentTextChanged, this, &ImportDialog::plan);
    connect(m_conflict, &QComboBox::currentIndexChanged, this, [this](int index) {
        constexpr std::array kActions{ImportAction::Add, ImportAction::Replace, ImportAction::Skip};
        if (index >= 0)
            m_model->settleConflicts(kActions[static_cast<std::size_t>(index)]);
    });
    connect(m_all, &QCheckBox::clicked, m_model, &ImportModel::chooseAll);
    connect(m_model, &ImportModel::chosenChanged, this, &ImportDialog::showPlan);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &ImportDialog::takeOver);
    const QSize room = screen()->availableGeometry().size() - QSize(Space::XL, 60);
    resize(std::min(kWidth, room.width()), std::min(kHeight, room.height()));
    reword();
    read({});
}

void ImportDialog::makeTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RoomyRow(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(false);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setProperty("boxed", true);
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(true);
    header->resizeSection(ImportModel::Name, 190);
    header->resizeSection(ImportModel::AddressColumn, 190);
    header->resizeSection(ImportModel::Folder, 130);
}

// `files` empty: the usual ones.
void ImportDialog::read(const QStringList &files)
{
    const ProfileImporter importer = m_importers[static_cast<std::size_t>(m_from->currentIndex())];
    m_files = files.isEmpty() ? importer.usualFiles(m_context.folders) : files;
    m_problemText.clear();
    const quint64 number = ++m_reading;
    m_busy = !m_files.isEmpty();
    m_source = {};
    plan();
    if (!m_busy)
        return; // a file has to be chosen first
    QThreadPool::globalInstance()->start(
        [files = m_files, read = importer.read, self = QPointer(this), number] {
            Result<ImportSource> source = read(files);
            QMetaObject::invokeMethod(
                qApp,
                [self, number, source = std::move(source)] {
                    if (self && self->m_reading == number)
                        self->takeSource(source);
                },
                Qt::QueuedConnection);
        });
}

void ImportDialog::takeSource(const Result<ImportSource> &source)
{
    m_busy = false;
    m_source = source ? *source : ImportSource();
    m_problemText = source ? QString() : source.error().what;
    plan();
}

void ImportDialog::plan()
{
    ImportSource source = m_source;
    const auto cleaned = ProfileSet::cleanFolder(m_into->currentText());
    if (const QString into = cleaned.value_or(QString()); !into.isEmpty()) {
        const auto below = [&](QString &folder) {
            folder = folder.isEmpty() ? into : QString(into + QLatin1Char('/') + folder);
        };
        for (Profile &profile : source.profiles)
            below(profile.folder);
        for (QString &folder : source.folders)
            below(folder);
    }
    m_model->setPlan(planImport(source, m_context.profiles.set()));
}

void ImportDialog::showPlan()
{
    const ImportPlan &plan = m_model->plan();
    const int conflicts = plan.count(ImportItem::Kind::Conflict);
    m_conflictLabel->setVisible(conflicts > 0);
    m_conflict->setVisible(conflicts > 0);
    m_problem->setText(m_problemText);
    m_problem->setVisible(!m_problemText.isEmpty());
    const QStringList notes = plan.notes.mid(0, kMostNotes);
    if (const QString text = notes.join(QLatin1Char('\n')); m_notes->toPlainText() != text)
        m_notes->setPlainText(text);
    m_notes->setVisible(!notes.isEmpty());
    const int chosen = m_model->chosenCount();
    m_take->setEnabled(chosen > 0);
    m_take->setText(chosen > 0 ? tr("Import %1").arg(chosen) : tr("Import"));
    m_all->setChecked(chosen > 0);
    m_all->setEnabled(!plan.items.isEmpty());
    m_file->setText(m_busy              ? tr("Reading…")
                    : m_files.isEmpty() ? tr("Choose the file.")
                                        : QDir::toNativeSeparators(m_files.front()));
}

void ImportDialog::browse()
{
    const ProfileImporter &importer = m_importers[static_cast<std::size_t>(m_from->currentIndex())];
    auto *dialog = new QFileDialog(this, tr("Import from"), QDir::homePath(), importer.filter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(dialog->filter() | QDir::Hidden);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &file) { read({file}); });
    dialog->open();
}

void ImportDialog::takeOver()
{
    const ImportSource all = chosen(m_model->plan(), m_context.profiles.set());
    const Result<> done = m_context.profiles.putAll(all.profiles, all.credentials, all.folders);
    if (!done) {
        m_problemText = done.error().what;
        showPlan();
        return;
    }
    QStringList folders;
    for (const Profile &profile : all.profiles)
        folders.append(profile.folder);
    folders.removeDuplicates();
    Q_EMIT imported(folders);
    accept();
}

void ImportDialog::reword()
{
    setWindowTitle(tr("Import connections"));
    setHeading(tr("Import connections"));
    setLead(tr("Nothing is changed before you choose Import. Passwords are not taken over."));
    m_fromLabel->setText(tr("From"));
    m_from->setAccessibleName(tr("Import from"));
    m_browse->setText(tr("Another file…"));
    m_intoLabel->setText(tr("Into folder"));
    m_into->setAccessibleName(tr("Into folder"));
    m_into->lineEdit()->setPlaceholderText(tr("The top of the list"));
    m_conflictLabel->setText(tr("If a name is taken"));
    m_conflict->setAccessibleName(tr("If a name is taken"));
    m_conflict->setItemText(0, tr("Add it under another name"));
    m_conflict->setItemText(1, tr("Replace the one here"));
    m_conflict->setItemText(2, tr("Leave it out"));
    m_table->setAccessibleName(tr("What would be imported"));
    m_notes->setAccessibleName(tr("What could not be taken over"));
    m_all->setText(tr("All"));
    m_cancel->setText(tr("Cancel"));
    for (std::size_t i = 0; i < m_importers.size(); ++i)
        m_from->setItemText(static_cast<int>(i), m_importers[i].title());
    m_model->retranslate();
}

void exportProfiles(const PanelContext &context, const QStringList &profileIds, QWidget *parent,
                    std::function<void(const Result<QString> &)> done)
{
    saveFile(
        parent, JsonImport::tr("Export connections"), QStringLiteral("connections.json"),
        JsonImport::tr("JSON (*.json);;All files (*)"),
        [set = context.profiles.set(), profileIds](const QString &) {
            return toJson(set, profileIds);
        },
        std::move(done));
}

} // namespace Portolan::Ui
