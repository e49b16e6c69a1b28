// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/engine/walktraitstore.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Portolan::Snmp;

class SnmpWalkTraitsTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    const Oid m_kind{1, 3, 6, 1, 4, 1, 9, 1, 1208};
    const WalkTraits m_traits{40, 8, true, true};

    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private Q_SLOTS:
    void whatWasLearnedIsThereInTheNextRun()
    {
        const QString file = path("walks.txt");
        {
            WalkTraitStore store(file);
            QVERIFY(!store.recall(m_kind));
            store.remember(m_kind, m_traits);
            QCOMPARE(*store.recall(m_kind), m_traits);
        }
        WalkTraitStore again(file);
        QVERIFY(again.recall(m_kind));
        QCOMPARE(*again.recall(m_kind), m_traits);
    }

    void whatTwoProcessesLearnedIsKept()
    {
        const QString file = path("two.txt");
        {
            WalkTraitStore one(file);
            {
                WalkTraitStore two(file);
                two.remember(m_kind.child(2), m_traits);
            }
            one.remember(m_kind.child(1), m_traits);
        }
        WalkTraitStore both(file);
        QVERIFY(both.recall(m_kind.child(1)) && both.recall(m_kind.child(2)));
    }

    void anOldOrDamagedFileOnlyCostsTheMemory()
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const QString file = path("damaged.txt");
        write(file, "1.3.6.1.4.1.1 40 8 1 0 " +
                        QByteArray::number(
                            now - std::chrono::seconds(WalkTraitStore::kLasting).count() - 10) +
                        "\n1.3.6.1.4.1.2 40 8 1 0 " + QByteArray::number(now + 100'000) +
                        "\n1.3.6.1.4.1.3 0 8 1 0 " + QByteArray::number(now) +
                        "\n1.3.6.1.4.1.4 40 99999 1 0 " + QByteArray::number(now) +
                        "\nnonsense 40 8 1 0 1\n\xff\xfe\n1.3.6.1.4.1.5 40 8 1 0 " +
                        QByteArray::number(now) + "\n");
        WalkTraitStore store(file);
        for (std::uint32_t i = 1; i <= 4; ++i)
            QVERIFY(!store.recall(Oid{1, 3, 6, 1, 4, 1, i}));
        QVERIFY(store.recall(Oid{1, 3, 6, 1, 4, 1, 5}));
        WalkTraitStore nowhere(path("no/such/folder/walks.txt"));
        nowhere.remember(m_kind, m_traits);
        QVERIFY(nowhere.recall(m_kind));
    }

    void itIsBounded()
    {
        WalkTraitStore store(path("many.txt"));
        for (std::uint32_t i = 0; i < 3 * WalkTraitStore::kMost; ++i)
            store.remember(m_kind.child(i), m_traits);
        std::size_t kept = 0;
        for (std::uint32_t i = 0; i < 3 * WalkTraitStore::kMost; ++i)
            kept += store.recall(m_kind.child(i)) ? 1U : 0U;
        QCOMPARE(kept, WalkTraitStore::kMost);
    }
};

QTEST_GUILESS_MAIN(SnmpWalkTraitsTest)
#include "snmpwalktraits.moc"
