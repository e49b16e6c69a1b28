// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyview.h"

#include "ui/widgets/breakable.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/verbatimtext.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

constexpr int kSoon = 30; // days: a certificate that ends sooner is worth a warning
constexpr qsizetype kMostNames = 100;

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

QString utcText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

} // namespace

// Writes the same thing twice: as widgets and as text.
class KeyView::Writer
{
public:
    Writer(QWidget *body, QString &text)
        : m_grid(new QGridLayout(body))
        , m_body(body)
        , m_text(text)
    {
        m_grid->setContentsMargins(0, 0, 0, 0);
        m_grid->setHorizontalSpacing(Space::L);
        m_grid->setVerticalSpacing(Space::S + 2);
        m_grid->setColumnStretch(1, 1);
    }

    void warning(const QString &sentence, bool isBad)
    {
        const StateColors &colors = stateColors(m_body->palette());
        auto *icon = new QLabel(m_body);
        icon->setTextFormat(Qt::PlainText);
        icon->setPixmap(symbolPixmap(QLatin1String(isBad ? "error" : "warning"), 16,
                                     isBad ? colors.bad : colors.warning,
                                     m_body->devicePixelRatioF()));
        icon->setAlignment(Qt::AlignTop | Qt::AlignRight);
        m_grid->addWidget(icon, m_row, 0);
        m_grid->addWidget(label(sentence), m_row++, 1);
        m_text += QStringLiteral("! ") + sentence + QLatin1Char('\n');
    }

    void field(const QString &name, const QString &value, const QString &tip = {})
    {
        if (value.isEmpty())
            return;
        addName(name, Qt::AlignTop);
        QLabel *words = label(value);
        words->setToolTip(tip);
        m_grid->addWidget(words, m_row++, 1);
        m_text += name + QStringLiteral(": ") + value + QLatin1Char('\n');
    }

    void fingerprint(const QString &name, const QString &value)
    {
        if (value.isEmpty())
            return;
        addName(name, Qt::AlignTop);
        auto *verbatim = new VerbatimText(m_body);
        verbatim->setText(value);
        verbatim->setAccessibleName(name);
        m_grid->addWidget(verbatim, m_row++, 1);
        m_text += name + QStringLiteral(": ") + value + QLatin1Char('\n');
    }

    // Lines of characters as high as they are wide together.
    void picture(const QString &name, const QString &lines)
    {
        if (lines.isEmpty())
            return;
        addName(name, Qt::AlignTop);
        auto *art = new QLabel(lines, m_body);
        art->setTextFormat(Qt::PlainText);
        art->setProperty("sample", true);
        art->setStyleSheet(QStringLiteral("font-family: \"%1\";")
                               .arg(QFontDatabase::systemFont(QFontDatabase::FixedFont).family()));
        art->setTextInteractionFlags(Qt::TextSelectableByMouse);
        art->setAccessibleName(name);
        m_grid->addWidget(art, m_row++, 1, Qt::AlignLeft);
        m_text += lines + QLatin1Char('\n');
    }

    void across(QWidget *widget) { m_grid->addWidget(widget, m_row++, 0, 1, 2); }

private:
    QLabel *label(const QString &text)
    {
        auto *words = new QLabel(breakable(text), m_body);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        return words;
    }
    void addName(const QString &name, Qt::Alignment where)
    {
        auto *words = new QLabel(name, m_body);
        words->setTextFormat(Qt::PlainText);
        words->setProperty("quiet", true);
        m_grid->addWidget(words, m_row, 0, where | Qt::AlignLeft);
    }

    QGridLayout *m_grid;
    QWidget *m_body;
    QString &m_text;
    int m_row = 0;
};

KeyView::KeyView(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void KeyView::showHostKey(const HostKeyView &key)
{
    m_what = What::HostKey;
    m_key = key;
    rebuild();
}

void KeyView::showCertificates(const QList<CertificateView> &chain, const QDateTime &now)
{
    m_what = What::Certificates;
    m_chain = chain;
    m_now = now;
    m_shown = 0;
    rebuild();
}

QString KeyView::text() const
{
    return m_text;
}

void KeyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        rebuild();
    QWidget::changeEvent(event);
}

void KeyView::rebuild()
{
    if (m_body) {
        m_column->removeWidget(m_body);
        m_body->hide();
        m_body->deleteLater(); // perhaps a button in it was just clicked
    }
    m_body = nullptr;
    m_text.clear();
    if (m_what == What::Nothing)
        return;
    m_body = new QWidget(this);
    Writer writer(m_body, m_text);
    if (m_what == What::HostKey) {
        writeHostKey(writer);
    } else if (!m_chain.isEmpty()) {
        // The chain as a list to choose from, from the host up to the root.
        if (m_chain.size() > 1) {
            for (int i = 0; i < m_chain.size(); ++i) {
                const CertificateView &link = m_chain[i];
                auto *choice = new QToolButton(m_body);
                const QString role = i == 0            ? tr("Host")
                                     : link.selfSigned ? tr("Root")
                                                       : tr("Intermediate");
                choice->setText(tr("%1: %2").arg(role, link.subject.left(60)));
                choice->setToolTip(link.subject.toHtmlEscaped());
                choice->setCheckable(true);
                choice->setChecked(i == m_shown);
                choice->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
                choice->setIcon(symbol(QLatin1String("certificate")));
                choice->setFocusPolicy(Qt::TabFocus);
                connect(choice, &QToolButton::clicked, this, [this, i] {
                    m_shown = i;
                    rebuild();
                });
                writer.across(choice);
            }
        }
        writeCertificate(writer,
                         m_chain[std::clamp<int>(m_shown, 0, static_cast<int>(m_chain.size()) - 1)],
                         m_shown == 0);
    }
    auto *copy = new QPushButton(symbol(QLatin1String("copy")), tr("Copy"), m_body);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_text); });
    auto *holder = new QWidget(m_body);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(copy);
    writer.across(holder);
    m_column->addWidget(m_body);
}

void KeyView::writeHostKey(Writer &writer) const
{
    for (const QString &sentence : m_key.warnings)
        writer.warning(sentence, false);
    writer.field(tr("Type"),
                 m_key.bits > 0 ? tr("%1, %2 bits").arg(m_key.type).arg(m_key.bits) : m_key.type);
    writer.fingerprint(QStringLiteral("SHA256"), m_key.sha256);
    writer.fingerprint(QStringLiteral("MD5"), m_key.md5);
    writer.picture(tr("Picture"), m_key.randomart);
    for (const QString &place : m_key.places)
        writer.field(tr("Recorded"), place);
}

void KeyView::writeCertificate(Writer &writer, const CertificateView &certificate,
                               bool isHosts) const
{
    const qint64 days = m_now.daysTo(certificate.validUntil);
    const bool over = certificate.validUntil.isValid() && certificate.validUntil < m_now;
    const bool early = certificate.validFrom.isValid() && certificate.validFrom > m_now;
    for (const QString &sentence : certificate.warnings)
        writer.warning(sentence, true);
    if (over)
        writer.warning(tr("The certificate has expired."), true);
    else if (early)
        writer.warning(tr("The certificate is not valid yet."), true);
    else if (certificate.validUntil.isValid() && days < kSoon)
        writer.warning(tr("The certificate expires in %n day(s).", nullptr, static_cast<int>(days)),
                       false);
    if (certificate.selfSigned && isHosts)
        writer.warning(tr("The certificate is signed by itself: nobody else vouches for it."),
                       false);
    writer.field(tr("Subject"), certificate.subject);
    writer.field(tr("Names"), certificate.names.mid(0, kMostNames).join(QStringLiteral(", ")) +
                                  (certificate.names.size() > kMostNames
                                       ? tr(" and %n more", nullptr,
                                            static_cast<int>(certificate.names.size() - kMostNames))
                                       : QString()));
    writer.field(tr("Issuer"), certificate.issuer);
    if (certificate.validFrom.isValid())
        writer.field(tr("Valid from"), timeText(certificate.validFrom),
                     utcText(certificate.validFrom));
    if (certificate.validUntil.isValid())
        writer.field(tr("Valid until"),
                     over ? tr("%1 (over)").arg(timeText(certificate.validUntil))
                          : tr("%1 (%n day(s) left)", nullptr,
                               static_cast<int>(std::clamp<qint64>(days, 0, 1'000'000)))
                                .arg(timeText(certificate.validUntil)),
                     utcText(certificate.validUntil));
    writer.field(tr("Key"),
                 certificate.keyBits > 0
                     ? tr("%1, %2 bits").arg(certificate.keyType).arg(certificate.keyBits)
                     : certificate.keyType);
    writer.field(tr("Signature"), certificate.signature);
    writer.fingerprint(QStringLiteral("SHA256"), certificate.sha256);
    writer.fingerprint(QStringLiteral("SHA1"), certificate.sha1);
    writer.fingerprint(tr("Serial"), certificate.serial);
}

} // namespace Portolan::Ui
