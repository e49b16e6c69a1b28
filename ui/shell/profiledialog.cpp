// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/profiledialog.h"

#include "ui/panel/profilepage.h"
#include "ui/shell/credentialdialog.h"
#include "ui/widgets/formsection.h"
#include "ui/widgets/scrolling.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 620;
constexpr int kRoomForFrame = 60; // title bar and panels of the desktop

// Typing finds an entry anywhere in its text; what is not in the list is not chosen.
void makeSearchable(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
}

const PanelSpec *panelFor(std::span<const PanelSpec> panels, const QString &scheme)
{
    const auto found = std::find_if(panels.begin(), panels.end(), [&](const PanelSpec &spec) {
        return std::any_of(spec.schemes.begin(), spec.schemes.end(),
                           [&](QLatin1String known) { return scheme == known; });
    });
    return found == panels.end() ? nullptr : &*found;
}

QString usualScheme(std::span<const PanelSpec> panels)
{
    return panels.empty() ? QString() : QString(panels.front().schemes.front());
}

// Without the options: these have fields of their own.
QString shownAddress(Address address)
{
    address.options.clear();
    return address.host.isEmpty() ? QString() : address.toString();
}

} // namespace

ProfileDialog::ProfileDialog(const PanelContext &context, ProfileStore &store,
                             std::span<const PanelSpec> panels, const Profile &profile,
                             QWidget *parent)
    : DialogFrame(QLatin1String("host"), Tone::Plain, Size::Resizable, kWidth, parent)
    , m_context(context)
    , m_store(store)
    , m_panels(panels)
    , m_profile(profile)
    , m_form(new FormSection)
    , m_name(new QLineEdit)
    , m_folder(new QComboBox)
    , m_tags(new QLineEdit)
    , m_address(new QLineEdit)
    , m_credential(new QComboBox)
    , m_via(new QComboBox)
    , m_pagePlace(new QWidget)
    , m_cancel(addButton("cancel"))
    , m_save(addButton("save", true))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    m_name->setObjectName(QStringLiteral("profileName"));
    m_folder->setObjectName(QStringLiteral("profileFolder"));
    m_tags->setObjectName(QStringLiteral("profileTags"));
    m_address->setObjectName(QStringLiteral("profileAddress"));
    m_credential->setObjectName(QStringLiteral("profileCredential"));
    m_via->setObjectName(QStringLiteral("profileVia"));
    m_address->setMaxLength(4096);
    makeSearchable(m_folder);
    makeSearchable(m_via);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_name, m_address, m_folder, m_tags, m_credential, m_via})
        m_form->addRow(field);

    auto *pageColumn = new QVBoxLayout(m_pagePlace);
    pageColumn->setContentsMargins(0, Space::M, 0, 0);
    auto *all = new QWidget;
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::M);
    column->addWidget(m_form);
    column->addWidget(m_pagePlace);
    column->addStretch(1);
    m_scroll = scrolling(all);
    content()->addWidget(m_scroll, 1);
    // A bar keeps off the fields, and without one they end where the buttons do.
    connect(
        m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, column,
        [column](int, int most) { column->setContentsMargins(0, 0, most > 0 ? Space::M : 0, 0); });

    m_name->setText(profile.name);
    m_tags->setText(profile.tags.join(QLatin1String(", ")));
    m_address->setText(shownAddress(profile.address));
    fillChoices();
    m_folder->setEditText(profile.folder);
    showPage();
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProfileDialog::save);
    connect(m_credential, &QComboBox::activated, this, [this](int index) {
        if (index == m_credential->count() - 1)
            makeCredential();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &ProfileDialog::readAddress);
    for (QLineEdit *edit : {m_name, m_tags, m_address})
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { m_form->setProblem(edit, {}); });
    connect(m_folder, &QComboBox::editTextChanged, this,
            [this] { m_form->setProblem(m_folder, {}); });
    connect(m_via, &QComboBox::currentIndexChanged, this,
            [this] { m_form->setProblem(m_via, {}); });
    reword();
    (profile.name.isEmpty() || !profile.id.isEmpty() ? m_name : m_address)->setFocus();
}

void ProfileDialog::fillChoices()
{
    const QString folder = m_folder->currentText();
    m_folder->clear();
    m_folder->addItems(m_store.folders());
    m_folder->setEditText(folder);
    fillCredentials(m_credential->count() > 0 ? m_credential->currentData().toString()
                                              : m_profile.credential);
    fillVia();
}

void ProfileDialog::fillCredentials(const QString &chosen)
{
    m_credential->clear();
    m_credential->addItem(tr("None: ask for what is needed"), QString());
    for (const Credential &known : m_store.credentials()) {
        m_credential->addItem(known.user.isEmpty()
                                  ? known.name
                                  : QStringLiteral("%1 (%2)").arg(known.name, known.user),
                              known.id);
    }
    m_credential->insertSeparator(m_credential->count());
    m_credential->addItem(tr("New credential…"), QString());
    m_credential->setCurrentIndex(std::max(m_credential->findData(chosen), 0));
}

void ProfileDialog::makeCredential()
{
    m_credential->setCurrentIndex(std::max(m_credential->findData(m_profile.credential), 0));
    // Where the secret can rest is asked first: without a keychain it lives as long as the program.
    m_context.secrets.probe(this, [this](SecretStore::State keychain) {
        auto *dialog = new CredentialDialog(Credential{.id = {}, .name = {}}, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setWindowModality(Qt::WindowModal);
        connect(dialog, &CredentialDialog::saveClicked, this,
                [this, dialog, keychain] { keepCredential(*dialog, keychain); });
        dialog->open();
    });
}

void ProfileDialog::keepCredential(CredentialDialog &dialog, SecretStore::State keychain)
{
    const Result<QString> id = m_store.put(dialog.credential());
    if (!id) {
        dialog.showProblem(id.error().what);
        return;
    }
    if (auto secret = dialog.takeSecret())
        m_context.secrets.write(
            m_store.credential(*id)->secretKey(), std::move(*secret),
            keychain == SecretStore::State::Unavailable ? SecretStore::Keep::UntilClosed
                                                        : SecretStore::Keep::Stored,
            this, [this](tl::expected<void, SecretStore::Failure> done) {
                if (!done)
                    m_form->setProblem(m_credential,
                                       tr("The keychain did not take the secret. You will be "
                                          "asked for it when you connect."));
            });
    fillCredentials(*id);
    dialog.accept();
}

// Whether `profileId` is this profile, or is reached through it.
bool ProfileDialog::leadsBack(const QString &profileId) const
{
    QString id = profileId;
    for (qsizetype steps = 0; !id.isEmpty() && steps <= m_store.profiles().size(); ++steps) {
        if (id == m_profile.id)
            return true;
        const std::optional<Profile> next = m_store.profile(id);
        id = next ? next->via : QString();
    }
    return false;
}

void ProfileDialog::fillVia()
{
    const QString chosen = m_via->count() > 0 ? m_via->currentData().toString() : m_profile.via;
    m_via->clear();
    m_via->addItem(tr("None: connect directly"), QString());
    for (const Profile &other : m_store.profiles()) {
        if (other.address.scheme != QLatin1String("ssh") || other.id == m_profile.id)
            continue;
        m_via->addItem(other.folder.isEmpty()
                           ? other.name
                           : QStringLiteral("%1 (%2)").arg(other.name, other.folder),
                       other.id);
    }
    m_via->setCurrentIndex(std::max(m_via->findData(chosen), 0));
}

// The scheme decides which page there is; options that were pasted go into its fields.
void ProfileDialog::readAddress()
{
    const Result<ParsedAddress> parsed = parseAddress(m_address->text(), usualScheme(m_panels));
    if (!parsed || m_address->text().trimmed().isEmpty())
        return; // save() says what is wrong
    if (!parsed->address.options.isEmpty() || parsed->password) {
        m_address->setText(shownAddress(parsed->address));
        if (m_page && !parsed->address.options.isEmpty())
            m_page->show(parsed->address);
    }
    const QString scheme = m_profile.address.scheme;
    m_profile.address.scheme = parsed->address.scheme;
    if (scheme != parsed->address.scheme) {
        m_profile.address.options = parsed->address.options;
        showPage();
    }
    if (m_name->text().trimmed().isEmpty())
        m_name->setText(parsed->address.host);
}

void ProfileDialog::showPage()
{
    const QString scheme =
        m_profile.address.scheme.isEmpty() ? usualScheme(m_panels) : m_profile.address.scheme;
    const PanelSpec *spec = panelFor(m_panels, scheme);
    // What an older entry names stays in sight, so that it can be taken back.
    const auto offer = [this](QComboBox *field, bool isTaken, const QString &named) {
        m_form->setRowVisible(field, isTaken || !named.isEmpty());
        if (!isTaken && named.isEmpty())
            field->setCurrentIndex(0); // none
    };
    offer(m_credential, !spec || spec->takesCredential, m_profile.credential);
    offer(m_via, !spec || spec->goesThroughHosts, m_profile.via);
    if (spec == m_spec && m_page)
        return;
    m_spec = spec;
    delete m_page;
    m_page = spec && spec->profilePage ? spec->profilePage(m_context).release() : nullptr;
    if (!m_page)
        return;
    m_page->show(m_profile.address);
    m_pagePlace->layout()->addWidget(m_page);
    if (m_fitted)
        fitToScreen();
}

std::optional<Profile> ProfileDialog::read()
{
    m_form->clearProblems();
    Profile profile = m_profile;
    profile.name = m_name->text().simplified();
    profile.folder = m_folder->currentText().trimmed();
    static const QRegularExpression between(QStringLiteral("[,\\s]+"));
    profile.tags = m_tags->text().split(between, Qt::SkipEmptyParts);
    for (QString &tag : profile.tags) {
        if (tag.startsWith(QLatin1Char('#')))
            tag.remove(0, 1);
    }
    profile.tags.removeAll(QString());
    profile.tags.removeDuplicates();
    profile.tags.sort();
    if (profile.name.isEmpty())
        m_form->setProblem(m_name, tr("A connection needs a name."));

    const Result<ParsedAddress> parsed = parseAddress(m_address->text(), usualScheme(m_panels));
    if (!parsed) {
        m_form->setProblem(m_address, parsed.error().what);
    } else if (!panelFor(m_panels, parsed->address.scheme)) {
        m_form->setProblem(
            m_address,
            tr("There is no panel for %1:// addresses.").arg(parsed->address.scheme.left(40)));
    } else {
        const QUrlQuery options = profile.address.options;
        profile.address = parsed->address;
        if (profile.address.options.isEmpty())
            profile.address.options = options;
    }
    profile.credential = m_credential->currentData().toString();

    const int via = m_via->findText(m_via->currentText());
    if (via < 0)
        m_form->setProblem(m_via, tr("There is no such connection."));
    else
        profile.via = m_via->itemData(via).toString();
    if (via > 0 && !m_profile.id.isEmpty() && leadsBack(profile.via))
        m_form->setProblem(m_via, tr("That host is itself reached through this one."));

    if (QWidget *faulty = m_form->firstFaulty()) {
        fitToScreen();
        faulty->setFocus();
        return std::nullopt;
    }
    if (m_page) {
        const std::optional<Address> whole = m_page->read(profile.address);
        if (!whole)
            return std::nullopt;
        profile.address = *whole;
    }
    return profile;
}

void ProfileDialog::save()
{
    readAddress();
    const std::optional<Profile> profile = read();
    if (!profile)
        return;
    const Result<QString> id = m_store.put(*profile);
    if (!id) {
        placeProblem(*profile, id.error());
        return;
    }
    Q_EMIT stored(*id);
    accept();
}

// The store knows the rules, not the fields.
void ProfileDialog::placeProblem(const Profile &profile, const Error &error)
{
    const bool taken = std::any_of(
        m_store.profiles().begin(), m_store.profiles().end(), [&](const Profile &other) {
            return other.id != profile.id && other.folder == profile.folder &&
                   other.name == profile.name;
        });
    QWidget *field = m_address;
    if (taken)
        field = m_name;
    else if (!profile.via.isEmpty() && profile.via != m_profile.via)
        field = m_via;
    else if (profile.folder != m_profile.folder)
        field = m_folder;
    m_form->setProblem(field, error.what);
    field->setFocus();
}

void ProfileDialog::reword()
{
    setWindowTitle(m_profile.id.isEmpty() ? tr("New connection") : tr("Edit connection"));
    setHeading(m_profile.id.isEmpty() ? tr("New connection")
                                      : tr("Connection “%1”").arg(m_profile.name));
    m_form->setLabel(m_name, tr("Name"));
    m_form->setLabel(m_address, tr("Address"));
    m_form->setLabel(m_folder, tr("Folder"));
    m_form->setLabel(m_tags, tr("Tags"));
    m_form->setLabel(m_credential, tr("Credential"));
    m_form->setLabel(m_via, tr("Through"));
    m_name->setPlaceholderText(tr("Name in the list"));
    if (!m_panels.empty())
        m_address->setPlaceholderText(m_panels.front().exampleAddress);
    m_folder->lineEdit()->setPlaceholderText(tr("Seoul/Rack 3"));
    m_tags->setPlaceholderText(tr("core, seoul"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
    fillChoices();
}

// Only now all fields are as large as they will be.
void ProfileDialog::showEvent(QShowEvent *event)
{
    if (!m_fitted) {
        m_fitted = true;
        fitToScreen();
    }
    DialogFrame::showEvent(event);
}

void ProfileDialog::fitToScreen()
{
    for (QWidget *child : findChildren<QWidget *>())
        child->ensurePolished();
    const QSize room = screen()->availableGeometry().size() - QSize(Space::XL, kRoomForFrame);
    const int least = isVisible() ? height() : 0; // never lower than it was
    const int across = std::max(std::min(kWidth, room.width()), isVisible() ? width() : 0);
    if (!isVisible())
        resize(across, room.height());
    layout()->activate();
    QWidget *all = m_scroll->widget();
    all->layout()->invalidate();
    const int viewport = m_scroll->viewport()->width();
    const int inside = all->hasHeightForWidth() ? all->heightForWidth(viewport)
                                                : all->layout()->totalSizeHint().height();
    const int around = height() - m_scroll->viewport()->height();
    resize(across, std::min(std::max(inside + around, least), std::max(room.height(), least)));
}

} // namespace Portolan::Ui
