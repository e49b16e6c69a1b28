// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

class QCoreApplication;

namespace Portolan::Ui {

// The language of the whole program, changed while it runs: every widget gets
// QEvent::LanguageChange. Owned by app, one a process, GUI thread.
class Languages : public QObject
{
    Q_OBJECT

public:
    explicit Languages(QCoreApplication &application);

    // "ko" or "en"; anything else is the system's language, English where we do not speak it.
    void choose(const QString &choice);
    [[nodiscard]] QString current() const { return m_current; }

private:
    QCoreApplication &m_application;
    const QString m_system;
    QTranslator m_ours;
    QTranslator m_qts;
    QString m_current;
};

} // namespace Portolan::Ui
