// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/historystore.h"
#include "core/store/profilestore.h"
#include "ui/panel/panelcontext.h"
#include "ui/panel/panelspec.h"
#include "ui/shell/connectionfilter.h"
#include "ui/shell/practicelab.h"

#include <QAbstractListModel>
#include <QIcon>
#include <QList>

#include <functional>
#include <span>
#include <vector>

namespace Portolan::Ui {

// One way to go on from what was typed into the address field.
struct Completion
{
    enum class Source { Profile, Answer, History, PracticeLab };

    Source source;
    QIcon icon;
    QString name;         // of the profile, the practice server; empty: the address says it all
    Address address;      //
    QString profile = {}; // id
    QString text;         // what it puts into the field
    QList<TextRange> nameRanges = {};
    QList<TextRange> addressRanges = {}; // in shownAddress()
    int score = 0;

    [[nodiscard]] QString shownAddress() const { return address.display(); }
    // Where it comes from, in a word.
    [[nodiscard]] QString why() const;
};

// What the address field offers for what was typed so far: profiles, addresses of before, practice
// servers, and the protocols that a host answers; the best few, each address once. "@" asks for
// profiles alone. GUI thread; the references outlive it.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr std::size_t kMost = 12;

    CompletionModel(const PanelContext &context, const PracticeLab &lab,
                    std::span<const PanelSpec> panels, QObject *parent = nullptr);

    // Also for nothing typed: what was opened last, then profiles.
    void complete(const QString &typed);
    // The host that was typed answers this panel's protocol.
    void addAnswer(const QString &host, const PanelSpec &panel);
    [[nodiscard]] const Completion &completion(int row) const
    {
        return m_shown[static_cast<std::size_t>(row)];
    }
    // The row that what was typed names exactly; -1: none.
    [[nodiscard]] int exactRow() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void prepare();
    void offer(Completion completion);
    void offerHistory(const ConnectionFilter &filter,
                      const std::function<bool(const Address &)> &suits);
    [[nodiscard]] QIcon iconFor(const QString &scheme) const;

    const PanelContext &m_context;
    const PracticeLab &m_lab;
    std::span<const PanelSpec> m_panels;
    QList<Profile> m_profiles;
    std::vector<SearchableProfile> m_searchable;
    struct Recent
    {
        HistoryEntry entry;
        SearchableProfile text;
    };
    std::vector<Recent> m_recent;
    bool m_prepared = false;
    QString m_typed;
    std::vector<Completion> m_found;
    std::vector<Completion> m_shown;
};

} // namespace Portolan::Ui
