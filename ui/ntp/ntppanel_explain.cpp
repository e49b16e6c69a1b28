// SPDX-License-Identifier: GPL-3.0-or-later
// What one click does about a finding.
#include "core/ntp/diagnosis/diagnosis.h"
#include "ui/ntp/clockdiagnosispage.h"
#include "ui/ntp/ntppanel.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/sidedrawer.h"

#include <QHostAddress>

#include <algorithm>

namespace Portolan::Ui {

using Ntp::ServerTarget;

void NtpPanel::explain()
{
    m_drawer->togglePage(kExplain);
    // A failure is what it is opened for.
    if (m_drawer->page() == kExplain && (m_state == State::Failed || m_state == State::Lost) &&
        m_diagnosis->findings().findings().isEmpty())
        m_diagnosis->run();
}

void NtpPanel::act(const QString &action, const Finding &finding)
{
    namespace Do = Ntp::Action;
    if (action == Do::kAddServers) {
        openAddDialog();
        return;
    }
    if (action == Do::kShowConfig) {
        openConfigDialog();
        return;
    }
    if (action == Do::kShowHost) {
        m_drawer->openPage(kHost);
        return;
    }
    const Ntp::ServerState *const server = m_diagnosis->serverOf(finding);
    if (!server)
        return;
    const QString name = server->name();
    const quint64 source = server->source;
    ServerTarget target = server->target;
    if (action == Do::kLeaveOut) {
        setLeftOut({server->id}, true);
        choose(server->id);
        tell(Event::Severity::Info, tr("%1 takes no part in the choice now.").arg(name));
        m_diagnosis->findings().refreshActions();
        return;
    }
    if (action == Do::kAskAgain) {
        m_monitor->again(source);
        m_diagnosis->run();
        return;
    }
    if (action == Do::kUseNts) {
        target.nts = true;
        target.keyId = 0;
    } else if (action == Do::kUsePort) {
        target.port = ServerTarget::kPort;
    } else if (action == Do::kUseVersion) {
        target.version = 3;
    } else if (action == Do::kWaitLonger) {
        target.timeout = ClockDiagnosisPage::kPatient;
    } else if (action == Do::kUseAddress) {
        const QHostAddress address(finding.arguments.value(1));
        if (address.isNull())
            return;
        target.host = address.toString();
        target.sources = 1;
    } else {
        return;
    }
    askOtherwise(source, target);
    tell(Event::Severity::Info, tr("%1 is asked otherwise now.").arg(name));
    m_diagnosis->run();
}

void NtpPanel::askOtherwise(quint64 source, const ServerTarget &target)
{
    const auto found =
        std::find_if(m_watched.begin(), m_watched.end(),
                     [source](const Watched &each) { return each.source == source; });
    if (source == 0 || found == m_watched.end())
        return;
    m_monitor->remove(source);
    const bool isKnown =
        std::any_of(m_watched.begin(), m_watched.end(),
                    [&target](const Watched &each) { return each.target == target; });
    if (isKnown) {
        m_watched.erase(found);
    } else {
        found->target = target;
        found->source = 0;
        watch({found->turn});
    }
    followAddress();
    showPages();
}

} // namespace Portolan::Ui
