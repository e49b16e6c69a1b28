// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/payload/decoded.h"
#include "ui/mqtt/messagemodel.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace Portolan::Ui {

class ElidedLabel;
class FieldList;

// One message as a person reads it: decoded (automatically, by a rule, or as was chosen), compared
// with an earlier one, as bytes, and its properties. Long payloads are decoded on another thread;
// at most kMostShown characters are shown, and it says so. GUI thread.
class PayloadView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostShown = 256 * 1024;
    enum Tab { Value, Diff, Bytes, Properties };

    // How the messages of a topic are decoded where a rule says so.
    using Rules = std::function<std::optional<std::pair<Payload::Kind, Payload::Options>>(
        const QByteArray &topic)>;

    explicit PayloadView(QWidget *parent = nullptr);
    ~PayloadView() override;

    void setRules(Rules rules);
    // Where the names behind the aliases of Sparkplug are known (Mqtt::sparkplugAliases()).
    using Aliases =
        std::function<std::shared_ptr<const Payload::SparkplugAliases>(const QByteArray &topic)>;
    void setAliases(Aliases aliases) { m_aliases = std::move(aliases); }
    // `base`: what it is compared with; nothing where there is nothing.
    void show(const QByteArray &topic, const std::optional<KeptMessage> &message,
              const std::optional<KeptMessage> &base);
    [[nodiscard]] Tab tab() const;
    void setTab(Tab tab);
    [[nodiscard]] QString text() const; // of the tab that is shown
    [[nodiscard]] const std::optional<KeptMessage> &message() const { return m_message; }
    // Numbers of the message that can be drawn: the path (core/payload/jsonpath.h), and its value.
    [[nodiscard]] QList<std::pair<QString, double>> numbers() const;

    // Asks which number of it is to be drawn; draws it at once where there is only one.
    void askForChart();

Q_SIGNALS:
    void chartWanted(const QString &path); // empty: the whole payload
    void republishWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Work;
    void retranslate();
    void decodeAgain();
    void takeDecoded(const Result<Payload::Decoded> &decoded,
                     const std::optional<Result<Payload::Decoded>> &base);
    void showTab();
    void showText(const QString &text);
    void showDiff();
    void showHead();
    void showProperties();
    void makeChartMenu();
    void save();

    Rules m_rules;
    Aliases m_aliases;
    QByteArray m_topic;
    std::optional<KeptMessage> m_message;
    std::optional<KeptMessage> m_base;
    std::optional<Result<Payload::Decoded>> m_decoded;
    std::optional<Result<Payload::Decoded>> m_decodedBase;
    quint64 m_turn = 0;
    int m_hexRow = 16;
    ElidedLabel *m_head;
    QTabBar *m_tabs;
    QComboBox *m_kind;
    QToolButton *m_chart;
    QToolButton *m_again;
    QToolButton *m_copy;
    QToolButton *m_save;
    QLabel *m_note;
    QStackedWidget *m_pages;
    QPlainTextEdit *m_text;
    QLabel *m_picture;
    FieldList *m_fields;
};

[[nodiscard]] QString kindTitle(Payload::Kind kind);

} // namespace Portolan::Ui
