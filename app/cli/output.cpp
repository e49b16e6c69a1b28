// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/words.h"

#include <QByteArray>
#include <QJsonDocument>

#include <cstdio>

namespace Portolan::Cli {

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

bool write(std::FILE *stream, QByteArrayView bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.data(), 1, size, stream) == size && std::fflush(stream) == 0;
}

} // namespace

void Output::object(const QJsonObject &object)
{
    bytes(line(object));
}

void Output::text(const QString &line)
{
    bytes(QByteArray(line.toUtf8() + '\n'));
}

void Output::bytes(QByteArrayView bytes)
{
    if (!m_failed)
        m_failed = !write(stdout, bytes);
}

void Output::error(const Error &error)
{
    if (m_json) {
        write(stderr, line({{QStringLiteral("type"), QStringLiteral("error")},
                            {QStringLiteral("kind"), kindName(error.kind)},
                            {QStringLiteral("what"), error.what},
                            {QStringLiteral("detail"), error.detail},
                            {QStringLiteral("native"), error.native}}));
        return;
    }
    QString text = QStringLiteral("portolanctl: ") + error.what;
    if (!error.detail.isEmpty())
        text += QStringLiteral(" (") + error.detail + QLatin1Char(')');
    write(stderr, QByteArray(text.toUtf8() + '\n'));
}

void Output::warning(const QString &what)
{
    if (m_json)
        write(stderr, line({{QStringLiteral("type"), QStringLiteral("warning")},
                            {QStringLiteral("what"), what}}));
    else
        write(stderr, QByteArray("portolanctl: " + what.toUtf8() + '\n'));
}

QString severityLabel(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Error:
        return Words::tr("ERROR");
    case Finding::Severity::Warning:
        return Words::tr("WARNING");
    case Finding::Severity::Info:
        return Words::tr("note");
    case Finding::Severity::Ok:
        break;
    }
    return Words::tr("ok");
}

} // namespace Portolan::Cli
