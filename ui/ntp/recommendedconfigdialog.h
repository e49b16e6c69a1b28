// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ntp/config/recommendation.h"
#include "ui/widgets/dialogframe.h"

class QComboBox;

namespace Portolan::Ui {

class VerbatimText;

// The configuration of a time daemon that the watched servers come to: read, copied or saved, and
// put in place by the person. GUI thread.
class RecommendedConfigDialog : public DialogFrame
{
    Q_OBJECT

public:
    RecommendedConfigDialog(const QList<Ntp::WatchedServer> &servers, QWidget *parent);

    [[nodiscard]] QString text() const { return m_made.text; }

protected:
    void reword() override;

private:
    void save();

    const QList<Ntp::WatchedServer> m_servers;
    Ntp::Recommendation m_made;
    QComboBox *m_daemon;
    QLabel *m_place;
    VerbatimText *m_text;
    QLabel *m_told;
    QPushButton *m_copy;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace Portolan::Ui
