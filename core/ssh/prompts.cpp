// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ssh/prompts.h"

#include <algorithm>
#include <array>

namespace Portolan::Ssh {

bool asksForPassword(const QString &prompt)
{
    const auto has = [&](QStringView word) { return prompt.contains(word, Qt::CaseInsensitive); };
    // "One-time password (OATH) for ops:", "Password + token:" change with each login.
    constexpr std::array<QStringView, 10> kOneTime = {u"one-time", u"one time", u"otp",    u"token",
                                                      u"code",     u"pin",      u"일회용", u"코드",
                                                      u"인증",     u"passcode"};
    constexpr std::array<QStringView, 4> kPassword = {u"password", u"암호", u"비밀번호",
                                                      u"패스워드"};
    QString rest = prompt;
    rest.remove(QStringLiteral("비밀번호"));
    const auto remains = [&](QStringView word) { return rest.contains(word, Qt::CaseInsensitive); };
    return std::any_of(kPassword.begin(), kPassword.end(), has) &&
           std::none_of(kOneTime.begin(), kOneTime.end(), remains);
}

bool asksForPassword(const AuthQuestion &question)
{
    switch (question.method) {
    case AuthQuestion::Method::Password:
        return true;
    case AuthQuestion::Method::Passphrase:
        return false;
    case AuthQuestion::Method::KeyboardInteractive:
        break;
    }
    return question.prompts.size() == 1 && !question.prompts.constFirst().echo &&
           asksForPassword(question.prompts.constFirst().text);
}

} // namespace Portolan::Ssh
