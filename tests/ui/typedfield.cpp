// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/typedfield.h"

#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Portolan;

class TypedFieldTest : public QObject
{
    Q_OBJECT

private:
    static void compose(QWidget &widget, const QString &preedit, const QString &commit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(&widget, &event);
    }

private Q_SLOTS:
    void aSyllableCountsAsTypedWhileItIsComposed()
    {
        Ui::TypedField field;
        field.show();
        QSignalSpy changes(&field, &Ui::TypedField::typedChanged);
        compose(field, QStringLiteral("ㅅ"));
        compose(field, QStringLiteral("서"));
        compose(field, QStringLiteral("서"));
        QVERIFY(field.text().isEmpty());
        QVERIFY(field.isComposing());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(field.typed(), QStringLiteral("서"));
        compose(field, QStringLiteral("우"), QStringLiteral("서"));
        QCOMPARE(field.text(), QStringLiteral("서"));
        QCOMPARE(changes.size(), 3);
        QCOMPARE(changes.last().front().toString(), QStringLiteral("서우"));
        compose(field, {}, QStringLiteral("우"));
        QCOMPARE(changes.size(), 3); // the same is typed, only finished now
        QCOMPARE(field.text(), QStringLiteral("서우"));
        QVERIFY(!field.isComposing());
    }

    void whatIsComposedStandsAtTheCursor()
    {
        Ui::TypedField field;
        field.setText(QStringLiteral("ab"));
        field.setCursorPosition(1);
        compose(field, QStringLiteral("가"));
        QCOMPARE(field.typed(), QStringLiteral("a가b"));
    }

    void clearingItIsAnnouncedOnce()
    {
        Ui::TypedField field;
        QSignalSpy changes(&field, &Ui::TypedField::typedChanged);
        field.setText(QStringLiteral("x"));
        field.clear();
        QCOMPARE(changes.size(), 2);
        QVERIFY(changes.last().front().toString().isEmpty());
    }
};

QTEST_MAIN(TypedFieldTest)
#include "typedfield.moc"
