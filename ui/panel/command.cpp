// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panel/command.h"

#include "core/store/settings.h"
#include "ui/widgets/symbol.h"

namespace Portolan::Ui {

namespace {

// Only what differs from the usual keys is kept; this stands for none at all, because an empty
// value is the same as no value in some stores.
constexpr char kNoKeys[] = "none";

QByteArray keyOf(const CommandSpec &spec)
{
    return QByteArrayLiteral("shortcuts/") + spec.id.data();
}

} // namespace

QKeySequence CommandSpec::usualKeys() const
{
    if (*keys == '\0')
        return {};
    return QKeySequence(QString(QStringLiteral("Ctrl+Shift+") + QLatin1String(keys)));
}

Command::Command(const CommandSpec &spec, Settings &settings, QObject *parent)
    : QAction(symbol(spec.icon), spec.text(), parent)
    , m_spec(spec)
    , m_settings(settings)
{
    setObjectName(spec.id);
    followKeys();
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == QLatin1String(keyOf(m_spec)))
            followKeys();
    });
}

void Command::retranslate()
{
    setText(m_spec.text());
}

QString Command::whyNot() const
{
    if (isEnabled())
        return {};
    return m_spec.why ? m_spec.why() : tr("Not possible now");
}

void Command::followKeys()
{
    setShortcut(keysOf(m_spec, m_settings));
}

QKeySequence Command::keysOf(const CommandSpec &spec, const Settings &settings)
{
    const QString kept = settings.text(keyOf(spec).constData());
    if (kept.isEmpty())
        return spec.usualKeys();
    return kept == QLatin1String(kNoKeys)
               ? QKeySequence()
               : QKeySequence::fromString(kept, QKeySequence::PortableText);
}

void Command::setKeys(const CommandSpec &spec, const QKeySequence &keys, Settings &settings)
{
    if (keys == spec.usualKeys())
        resetKeys(spec, settings);
    else
        settings.set(keyOf(spec).constData(), keys.isEmpty()
                                                  ? QString(QLatin1String(kNoKeys))
                                                  : keys.toString(QKeySequence::PortableText));
}

void Command::resetKeys(const CommandSpec &spec, Settings &settings)
{
    settings.set(keyOf(spec).constData(), QString());
}

} // namespace Portolan::Ui
