// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ssh/sshdrawer.h"

#include "core/ssh/connection.h"
#include "core/ssh/transcript.h"
#include "ui/ssh/auditpage.h"
#include "ui/ssh/diagnosispage.h"
#include "ui/ssh/sessionpage.h"
#include "ui/widgets/transcriptview.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr char kWidthKey[] = "ssh/drawer-width";
constexpr int kUsualWidth = 420;

TranscriptLine lineOf(const Ssh::TranscriptEntry &entry)
{
    using From = Ssh::TranscriptEntry::Direction;
    using To = TranscriptLine::Direction;
    const To direction = entry.direction == From::Sent       ? To::Sent
                         : entry.direction == From::Received ? To::Received
                                                             : To::Local;
    return {entry.at, direction, Ssh::stepName(entry.step), entry.text};
}

QList<TranscriptLine> linesOf(const Ssh::Transcript &transcript, qsizetype from)
{
    QList<TranscriptLine> lines;
    const QList<Ssh::TranscriptEntry> &entries = transcript.entries();
    std::transform(entries.begin() + from, entries.end(), std::back_inserter(lines), lineOf);
    return lines;
}

QString stepWords(const QString &id)
{
    using Step = Ssh::DiagnosisStep;
    for (const Step step : {Step::Lookup, Step::Tcp, Step::Banner, Step::KeyExchange, Step::HostKey,
                            Step::Login, Step::Session}) {
        if (Ssh::stepName(step) == id)
            return Ssh::stepTitle(step);
    }
    return id;
}

} // namespace

SshDrawer::SshDrawer(QWidget *content, const PanelContext &context, QWidget *parent)
    : SideDrawer(content, parent)
    , m_context(context)
    , m_diagnosis(new DiagnosisPage)
    , m_session(new SessionPage)
    , m_transcript(new TranscriptView)
    , m_audit(new AuditPage(context.settings))
{
    addPage(kExplain, QLatin1String("explain"), m_diagnosis);
    addPage(kSession, QLatin1String("session"), m_session);
    addPage(kTranscript, QLatin1String("transcript"), m_transcript);
    addPage(kAudit, QLatin1String("shield"), m_audit);
    m_transcript->model().setStepWording(stepWords);
    setDrawerWidth(context.settings.number(kWidthKey, kUsualWidth, 1, 4000));
    connect(this, &SideDrawer::widthChanged, this,
            [this](int width) { m_context.settings.set(kWidthKey, width); });
    connect(this, &SideDrawer::pageChanged, this, &SshDrawer::showTranscript);
    connect(m_diagnosis, &DiagnosisPage::transcribed, this,
            [this](const Ssh::Transcript &transcript) {
                m_transcribed = -1; // another one than the connection's
                m_transcript->model().setLines(linesOf(transcript, 0), transcript.dropped());
            });
    connect(m_transcript, &TranscriptView::saveFailed, this, [this](const Error &error) {
        m_context.events.add({.severity = Event::Severity::Error,
                              .source = {},
                              .text = error.what,
                              .time = m_context.now()});
    });
    retranslate();
}

void SshDrawer::setPlace(const Address &address, const std::optional<Ssh::SshAddress> &meaning)
{
    m_session->setPlace(address.display(), {});
    m_transcript->setSubject(address.display());
    m_diagnosis->setTarget(meaning ? std::optional(meaning->target) : std::nullopt,
                           meaning ? meaning->options : Ssh::Options(), address.toString());
    m_audit->setTarget(meaning ? std::optional(meaning->target) : std::nullopt,
                       meaning ? meaning->options : Ssh::Options(), address.toString());
}

void SshDrawer::setConnection(const std::shared_ptr<Ssh::Connection> &connection)
{
    if (const auto before = m_connection.lock())
        before->disconnect(this);
    m_connection = connection;
    m_session->setConnection(connection);
    m_explained = false;
    if (!connection)
        return;
    m_transcribed = 0;
    m_transcript->model().clear();
    using Ssh::Connection;
    connect(connection.get(), &Connection::stateChanged, this, &SshDrawer::showTranscript);
    connect(connection.get(), &Connection::failed, this, &SshDrawer::showTranscript);
    connect(connection.get(), &Connection::lost, this, &SshDrawer::showTranscript);
    connect(connection.get(), &Connection::metrics, this, &SshDrawer::showTranscript);
    showTranscript();
}

void SshDrawer::explain(bool hasFailed)
{
    togglePage(kExplain);
    const auto connection = m_connection.lock();
    if (page() == kExplain && hasFailed && !m_explained && connection) {
        m_explained = true;
        m_diagnosis->explainFailure(*connection);
    }
}

void SshDrawer::showTranscript()
{
    const auto connection = m_connection.lock();
    if (!connection || page() != kTranscript || m_transcribed < 0)
        return;
    const Ssh::Transcript &transcript = connection->transcript();
    const QList<Ssh::TranscriptEntry> &entries = transcript.entries();
    TranscriptModel &model = m_transcript->model();
    // What fell out fell out of the middle; and a new attempt begins from nothing.
    const bool goesOn = entries.size() >= m_transcribed && model.dropped() == 0 &&
                        transcript.dropped() == 0 && m_transcribed == model.rowCount();
    if (goesOn && entries.size() == m_transcribed)
        return;
    QList<TranscriptLine> lines = linesOf(transcript, goesOn ? m_transcribed : 0);
    if (goesOn)
        model.append(std::move(lines));
    else if (entries.size() != m_transcribed || model.dropped() != transcript.dropped())
        model.setLines(std::move(lines), transcript.dropped());
    m_transcribed = entries.size();
}

void SshDrawer::retranslate()
{
    setPageTitle(kExplain, tr("Explain"));
    setPageTitle(kSession, tr("Session"));
    setPageTitle(kTranscript, tr("Transcript"));
    setPageTitle(kAudit, tr("Audit"));
    m_transcript->setEmptyText(
        tr("What both sides say while the connection is made appears here."));
}

} // namespace Portolan::Ui
