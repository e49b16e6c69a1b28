// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/redact.h"

#include <QRegularExpression>
#include <QtGlobal>

#include <array>
#include <utility>

namespace Portolan {

namespace {

struct Rule
{
    QRegularExpression what;
    QString instead;
};

// In this order. No rule matches without a fixed word or sign, so most texts cost little.
const std::array<Rule, 5> &rules()
{
    using Re = QRegularExpression;
    static const std::array<Rule, 5> all{{
        {Re(QStringLiteral("-----BEGIN ([A-Z0-9 ]*)PRIVATE KEY-----.*?(?:-----END "
                           "[A-Z0-9 ]*PRIVATE KEY-----|\\z)"),
            Re::DotMatchesEverythingOption),
         QStringLiteral("-----BEGIN \\1PRIVATE KEY----- *** -----END \\1PRIVATE KEY-----")},
        // scheme://user:password@host; up to the last @ before the path, as people write '@' in
        // passwords.
        {Re(QStringLiteral("([A-Za-z][A-Za-z0-9+.-]*://[^\\s/:@?#]*):[^\\s/?#]*@")),
         QStringLiteral("\\1:***@")},
        {Re(QStringLiteral("(snmps?://)[^\\s/@?#]+@"), Re::CaseInsensitiveOption),
         QStringLiteral("\\1***@")},
        {Re(QStringLiteral("\\b((?:Proxy-)?Authorization|(?:Set-)?Cookie)(\\s*[:=]\\s*)[^\\r\\n]+"),
            Re::CaseInsensitiveOption),
         QStringLiteral("\\1\\2***")},
        {Re(QStringLiteral(
                "\\b((?:pass(?:word|wd|phrase)|pwd|secret|community|(?:access|refresh|auth|"
                "bearer|id)?[_-]?token|api[_-]?key|비밀번호|암호))(\\s*[=:]\\s*)"
                "(?:\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'|[^\\s&;,\"']+)"),
            Re::CaseInsensitiveOption | Re::UseUnicodePropertiesOption),
         QStringLiteral("\\1\\2***")},
    }};
    return all;
}

QtMessageHandler &nextHandler()
{
    static QtMessageHandler handler = nullptr;
    return handler;
}

void logRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    nextHandler()(type, context, redacted(message));
}

} // namespace

QString redacted(const QString &text)
{
    QString result = text;
    for (const Rule &rule : rules())
        result.replace(rule.what, rule.instead);
    return result;
}

void redactLog()
{
    nextHandler() = qInstallMessageHandler(&logRedacted);
}

} // namespace Portolan
