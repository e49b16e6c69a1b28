// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mqtt/brokerprobe.h"
#include "core/mqtt/inbox.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace Portolan::Ui {

class ExplainDrawer;

// Why a broker behaves as it does, and whether it keeps its promises: a probe with clients of its
// own, whose parts are chosen here. Those that publish say so, and stay below a scratch topic. What
// was received is judged too: how topics are made. GUI thread.
class BrokerDiagnosisPage : public QWidget
{
    Q_OBJECT

public:
    // Whatever the panel connected with; a copy of the password, if there is one.
    using Passwords = std::function<std::optional<Secret>()>;

    BrokerDiagnosisPage(std::shared_ptr<Mqtt::Inbox> inbox, Passwords passwords,
                        Passwords passphrases, Mqtt::BrokerProbe::MakeDialer dialers,
                        QWidget *parent = nullptr);
    ~BrokerDiagnosisPage() override;

    // Where to; nothing while the address cannot be read.
    void setTarget(const std::optional<Mqtt::BrokerTarget> &target, const QString &subject);
    void setSubscriptions(const QList<Mqtt::Subscription> &subscriptions);
    // What the tab itself saw; a probe has identifiers of its own.
    void setTakenOver(int times) { m_takeovers = times; }
    // SHA-256 of what the broker showed in the last run; empty: nothing.
    [[nodiscard]] const QByteArray &shownCertificate() const { return m_shown; }
    void run();
    [[nodiscard]] ExplainDrawer &findings() const { return *m_findings; }

Q_SIGNALS:
    // One of Mqtt::Action, for the tab.
    void actionRequested(const QString &action, const Portolan::Finding &finding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void finish();
    [[nodiscard]] QString actionWords(const Finding &finding) const;
    void act(const QString &action, const Finding &finding);
    // Says what is wrong with a field of the choices, and shows it.
    void complain(QLineEdit *about, const Error &error);

    std::shared_ptr<Mqtt::Inbox> m_inbox;
    Passwords m_passwords;
    Passwords m_passphrases; // of the key
    Mqtt::BrokerProbe::MakeDialer m_dialers;
    std::optional<Mqtt::BrokerTarget> m_target;
    QList<Mqtt::Subscription> m_subscriptions;
    std::unique_ptr<Mqtt::BrokerProbe> m_probe;
    QByteArray m_shown;
    int m_takeovers = 0;
    QToolButton *m_fold;
    QWidget *m_choices;
    QList<QCheckBox *> m_parts;
    QLabel *m_prefixLabel;
    QLineEdit *m_prefix;
    QLabel *m_topicsLabel;
    QLineEdit *m_topics;
    QLabel *m_secondLabel;
    QLineEdit *m_second;
    QLabel *m_problem;
    ExplainDrawer *m_findings;
};

} // namespace Portolan::Ui
