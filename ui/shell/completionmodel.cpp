// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/completionmodel.h"

#include "ui/widgets/symbol.h"

#include <algorithm>

namespace Portolan::Ui {

namespace {

constexpr int kMostRecent = 500;

} // namespace

QString Completion::why() const
{
    switch (source) {
    case Source::Profile:
        return CompletionModel::tr("Connection");
    case Source::Answer:
        return CompletionModel::tr("Answers");
    case Source::History:
        return CompletionModel::tr("History");
    case Source::PracticeLab:
        return CompletionModel::tr("Practice lab");
    }
    return {};
}

CompletionModel::CompletionModel(const PanelContext &context, const PracticeLab &lab,
                                 std::span<const PanelSpec> panels, QObject *parent)
    : QAbstractListModel(parent)
    , m_context(context)
    , m_lab(lab)
    , m_panels(panels)
{
    connect(&context.profiles, &ProfileStore::changed, this, [this] { m_prepared = false; });
    connect(&context.profiles, &ProfileStore::loaded, this, [this] { m_prepared = false; });
    connect(&context.history, &HistoryStore::changed, this, [this] { m_prepared = false; });
}

// At the first key after a change, not at the change.
void CompletionModel::prepare()
{
    if (m_prepared)
        return;
    m_prepared = true;
    m_profiles = m_context.profiles.profiles();
    m_searchable.clear();
    m_searchable.reserve(static_cast<std::size_t>(m_profiles.size()));
    for (const Profile &profile : std::as_const(m_profiles))
        m_searchable.emplace_back(profile);
    m_recent.clear();
    for (const HistoryEntry &entry : m_context.history.latest(kMostRecent)) {
        Profile shown;
        shown.address = entry.address;
        m_recent.push_back({entry, SearchableProfile(shown)});
    }
}

QIcon CompletionModel::iconFor(const QString &scheme) const
{
    for (const PanelSpec &spec : m_panels) {
        if (std::any_of(spec.schemes.begin(), spec.schemes.end(),
                        [&](QLatin1String known) { return scheme == known; }))
            return symbol(spec.icon);
    }
    return symbol(QLatin1String("host"));
}

void CompletionModel::offer(Completion completion)
{
    completion.icon = iconFor(completion.address.scheme);
    m_found.push_back(std::move(completion));
}

// What a profile stands for is offered as that profile.
void CompletionModel::offerHistory(const ConnectionFilter &filter,
                                   const std::function<bool(const Address &)> &suits)
{
    int age = 0;
    for (const Recent &recent : m_recent) {
        const Address &address = recent.entry.address;
        auto found = suits(address) ? filter.find(recent.text) : std::nullopt;
        if (!found)
            continue;
        const auto profile = m_context.profiles.profile(recent.entry.profile);
        offer({.source = profile ? Completion::Source::Profile : Completion::Source::History,
               .icon = {},
               .name = profile ? profile->name : QString(),
               .address = profile ? profile->address : address,
               .profile = profile ? profile->id : QString(),
               .text = profile ? profile->address.toString() : address.toString(),
               .addressRanges = std::move(found->address),
               // With nothing typed the last one stands first.
               .score = filter.isEmpty() ? kMostRecent - age : found->score});
        ++age;
    }
}

void CompletionModel::complete(const QString &typed)
{
    prepare();
    m_typed = typed.trimmed();
    m_found.clear();
    const bool onlyProfiles = m_typed.startsWith(QLatin1Char('@'));
    // A scheme that was typed in front does not have to stand in the text that is searched.
    QString wanted = onlyProfiles ? m_typed.mid(1) : m_typed;
    const qsizetype scheme = wanted.indexOf(QLatin1String("://"));
    const QString wantedScheme = scheme > 0 ? wanted.left(scheme) : QString();
    if (scheme > 0)
        wanted = wanted.mid(scheme + 3);
    const ConnectionFilter filter(wanted);
    const auto suits = [&](const Address &address) {
        return wantedScheme.isEmpty() || address.scheme == wantedScheme;
    };
    for (qsizetype i = 0; i < m_profiles.size(); ++i) {
        const Profile &profile = m_profiles[i];
        if (!suits(profile.address))
            continue;
        auto found = filter.find(m_searchable[static_cast<std::size_t>(i)]);
        if (!found)
            continue;
        offer({.source = Completion::Source::Profile,
               .icon = {},
               .name = profile.name,
               .address = profile.address,
               .profile = profile.id,
               .text = profile.address.toString(),
               .nameRanges = std::move(found->name),
               .addressRanges = std::move(found->address),
               .score = found->score});
    }
    if (!onlyProfiles) {
        offerHistory(filter, suits);
        for (const PracticeServer &server : m_lab.servers()) {
            const Result<ParsedAddress> parsed = parseAddress(server.address);
            if (!parsed || !suits(parsed->address))
                continue;
            Profile shown;
            shown.name = tr("Practice server: %1").arg(server.words().title);
            shown.address = parsed->address;
            auto found = filter.find(SearchableProfile(shown));
            if (!found)
                continue;
            offer({.source = Completion::Source::PracticeLab,
                   .icon = {},
                   .name = shown.name,
                   .address = shown.address,
                   .text = server.address,
                   .nameRanges = std::move(found->name),
                   .addressRanges = std::move(found->address),
                   .score = found->score});
        }
    }
    // What fits best first; among equals a profile before what it may have come from.
    std::stable_sort(m_found.begin(), m_found.end(), [](const Completion &a, const Completion &b) {
        return a.score != b.score ? a.score > b.score : a.source < b.source;
    });
    beginResetModel();
    m_shown.clear();
    for (Completion &one : m_found) {
        if (m_shown.size() == kMost)
            break;
        const bool again =
            std::any_of(m_shown.begin(), m_shown.end(), [&](const Completion &other) {
                return one.source == Completion::Source::Profile ? other.profile == one.profile
                                                                 : other.address == one.address;
            });
        if (!again)
            m_shown.push_back(std::move(one));
    }
    m_found.clear();
    endResetModel();
}

void CompletionModel::addAnswer(const QString &host, const PanelSpec &panel)
{
    if (host != m_typed)
        return;
    Completion answer{.source = Completion::Source::Answer,
                      .icon = symbol(panel.icon),
                      .name = panel.title(),
                      .address = {.scheme = panel.schemes.front(), .host = host},
                      .text = {}};
    answer.text = answer.address.toString();
    beginInsertRows({}, 0, 0);
    m_shown.insert(m_shown.begin(), std::move(answer));
    endInsertRows();
}

int CompletionModel::exactRow() const
{
    const bool named = m_typed.startsWith(QLatin1Char('@'));
    const QString wanted = named ? m_typed.mid(1) : m_typed;
    int row = -1;
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i].source != Completion::Source::Profile ||
            m_shown[i].name.compare(wanted, Qt::CaseInsensitive) != 0)
            continue;
        if (row >= 0)
            return -1; // two of that name: which one is for the person to say
        row = static_cast<int>(i);
    }
    return row;
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Completion &one = completion(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return one.name.isEmpty() ? one.shownAddress() : one.name;
    case Qt::DecorationRole:
        return one.icon;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(one.name, one.shownAddress(), one.why());
    case Qt::ToolTipRole:
        return one.text.toHtmlEscaped();
    default:
        return {};
    }
}

} // namespace Portolan::Ui
