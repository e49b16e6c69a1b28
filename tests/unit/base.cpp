// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/finding.h"
#include "core/base/metricsample.h"
#include "core/base/secret.h"

#include <QTest>

#include <functional>
#include <optional>
#include <string>
#include <type_traits>

#if defined(__SANITIZE_ADDRESS__)
// As in sanitizer/allocator_interface.h, which GCC does not install.
extern "C" {
std::size_t __sanitizer_get_allocated_size(const volatile void *block);
int __sanitizer_install_malloc_and_free_hooks(void (*onMalloc)(const volatile void *, std::size_t),
                                              void (*onFree)(const volatile void *));
}
#endif

using namespace Portolan;

namespace {

constexpr std::string_view kCanary = "canary-7f3a: correct horse battery staple";

// How many blocks were given back to the heap with the canary still in them, as UTF-8 or as UTF-16.
// The address sanitizer calls us at every free(), before the block goes.
int g_leaked = 0;

#if defined(__SANITIZE_ADDRESS__)
// No allocation in here.
void lookAtFreedBlock(const volatile void *block)
{
    const auto *bytes = static_cast<const char *>(const_cast<const void *>(block));
    const std::size_t size = __sanitizer_get_allocated_size(block);
    for (std::size_t stride : {std::size_t(1), sizeof(char16_t)}) {
        for (std::size_t start = 0; start + stride * kCanary.size() <= size; ++start) {
            std::size_t same = 0;
            while (same < kCanary.size() && bytes[start + same * stride] == kCanary[same])
                ++same;
            if (same == kCanary.size()) {
                ++g_leaked;
                return;
            }
        }
    }
}
#endif

QString canaryText()
{
    QString text;
    text.reserve(qsizetype(kCanary.size()));
    for (const char c : kCanary)
        text.append(QLatin1Char(c));
    return text;
}

} // namespace

class BaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__)
        QVERIFY(__sanitizer_install_malloc_and_free_hooks([](const volatile void *, std::size_t) {},
                                                          &lookAtFreedBlock) > 0);
#endif
    }
    void init()
    {
        g_leaked = 0;
    }

    void aSecretGivesItsBytesAndANulBehindThem()
    {
        const Secret secret("password");
        QCOMPARE(secret.reveal(), std::string_view("password"));
        QCOMPARE(*secret.reveal().end(), '\0');
        const Secret binary(std::string_view("a\0b", 3));
        QCOMPARE(binary.reveal(), std::string_view("a\0b", 3));
        QVERIFY(Secret().isEmpty());
        QVERIFY(Secret(std::string_view()).isEmpty());
        QVERIFY(Secret().reveal().data() != nullptr);
    }

    void aMovedSecretLeavesNothingBehind()
    {
        Secret first("one");
        Secret second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): this is what is shown
        QCOMPARE(first.reveal(), std::string_view());
        QCOMPARE(second.reveal(), std::string_view("one"));
        Secret third("three");
        third = std::move(second);
        QCOMPARE(third.reveal(), std::string_view("one"));
        QVERIFY(second.isEmpty());
        Secret &same = third;
        third = std::move(same);
        QCOMPARE(third.reveal(), std::string_view("one"));
        const Secret copied = third.copy();
        QCOMPARE(copied.reveal(), third.reveal());
        QVERIFY(copied.reveal().data() != third.reveal().data());
    }

    void aSecretCannotBeCopiedPrintedOrTurnedIntoText()
    {
        QVERIFY(!std::is_copy_constructible_v<Secret>);
        QVERIFY(!std::is_copy_assignable_v<Secret>);
        QVERIFY(!(std::is_convertible_v<Secret, QString>));
        QVERIFY(!(std::is_convertible_v<Secret, std::string_view>));
        QVERIFY(!(std::is_constructible_v<QString, Secret>));
        QVERIFY(!(std::is_invocable_v<std::equal_to<>, Secret, Secret>));
    }

    void memoryIsOverwrittenBeforeItIsGivenBack()
    {
#if !defined(__SANITIZE_ADDRESS__)
        QSKIP("freed memory can be looked at only under the address sanitizer");
#endif
        {
            const std::string plain(kCanary);
        }
        QCOMPARE(g_leaked, 1); // a string that nobody wipes is seen, so the look is a real one
        canaryText();
        QCOMPARE(g_leaked, 2);

        g_leaked = 0;
        {
            Secret secret(kCanary);
            Secret moved(std::move(secret));
            Secret other("another one");
            other = std::move(moved); // what it held goes
            const Secret copied = other.copy();
            other = Secret(kCanary);
        }
        QCOMPARE(g_leaked, 0);
    }

    void takingTheTextOfAFieldWipesIt()
    {
        QString text = canaryText();
        {
            const Secret secret = Secret::takeFrom(text);
            QVERIFY(text.isEmpty());
            QCOMPARE(secret.reveal(), kCanary);
        }
        QCOMPARE(g_leaked, 0);

        QString hangul = QStringLiteral("비밀번호");
        hangul.detach();
        QCOMPARE(Secret::takeFrom(hangul).reveal(), std::string_view("비밀번호"));
    }

    void textThatSomebodyElseHoldsStaysWhole()
    {
        const QString held = canaryText();
        QString text = held;
        QCOMPARE(Secret::takeFrom(text).reveal(), kCanary);
        QVERIFY(text.isEmpty());
        QCOMPARE(held, QLatin1String(kCanary.data(), int(kCanary.size())));
    }

    void exitCodesAreTheContractOfTheCommandLine_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("refused") << Error::Kind::Refused << 1 << "refused";
        QTest::newRow("usage") << Error::Kind::Usage << 2 << "usage";
        QTest::newRow("network") << Error::Kind::Network << 3 << "network";
        QTest::newRow("timeout") << Error::Kind::Timeout << 3 << "timeout";
        QTest::newRow("auth") << Error::Kind::Auth << 4 << "auth";
        QTest::newRow("certificate") << Error::Kind::Certificate << 5 << "certificate";
        QTest::newRow("protocol") << Error::Kind::Protocol << 6 << "protocol";
        QTest::newRow("unsupported") << Error::Kind::Unsupported << 7 << "unsupported";
        QTest::newRow("local") << Error::Kind::Local << 8 << "local";
        QTest::newRow("cancelled") << Error::Kind::Cancelled << 130 << "cancelled";
    }
    void exitCodesAreTheContractOfTheCommandLine()
    {
        QFETCH(Error::Kind, kind);
        QTEST(exitCode(kind), "code");
        QTEST(kindName(kind), "word");
    }

    void aFailureCarriesWhatItWasGiven()
    {
        const Result<int> result =
            failure(Error::Kind::Refused, QStringLiteral("The server said no."),
                    QStringLiteral("reason 7"), 7);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Refused);
        QCOMPARE(result.error().what, QStringLiteral("The server said no."));
        QCOMPARE(result.error().detail, QStringLiteral("reason 7"));
        QCOMPARE(result.error().native, 7);
    }

    void severitiesHaveTheirWords()
    {
        using Severity = Finding::Severity;
        QCOMPARE(severityName(Severity::Ok), QStringLiteral("ok"));
        QCOMPARE(severityName(Severity::Info), QStringLiteral("info"));
        QCOMPARE(severityName(Severity::Warning), QStringLiteral("warning"));
        QCOMPARE(severityName(Severity::Error), QStringLiteral("error"));
        QVERIFY(Severity::Ok < Severity::Info && Severity::Info < Severity::Warning &&
                Severity::Warning < Severity::Error); // drawers sort by it
    }

    void aMetricThatCannotBeMeasuredIsNotZero()
    {
        const MetricSample sample{QStringLiteral("rtt_ms"), std::nullopt,
                                  MetricSample::Unit::Milliseconds};
        QVERIFY(!sample.value.has_value());
        QVERIFY(sample.time.time_since_epoch().count() > 0);
    }
};

QTEST_GUILESS_MAIN(BaseTest)
#include "base.moc"
