// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/sshfixture.h"
#include "ui/mqtt/mqttpanel.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/promptdialog.h"

#include <QLineEdit>
#include <QTest>

// What tests of brokers in a window share, besides what those of SSH have.
namespace Portolan::Test {

// Of a listener of the lab's broker, with further options of the query.
inline QString brokerAddress(const Lab &lab, const char *id, const QString &options = {})
{
    const QString url = lab.broker(QLatin1String(id)).address;
    if (options.isEmpty())
        return url;
    return url + (url.contains(QLatin1Char('?')) ? QLatin1Char('&') : QLatin1Char('?')) + options;
}

inline Ui::MqttPanel *openBroker(WindowFixture &fixture, const QString &url)
{
    const auto opened = fixture.window->openAddress(url);
    return opened ? qobject_cast<Ui::MqttPanel *>(*opened) : nullptr;
}

inline Ui::NoticeBar *brokerNotice(const Ui::MqttPanel *panel)
{
    return panel->findChild<Ui::NoticeBar *>(QStringLiteral("brokerNotice"));
}

// Types into the question that is shown inside, once it is.
inline void answerPrompt(const QWidget &inside, const QString &text)
{
    QTRY_VERIFY_WITH_TIMEOUT(dialogOf<Ui::PromptDialog>(inside), kPatience);
    auto *dialog = dialogOf<Ui::PromptDialog>(inside);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), text);
    dialog->accept();
}

} // namespace Portolan::Test
