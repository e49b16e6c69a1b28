// SPDX-License-Identifier: GPL-3.0-or-later
// What changes how the agent is asked: one click on a finding, the way to it, the character set of
// its texts. Each is a change of this tab's address, and is taken back in one step.
#include "core/snmp/agent.h"
#include "core/snmp/diagnosis/diagnosis.h"
#include "ui/panel/detour.h"
#include "ui/snmp/agentcalls.h"
#include "ui/snmp/agentdiagnosispage.h"
#include "ui/snmp/agentlogin.h"
#include "ui/snmp/resultspage.h"
#include "ui/snmp/snmppanel.h"
#include "ui/snmp/tablepage.h"
#include "ui/widgets/connectionbar.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/symbol.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <string_view>
#include <utility>

namespace Portolan::Ui {

using Operation = OperationBar::Operation;
using Snmp::Level;
using Snmp::TextCharset;
using Snmp::Version;

void SnmpPanel::act(const QString &action, const Finding &finding)
{
    namespace Do = Snmp::Action;
    if (!m_hasTarget)
        return;
    if (action == Do::kWalkAll || action == Do::kWalkObject) {
        run(Operation::Walk,
            action == Do::kWalkAll ? QStringLiteral("1") : finding.arguments.value(0));
        return;
    }
    Snmp::AgentTarget target = m_target;
    if (action == Do::kGiveCredential || action == Do::kEncrypt) {
        if (action == Do::kEncrypt) {
            target.version = Version::V3;
            target.level = Level::AuthPriv;
        }
        m_login->askPerson(target, m_profile, AgentDialog::Reason::Wanted);
        return;
    }
    Snmp::Credentials credentials = m_tried.copy();
    QString words;
    const QString third = finding.arguments.value(2);
    if (action == Do::kUsePriv) {
        target.privProtocol = Snmp::privProtocolOf(third).value_or(target.privProtocol);
        words = tr("The encryption is %1 now.").arg(third);
    } else if (action == Do::kUseAuth) {
        target.authProtocol = Snmp::authProtocolOf(third).value_or(target.authProtocol);
        words = tr("The authentication is %1 now.").arg(third);
    } else if (action == Do::kUseLevel) {
        target.level = Snmp::levelOf(third).value_or(target.level);
        words = tr("The level is %1 now.").arg(third);
    } else if (action == Do::kUseVersion || action == Do::kUsePublic) {
        const QString version = finding.arguments.value(1);
        target.version = Snmp::versionOf(version).value_or(target.version);
        words = tr("The agent is asked with SNMPv%1 now.").arg(version);
        if (action == Do::kUsePublic) {
            credentials = {};
            credentials.community = Secret("public");
        }
    } else if (action == Do::kUseUsual) {
        const QByteArray usual = finding.arguments.value(0).toUtf8();
        credentials.community =
            Secret(std::string_view(usual.constData(), std::size_t(usual.size())));
        words =
            tr("The agent is asked with the community “%1” now.").arg(finding.arguments.value(0));
    } else if (action == Do::kSamePassword) {
        credentials.privPassword = credentials.authPassword.copy();
        words = tr("The first password is used for both now.");
    } else if (action == Do::kSwapPasswords) {
        std::swap(credentials.authPassword, credentials.privPassword);
        words = tr("The two passwords are exchanged now.");
    } else if (action == Do::kNoContext) {
        target.context.clear();
        words = tr("The agent is asked without a context now.");
    } else if (action == Do::kOwnEngine) {
        target.contextEngineId.clear();
        words = tr("The agent is asked without a context engine ID now.");
    } else if (action == Do::kUseBulk || action == Do::kNoBulk) {
        target.bulk = action == Do::kUseBulk;
        words = target.bulk ? tr("Walks use bulk requests now.")
                            : tr("Walks do without bulk requests now.");
    } else if (action == Do::kSpreadPolls) {
        target.mostInFlight = AgentDiagnosisPage::kGentle;
        words = tr("At most %n request(s) are on their way to the agent at once now.", "",
                   AgentDiagnosisPage::kGentle);
    } else if (action == Do::kWaitLonger) {
        target.timeout = AgentDiagnosisPage::kPatient;
        words = tr("An answer may take %n second(s) now.", "",
                   static_cast<int>(
                       std::chrono::seconds(AgentDiagnosisPage::kPatient.count() / 1000).count()));
    } else if (action == Do::kUsualPort) {
        target.port = Snmp::AgentTarget::kPort;
        words = tr("The agent is asked at port %1 now.").arg(target.port);
    } else if (const auto place = AgentDiagnosisPage::placeOf(finding);
               action == Do::kAskThere && place) {
        target.host = place->host;
        target.port = place->port;
        words = tr("The agent is asked at %1 now.").arg(finding.evidence);
    } else {
        return;
    }
    change(target, std::move(credentials), words);
}

void SnmpPanel::change(const Snmp::AgentTarget &target, Snmp::Credentials credentials,
                       const QString &words)
{
    Former former{m_target, target, m_tried.copy(), words, false};
    m_notice->hide();
    m_results->cancel();
    m_table->cancel();
    if (!findWay())
        return;
    setState(State::Connecting);
    m_former.emplace(std::move(former));
    m_login->use(target, m_profile, std::move(credentials));
}

void SnmpPanel::changeBack()
{
    if (!m_former)
        return;
    const Former former = std::move(*m_former);
    m_former.reset(); // one step back, and no other way round
    m_notice->hide();
    m_results->cancel();
    m_table->cancel();
    if (!findWay())
        return;
    setState(State::Connecting);
    m_login->use(former.target, m_profile, former.credentials.copy());
}

// The way through another host, where the address or the profile names one.
bool SnmpPanel::findWay()
{
    Address address = m_address;
    auto detour = takeDetour(m_context, address, m_profile, this);
    std::optional<Error> problem;
    if (!detour)
        problem = detour.error();
    else if (*detour && m_target.transport == Snmp::Transport::Udp)
        problem = {Error::Kind::Unsupported,
                   tr("SNMP over UDP cannot go through %1: an SSH host carries connections, not "
                      "single packets. Where the agent listens on TCP, transport=tcp in the "
                      "address reaches it.")
                       .arg((*detour)->display()),
                   {},
                   0};
    if (problem) {
        onFailed(*problem);
        return false;
    }
    m_formerDetour = std::exchange(m_detour, std::move(*detour));
    if (m_detour) {
        connect(m_detour.get(), &Detour::progressChanged, this, &SnmpPanel::showWay);
        connect(m_detour.get(), &Detour::told, this, &SnmpPanel::tell);
    }
    showPlace();
    return true;
}

void SnmpPanel::showPlace()
{
    m_bar->setPlace(m_detour ? tr("%1 through %2").arg(m_address.display(), m_detour->display())
                             : m_address.display(),
                    m_target.version == Version::V3 ? m_target.user : QString(),
                    m_state == State::Connecting ? QString() : m_agentName);
}

// What leads to the agent, as long as it does not lead there.
void SnmpPanel::showWay()
{
    const QString sentence =
        m_detour && m_state == State::Connecting ? m_detour->progress() : QString();
    if (!sentence.isEmpty()) {
        m_showsWay = true;
        m_notice->setClosable(false);
        m_notice->show(NoticeBar::Severity::Info, sentence, {}, {});
    } else if (std::exchange(m_showsWay, false)) {
        m_notice->hide();
    }
}

void SnmpPanel::showCharset()
{
    m_results->setCharset(m_target.charset);
    m_table->setCharset(m_target.charset);
}

void SnmpPanel::fillAgentMenu(QMenu &menu)
{
    menu.clear();
    connect(menu.addAction(symbol(QLatin1String("key")), tr("Version and credential…")),
            &QAction::triggered, m_operations, &OperationBar::credentialWanted);
    connect(menu.addAction(symbol(QLatin1String("copy")), tr("Copy the address")),
            &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(m_address.toString()); });
    menu.addSection(tr("Texts of this agent"));
    fillTextMenu(menu);
}

// How the texts of this agent are read; old Korean equipment sends CP949.
void SnmpPanel::fillTextMenu(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    const auto add = [&](TextCharset charset, const QString &words) {
        QAction *action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(m_target.charset == charset);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, charset] { setCharset(charset); });
    };
    add(TextCharset::Detect, tr("Found out for each text"));
    add(TextCharset::Utf8, QStringLiteral("UTF-8"));
    add(TextCharset::Cp949, tr("Korean (CP949)"));
    add(TextCharset::Latin1, tr("Western European (Windows-1252)"));
}

// Nothing is asked again: the same octets are read otherwise.
void SnmpPanel::setCharset(TextCharset charset)
{
    if (!m_hasTarget)
        return;
    m_target.charset = charset;
    const QString path = m_address.path;
    m_address = Snmp::addressOf(m_target);
    m_address.path = path;
    showCharset();
    Q_EMIT titleChanged();
}

} // namespace Portolan::Ui
