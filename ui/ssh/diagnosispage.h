// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/finding.h"
#include "core/ssh/diagnosis/diagnosisprobe.h"
#include "core/ssh/transcript.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Portolan::Ssh {
class Connection;
}

namespace Portolan::Ui {

class ExplainDrawer;

// Why a login does not work or is slow, as a page of the drawer. After a failed attempt it judges
// what that attempt saw, without another connection; else, and when it is run again, it makes one
// connection of its own and goes as far as it gets. GUI thread.
class DiagnosisPage : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosisPage(QWidget *parent = nullptr);
    ~DiagnosisPage() override;

    // Where to; nothing while the address cannot be read.
    void setTarget(const std::optional<Ssh::Target> &target, const Ssh::Options &options,
                   const QString &subject);
    // Judges what `connection` saw; it has just failed.
    void explainFailure(const Ssh::Connection &connection);
    // Makes a connection of its own.
    void run();
    [[nodiscard]] ExplainDrawer &findings() const { return *m_findings; }

Q_SIGNALS:
    // What the diagnosis's own connection said.
    void transcribed(const Portolan::Ssh::Transcript &transcript);
    // Connect again with an option of the address set, for this tab.
    void reconnectRequested(const QString &option, const QString &value);

private:
    void prepare();
    void cancel();
    void finish(const Ssh::DiagnosisFacts &facts);
    void act(const QString &action, const Finding &finding);
    void askForPassword();
    void chooseKey();
    [[nodiscard]] static QString actionWords(const Finding &finding);

    std::optional<Ssh::Target> m_target;
    Ssh::Options m_options;
    std::unique_ptr<Ssh::DiagnosisProbe> m_probe;
    ExplainDrawer *m_findings;
};

} // namespace Portolan::Ui
