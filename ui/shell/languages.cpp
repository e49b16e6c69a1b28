// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Portolan::Ui {

namespace {

QString spokenHere(const QLocale &locale)
{
    return locale.language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

} // namespace

Languages::Languages(QCoreApplication &application)
    : QObject(&application)
    , m_application(application)
    , m_system(spokenHere(QLocale::system()))
{
}

void Languages::choose(const QString &choice)
{
    const bool known = choice == QLatin1String("ko") || choice == QLatin1String("en");
    const QString wanted = known ? choice : m_system;
    if (wanted == m_current)
        return;
    m_current = wanted;
    m_application.removeTranslator(&m_ours);
    m_application.removeTranslator(&m_qts);
    // Before the translators: widgets word their numbers again when those announce the change.
    QLocale::setDefault(QLocale(wanted));
    if (m_ours.load(QStringLiteral(":/i18n/portolan_%1.qm").arg(wanted)))
        m_application.installTranslator(&m_ours);
    if (m_qts.load(QStringLiteral("qtbase_%1").arg(wanted),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_application.installTranslator(&m_qts);
}

} // namespace Portolan::Ui
