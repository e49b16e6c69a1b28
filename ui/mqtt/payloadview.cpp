// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mqtt/payloadview.h"

#include "core/payload/diff.h"
#include "core/payload/jsonpath.h"
#include "ui/mqtt/payloadpreview.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldlist.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QImage>
#include <QImageReader>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QSyntaxHighlighter>
#include <QTabBar>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Portolan::Ui {

namespace {

using Payload::Decoded;
using Payload::Kind;

constexpr Kind kKinds[] = {Kind::Text,     Kind::Json,      Kind::Cbor,  Kind::MessagePack,
                           Kind::Protobuf, Kind::Sparkplug, Kind::Image, Kind::Hex,
                           Kind::Base64,   Kind::FromBase64};
constexpr qsizetype kAtOnce = 32 * 1024; // bytes that are decoded on this thread
constexpr int kMostNumbers = 40;
constexpr int kKindLetters = 20;
constexpr int kHexRow = 16;      // bytes in a line of a dump
constexpr int kNarrowHexRow = 8; // where those have no room
constexpr int kHexLetters = 79;  // of a line of 16
constexpr int kCharsetRole = Qt::UserRole + 1;
constexpr char kKoreanCharset[] = "windows-949";
constexpr int kMostPicture = 4096; // pixels a side

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// Colours what came and what went, and the names in JSON: quietly.
class Tones : public QSyntaxHighlighter
{
public:
    Tones(QTextDocument *document, QWidget *widget)
        : QSyntaxHighlighter(document)
        , m_widget(widget)
    {
    }
    void setDiff(bool diff) { m_diff = diff; }

protected:
    void highlightBlock(const QString &line) override
    {
        const StateColors &colors = stateColors(m_widget->palette());
        if (m_diff) {
            if (line.startsWith(QLatin1Char('+')))
                setFormat(0, static_cast<int>(line.size()), colors.good);
            else if (line.startsWith(QLatin1Char('-')))
                setFormat(0, static_cast<int>(line.size()), colors.bad);
            return;
        }
        // A name ends before `": `; everything else stays as it is.
        const qsizetype end = line.indexOf(QLatin1String("\": "));
        const qsizetype begin = line.indexOf(QLatin1Char('"'));
        if (end > begin && begin >= 0 && line.left(begin).trimmed().isEmpty())
            setFormat(static_cast<int>(begin), static_cast<int>(end + 1 - begin),
                      m_widget->palette().color(QPalette::Highlight));
    }

private:
    QWidget *m_widget;
    bool m_diff = false;
};

Result<Decoded> decodeOne(const KeptMessage &message, const QByteArray &topic,
                          std::optional<Kind> kind, Payload::Options options)
{
    options.size = message.size;
    options.topic = QString::fromUtf8(topic);
    const std::string_view bytes = viewOf(message.payload);
    return Payload::decode(kind ? *kind : Payload::detect(bytes, viewOf(topic), message.size),
                           bytes, options);
}

} // namespace

QString kindTitle(Kind kind)
{
    switch (kind) {
    case Kind::Text:
        return PayloadView::tr("Text");
    case Kind::Json:
        return QStringLiteral("JSON");
    case Kind::Cbor:
        return QStringLiteral("CBOR");
    case Kind::MessagePack:
        return QStringLiteral("MessagePack");
    case Kind::Protobuf:
        return QStringLiteral("Protobuf");
    case Kind::Sparkplug:
        return QStringLiteral("Sparkplug B");
    case Kind::Image:
        return PayloadView::tr("Image");
    case Kind::Hex:
        return PayloadView::tr("Hexadecimal");
    case Kind::Base64:
        return PayloadView::tr("As Base64");
    case Kind::FromBase64:
        return PayloadView::tr("Decoded from Base64");
    }
    return {};
}

PayloadView::PayloadView(QWidget *parent)
    : QWidget(parent)
    , m_head(new ElidedLabel)
    , m_tabs(new QTabBar)
    , m_kind(new QComboBox)
    , m_chart(new QToolButton)
    , m_again(new QToolButton)
    , m_copy(new QToolButton)
    , m_save(new QToolButton)
    , m_note(new QLabel)
    , m_pages(new QStackedWidget)
    , m_text(new QPlainTextEdit)
    , m_picture(new QLabel)
    , m_fields(new FieldList)
{
    m_tabs->setObjectName(QStringLiteral("payloadTabs"));
    m_tabs->setProperty("compact", true);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int i = 0; i < 4; ++i)
        m_tabs->addTab(QString());
    m_kind->setObjectName(QStringLiteral("decoder"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(kKindLetters);
    m_kind->view()->setTextElideMode(Qt::ElideNone);
    m_kind->addItem(QString(), -1);
    for (const Kind kind : kKinds) {
        m_kind->addItem(QString(), static_cast<int>(kind));
        if (kind != Kind::Text)
            continue;
        m_kind->addItem(QString(), static_cast<int>(kind));
        m_kind->setItemData(m_kind->count() - 1, QLatin1String(kKoreanCharset), kCharsetRole);
    }
    m_chart->setIcon(symbol(QLatin1String("chart")));
    m_chart->setPopupMode(QToolButton::InstantPopup);
    m_chart->setObjectName(QStringLiteral("chartNumber"));
    m_again->setIcon(symbol(QLatin1String("publish")));
    m_copy->setIcon(symbol(QLatin1String("copy")));
    m_save->setIcon(symbol(QLatin1String("save")));
    m_text->setObjectName(QStringLiteral("payload"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setProperty("plain", true);
    new Tones(m_text->document(), m_text);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("quiet", true);
    m_note->setContentsMargins(Space::M, 0, Space::M, Space::S);
    m_picture->setAlignment(Qt::AlignCenter);
    const auto scrolled = [](QWidget *content) {
        auto *area = new QScrollArea;
        area->setWidget(content);
        area->setWidgetResizable(true);
        return area;
    };
    auto *fields = new QWidget;
    fields->setProperty("page", true);
    auto *fieldColumn = new QVBoxLayout(fields);
    fieldColumn->addWidget(m_fields);
    fieldColumn->addStretch(1);
    m_pages->addWidget(m_text);
    m_pages->addWidget(scrolled(m_picture));
    m_pages->addWidget(scrolled(fields));

    // Beside each other, or below each other where it is narrow: no tab is out of sight.
    auto *line = new FlowLayout(Space::S);
    line->setContentsMargins(Space::S, 0, Space::S, 0);
    line->addWidget(m_tabs);
    line->addWidget(m_kind);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Space::M, 0, Space::S, 0);
    head->setSpacing(Space::S);
    head->addWidget(m_head, 1);
    for (QToolButton *button : {m_chart, m_again, m_copy, m_save})
        head->addWidget(button);
    column->addLayout(head);
    column->addWidget(m_note);
    column->addWidget(m_pages, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &PayloadView::showTab);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &PayloadView::decodeAgain);
    connect(m_again, &QToolButton::clicked, this, &PayloadView::republishWanted);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QApplication::clipboard()->setText(text()); });
    connect(m_save, &QToolButton::clicked, this, &PayloadView::save);
    auto *menu = new QMenu(m_chart);
    connect(menu, &QMenu::aboutToShow, this, &PayloadView::makeChartMenu);
    m_chart->setMenu(menu);
    retranslate();
    show({}, std::nullopt, std::nullopt);
}

PayloadView::~PayloadView() = default;

void PayloadView::setRules(Rules rules)
{
    m_rules = std::move(rules);
    decodeAgain();
}

void PayloadView::show(const QByteArray &topic, const std::optional<KeptMessage> &message,
                       const std::optional<KeptMessage> &base)
{
    m_topic = topic;
    m_message = message;
    m_base = base;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_tabs, m_kind, m_chart, m_again,
                                                            m_copy, m_save, m_pages})
        widget->setVisible(message.has_value());
    showHead();
    decodeAgain();
}

void PayloadView::decodeAgain()
{
    const quint64 turn = ++m_turn;
    if (!m_message) {
        m_decoded.reset();
        m_decodedBase.reset();
        showTab();
        return;
    }
    std::optional<Kind> kind;
    Payload::Options options;
    if (const int chosen = m_kind->currentData().toInt(); chosen >= 0)
        kind = static_cast<Kind>(chosen);
    const QString charset = m_kind->currentData(kCharsetRole).toString();
    if (m_rules) {
        if (auto rule = m_rules(m_topic)) {
            options = rule->second;
            if (!kind)
                kind = rule->first;
        }
    }
    if (!charset.isEmpty())
        options.charset = charset;
    options.hexRow = m_hexRow;
    if (m_aliases)
        options.aliases = m_aliases(m_topic);
    if (m_message->payload.size() <= kAtOnce && (!m_base || m_base->payload.size() <= kAtOnce)) {
        takeDecoded(decodeOne(*m_message, m_topic, kind, options),
                    m_base ? std::optional(decodeOne(*m_base, m_topic, kind, options))
                           : std::nullopt);
        return;
    }
    QThreadPool::globalInstance()->start([guard = QPointer<PayloadView>(this), turn, kind, options,
                                          topic = m_topic, message = *m_message, base = m_base] {
        auto decoded = decodeOne(message, topic, kind, options);
        auto decodedBase =
            base ? std::optional(decodeOne(*base, topic, kind, options)) : std::nullopt;
        QMetaObject::invokeMethod(
            qApp,
            [guard, turn, decoded = std::move(decoded), decodedBase = std::move(decodedBase)] {
                if (guard && guard->m_turn == turn)
                    guard->takeDecoded(decoded, decodedBase);
            },
            Qt::QueuedConnection);
    });
}

void PayloadView::takeDecoded(const Result<Decoded> &decoded,
                              const std::optional<Result<Decoded>> &base)
{
    m_decoded = decoded;
    m_decodedBase = base;
    m_kind->setItemText(0, decoded ? tr("Automatic: %1").arg(kindTitle(decoded->kind))
                                   : tr("Automatic"));
    m_chart->setEnabled(!numbers().isEmpty());
    showTab();
}

PayloadView::Tab PayloadView::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

void PayloadView::setTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void PayloadView::showText(const QString &text)
{
    // The place that is read stays in view while the newest message comes and goes.
    const int at = m_text->verticalScrollBar()->value();
    m_pages->setCurrentIndex(0);
    // A line of a dump that is wrapped is no dump.
    const bool isDump =
        tab() == Bytes || (m_decoded && (!*m_decoded || (*m_decoded)->kind == Kind::Hex));
    m_text->setLineWrapMode(isDump ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (m_text->toPlainText() == text)
        return;
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(at);
}

void PayloadView::showTab()
{
    QStringList notes;
    auto *tones = m_text->document()->findChild<QSyntaxHighlighter *>();
    static_cast<Tones *>(tones)->setDiff(tab() == Diff);
    const auto add = [&](const Result<Decoded> &decoded) {
        if (!decoded) {
            notes << decoded.error().what;
            return;
        }
        notes << decoded->notes;
        if (decoded->cut || decoded->text.size() > kMostShown ||
            m_message->size > static_cast<quint64>(m_message->payload.size()))
            notes << tr("This is the beginning: of %1 bytes the first %2 are kept.")
                         .arg(QLocale().toString(m_message->size),
                              QLocale().toString(m_message->payload.size()));
    };
    if (!m_message || !m_decoded) {
        if (!m_message)
            showText({});
        m_note->hide();
        return;
    }
    switch (tab()) {
    case Value:
        add(*m_decoded);
        if (*m_decoded && (*m_decoded)->kind == Kind::Image) {
            QBuffer buffer(&m_message->payload);
            QImageReader reader(&buffer);
            reader.setDecideFormatFromContent(true);
            const QSize size = reader.size();
            if (size.width() <= kMostPicture && size.height() <= kMostPicture) {
                const QImage image = reader.read();
                if (!image.isNull()) {
                    m_picture->setPixmap(QPixmap::fromImage(image));
                    notes.prepend((*m_decoded)->text);
                    m_pages->setCurrentIndex(1);
                    break;
                }
            }
        }
        showText(*m_decoded
                     ? (*m_decoded)->text.left(kMostShown)
                     : Payload::decode(Kind::Hex, viewOf(m_message->payload), {.hexRow = m_hexRow})
                           .value_or(Decoded())
                           .text);
        break;
    case Diff:
        showDiff();
        break;
    case Bytes: {
        Payload::Options options;
        options.size = m_message->size;
        options.hexRow = m_hexRow;
        const auto dump = Payload::decode(Kind::Hex, viewOf(m_message->payload), options);
        if (dump)
            showText(dump->text.left(kMostShown));
        if (dump && dump->cut)
            notes << dump->notes;
        break;
    }
    case Properties:
        showProperties();
        break;
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
}

void PayloadView::showDiff()
{
    if (!m_base) {
        showText(tr("There is no earlier message to compare it with."));
        return;
    }
    const auto textOf = [](const Result<Decoded> &decoded, const KeptMessage &message) {
        if (decoded)
            return decoded->text.left(kMostShown);
        const auto dump = Payload::decode(Kind::Hex, viewOf(message.payload));
        return dump ? dump->text.left(kMostShown) : QString();
    };
    const QString before = textOf(*m_decodedBase, *m_base);
    const QString now = textOf(*m_decoded, *m_message);
    const QString title =
        tr("Message %1 against message %2:")
            .arg(QLocale().toString(m_message->number), QLocale().toString(m_base->number));
    if (before == now) {
        showText(title + QLatin1Char('\n') + tr("They are the same."));
        return;
    }
    showText(title + QStringLiteral("\n\n") +
             Payload::unified(Payload::diffLines(before, now), before, now));
}

void PayloadView::showProperties()
{
    const Mqtt::Properties &all = m_message->properties;
    QList<FieldList::Field> fields;
    const auto text = [](const QByteArray &bytes) { return topicText(viewOf(bytes)); };
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_message->time);
    fields << FieldList::Field{tr("Topic"), text(m_topic)}
           << FieldList::Field{tr("Received"),
                               time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")),
                               time.toUTC().toString(Qt::ISODateWithMs)}
           << FieldList::Field{tr("QoS"), QString::number(m_message->qos)}
           << FieldList::Field{tr("Retained"), m_message->retained ? tr("yes") : tr("no")}
           << FieldList::Field{tr("Delivered again"),
                               m_message->duplicate ? tr("yes (DUP)") : QString()}
           << FieldList::Field{tr("Size"), tr("%1 bytes").arg(QLocale().toString(m_message->size))};
    if (!all.isEmpty())
        fields << FieldList::Field{tr("MQTT 5"), {}, {}, true};
    if (all.payloadIsText)
        fields << FieldList::Field{tr("Payload format"),
                                   *all.payloadIsText ? tr("UTF-8 text") : tr("bytes")};
    if (all.expirySeconds)
        fields << FieldList::Field{tr("Expires after"),
                                   tr("%1 s").arg(QLocale().toString(*all.expirySeconds))};
    if (all.topicAlias)
        fields << FieldList::Field{tr("Topic alias"), QString::number(*all.topicAlias)};
    if (all.contentType)
        fields << FieldList::Field{tr("Content type"), text(*all.contentType)};
    if (all.responseTopic)
        fields << FieldList::Field{tr("Response topic"), text(*all.responseTopic)};
    if (all.correlation)
        fields << FieldList::Field{tr("Correlation"),
                                   isShownText(viewOf(*all.correlation), false)
                                       ? text(*all.correlation)
                                       : QString::fromLatin1(all.correlation->toHex(' '))};
    QStringList ids;
    for (const std::uint32_t id : all.subscriptionIds)
        ids << QString::number(id);
    fields << FieldList::Field{tr("Subscription identifiers"), ids.join(QStringLiteral(", "))};
    if (!all.user.isEmpty())
        fields << FieldList::Field{tr("User properties"), {}, {}, true};
    for (const auto &[name, value] : all.user)
        fields << FieldList::Field{text(name), text(value)};
    m_fields->show(fields);
    m_pages->setCurrentIndex(2);
}

void PayloadView::showHead()
{
    if (!m_message) {
        m_head->setText({});
        return;
    }
    const QLocale locale;
    QStringList parts{
        tr("Message %1").arg(locale.toString(m_message->number)),
        QDateTime::fromMSecsSinceEpoch(m_message->time).toString(QStringLiteral("HH:mm:ss.zzz")),
        tr("QoS %1").arg(m_message->qos), tr("%1 bytes").arg(locale.toString(m_message->size))};
    if (m_message->retained)
        parts << tr("retained");
    if (m_message->duplicate)
        parts << QStringLiteral("DUP");
    if (m_message->properties.contentType)
        parts << topicText(viewOf(*m_message->properties.contentType));
    m_head->setText(parts.join(QStringLiteral("  ·  ")));
}

QString PayloadView::text() const
{
    return m_pages->currentIndex() == 2 ? m_fields->text() : m_text->toPlainText();
}

QList<std::pair<QString, double>> PayloadView::numbers() const
{
    QList<std::pair<QString, double>> found;
    if (!m_decoded || !*m_decoded)
        return found;
    const Decoded &decoded = **m_decoded;
    for (std::size_t i = 0; i < decoded.nodes.size() && found.size() < kMostNumbers; ++i) {
        if (decoded.nodes[i].number)
            found.append({Payload::JsonPath::to(decoded, static_cast<std::int32_t>(i)).toString(),
                          *decoded.nodes[i].number});
    }
    if (found.isEmpty()) {
        if (const auto number = Payload::numberAt(decoded, {}))
            found.append({QString(), *number});
    }
    return found;
}

void PayloadView::makeChartMenu()
{
    QMenu *menu = m_chart->menu();
    menu->clear();
    for (const auto &[path, value] : numbers()) {
        const QString name =
            path.isEmpty() || path == QLatin1String("$") ? tr("The whole payload") : path;
        auto *action = menu->addAction(QStringLiteral("%1\t%2").arg(name).arg(value));
        connect(action, &QAction::triggered, this,
                [this, path = path] { Q_EMIT chartWanted(path); });
    }
}

void PayloadView::askForChart()
{
    const auto found = numbers();
    if (found.size() == 1) {
        Q_EMIT chartWanted(found.front().first);
        return;
    }
    makeChartMenu();
    if (found.isEmpty())
        return;
    m_chart->menu()->popup(m_chart->mapToGlobal(QPoint(0, m_chart->height())));
    m_chart->menu()->setActiveAction(m_chart->menu()->actions().constFirst());
}

void PayloadView::save()
{
    if (!m_message)
        return;
    const QByteArray bytes = m_message->payload;
    QString name = QString::fromUtf8(m_topic).section(QLatin1Char('/'), -1);
    name.replace(QLatin1Char('\\'), QLatin1Char('_'));
    const bool isJson = m_decoded && *m_decoded && (*m_decoded)->kind == Kind::Json;
    saveFile(
        this, tr("Save the payload"),
        (name.isEmpty() ? QStringLiteral("payload") : name) +
            (isJson ? QStringLiteral(".json") : QStringLiteral(".bin")),
        tr("All files (*)"), [bytes](const QString &) { return bytes; },
        [this](const Result<QString> &path) {
            m_note->setText(path ? tr("Saved: %1").arg(*path) : path.error().what);
            m_note->show();
        });
}

void PayloadView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int letters =
        (width() - 2 * Space::L) / std::max(m_text->fontMetrics().averageCharWidth(), 1);
    const int row = letters < kHexLetters ? kNarrowHexRow : kHexRow;
    if (std::exchange(m_hexRow, row) != row)
        decodeAgain();
}

void PayloadView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showHead();
        decodeAgain();
    }
    QWidget::changeEvent(event);
}

void PayloadView::retranslate()
{
    m_tabs->setTabText(Value, tr("Value"));
    m_tabs->setTabText(Diff, tr("Changes"));
    m_tabs->setTabText(Bytes, tr("Bytes"));
    m_tabs->setTabText(Properties, tr("Properties"));
    m_kind->setItemText(0, tr("Automatic"));
    for (int i = 1; i < m_kind->count(); ++i)
        m_kind->setItemText(i, m_kind->itemData(i, kCharsetRole).isValid()
                                   ? tr("Text, %1").arg(QLatin1String(kKoreanCharset))
                                   : kindTitle(static_cast<Kind>(m_kind->itemData(i).toInt())));
    m_kind->setToolTip(tr("How the payload is decoded"));
    m_kind->setAccessibleName(tr("How the payload is decoded"));
    const auto word = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    word(m_chart, tr("Draw a number of it in the chart"));
    word(m_again, tr("Put it into the form to publish"));
    word(m_copy, tr("Copy"));
    word(m_save, tr("Save the payload…"));
}

} // namespace Portolan::Ui
