// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/secretspage.h"

#include "ui/shell/credentialspage.h"

namespace Portolan::Ui {

SecretsPage::SecretsPage(Settings &settings, ProfileStore &profiles, SecretStore &secrets)
    : SettingsPage(settings)
{
    addHeading([] { return tr("Credentials"); });
    addNote([] {
        return tr("Passwords and key passphrases stay in the keychain of the desktop; connections "
                  "refer to them by name.");
    });
    addWidget(new CredentialsPage(profiles, secrets), 1);
}

} // namespace Portolan::Ui
