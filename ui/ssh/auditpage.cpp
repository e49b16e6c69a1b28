// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/auditpage.h"

#include "core/store/settings.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/explaindrawer.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace Portolan::Ui {

namespace {

constexpr char kLayoutKey[] = "ssh/algorithm-columns";

} // namespace

AuditPage::AuditPage(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_findings(new ExplainDrawer([] { return tr("Hardening audit"); },
                                   [] {
                                       return tr("Looks at what the server offers before a login: "
                                                 "algorithms, key sizes, known attacks. It makes "
                                                 "up to three short connections that do not log "
                                                 "in.");
                                   },
                                   [](const Finding &finding) { return Ssh::textOf(finding); },
                                   [](const Finding &) { return QString(); }))
    , m_model(new AlgorithmModel(this))
    , m_filter(new FilterBar)
    , m_table(new DataTable)
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setProperty("compact", true);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_tabs->hide(); // until there is something in the second one

    auto *algorithms = new QWidget;
    auto *column = new QVBoxLayout(algorithms);
    column->setContentsMargins(0, Space::M, 0, 0);
    column->setSpacing(Space::S);
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(Space::M, 0, Space::M, 0);
    filterRow->addWidget(m_filter);
    column->addLayout(filterRow);
    column->addWidget(m_table, 1);
    m_table->setSource(m_model);
    m_table->setExportName(QStringLiteral("ssh-algorithms"));
    m_table->restoreLayout(settings.bytes(kLayoutKey));
    m_stack->addWidget(m_findings);
    m_stack->addWidget(algorithms);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_tabs);
    whole->addWidget(m_stack, 1);
    setFocusProxy(m_findings);

    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_findings, &ExplainDrawer::runRequested, this, &AuditPage::run);
    connect(m_findings, &ExplainDrawer::cancelRequested, this, &AuditPage::cancel);
    connect(m_filter, &FilterBar::filterChanged, this,
            [this] { m_table->setFilter(m_filter->filter(), m_filter->field()); });
    connect(m_table, &DataTable::countChanged, this,
            [this] { m_filter->setCount(m_table->shownRows(), m_table->allRows()); });
    connect(m_table, &DataTable::layoutChanged, this,
            [this] { m_settings.set(kLayoutKey, m_table->layoutState()); });
    retranslate();
}

void AuditPage::setTarget(const std::optional<Ssh::Target> &target, const Ssh::Options &options,
                          const QString &subject)
{
    if (m_target == target && m_options == options)
        return;
    m_probe.reset();
    m_target = target;
    m_options = options;
    m_findings->setSubject(subject);
    m_findings->clear();
    m_tabs->hide();
    m_tabs->setCurrentIndex(0);
}

void AuditPage::run()
{
    if (!m_target) {
        m_findings->fail({Error::Kind::Usage, tr("There is no address to connect to."), {}, 0});
        return;
    }
    m_findings->begin();
    if (!m_options.jumps.empty()) {
        m_findings->fail({Error::Kind::Unsupported,
                          tr("The audit reaches a server directly; this one stands behind a jump "
                             "host. Audit it from a place that reaches it."),
                          {},
                          0});
        return;
    }
    m_findings->setStep(tr("Reading what the server offers"));
    m_probe = std::make_unique<Ssh::AuditProbe>(*m_target, m_options.algorithms,
                                                m_options.connectTimeout);
    connect(m_probe.get(), &Ssh::AuditProbe::finished, this,
            [this](const Result<Ssh::AuditFacts> &facts) {
                m_probe.release()->deleteLater(); // it is in the middle of telling
                if (!facts) {
                    m_findings->fail(facts.error());
                    return;
                }
                m_model->setFacts(*facts);
                m_tabs->show();
                m_findings->finish(judge(*facts), QDateTime::currentDateTimeUtc());
            });
    m_probe->start();
}

void AuditPage::cancel()
{
    m_probe.reset();
    m_findings->fail({Error::Kind::Cancelled, tr("The audit was cancelled."), {}, 0});
}

void AuditPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AuditPage::retranslate()
{
    m_tabs->setTabText(0, tr("Findings"));
    m_tabs->setTabText(1, tr("Algorithms"));
    m_tabs->setAccessibleName(tr("Parts of the audit"));
    m_table->setAccessibleName(tr("Algorithms"));
    m_filter->setPlaceholder(tr("Filter the algorithms"));
    m_model->retranslate();
}

} // namespace Portolan::Ui
