// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/screenjson.h"
#include "core/terminal/terminal.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <random>
#include <string>
#include <string_view>

using namespace Portolan;

namespace {

constexpr int kRandomRounds = 8;
constexpr std::size_t kLongestChunk = 700;

QDir recordings()
{
    return QDir(qEnvironmentVariable("PORTOLAN_SOURCE_DIR") +
                QStringLiteral("/tests/terminal/recordings"));
}

QByteArray fileContent(const QString &name)
{
    QFile file(recordings().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A terminal that is fed piece by piece, with a view that follows every piece.
class Replay
{
public:
    explicit Replay(const QJsonObject &expected)
        : m_terminal({expected.value(QStringLiteral("columns")).toInt(),
                      expected.value(QStringLiteral("rows")).toInt()})
    {
        m_terminal.setWriter([this](std::string_view bytes) { m_replies += bytes; });
    }

    void feed(std::string_view bytes, bool lookAt)
    {
        m_terminal.receive(bytes);
        if (lookAt)
            m_terminal.update(m_followed);
    }

    // As a view sees it that comes now, and as the one sees it that copied changed rows only.
    QJsonObject fresh()
    {
        Terminal::Frame frame;
        m_terminal.update(frame);
        return Cli::screenToJson(frame, m_replies);
    }
    QJsonObject followed()
    {
        m_terminal.update(m_followed);
        return Cli::screenToJson(m_followed, m_replies);
    }

private:
    Terminal::Terminal m_terminal;
    Terminal::Frame m_followed;
    std::string m_replies;
};

// Empty where they are equal, else the first thing that is not.
QByteArray difference(const QJsonObject &actual, const QJsonObject &expected)
{
    const auto text = [](const QJsonValue &value) {
        return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    };
    for (const QString &key : expected.keys() + actual.keys()) {
        if (key == QLatin1String("lines") || actual.value(key) == expected.value(key))
            continue;
        return key.toUtf8() + ": " + text(actual.value(key)) + " instead of " +
               text(expected.value(key));
    }
    const QJsonArray lines = actual.value(QStringLiteral("lines")).toArray();
    const QJsonArray wanted = expected.value(QStringLiteral("lines")).toArray();
    for (qsizetype row = 0; row < std::max(lines.size(), wanted.size()); ++row)
        if (lines.at(row) != wanted.at(row))
            return "row " + QByteArray::number(row) + ": " + text(lines.at(row)) +
                   "\n instead of " + text(wanted.at(row));
    return {};
}

} // namespace

class RecordingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordingHasAnExpectationAndTheOtherWayRound()
    {
        QStringList streams = recordings().entryList({QStringLiteral("*.vt")}, QDir::Files);
        QStringList screens = recordings().entryList({QStringLiteral("*.json")}, QDir::Files);
        streams.replaceInStrings(QStringLiteral(".vt"), QString());
        screens.replaceInStrings(QStringLiteral(".json"), QString());
        QCOMPARE(streams, screens);
        QVERIFY(streams.size() >= 40);
    }

    void theScreenIsTheExpectedOneHoweverTheBytesArrive_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QJsonObject>("expected");
        for (const QString &name :
             recordings().entryList({QStringLiteral("*.json")}, QDir::Files)) {
            const QString base = name.chopped(5);
            QTest::newRow(qPrintable(base)) << fileContent(base + QStringLiteral(".vt"))
                                            << QJsonDocument::fromJson(fileContent(name)).object();
        }
    }
    void theScreenIsTheExpectedOneHoweverTheBytesArrive()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QJsonObject, expected);
        QVERIFY(!stream.isEmpty() && !expected.isEmpty());
        const std::string_view bytes(stream.constData(), static_cast<std::size_t>(stream.size()));

        Replay whole(expected);
        whole.feed(bytes, false);
        QCOMPARE(difference(whole.fresh(), expected), QByteArray());

        Replay single(expected);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            single.feed(bytes.substr(i, 1), false);
        QCOMPARE(difference(single.fresh(), expected), QByteArray());

        for (unsigned seed = 1; seed <= kRandomRounds; ++seed) {
            std::mt19937 random(seed);
            const std::size_t longest = seed % 2 == 0 ? kLongestChunk : 9;
            Replay pieces(expected);
            for (std::string_view rest = bytes; !rest.empty();) {
                const std::string_view piece = rest.substr(0, 1 + random() % longest);
                pieces.feed(piece, random() % 3 == 0);
                rest.remove_prefix(piece.size());
            }
            QCOMPARE(difference(pieces.followed(), expected), QByteArray());
            QCOMPARE(difference(pieces.fresh(), expected), QByteArray());
        }
    }
};

QTEST_GUILESS_MAIN(RecordingsTest)
#include "recordings.moc"
