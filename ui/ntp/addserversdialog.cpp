// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/addserversdialog.h"

#include "core/ntp/smear.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QThreadPool>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 640;
constexpr int kHeight = 640;
constexpr int kTextLines = 3;
constexpr int kListHeight = 240;
constexpr int kMostTyped = 1000;
constexpr int kMostNotes = 6;
enum Kind { Preset, Imported };
enum Role { KindRole = Qt::UserRole, NumberRole };

bool isSame(const Ntp::ServerTarget &a, const Ntp::ServerTarget &b)
{
    return a.host.compare(b.host, Qt::CaseInsensitive) == 0 && a.port == b.port && a.nts == b.nts &&
           a.keyId == b.keyId;
}

bool contains(const QList<Ntp::ServerTarget> &targets, const Ntp::ServerTarget &wanted)
{
    return std::any_of(targets.cbegin(), targets.cend(),
                       [&](const auto &target) { return isSame(target, wanted); });
}

} // namespace

AddServersDialog::AddServersDialog(const QList<Ntp::ServerTarget> &watched, QWidget *parent)
    : DialogFrame(QLatin1String("plus"), Tone::Plain, Size::Resizable, kWidth, parent)
    , m_watched(watched)
    , m_presets(Ntp::serverPresets())
    , m_text(new QPlainTextEdit)
    , m_problem(makeText())
    , m_listLabel(makeText())
    , m_list(new QTreeWidget)
    , m_notes(makeText(true))
    , m_mixed(makeText())
    , m_import(new QPushButton)
{
    m_text->setObjectName(QStringLiteral("addedServers"));
    m_list->setObjectName(QStringLiteral("serverChoices"));
    m_import->setObjectName(QStringLiteral("importServers"));
    m_notes->setObjectName(QStringLiteral("importNotes"));
    m_mixed->setObjectName(QStringLiteral("smearMix"));
    m_problem->setProperty("bad", true);
    m_mixed->setProperty("bad", true);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(QFontMetrics(m_text->font()).lineSpacing() * kTextLines + Space::L);
    m_list->setColumnCount(2);
    m_list->setMinimumHeight(kListHeight);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(true);
    m_import->setIcon(symbol(QLatin1String("import")));
    m_import->setAutoDefault(false);
    content()->addWidget(m_text);
    content()->addWidget(m_problem);
    content()->addWidget(m_listLabel);
    content()->addWidget(m_list, 1);
    content()->addWidget(m_notes);
    content()->addWidget(m_mixed);
    addBesideButtons(m_import);
    m_cancel = addButton("addCancel");
    m_add = addButton("addAccept", true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_import, &QPushButton::clicked, this, &AddServersDialog::chooseFile);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AddServersDialog::showState);
    connect(m_list, &QTreeWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            showState();
    });
    fillPresets();
    reword();
    // Names, operators and marks are read whole.
    m_list->resizeColumnToContents(0);
    resize(kWidth, kHeight);
    m_text->setFocus();
}

bool AddServersDialog::isWatched(const Ntp::ServerTarget &target) const
{
    return contains(m_watched, target);
}

const Ntp::ServerTarget *AddServersDialog::targetOf(const QTreeWidgetItem *item) const
{
    if (!item->parent())
        return nullptr;
    const int number = item->data(0, NumberRole).toInt();
    return item->data(0, KindRole).toInt() == Preset ? &m_presets[number].target
                                                     : &m_imported->servers[number].target;
}

void AddServersDialog::addRow(QTreeWidgetItem *group, int kind, int number)
{
    auto *item = new QTreeWidgetItem(group);
    item->setData(0, KindRole, kind);
    item->setData(0, NumberRole, number);
    const bool watched = isWatched(*targetOf(item));
    item->setFlags(watched ? Qt::ItemIsUserCheckable : Qt::ItemIsUserCheckable | Qt::ItemIsEnabled);
    item->setCheckState(0, watched || kind == Imported ? Qt::Checked : Qt::Unchecked);
}

void AddServersDialog::fillPresets()
{
    const QScopedValueRollback filling(m_isFilling, true);
    QTreeWidgetItem *group = nullptr;
    for (int i = 0; i < m_presets.size(); ++i) {
        const auto kind = static_cast<int>(m_presets[i].group);
        if (!group || group->data(0, NumberRole).toInt() != kind) {
            group = new QTreeWidgetItem(m_list);
            group->setData(0, KindRole, Preset);
            group->setData(0, NumberRole, kind);
            group->setFlags(Qt::ItemIsEnabled);
            group->setFirstColumnSpanned(true);
            group->setExpanded(true);
        }
        addRow(group, Preset, i);
    }
}

void AddServersDialog::fillImported()
{
    const QScopedValueRollback filling(m_isFilling, true);
    QTreeWidgetItem *first = m_list->topLevelItem(0);
    if (first && first->data(0, KindRole).toInt() == Imported)
        delete first;
    if (!m_imported || m_imported->servers.isEmpty())
        return;
    auto *group = new QTreeWidgetItem;
    group->setData(0, KindRole, Imported);
    group->setFlags(Qt::ItemIsEnabled);
    m_list->insertTopLevelItem(0, group);
    group->setFirstColumnSpanned(true);
    group->setExpanded(true);
    for (int i = 0; i < m_imported->servers.size(); ++i)
        addRow(group, Imported, i);
    m_list->scrollToTop();
}

void AddServersDialog::wordRow(QTreeWidgetItem *item)
{
    const int number = item->data(0, NumberRole).toInt();
    const bool isPreset = item->data(0, KindRole).toInt() == Preset;
    if (!item->parent()) {
        item->setText(0, isPreset ? Ntp::groupName(static_cast<Ntp::ServerPreset::Group>(number))
                                  : m_importName);
        QFont font = item->font(0);
        font.setBold(true);
        item->setFont(0, font);
        return;
    }
    const Ntp::ServerTarget &target = *targetOf(item);
    QStringList marks;
    if (isPreset)
        marks.append(m_presets[number].operatedBy);
    if (target.nts)
        marks.append(QStringLiteral("NTS"));
    if (target.keyId != 0)
        marks.append(tr("Key %1").arg(target.keyId));
    if (target.sources > 1)
        marks.append(tr("%n sources", nullptr, target.sources));
    if (isPreset ? m_presets[number].smears : Ntp::isKnownToSmear(target.host))
        marks.append(tr("smears leap seconds"));
    if (isWatched(target))
        marks.append(tr("watched already"));
    item->setText(0, target.display());
    item->setText(1, marks.join(QStringLiteral(" · ")));
    item->setToolTip(1, item->text(1));
}

AddServersDialog::Typed AddServersDialog::typed() const
{
    Typed typed;
    static const QRegularExpression kBetween(QStringLiteral("[\\s,;]+"));
    const QStringList words = m_text->toPlainText().split(kBetween, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto parsed = parseAddress(word, QStringLiteral("ntp"));
        const auto target = parsed ? Ntp::serverTarget(parsed->address)
                                   : Result<Ntp::ServerTarget>(tl::unexpected(parsed.error()));
        if (!target) {
            typed.problem = tr("%1: %2").arg(word.left(60), target.error().what);
            return typed;
        }
        if (!isWatched(*target) && !contains(typed.targets, *target))
            typed.targets.append(*target);
        if (typed.targets.size() > kMostTyped) {
            typed.problem = tr("These are too many at once.");
            return typed;
        }
    }
    return typed;
}

QList<Ntp::ServerTarget> AddServersDialog::servers() const
{
    QList<Ntp::ServerTarget> targets = typed().targets;
    for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
        const QTreeWidgetItem *top = m_list->topLevelItem(group);
        for (int row = 0; row < top->childCount(); ++row) {
            const QTreeWidgetItem *item = top->child(row);
            const Ntp::ServerTarget &target = *targetOf(item);
            if (item->checkState(0) == Qt::Checked && !isWatched(target) &&
                !contains(targets, target))
                targets.append(target);
        }
    }
    return targets;
}

std::vector<Ntp::SymmetricKey> AddServersDialog::takeKeys()
{
    if (!m_imported)
        return {};
    std::vector<Ntp::SymmetricKey> keys = std::exchange(m_imported->keys, {});
    const QList<Ntp::ServerTarget> chosen = servers();
    std::erase_if(keys, [&chosen](const Ntp::SymmetricKey &key) {
        return std::none_of(chosen.cbegin(), chosen.cend(),
                            [&key](const auto &target) { return target.keyId == key.id; });
    });
    return keys;
}

void AddServersDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Servers of a time daemon"), QStringLiteral("/etc"),
                                   tr("chrony.conf, ntp.conf, timesyncd.conf (*.conf *.sources)") +
                                       QStringLiteral(";;") + tr("All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AddServersDialog::importFile);
    dialog->open();
}

void AddServersDialog::importFile(const QString &path)
{
    m_import->setEnabled(false);
    QThreadPool::globalInstance()->start([guard = QPointer<AddServersDialog>(this), path] {
        auto read = Ntp::readClockConfigFile(path).map([](Ntp::ClockConfig &&config) {
            return std::make_shared<Ntp::ClockConfig>(std::move(config));
        });
        // The guard is looked at on the GUI thread only.
        QMetaObject::invokeMethod(
            qApp,
            [guard, path, read = std::move(read)] {
                if (guard)
                    guard->take(path, read);
            },
            Qt::QueuedConnection);
    });
}

void AddServersDialog::take(const QString &path,
                            const Result<std::shared_ptr<Ntp::ClockConfig>> &read)
{
    m_import->setEnabled(true);
    m_importName = QDir::toNativeSeparators(path);
    m_importError.reset();
    m_imported.reset();
    if (read)
        m_imported = *read;
    else
        m_importError = read.error();
    fillImported();
    reword();
    m_list->resizeColumnToContents(0);
}

void AddServersDialog::showNotes()
{
    QStringList lines;
    if (m_importError) {
        lines.append(m_importError->what);
    } else if (m_imported) {
        const QString name = QFileInfo(m_importName).fileName();
        if (m_imported->servers.isEmpty())
            lines.append(tr("%1 names no server that can be asked.").arg(name));
        for (const Ntp::ConfigNote &note : std::as_const(m_imported->notes)) {
            const QString file = QFileInfo(note.file).fileName();
            lines.append(
                note.line > 0
                    ? tr("%1, line %2: %3").arg(file, QString::number(note.line), note.text)
                    : note.text);
        }
    }
    m_notes->setToolTip(lines.size() > kMostNotes ? lines.join(QLatin1Char('\n')) : QString());
    if (const auto more = static_cast<int>(lines.size()) - kMostNotes; more > 0) {
        lines = lines.mid(0, kMostNotes);
        lines.append(tr("And %n more.", nullptr, more));
    }
    m_notes->setText(lines.join(QLatin1Char('\n')));
    m_notes->setVisible(!lines.isEmpty());
}

void AddServersDialog::showState()
{
    const Typed written = typed();
    m_problem->setText(written.problem);
    m_problem->setVisible(!written.problem.isEmpty());
    const QList<Ntp::ServerTarget> chosen = servers();
    m_add->setText(chosen.isEmpty()
                       ? tr("Add")
                       : tr("Add %n servers", nullptr, static_cast<int>(chosen.size())));
    m_add->setEnabled(!chosen.isEmpty() && written.problem.isEmpty());
    const QList<Ntp::ServerTarget> all = chosen + m_watched;
    const auto smears = std::count_if(all.cbegin(), all.cend(), [](const auto &target) {
        return Ntp::isKnownToSmear(target.host);
    });
    m_mixed->setText(tr("Some of these servers smear leap seconds, and others do not: around a "
                        "leap second they contradict each other by up to a second."));
    m_mixed->setVisible(!chosen.isEmpty() && smears > 0 && smears < all.size());
}

void AddServersDialog::reword()
{
    setWindowTitle(tr("Add servers"));
    setHeading(windowTitle());
    setLead(tr("Names or addresses, as many as you like. From four on, one that is wrong stands "
               "out."));
    m_text->setPlaceholderText(QStringLiteral("time.kriss.re.kr\n10.0.0.1, 10.0.0.2:1123"));
    m_text->setAccessibleName(tr("Names or addresses"));
    m_listLabel->setText(tr("Well-known servers"));
    m_list->setHeaderLabels({tr("Server"), tr("Operated by")});
    m_list->setAccessibleName(m_listLabel->text());
    m_import->setText(tr("From a file…"));
    m_import->setToolTip(tr("Take the servers over from chrony.conf, ntp.conf or timesyncd.conf"));
    m_cancel->setText(tr("Cancel"));
    {
        const QScopedValueRollback filling(m_isFilling, true);
        m_presets = Ntp::serverPresets(); // with its words
        for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
            QTreeWidgetItem *top = m_list->topLevelItem(group);
            wordRow(top);
            for (int row = 0; row < top->childCount(); ++row)
                wordRow(top->child(row));
        }
    }
    showNotes();
    showState();
}

} // namespace Portolan::Ui
