// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mqtt/mosquittocommand.h"

#include "core/mqtt/topicfilter.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace Portolan::Mqtt {

namespace {

constexpr qsizetype kMostText = 1024 * 1024;

QString words(const char *text)
{
    return QCoreApplication::translate("Portolan::Mqtt::MosquittoCommand", text);
}

// In single quotes where anything but harmless letters is in it.
QString quoted(const QString &text)
{
    const bool plain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < 0x80 && c.isLetterOrNumber()) ||
               QStringLiteral("/_-.:,+@=%").contains(c);
    });
    if (plain)
        return text;
    QString inside = text;
    inside.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

QString quoted(const QByteArray &utf8)
{
    return quoted(QString::fromUtf8(utf8));
}

bool isText(const QByteArray &bytes)
{
    return !bytes.contains('\0') && QString::fromUtf8(bytes).toUtf8() == bytes;
}

// printf '\336\255': understood by every shell.
QString octal(const QByteArray &bytes)
{
    QString out;
    for (const char c : bytes)
        out += QStringLiteral("\\%1").arg(static_cast<unsigned char>(c), 3, 8, QLatin1Char('0'));
    return out;
}

Result<QStringList> place(const BrokerTarget &target, const char *program)
{
    if (target.carriage == Carriage::WebSocket || target.carriage == Carriage::WebSocketTls)
        return failure(Error::Kind::Unsupported,
                       words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                               "%1 does not speak WebSocket."))
                           .arg(QLatin1String(program)));
    QStringList out{QLatin1String(program), QStringLiteral("-h"), quoted(target.host)};
    const bool tls = target.hasTls();
    // Without a certificate of an authority the programs begin no TLS, but for the port 8883.
    if (target.port != 1883)
        out << QStringLiteral("-p") << QString::number(target.port);
    out << QStringLiteral("-V")
        << (target.version == Version::V5 ? QStringLiteral("5") : QStringLiteral("311"));
    if (!target.user.isEmpty())
        out << QStringLiteral("-u") << quoted(target.user);
    if (!target.clientId.isEmpty())
        out << QStringLiteral("-i") << quoted(target.clientId);
    if (tls) {
        if (target.caFile.isEmpty())
            out << QStringLiteral("--tls-use-os-certs");
        else
            out << QStringLiteral("--cafile") << quoted(target.caFile);
        if (!target.certificateFile.isEmpty())
            out << QStringLiteral("--cert") << quoted(target.certificateFile);
        if (!target.keyFile.isEmpty())
            out << QStringLiteral("--key") << quoted(target.keyFile);
        if (!target.alpn.isEmpty())
            out << QStringLiteral("--tls-alpn") << quoted(target.alpn.front());
        if (!target.checkHostName)
            out << QStringLiteral("--insecure");
    }
    return out;
}

Result<QStringList> shellWords(const QString &text)
{
    QStringList out;
    QString word;
    bool any = false;
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quote == QLatin1Char('\'')) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == QLatin1Char('\\') && i + 1 < text.size()) {
            const QChar next = text[++i];
            any = any || next != QLatin1Char('\n');
            // POSIX Shell Command Language, 2.2.3: few characters are special within "".
            if (!quote.isNull() && !QStringLiteral("$`\"\\\n").contains(next))
                word += c;
            if (next != QLatin1Char('\n')) // the line goes on
                word += next;
        } else if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
            else
                word += c;
        } else if (c == QLatin1Char('\'') || c == QLatin1Char('"')) {
            quote = c;
            any = true;
        } else if (c.isSpace()) {
            if (any)
                out << word;
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (!quote.isNull())
        return failure(Error::Kind::Usage,
                       words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                               "A quotation mark is not closed.")));
    if (any)
        out << word;
    return out;
}

QString programOf(const QStringList &all)
{
    // A prompt in front, or a path.
    const bool prompt =
        all.size() > 1 && (all[0] == QLatin1String("$") || all[0] == QLatin1String("#"));
    return all.value(prompt ? 1 : 0).section(QLatin1Char('/'), -1);
}

// Options with one value that mean nothing for a subscription or a publication in a window.
constexpr const char *kSkipped[] = {"-P",
                                    "--pw",
                                    "-C",
                                    "-F",
                                    "-W",
                                    "-U",
                                    "--unsubscribe",
                                    "-T",
                                    "--filter-out",
                                    "-A",
                                    "--capath",
                                    "--ciphers",
                                    "--tls-version",
                                    "--psk",
                                    "--psk-identity",
                                    "--proxy",
                                    "-M",
                                    "--random-filter",
                                    "--repeat",
                                    "--repeat-delay",
                                    "--keyform",
                                    "--tls-engine",
                                    "--tls-engine-kpass-sha1",
                                    "-I",
                                    "--id-prefix",
                                    "-o"};
constexpr const char *kSkippedFlags[] = {"-d",
                                         "--debug",
                                         "--quiet",
                                         "-v",
                                         "--verbose",
                                         "-N",
                                         "-R",
                                         "-S",
                                         "--nodelay",
                                         "-E",
                                         "--pretty",
                                         "--retained-only",
                                         "--remove-retained",
                                         "--tls-use-os-certs",
                                         "-s",
                                         "--stdin-file",
                                         "-l",
                                         "--stdin-line",
                                         "-0",
                                         "--null"};

class Reader
{
public:
    explicit Reader(QStringList all)
        : m_words(std::move(all))
    {
    }

    Result<MosquittoCommand> read()
    {
        const QString program = programOf(m_words);
        m_at = m_words.indexOf(QLatin1String("$")) == 0 || m_words.indexOf(QLatin1String("#")) == 0
                   ? 2
                   : 1;
        m_publishes = program == QLatin1String("mosquitto_pub");
        m_out.target.host = QStringLiteral("localhost");
        m_out.target.version = Version::V311; // as the programs have it
        for (; m_at < m_words.size() && !m_error; ++m_at) {
            const QString option = m_words[m_at];
            if (option == QLatin1String("|") || option == QLatin1String(">") ||
                option == QLatin1String("&"))
                break; // what the shell does with it
            take(option);
        }
        if (m_error)
            return tl::unexpected(*m_error);
        finish();
        if (m_error)
            return tl::unexpected(*m_error);
        return m_out;
    }

private:
    void fail(const QString &what) { m_error = Error{Error::Kind::Usage, what, {}, 0}; }

    QString value(const QString &option)
    {
        if (m_at + 1 < m_words.size())
            return m_words[++m_at];
        fail(words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                     "A value is missing after %1."))
                 .arg(option));
        return {};
    }

    int number(const QString &option, int least, int most)
    {
        const QString text = value(option);
        bool good = false;
        const int found = text.toInt(&good);
        if (!m_error && (!good || found < least || found > most))
            fail(words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                         "%1 %2: not understood."))
                     .arg(option, text));
        return found;
    }

    void take(const QString &option)
    {
        const auto is = [&](const char *brief, const char *whole = "") {
            return option == QLatin1String(brief) || (*whole && option == QLatin1String(whole));
        };
        BrokerTarget &to = m_out.target;
        if (is("-h", "--host")) {
            to.host = value(option);
        } else if (is("-p", "--port")) {
            to.port = static_cast<quint16>(number(option, 1, 65535));
            m_hasPort = true;
        } else if (is("-t", "--topic")) {
            m_topics << value(option).toUtf8();
        } else if (is("-q", "--qos")) {
            m_qos = number(option, 0, 2);
        } else if (is("-u", "--username")) {
            to.user = value(option);
        } else if (is("-i", "--id")) {
            to.clientId = value(option);
        } else if (is("-k", "--keepalive")) {
            to.keepalive = std::chrono::seconds(number(option, 5, 65535));
        } else if (is("-c", "--disable-clean-session")) {
            to.cleanStart = false;
        } else if (is("-x", "--session-expiry-interval")) {
            to.sessionExpiry = std::chrono::seconds(number(option, 0, 2147483647));
        } else if (is("-r", "--retain")) {
            m_retain = true;
        } else if (is("-m", "--message")) {
            m_payload = value(option).toUtf8();
        } else if (is("-n", "--null-message")) {
            m_payload = QByteArray();
        } else if (is("-f", "--file")) {
            m_out.leftOut << option + QLatin1Char(' ') + value(option);
        } else if (is("-V", "--protocol-version")) {
            const QString version = value(option);
            to.version = version.contains(QLatin1Char('5')) ? Version::V5 : Version::V311;
        } else if (is("--cafile")) {
            to.caFile = value(option);
            m_tls = true;
        } else if (is("--cert")) {
            to.certificateFile = value(option);
        } else if (is("--key")) {
            to.keyFile = value(option);
        } else if (is("--tls-alpn")) {
            to.alpn = QStringList{value(option)};
        } else if (is("--insecure")) {
            to.checkHostName = false;
        } else if (is("-L", "--url")) {
            takeUrl(value(option));
        } else if (is("-D", "--property")) {
            takeProperty();
        } else if (is("--retain-handling")) {
            m_handling = value(option);
        } else if (option.startsWith(QLatin1String("--will-"))) {
            takeWill(option);
        } else if (contains(kSkipped, option)) {
            value(option);
            // Nobody's password in a list of what was left out.
            m_out.leftOut << option;
        } else if (contains(kSkippedFlags, option)) {
            m_tls = m_tls || is("--tls-use-os-certs");
            if (!is("-v", "--verbose") && !is("--tls-use-os-certs"))
                m_out.leftOut << option;
        } else {
            fail(words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                         "The option %1 is not known."))
                     .arg(option));
        }
    }

    template<std::size_t N>
    static bool contains(const char *const (&list)[N], const QString &option)
    {
        return std::any_of(std::begin(list), std::end(list),
                           [&](const char *one) { return option == QLatin1String(one); });
    }

    void takeUrl(const QString &text)
    {
        const QUrl url(text);
        m_tls = m_tls || url.scheme() == QLatin1String("mqtts");
        if (url.host().isEmpty()) {
            fail(words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                         "%1 %2: not understood."))
                     .arg(QStringLiteral("-L"), text.section(QLatin1Char('@'), -1)));
            return;
        }
        m_out.target.host = url.host();
        m_out.target.user = url.userName(QUrl::FullyDecoded);
        if (!url.password().isEmpty())
            m_out.leftOut << QStringLiteral("-P");
        if (url.port() > 0) {
            m_out.target.port = static_cast<quint16>(url.port());
            m_hasPort = true;
        }
        m_topics << url.path(QUrl::FullyDecoded).mid(1).toUtf8();
    }

    void takeWill(const QString &option)
    {
        auto &will = m_out.target.will;
        if (!will)
            will.emplace();
        if (option == QLatin1String("--will-retain"))
            will->retain = true;
        else if (option == QLatin1String("--will-topic"))
            will->topic = value(option).toUtf8();
        else if (option == QLatin1String("--will-payload"))
            will->payload = value(option).toUtf8();
        else if (option == QLatin1String("--will-qos"))
            will->qos = static_cast<std::uint8_t>(number(option, 0, 2));
        else
            fail(words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                         "The option %1 is not known."))
                     .arg(option));
    }

    void takeProperty()
    {
        const QString packet = value(QStringLiteral("-D")).toLower();
        const QString name = value(QStringLiteral("-D"));
        const QByteArray first = value(QStringLiteral("-D")).toUtf8();
        const QByteArray second = name == QLatin1String("user-property")
                                      ? value(QStringLiteral("-D")).toUtf8()
                                      : QByteArray();
        if (m_error)
            return;
        if (packet != QLatin1String("publish")) {
            m_out.leftOut << QStringLiteral("-D ") + packet + QLatin1Char(' ') + name;
            return;
        }
        m_out.target.version = Version::V5;
        if (name == QLatin1String("content-type"))
            m_properties.contentType = first;
        else if (name == QLatin1String("response-topic"))
            m_properties.responseTopic = first;
        else if (name == QLatin1String("correlation-data"))
            m_properties.correlation = first;
        else if (name == QLatin1String("message-expiry-interval"))
            m_properties.expirySeconds = first.toUInt();
        else if (name == QLatin1String("payload-format-indicator"))
            m_properties.payloadIsText = first == "1";
        else if (name == QLatin1String("user-property"))
            m_properties.user.append({first, second});
        else
            m_out.leftOut << QStringLiteral("-D publish ") + name;
    }

    void finish()
    {
        BrokerTarget &to = m_out.target;
        m_tls = m_tls || to.port == 8883;
        to.carriage = m_tls ? Carriage::Tls : Carriage::Tcp;
        if (!m_hasPort)
            to.port = defaultPort(to.carriage);
        if (to.will && to.will->topic.isEmpty())
            to.will.reset();
        m_topics.removeAll(QByteArray());
        if (m_topics.isEmpty()) {
            fail(words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                         "The command names no topic (-t).")));
            return;
        }
        if (!m_publishes) {
            for (const QByteArray &topic : std::as_const(m_topics)) {
                if (const auto good = checkTopicFilter(
                        {topic.constData(), static_cast<std::size_t>(topic.size())});
                    !good) {
                    m_error = good.error();
                    return;
                }
                Subscription one;
                one.filter = topic;
                one.qos = static_cast<std::uint8_t>(m_qos);
                if (m_handling == QLatin1String("never"))
                    one.retainHandling = RetainHandling::Omit;
                else if (m_handling == QLatin1String("new"))
                    one.retainHandling = RetainHandling::SendIfNew;
                to.subscriptions.append(one);
            }
            return;
        }
        Publication made;
        made.topic = m_topics.front();
        made.payload = m_payload;
        made.qos = static_cast<std::uint8_t>(m_qos);
        made.retain = m_retain;
        made.properties = m_properties;
        if (const auto good = checkTopicName(
                {made.topic.constData(), static_cast<std::size_t>(made.topic.size())});
            !good) {
            m_error = good.error();
            return;
        }
        m_out.publication = made;
    }

    QStringList m_words;
    qsizetype m_at = 0;
    bool m_publishes = false;
    bool m_tls = false;
    bool m_hasPort = false;
    bool m_retain = false;
    int m_qos = 0;
    QString m_handling;
    QList<QByteArray> m_topics;
    QByteArray m_payload;
    Properties m_properties;
    MosquittoCommand m_out;
    std::optional<Error> m_error;
};

} // namespace

Result<QString> subscribeCommand(const BrokerTarget &target,
                                 const QList<Subscription> &subscriptions)
{
    auto out = place(target, "mosquitto_sub");
    if (!out)
        return tl::unexpected(out.error());
    int qos = 0;
    for (const Subscription &one : subscriptions) {
        *out << QStringLiteral("-t") << quoted(one.filter);
        qos = std::max(qos, int(one.qos));
    }
    if (qos > 0)
        *out << QStringLiteral("-q") << QString::number(qos);
    *out << QStringLiteral("-v");
    return out->join(QLatin1Char(' '));
}

Result<QString> publishCommand(const BrokerTarget &target, const Publication &publication)
{
    auto out = place(target, "mosquitto_pub");
    if (!out)
        return tl::unexpected(out.error());
    *out << QStringLiteral("-t") << quoted(publication.topic);
    if (publication.qos > 0)
        *out << QStringLiteral("-q") << QString::number(publication.qos);
    if (publication.retain)
        *out << QStringLiteral("-r");
    if (target.version == Version::V5) {
        const auto add = [&](const char *name, const QString &value) {
            *out << QStringLiteral("-D publish") << QLatin1String(name) << value;
        };
        const Properties &all = publication.properties;
        if (all.contentType)
            add("content-type", quoted(*all.contentType));
        if (all.responseTopic)
            add("response-topic", quoted(*all.responseTopic));
        if (all.correlation && isText(*all.correlation))
            add("correlation-data", quoted(*all.correlation));
        if (all.expirySeconds)
            add("message-expiry-interval", QString::number(*all.expirySeconds));
        if (all.payloadIsText)
            add("payload-format-indicator",
                *all.payloadIsText ? QStringLiteral("1") : QStringLiteral("0"));
        for (const auto &[name, value] : all.user)
            add("user-property", quoted(name) + QLatin1Char(' ') + quoted(value));
    }
    if (publication.payload.isEmpty())
        *out << QStringLiteral("-n");
    else if (isText(publication.payload))
        *out << QStringLiteral("-m") << quoted(publication.payload);
    else
        return QString(QStringLiteral("printf '") + octal(publication.payload) +
                       QStringLiteral("' | ") + out->join(QLatin1Char(' ')) +
                       QStringLiteral(" -s"));
    return out->join(QLatin1Char(' '));
}

bool isMosquittoCommand(const QString &text)
{
    const auto all = shellWords(
        text.left(200).section(QLatin1Char('\n'), 0, 0).section(QLatin1String(" -"), 0, 0));
    if (!all)
        return false;
    const QString program = programOf(*all);
    return program == QLatin1String("mosquitto_sub") || program == QLatin1String("mosquitto_pub");
}

Result<MosquittoCommand> readMosquittoCommand(const QString &text)
{
    if (text.size() > kMostText || !isMosquittoCommand(text))
        return failure(
            Error::Kind::Usage,
            words(QT_TRANSLATE_NOOP("Portolan::Mqtt::MosquittoCommand",
                                    "This is no command line of mosquitto_sub or mosquitto_pub.")));
    auto all = shellWords(text);
    if (!all)
        return tl::unexpected(all.error());
    return Reader(std::move(*all)).read();
}

} // namespace Portolan::Mqtt
