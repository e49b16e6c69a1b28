// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/sshaddress.h"
#include "ui/panel/panelcontext.h"
#include "ui/widgets/sidedrawer.h"

#include <memory>
#include <optional>

namespace Portolan::Ssh {
class Connection;
}

namespace Portolan::Ui {

class AuditPage;
class DiagnosisPage;
class SessionPage;
class TranscriptView;

// The drawer of an SSH panel: the diagnosis, the session, what its connection attempt said, and the
// audit of the server. It follows the panel's connection and keeps none alive. GUI thread.
class SshDrawer : public SideDrawer
{
    Q_OBJECT

public:
    static constexpr QLatin1String kExplain{"explain"};
    static constexpr QLatin1String kSession{"session"};
    static constexpr QLatin1String kTranscript{"transcript"};
    static constexpr QLatin1String kAudit{"audit"};

    SshDrawer(QWidget *content, const PanelContext &context, QWidget *parent = nullptr);

    // `meaning`: nothing where the address cannot be read.
    void setPlace(const Address &address, const std::optional<Ssh::SshAddress> &meaning);
    void setConnection(const std::shared_ptr<Ssh::Connection> &connection);
    [[nodiscard]] SessionPage &session() const { return *m_session; }
    [[nodiscard]] DiagnosisPage &diagnosis() const { return *m_diagnosis; }
    // Opens or closes the diagnosis; what has just failed is judged at once.
    void explain(bool hasFailed);
    void retranslate();

private:
    void showTranscript();

    PanelContext m_context;
    std::weak_ptr<Ssh::Connection> m_connection;
    bool m_explained = false; // this attempt's failure
    qsizetype m_transcribed = 0;
    DiagnosisPage *m_diagnosis;
    SessionPage *m_session;
    TranscriptView *m_transcript;
    AuditPage *m_audit;
};

} // namespace Portolan::Ui
