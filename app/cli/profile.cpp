// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandcontext.h"
#include "app/cli/nouns.h"
#include "app/cli/words.h"
#include "core/store/folders.h"
#include "core/store/profileimport.h"
#include "core/store/storage.h"
#include "core/store/withoutsecrets.h"

#include <CLI/CLI.hpp>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace Portolan::Cli {

namespace {

QString pathOf(const Profile &profile)
{
    return profile.folder.isEmpty() ? profile.name
                                    : QString(profile.folder + QLatin1Char('/') + profile.name);
}

// What a person would type behind "@".
QString nameOf(const ProfileSet &set, const QString &id)
{
    const auto profile = set.profile(id);
    return profile ? pathOf(*profile) : QString();
}

Result<> list(CommandContext &context)
{
    const auto set = ProfileSet::read(Storage::fileOf(Folders::ofThisUser()));
    if (!set)
        return tl::unexpected(set.error());
    qsizetype widest = 0;
    for (const Profile &profile : set->profiles())
        widest = std::max(widest, std::min<qsizetype>(pathOf(profile).size(), 40));
    for (const Profile &profile : set->profiles()) {
        const QString url = withoutSecrets(profile.address).toString();
        const QString via = nameOf(*set, profile.via);
        const auto credential = set->credential(profile.credential);
        if (context.options.json) {
            context.output.object(
                {{QStringLiteral("type"), QStringLiteral("profile")},
                 {QStringLiteral("id"), profile.id},
                 {QStringLiteral("name"), profile.name},
                 {QStringLiteral("folder"), profile.folder},
                 {QStringLiteral("tags"), QJsonArray::fromStringList(profile.tags)},
                 {QStringLiteral("url"), url},
                 {QStringLiteral("credential"), credential ? credential->name : QString()},
                 {QStringLiteral("via"), via}});
            continue;
        }
        QString line = pathOf(profile).leftJustified(widest) + QStringLiteral("  ") + url;
        if (!via.isEmpty())
            line += QStringLiteral("  ") + Words::tr("via %1").arg(via);
        if (!profile.tags.isEmpty())
            line += QStringLiteral("  #") + profile.tags.join(QStringLiteral(" #"));
        context.output.text(line);
    }
    return {};
}

Result<> exportThem(CommandContext &context, const std::vector<std::string> &names)
{
    const auto set = ProfileSet::read(Storage::fileOf(Folders::ofThisUser()));
    if (!set)
        return tl::unexpected(set.error());
    QStringList ids;
    for (const std::string &name : names) {
        const QString text = QString::fromStdString(name);
        const auto profile = set->find(text.startsWith(QLatin1Char('@')) ? text.mid(1) : text);
        if (!profile)
            return tl::unexpected(profile.error());
        ids.append(profile->id);
    }
    const QByteArray document = toJson(*set, ids);
    if (context.options.json)
        context.output.object(
            {{QStringLiteral("type"), QStringLiteral("document")},
             {QStringLiteral("document"), QJsonDocument::fromJson(document).object()}});
    else
        context.output.bytes(document);
    return {};
}

} // namespace

void addProfileCommands(CLI::App &app, CommandContext &context)
{
    CLI::App *const noun = app.add_subcommand(
        "profile", Words::tr("The connections that the window keeps").toStdString());
    noun->require_subcommand(1);
    CLI::App *const listVerb =
        noun->add_subcommand("list", Words::tr("Print all of them").toStdString());
    listVerb->callback([&context] { context.run(&list); });

    CLI::App *const exportVerb = noun->add_subcommand(
        "export",
        Words::tr("Print a document that can be imported, without secrets").toStdString());
    const auto names = std::make_shared<std::vector<std::string>>();
    exportVerb->add_option(
        "names", *names, Words::tr("Only these, with what they are reached through").toStdString());
    exportVerb->callback([&context, names] {
        context.run([names](CommandContext &c) { return exportThem(c, *names); });
    });
}

} // namespace Portolan::Cli
