// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/findingcard.h"

#include "ui/widgets/breakable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/verbatimtext.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

using Severity = Finding::Severity;

QLatin1String symbolOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return QLatin1String("error");
    case Severity::Warning:
        return QLatin1String("warning");
    case Severity::Info:
        return QLatin1String("info");
    case Severity::Ok:
        break;
    }
    return QLatin1String("check");
}

QColor colorOf(Severity severity, const QPalette &palette)
{
    const StateColors &colors = stateColors(palette);
    switch (severity) {
    case Severity::Error:
        return colors.bad;
    case Severity::Warning:
        return colors.warning;
    case Severity::Info:
        return palette.color(QPalette::Link);
    case Severity::Ok:
        break;
    }
    return colors.good;
}

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QToolButton *makeButton(QLatin1String icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbol(icon));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

// The one place where text becomes markup: links around what can be looked up, all else escaped.
QString referenceHtml(const QString &reference)
{
    QString html;
    qsizetype at = 0;
    const QList<ReferenceLink> links = linksOf(reference);
    for (const ReferenceLink &link : links) {
        html += breakable(reference.mid(at, link.start - at)).toHtmlEscaped() +
                QStringLiteral("<a href=\"%1\">%2</a>")
                    .arg(QString::fromLatin1(link.url.toEncoded()).toHtmlEscaped(),
                         breakable(reference.mid(link.start, link.length)).toHtmlEscaped());
        at = link.start + link.length;
    }
    return html + breakable(reference.mid(at)).toHtmlEscaped();
}

} // namespace

FindingCard::FindingCard(const Finding &finding, QWidget *parent)
    : QFrame(parent)
    , m_finding(finding)
    , m_open(finding.severity >= Severity::Warning)
    , m_icon(new QLabel(this))
    , m_word(new QLabel(this))
    , m_title(makeText(this))
    , m_evidence(new VerbatimText(this))
    , m_adviceRow(new QWidget(this))
    , m_advice(makeText(m_adviceRow))
    , m_copyAdvice(makeButton(QLatin1String("copy"), m_adviceRow))
    , m_action(new QPushButton(this))
    , m_reference(new QLabel(this))
    , m_copy(makeButton(QLatin1String("copy"), this))
    , m_fold(makeButton(QLatin1String("chevron-down"), this))
{
    setProperty("card", true);
    m_icon->setFixedSize(16, 16);
    m_word->setProperty("strong", true);
    m_title->setObjectName(QStringLiteral("title"));
    m_title->setProperty("strong", m_open);
    m_evidence->setText(finding.evidence);
    m_evidence->setObjectName(QStringLiteral("evidence"));
    m_advice->setObjectName(QStringLiteral("advice"));
    m_copyAdvice->setObjectName(QStringLiteral("copyAdvice"));
    m_action->setObjectName(QStringLiteral("action"));
    m_action->setProperty("primary", finding.severity == Severity::Error);
    m_reference->setObjectName(QStringLiteral("reference"));
    m_reference->setProperty("quiet", true);
    m_reference->setWordWrap(true);
    m_reference->setTextFormat(Qt::RichText);
    m_reference->setText(referenceHtml(finding.reference));
    m_reference->setTextInteractionFlags(Qt::LinksAccessibleByMouse |
                                         Qt::LinksAccessibleByKeyboard);
    m_copy->setObjectName(QStringLiteral("copyFinding"));
    m_fold->setObjectName(QStringLiteral("fold"));

    auto *adviceRow = new QHBoxLayout(m_adviceRow);
    adviceRow->setContentsMargins(0, 0, 0, 0);
    adviceRow->setSpacing(Space::S);
    adviceRow->addWidget(m_advice, 1);
    adviceRow->addWidget(m_copyAdvice, 0, Qt::AlignTop);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::S + 2);
    head->addWidget(m_icon);
    head->addWidget(m_word, 1);
    head->addWidget(m_copy);
    head->addWidget(m_fold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::L, Space::S, Space::M, Space::M);
    column->setSpacing(Space::S + 2);
    column->addLayout(head);
    column->addWidget(m_title);
    column->addWidget(m_evidence);
    column->addWidget(m_adviceRow);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    column->addWidget(m_reference);

    connect(m_copy, &QToolButton::clicked, this,
            [this] { copy(findingToText(m_finding, m_text), m_copy); });
    connect(m_copyAdvice, &QToolButton::clicked, this,
            [this] { copy(m_text.advice, m_copyAdvice); });
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_open = !m_open;
        showDetails();
    });
    connect(m_action, &QPushButton::clicked, this, &FindingCard::actionClicked);
    connect(m_reference, &QLabel::linkActivated, this,
            [](const QString &link) { QDesktopServices::openUrl(QUrl(link)); });
    showSeverity();
}

void FindingCard::setWords(const FindingText &text, const QString &action)
{
    m_text = text;
    m_word->setText(severityWord(m_finding.severity));
    m_title->setText(breakable(text.title));
    m_advice->setText(breakable(text.advice));
    m_action->setText(action);
    m_copy->setToolTip(tr("Copy this finding"));
    m_copy->setAccessibleName(tr("Copy this finding"));
    m_copyAdvice->setToolTip(tr("Copy the advice"));
    m_copyAdvice->setAccessibleName(tr("Copy the advice"));
    m_evidence->setAccessibleName(tr("Evidence"));
    setAccessibleName(severityWord(m_finding.severity) + QStringLiteral(": ") + text.title);
    showDetails();
}

void FindingCard::showDetails()
{
    const bool any =
        !m_finding.evidence.isEmpty() || !m_text.advice.isEmpty() || !m_finding.reference.isEmpty();
    m_fold->setVisible(any);
    m_fold->setIcon(symbol(QLatin1String(m_open ? "chevron-up" : "chevron-down")));
    m_fold->setToolTip(m_open ? tr("Show less") : tr("Show more"));
    m_fold->setAccessibleName(m_fold->toolTip());
    m_evidence->setVisible(m_open && !m_finding.evidence.isEmpty());
    m_adviceRow->setVisible(m_open && !m_text.advice.isEmpty());
    m_reference->setVisible(m_open && !m_finding.reference.isEmpty());
    // What one click can do is worth seeing at once.
    m_action->setVisible(!m_action->text().isEmpty());
}

void FindingCard::showSeverity()
{
    const QColor color = colorOf(m_finding.severity, palette());
    m_icon->setPixmap(symbolPixmap(symbolOf(m_finding.severity), 16, color, devicePixelRatioF()));
    QPalette words = m_word->palette();
    words.setColor(QPalette::WindowText, color);
    m_word->setPalette(words);
}

void FindingCard::copy(const QString &text, QToolButton *button)
{
    QApplication::clipboard()->setText(text);
    button->setIcon(symbol(QLatin1String("check"), stateColors(palette()).good));
    QTimer::singleShot(1500, button, [button] { button->setIcon(symbol(QLatin1String("copy"))); });
}

void FindingCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showSeverity();
    QFrame::changeEvent(event);
}

} // namespace Portolan::Ui
