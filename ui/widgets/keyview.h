// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>

class QGridLayout;
class QVBoxLayout;

namespace Portolan::Ui {

// What proves who a host is, as plain values that a protocol fills in.

struct HostKeyView
{
    QString type; // "ssh-ed25519"
    int bits = 0; // 0: the type says it all
    QString sha256;
    QString md5 = {};
    QString randomart = {};
    QStringList places = {};   // "/home/x/.ssh/known_hosts:12": where it is recorded
    QStringList warnings = {}; // sentences
};

struct CertificateView
{
    QString subject; // one line
    QString issuer;
    QStringList names = {}; // subject alternative names, "DNS:..." "IP:..."
    QDateTime validFrom = {};
    QDateTime validUntil = {};
    QString serial = {};
    QString keyType = {}; // "RSA", "EC", ...
    int keyBits = 0;
    QString signature = {}; // "SHA256 with RSA", where it is known
    QString sha256;         // with colons
    QString sha1 = {};
    bool selfSigned = false;
    QStringList warnings = {}; // sentences of the one who checked the chain
};

// Shows a host key, or a chain of certificates with the host's own first: fields with names,
// fingerprints in a fixed-width face that can be selected and copied, the time left, and warnings
// on top with their symbol. Everything is plain text, whatever a peer put into it. GUI thread.
class KeyView : public QWidget
{
    Q_OBJECT

public:
    explicit KeyView(QWidget *parent = nullptr);

    void showHostKey(const HostKeyView &key);
    // The days left are counted from `now`.
    void showCertificates(const QList<CertificateView> &chain, const QDateTime &now);
    // Everything that is shown, as text.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    class Writer;

    void rebuild();
    void writeHostKey(Writer &writer) const;
    void writeCertificate(Writer &writer, const CertificateView &certificate, bool isHosts) const;

    enum class What { Nothing, HostKey, Certificates };
    What m_what = What::Nothing;
    HostKeyView m_key;
    QList<CertificateView> m_chain;
    QDateTime m_now;
    int m_shown = 0; // which certificate of the chain
    QVBoxLayout *m_column;
    QWidget *m_body = nullptr;
    QString m_text;
};

} // namespace Portolan::Ui
