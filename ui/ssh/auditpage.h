// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ssh/diagnosis/auditprobe.h"
#include "ui/ssh/algorithmmodel.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QStackedWidget;
class QTabBar;

namespace Portolan {
class Settings;
}

namespace Portolan::Ui {

class DataTable;
class ExplainDrawer;
class FilterBar;

// How safe what a server offers is, as a page of the drawer: findings, and every algorithm with its
// grade. Begins only when asked, because it makes connections of its own that do not log in. GUI
// thread.
class AuditPage : public QWidget
{
    Q_OBJECT

public:
    AuditPage(Settings &settings, QWidget *parent = nullptr);

    // Where to; nothing while the address cannot be read.
    void setTarget(const std::optional<Ssh::Target> &target, const Ssh::Options &options,
                   const QString &subject);
    [[nodiscard]] ExplainDrawer &findings() const { return *m_findings; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void run();
    void cancel();
    void retranslate();

    Settings &m_settings;
    std::optional<Ssh::Target> m_target;
    Ssh::Options m_options;
    std::unique_ptr<Ssh::AuditProbe> m_probe;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    ExplainDrawer *m_findings;
    AlgorithmModel *m_model;
    FilterBar *m_filter;
    DataTable *m_table;
};

} // namespace Portolan::Ui
