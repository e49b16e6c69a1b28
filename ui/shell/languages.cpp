// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Portolan::Ui {

namespace {

constexpr std::array kSpoken = {"en", "ko"};
constexpr int kAsChosen = -1;

QString spokenHere(const QLocale &locale)
{
    return locale.language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

int indexOf(const QString &language)
{
    return language == QLatin1String("ko") ? 1 : 0;
}

// tr() asks from any thread; only the one that wants another language gets it.
thread_local int t_speaking = kAsChosen;

} // namespace

// All catalogues at once behind one installed translator: asking another one needs no event, which
// would have every widget of the program worded again.
class Languages::Catalogue : public QTranslator
{
public:
    Catalogue()
    {
        for (std::size_t i = 0; i < kSpoken.size(); ++i) {
            // English has a catalogue for its plurals only, and is written in the sources.
            const bool read = m_catalogues[i].load(
                QStringLiteral(":/i18n/portolan_%1.qm").arg(QLatin1String(kSpoken[i])));
            Q_UNUSED(read)
        }
    }

    void choose(const QString &language) { m_chosen = indexOf(language); }

    [[nodiscard]] QString translate(const char *context, const char *source, const char *comment,
                                    int n) const override
    {
        const int language = t_speaking == kAsChosen ? m_chosen : t_speaking;
        return m_catalogues[std::size_t(language)].translate(context, source, comment, n);
    }
    // Else the application does not ask.
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    std::array<QTranslator, kSpoken.size()> m_catalogues;
    int m_chosen = 0;
};

Languages::Speaking::Speaking(const QString &language)
    : m_before(std::exchange(t_speaking, indexOf(language)))
{
}

Languages::Speaking::~Speaking()
{
    t_speaking = m_before;
}

Languages::Languages(QCoreApplication &application)
    : QObject(&application)
    , m_application(application)
    , m_system(spokenHere(QLocale::system()))
    , m_ours(std::make_unique<Catalogue>())
{
}

Languages::~Languages() = default;

void Languages::choose(const QString &choice)
{
    const bool known = choice == QLatin1String("ko") || choice == QLatin1String("en");
    const QString wanted = known ? choice : m_system;
    if (wanted == m_current)
        return;
    m_current = wanted;
    m_application.removeTranslator(m_ours.get());
    m_application.removeTranslator(&m_qts);
    // Before the translators: widgets word their numbers again when those announce the change.
    QLocale::setDefault(QLocale(wanted));
    m_ours->choose(wanted);
    m_application.installTranslator(m_ours.get());
    if (m_qts.load(QStringLiteral("qtbase_%1").arg(wanted),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qts);
}

QString Languages::other() const
{
    return m_current == QLatin1String("ko") ? QStringLiteral("en") : QStringLiteral("ko");
}

} // namespace Portolan::Ui
