// SPDX-License-Identifier: GPL-3.0-or-later
// What one click on a finding does: for this tab, in its address, and never without a connection
// made anew.
#include "core/mqtt/diagnosis.h"
#include "ui/mqtt/brokerdiagnosispage.h"
#include "ui/mqtt/brokerlogin.h"
#include "ui/mqtt/mqttpanel.h"
#include "ui/panel/detour.h"
#include "ui/widgets/promptdialog.h"
#include "ui/widgets/whileshown.h"

namespace Portolan::Ui {

namespace {

constexpr int kLastingSeconds = 3600;

} // namespace

void MqttPanel::act(const QString &action, const Finding &finding)
{
    namespace Do = Mqtt::Action;
    if (action == Do::kTrustCertificate) {
        m_untrusted = m_diagnosis->shownCertificate();
        if (!m_untrusted.isEmpty())
            trustCertificate();
        return;
    }
    if (action == Do::kNameUser) {
        askForUser();
        return;
    }
    if (action == Do::kQosZero) {
        const QList<Mqtt::Subscription> all =
            m_client ? m_client->subscriptions() : QList<Mqtt::Subscription>();
        for (Mqtt::Subscription one : all) {
            if (one.qos == 0)
                continue;
            one.qos = 0;
            one.retainHandling = Mqtt::RetainHandling::Send;
            subscribe(one);
        }
        return;
    }
    if (action == Do::kGivePassword) {
        m_login->refused(); // or none was given
    } else if (action == Do::kOtherVersion) {
        setOption("version", finding.arguments.value(1));
    } else if (action == Do::kFreshIdentifier) {
        setOption("client", {});
    } else if (action == Do::kLastingSession) {
        setOption("clean", QStringLiteral("no"));
        if (m_target && m_target->version == Mqtt::Version::V5)
            setOption("expiry", QString::number(kLastingSeconds));
        // A session belongs to an identifier: the one that the broker knows now.
        if (m_target && m_target->clientId.isEmpty() && m_client)
            setOption("client", m_client->target().clientId);
    } else if (action == Do::kUseTls) {
        const bool web = m_address.scheme.contains(QLatin1String("ws"));
        if (m_address.port == (web ? 80 : 1883))
            m_address.port = 0;
        m_address.scheme = web ? QStringLiteral("mqtt+wss") : QStringLiteral("mqtts");
    } else {
        return;
    }
    connectAnew();
}

// Of the address; empty: without it.
void MqttPanel::setOption(const char *name, const QString &value)
{
    const QString option = QLatin1String(name);
    m_address.options.removeAllQueryItems(option);
    if (!value.isEmpty())
        m_address.options.addQueryItem(option,
                                       QString::fromLatin1(value.toUtf8().toPercentEncoding()));
}

// With DISCONNECT where there is a connection: without it the broker would publish the last will.
void MqttPanel::connectAnew()
{
    using At = Mqtt::Client::State;
    if (!m_client || m_client->state() == At::Idle || m_client->state() == At::Ended) {
        connectNow({});
        return;
    }
    connect(
        m_client.get(), &Mqtt::Client::stopped, this, [this] { connectNow({}); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_client->stop();
}

// The password is asked for as always, when it is known whose.
void MqttPanel::askForUser()
{
    PromptDialog::Question words;
    words.title = tr("User for %1").arg(m_address.display());
    words.heading = words.title;
    words.lead = tr("The password is asked for next.");
    words.prompts = {{tr("User"), true}};
    words.accept = tr("Continue");
    auto *dialog = new PromptDialog(words, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const std::vector<Secret> answers = dialog->takeAnswers();
        if (answers.empty() || answers.front().isEmpty())
            return;
        const auto name = answers.front().reveal();
        m_address.user =
            QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).trimmed();
        connectAnew();
    });
    showWhileShown(dialog, this);
}

} // namespace Portolan::Ui
