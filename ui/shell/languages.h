// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <array>
#include <memory>

class QCoreApplication;

namespace Portolan::Ui {

// The language of the whole program, changed while it runs: every widget gets
// QEvent::LanguageChange. What is searched by name is found in every language: worded() says a text
// as another language has it, without anything changing its own. Owned by app, one a process, GUI
// thread.
class Languages : public QObject
{
    Q_OBJECT

public:
    explicit Languages(QCoreApplication &application);
    ~Languages() override;

    // "ko" or "en"; anything else is the system's language, English where we do not speak it.
    void choose(const QString &choice);
    [[nodiscard]] QString current() const { return m_current; }
    // The one of the two that is not shown.
    [[nodiscard]] QString other() const;

    // What `text` returns while every tr() below it speaks `language`.
    template<typename Text>
    [[nodiscard]] QString worded(const QString &language, const Text &text) const
    {
        const Speaking speaking(language);
        return text();
    }

private:
    class Catalogue;

    // Sets the language of this thread's tr() until its end.
    class Speaking
    {
    public:
        explicit Speaking(const QString &language);
        ~Speaking();
        Speaking(const Speaking &) = delete;
        Speaking &operator=(const Speaking &) = delete;

    private:
        const int m_before;
    };

    QCoreApplication &m_application;
    const QString m_system;
    std::unique_ptr<Catalogue> m_ours;
    QTranslator m_qts;
    QString m_current;
};

} // namespace Portolan::Ui
