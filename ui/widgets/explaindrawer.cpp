// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explaindrawer.h"

#include "ui/widgets/findingcard.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/workprogress.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Severity = Finding::Severity;

// For the name of a file: "ssh://ops@bastion:22" gives "ops-bastion-22".
QString fileNameOf(const QString &subject)
{
    QString name = subject.section(QStringLiteral("://"), -1);
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('.'))
            c = QLatin1Char('-');
    }
    return name.left(60);
}

} // namespace

ExplainDrawer::ExplainDrawer(Words title, Words introduction, FindingWording wording,
                             ActionWording actions, QWidget *parent)
    : QWidget(parent)
    , m_title(std::move(title))
    , m_introduction(std::move(introduction))
    , m_wording(std::move(wording))
    , m_actions(std::move(actions))
    , m_heading(new QLabel(this))
    , m_icon(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_run(new QPushButton(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_progress(new WorkProgress(this))
    , m_notice(new NoticeBar(this))
    , m_scroll(new QScrollArea(this))
    , m_list(new QWidget)
    , m_column(new QVBoxLayout(m_list))
    , m_rest(new QPushButton(m_list))
{
    m_heading->setProperty("heading", 2);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    m_icon->setFixedSize(16, 16);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_run->setObjectName(QStringLiteral("run"));
    m_run->setAutoDefault(true); // Enter presses it, too
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setIcon(symbol(QLatin1String("save")));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setMenu(m_menu);
    m_notice->setProperty("boxed", true);
    m_rest->hide();
    m_list->setProperty("page", true);
    m_column->setContentsMargins(Space::L, 0, Space::L, Space::L);
    m_column->setSpacing(Space::M);
    m_column->addWidget(m_rest);
    m_column->addStretch(1);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::TabFocus);

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(Space::S);
    titleRow->addWidget(m_heading, 1);
    titleRow->addWidget(m_more, 0, Qt::AlignTop);
    titleRow->addWidget(m_run, 0, Qt::AlignTop);
    auto *summaryRow = new QHBoxLayout;
    summaryRow->setSpacing(Space::S + 2);
    summaryRow->addWidget(m_icon, 0, Qt::AlignTop);
    summaryRow->addWidget(m_summary, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    head->setSpacing(Space::M);
    head->addLayout(titleRow);
    head->addLayout(summaryRow);
    head->addWidget(m_progress);
    head->addWidget(m_notice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    setFocusProxy(m_run);

    connect(m_run, &QPushButton::clicked, this, &ExplainDrawer::runRequested);
    connect(m_progress, &WorkProgress::cancelClicked, this, &ExplainDrawer::cancelRequested);
    connect(m_rest, &QPushButton::clicked, this, [this] {
        m_showAll = true;
        showCards();
    });
    retranslate();
}

void ExplainDrawer::setSubject(const QString &subject)
{
    m_subject = subject;
}

void ExplainDrawer::begin()
{
    m_notice->hide();
    m_progress->begin(WorkProgress::Unit::Steps);
    showHead();
}

void ExplainDrawer::setStep(const QString &sentence, int done, int all)
{
    m_progress->setStep(sentence);
    m_progress->setDone(static_cast<quint64>(std::max(done, 0)),
                        static_cast<quint64>(std::max(all, 0)));
}

void ExplainDrawer::finish(const QList<Finding> &findings, const QDateTime &time)
{
    m_progress->end();
    m_notice->hide();
    m_findings = bySeverity(findings);
    m_time = time;
    m_hasRun = true;
    m_showAll = false;
    showCards();
    showHead();
}

void ExplainDrawer::fail(const Error &error)
{
    m_progress->end();
    m_notice->show(error.kind == Error::Kind::Cancelled ? NoticeBar::Severity::Info
                                                        : NoticeBar::Severity::Error,
                   error.what, error.detail, {});
    showHead();
}

void ExplainDrawer::clear()
{
    m_progress->end();
    m_notice->hide();
    m_findings.clear();
    m_hasRun = false;
    showCards();
    showHead();
}

void ExplainDrawer::refreshActions()
{
    for (FindingCard *card : m_cards)
        card->setWords(m_wording(card->finding()), m_actions(card->finding()));
}

bool ExplainDrawer::isRunning() const
{
    return m_progress->isRunning();
}

QString ExplainDrawer::summary() const
{
    return m_summary->text();
}

FindingReport ExplainDrawer::report() const
{
    return {m_title(), m_subject, m_time, m_findings};
}

QByteArray ExplainDrawer::exported(const QString &suffix) const
{
    if (suffix == QLatin1String("html"))
        return findingsToHtml(report(), m_wording).toUtf8();
    if (suffix == QLatin1String("json"))
        return findingsToJson(report(), m_wording);
    return findingsToMarkdown(report(), m_wording).toUtf8();
}

void ExplainDrawer::save(const QString &suffix, const QString &filter)
{
    saveFile(
        this, tr("Save the findings"), fileNameOf(m_subject) + QLatin1Char('.') + suffix, filter,
        [this, suffix](const QString &) { return exported(suffix); },
        [this](const Result<QString> &path) {
            if (!path)
                m_notice->show(NoticeBar::Severity::Error, path.error().what, path.error().detail,
                               {});
            else
                m_notice->show(NoticeBar::Severity::Info, tr("Saved: %1").arg(*path), {}, {});
            m_notice->setClosable(true);
        });
}

void ExplainDrawer::showCards()
{
    for (FindingCard *card : m_cards)
        delete card;
    m_cards.clear();
    const qsizetype count = m_showAll ? m_findings.size() : std::min(m_findings.size(), kMostShown);
    for (qsizetype i = 0; i < count; ++i) {
        auto *card = new FindingCard(m_findings[i], m_list);
        connect(card, &FindingCard::actionClicked, this, [this, card] {
            const Finding finding = card->finding();
            Q_EMIT actionRequested(finding.action, finding);
        });
        m_column->insertWidget(static_cast<int>(i), card);
        m_cards.push_back(card);
    }
    refreshActions();
    m_rest->setVisible(count < m_findings.size());
    m_rest->setText(tr("Show %n more", nullptr, static_cast<int>(m_findings.size() - count)));
    m_scroll->ensureVisible(0, 0);
}

void ExplainDrawer::showHead()
{
    m_heading->setText(m_title());
    const bool running = isRunning();
    m_run->setVisible(!running);
    m_run->setText(m_hasRun ? tr("Run again") : tr("Run"));
    setPrimary(*m_run, !m_hasRun);
    m_more->setVisible(m_hasRun && !running);
    m_icon->setVisible(m_hasRun);
    if (!m_hasRun) {
        m_summary->setText(m_introduction());
        return;
    }
    const Severity worst = m_findings.isEmpty() ? Severity::Info : m_findings.front().severity;
    const StateColors &colors = stateColors(palette());
    const bool bad = worst == Severity::Error;
    const bool warns = worst == Severity::Warning;
    m_icon->setPixmap(symbolPixmap(QLatin1String(bad                     ? "error"
                                                 : warns                 ? "warning"
                                                 : worst == Severity::Ok ? "check"
                                                                         : "info"),
                                   16,
                                   bad                     ? colors.bad
                                   : warns                 ? colors.warning
                                   : worst == Severity::Ok ? colors.good
                                                           : palette().color(QPalette::Link),
                                   devicePixelRatioF()));
    const QString time = QLocale().toString(m_time.toLocalTime().time(), QLocale::ShortFormat);
    m_summary->setText(tr("%1 (%2)").arg(findingSummary(m_findings), time));
    m_summary->setToolTip(m_time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")));
}

void ExplainDrawer::retranslate()
{
    m_more->setToolTip(tr("Copy or save the findings"));
    m_more->setAccessibleName(tr("Copy or save the findings"));
    m_menu->clear();
    connect(m_menu->addAction(symbol(QLatin1String("copy")), tr("Copy all")), &QAction::triggered,
            this,
            [this] { QApplication::clipboard()->setText(findingsToText(report(), m_wording)); });
    m_menu->addSeparator();
    const auto add = [this](const QString &text, const QString &suffix, const QString &filter) {
        connect(m_menu->addAction(symbol(QLatin1String("save")), text), &QAction::triggered, this,
                [this, suffix, filter] { save(suffix, filter); });
    };
    add(tr("Save as Markdown…"), QStringLiteral("md"), QStringLiteral("Markdown (*.md)"));
    add(tr("Save as HTML…"), QStringLiteral("html"), QStringLiteral("HTML (*.html)"));
    add(tr("Save as JSON…"), QStringLiteral("json"), QStringLiteral("JSON (*.json)"));
    m_rest->setText(tr("Show %n more", nullptr,
                       static_cast<int>(m_findings.size()) - static_cast<int>(m_cards.size())));
    refreshActions();
    showHead();
}

void ExplainDrawer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showHead();
    QWidget::changeEvent(event);
}

} // namespace Portolan::Ui
