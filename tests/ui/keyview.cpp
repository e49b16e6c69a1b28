// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyview.h"

#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Portolan;
using namespace Portolan::Ui;

namespace {

QString colons(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex(':').toUpper());
}

// As a panel with a TLS library fills the struct in.
CertificateView viewOf(const QSslCertificate &certificate)
{
    CertificateView view;
    view.subject = certificate.subjectDisplayName();
    view.issuer = certificate.issuerDisplayName();
    const auto names = certificate.subjectAlternativeNames();
    for (auto it = names.begin(); it != names.end(); ++it)
        view.names.append(
            (it.key() == QSsl::DnsEntry ? QStringLiteral("DNS:") : QStringLiteral("IP:")) +
            it.value());
    view.validFrom = certificate.effectiveDate();
    view.validUntil = certificate.expiryDate();
    view.serial = QString::fromLatin1(certificate.serialNumber());
    view.keyType = certificate.publicKey().algorithm() == QSsl::Rsa ? QStringLiteral("RSA")
                                                                    : QStringLiteral("EC");
    view.keyBits = certificate.publicKey().length();
    view.sha256 = colons(certificate.digest(QCryptographicHash::Sha256));
    view.sha1 = colons(certificate.digest(QCryptographicHash::Sha1));
    view.selfSigned = certificate.isSelfSigned();
    return view;
}

} // namespace

class KeyViewTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));

    QByteArray openssl(const QStringList &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(m_openssl, arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            return {};
        return process.readAllStandardOutput();
    }
    void write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QList<CertificateView> chain(const char *file)
    {
        QList<CertificateView> result;
        const auto read = QSslCertificate::fromPath(m_folder.filePath(QLatin1String(file)));
        for (const QSslCertificate &certificate : read)
            result.append(viewOf(certificate));
        return result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (m_openssl.isEmpty())
            QSKIP("there is no openssl program");
        // A root and a host certificate that it signed.
        const QString root = QStringLiteral("/CN=Portolan test root");
        openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                 QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                 QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes"),
                 QStringLiteral("-keyout"), QStringLiteral("root.key"), QStringLiteral("-out"),
                 QStringLiteral("root.pem"), QStringLiteral("-days"), QStringLiteral("3650"),
                 QStringLiteral("-subj"), root});
        openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                 QStringLiteral("-nodes"), QStringLiteral("-keyout"), QStringLiteral("host.key"),
                 QStringLiteral("-out"), QStringLiteral("host.csr"), QStringLiteral("-subj"),
                 QStringLiteral("/CN=<b>broker.example"), QStringLiteral("-utf8")});
        write("names", "subjectAltName=DNS:broker.example,DNS:*.plant.example,IP:10.0.0.7\n");
        openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                 QStringLiteral("host.csr"), QStringLiteral("-CA"), QStringLiteral("root.pem"),
                 QStringLiteral("-CAkey"), QStringLiteral("root.key"),
                 QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QStringLiteral("90"),
                 QStringLiteral("-extfile"), QStringLiteral("names"), QStringLiteral("-out"),
                 QStringLiteral("host.pem")});
        QFile host(m_folder.filePath(QStringLiteral("host.pem")));
        QFile ca(m_folder.filePath(QStringLiteral("root.pem")));
        QVERIFY(host.open(QIODevice::ReadOnly));
        QVERIFY(ca.open(QIODevice::ReadOnly));
        write("chain.pem", host.readAll() + ca.readAll());
    }

    void aCertificateShowsWhatOpensslSays()
    {
        const QList<CertificateView> both = chain("chain.pem");
        QCOMPARE(both.size(), 2);
        KeyView view;
        view.showCertificates(both, QDateTime::currentDateTimeUtc());
        view.resize(400, 600);
        view.show();
        const QString text = view.text();
        QVERIFY(text.contains(QStringLiteral("<b>broker.example")));
        QVERIFY(text.contains(QStringLiteral("DNS:*.plant.example")));
        QVERIFY(text.contains(QStringLiteral("IP:10.0.0.7")));
        QVERIFY(text.contains(QStringLiteral("Portolan test root")));
        QVERIFY(text.contains(QStringLiteral("2048")));
        const QByteArray said = openssl(
            {QStringLiteral("x509"), QStringLiteral("-in"), QStringLiteral("host.pem"),
             QStringLiteral("-noout"), QStringLiteral("-fingerprint"), QStringLiteral("-sha256")});
        const QString print = QString::fromLatin1(said).section(QLatin1Char('='), 1).trimmed();
        QVERIFY(!print.isEmpty());
        QVERIFY2(text.contains(print), qPrintable(text));
        // Peer's text is no markup.
        for (const auto *label : view.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void theChainCanBeWalked()
    {
        KeyView view;
        view.showCertificates(chain("chain.pem"), QDateTime::currentDateTimeUtc());
        view.show();
        QList<QToolButton *> links = view.findChildren<QToolButton *>();
        QCOMPARE(links.size(), 2);
        QVERIFY(view.text().contains(QStringLiteral("RSA")));
        links[1]->click();
        QVERIFY(!view.text().contains(QStringLiteral("RSA")));
        QVERIFY(view.text().contains(QStringLiteral("256")));
    }

    void theTimeLeftIsSaidAndWarnedOf()
    {
        const CertificateView host = chain("host.pem").value(0);
        KeyView view;
        const auto warnings = [&](const QDateTime &now) {
            view.showCertificates({host}, now);
            return view.text().count(QStringLiteral("! "));
        };
        QCOMPARE(warnings(host.validUntil.addDays(-60)), 0);
        QVERIFY(view.text().contains(QStringLiteral("60")));
        QCOMPARE(warnings(host.validUntil.addDays(-5)), 1);
        QVERIFY(view.text().contains(QStringLiteral("! ")));
        QCOMPARE(warnings(host.validUntil.addSecs(1)), 1);
        QVERIFY(view.text().contains(QStringLiteral("expired")));
        QCOMPARE(warnings(host.validFrom.addSecs(-1)), 1);
        QVERIFY(view.text().contains(QStringLiteral("not valid yet")));
    }

    void aSelfSignedHostCertificateIsSaidToBeOne()
    {
        KeyView view;
        view.showCertificates(chain("root.pem"), QDateTime::currentDateTimeUtc());
        QVERIFY(view.text().contains(QStringLiteral("signed by itself")));
    }

    void aHostKeyShowsFingerprintsPictureAndPlace()
    {
        KeyView view;
        HostKeyView key;
        key.type = QStringLiteral("ssh-ed25519");
        key.bits = 256;
        key.sha256 = QStringLiteral("SHA256:abc");
        key.md5 = QStringLiteral("MD5:00:11");
        key.randomart = QStringLiteral("+--+\n|. |\n+--+");
        key.places = {QStringLiteral("/home/x/.ssh/known_hosts:12")};
        key.warnings = {QStringLiteral("It is weak.")};
        view.showHostKey(key);
        for (const char *part : {"ssh-ed25519", "256", "SHA256:abc", "MD5:00:11", "|. |",
                                 "known_hosts:12", "! It is weak."})
            QVERIFY2(view.text().contains(QLatin1String(part)), part);
        QStringList verbatim;
        for (const auto *edit : view.findChildren<QPlainTextEdit *>())
            verbatim.append(edit->toPlainText());
        QVERIFY(verbatim.contains(QStringLiteral("SHA256:abc")));
    }
};

QTEST_MAIN(KeyViewTest)

#include "keyview.moc"
