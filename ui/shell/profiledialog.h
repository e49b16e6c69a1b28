// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/profilestore.h"
#include "ui/panel/panelcontext.h"
#include "ui/panel/panelspec.h"
#include "ui/widgets/dialogframe.h"

#include <span>

class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace Portolan::Ui {

class CredentialDialog;
class FormSection;
class ProfilePage;

// A profile as a form: name, place, address, who logs in, through which host, and the options of
// its protocol, which the panel's own page shows. What is wrong is said at the field, and nothing
// is stored until all is right. No secret passes through it. Show it with open(); it deletes
// itself. GUI thread.
class ProfileDialog : public DialogFrame
{
    Q_OBJECT

public:
    // `profile` without an id is a new one. All references outlive it.
    ProfileDialog(const PanelContext &context, ProfileStore &store,
                  std::span<const PanelSpec> panels, const Profile &profile, QWidget *parent);

Q_SIGNALS:
    void stored(const QString &id);

protected:
    void reword() override;
    void showEvent(QShowEvent *event) override;

private:
    void fillChoices();
    void fillVia();
    void fillCredentials(const QString &chosen);
    void makeCredential();
    void keepCredential(CredentialDialog &dialog, SecretStore::State keychain);
    void readAddress();
    void showPage();
    void save();
    [[nodiscard]] std::optional<Profile> read();
    [[nodiscard]] bool leadsBack(const QString &profileId) const;
    void placeProblem(const Profile &profile, const Error &error);
    // As high as its content, as far as the screen allows; then it scrolls.
    void fitToScreen();

    const PanelContext &m_context;
    ProfileStore &m_store;
    std::span<const PanelSpec> m_panels;
    Profile m_profile;
    FormSection *m_form;
    QLineEdit *m_name;
    QComboBox *m_folder;
    QLineEdit *m_tags;
    QLineEdit *m_address;
    QComboBox *m_credential;
    QComboBox *m_via;
    QWidget *m_pagePlace;
    QScrollArea *m_scroll = nullptr;
    bool m_fitted = false;
    const PanelSpec *m_spec = nullptr; // of the page that is shown
    ProfilePage *m_page = nullptr;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace Portolan::Ui
