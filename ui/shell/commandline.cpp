// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace Portolan::Ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Portolan", text);
}

} // namespace

Result<CommandLine> CommandLine::read(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        words(QT_TRANSLATE_NOOP("Portolan", "Desktop console for people who run networks.")));
    parser.addPositionalArgument(
        QStringLiteral("URL"),
        words(QT_TRANSLATE_NOOP("Portolan", "Addresses to open, such as %1."))
            .arg(QStringLiteral("ssh://ops@bastion")),
        QStringLiteral("[URL...]"));
    const QCommandLineOption language(
        QStringLiteral("lang"),
        words(QT_TRANSLATE_NOOP("Portolan",
                                "Language of the window for this run: en, ko or system.")),
        QStringLiteral("language"));
    const QCommandLineOption run(
        QStringLiteral("e"),
        words(QT_TRANSLATE_NOOP("Portolan", "Run a command in a window of its own. Everything "
                                            "behind it belongs to the command.")),
        QStringLiteral("command"));
    const QCommandLineOption closeOnExit(
        QStringLiteral("close-on-exit"),
        words(QT_TRANSLATE_NOOP(
            "Portolan", "Close a tab when its session ends, however it ends; -e always does.")));
    const QCommandLineOption newWindow(
        QStringLiteral("new-window"),
        words(QT_TRANSLATE_NOOP(
            "Portolan", "Start a program of its own even where Portolan is running already.")));
    parser.addOptions({language, run, closeOnExit, newWindow});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();

    const qsizetype behind = arguments.indexOf(QStringLiteral("-e"));
    // The parser leaves out the first one, the program's name.
    QStringList own{QStringLiteral("portolan")};
    own += behind < 0 ? arguments : arguments.mid(0, behind);
    if (!parser.parse(own))
        return failure(Error::Kind::Usage, parser.errorText());
    CommandLine line;
    if (parser.isSet(help))
        line.answer = parser.helpText();
    else if (parser.isSet(version))
        line.answer = QStringLiteral("portolan %1\n").arg(QCoreApplication::applicationVersion());
    line.addresses = parser.positionalArguments();
    line.language = parser.value(language);
    line.closeOnExit = parser.isSet(closeOnExit);
    line.newWindow = parser.isSet(newWindow);
    const QStringList known{QStringLiteral("en"), QStringLiteral("ko"), QStringLiteral("system")};
    if (parser.isSet(language) && !known.contains(line.language))
        return failure(
            Error::Kind::Usage,
            words(QT_TRANSLATE_NOOP("Portolan", "There is no language “%1”; there are: %2"))
                .arg(line.language, known.join(QStringLiteral(", "))));
    if (behind >= 0) {
        line.command = arguments.mid(behind + 1);
        line.closeOnExit = true;
        if (line.command.isEmpty())
            return failure(Error::Kind::Usage,
                           words(QT_TRANSLATE_NOOP("Portolan", "-e needs a command behind it.")));
        if (!line.addresses.isEmpty())
            return failure(Error::Kind::Usage,
                           words(QT_TRANSLATE_NOOP(
                               "Portolan", "-e opens one command and no addresses beside it.")));
    }
    return line;
}

} // namespace Portolan::Ui
