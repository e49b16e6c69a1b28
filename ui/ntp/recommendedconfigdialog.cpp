// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ntp/recommendedconfigdialog.h"

#include "ui/widgets/savefile.h"
#include "ui/widgets/symbol.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/verbatimtext.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Portolan::Ui {

namespace {

constexpr int kWidth = 680;
constexpr int kHeight = 560;
constexpr int kMostLines = 40;

} // namespace

RecommendedConfigDialog::RecommendedConfigDialog(const QList<Ntp::WatchedServer> &servers,
                                                 QWidget *parent)
    : DialogFrame(QLatin1String("export"), Tone::Plain, Size::Resizable, kWidth, parent)
    , m_servers(servers)
    , m_daemon(new QComboBox)
    , m_place(makeText(true))
    , m_text(new VerbatimText)
    , m_told(makeText())
{
    m_daemon->setObjectName(QStringLiteral("configDaemon"));
    m_text->setObjectName(QStringLiteral("configText"));
    m_told->setObjectName(QStringLiteral("configTold"));
    for (const Ntp::Daemon daemon :
         {Ntp::Daemon::Chrony, Ntp::Daemon::Ntpsec, Ntp::Daemon::Timesyncd})
        m_daemon->addItem(Ntp::daemonName(daemon), static_cast<int>(daemon));
    m_text->setWrapped(false);
    m_text->setMostLines(kMostLines);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::M);
    row->addWidget(m_daemon);
    row->addWidget(m_place, 1);
    content()->addLayout(row);
    content()->addWidget(m_text, 1);
    content()->addWidget(m_told);
    m_copy = new QPushButton;
    m_copy->setObjectName(QStringLiteral("configCopy"));
    m_copy->setAutoDefault(false);
    m_copy->setIcon(symbol(QLatin1String("copy")));
    addBesideButtons(m_copy);
    m_close = addButton("configClose");
    m_save = addButton("configSave", true);
    connect(m_daemon, &QComboBox::currentIndexChanged, this, &RecommendedConfigDialog::reword);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RecommendedConfigDialog::save);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_made.text); });
    reword();
    resize(kWidth, kHeight);
}

void RecommendedConfigDialog::save()
{
    saveFile(
        this, tr("Save the configuration"), QFileInfo(m_made.path).fileName(),
        tr("Configuration (*.conf)") + QStringLiteral(";;") + tr("All files (*)"),
        [text = m_made.text](const QString &) { return text.toUtf8(); },
        [this](const Result<QString> &saved) {
            m_told->setText(saved ? tr("Saved as %1.").arg(*saved) : saved.error().what);
            m_told->show();
        });
}

void RecommendedConfigDialog::reword()
{
    m_made = Ntp::recommend(m_servers, static_cast<Ntp::Daemon>(m_daemon->currentData().toInt()));
    setWindowTitle(tr("Recommended configuration"));
    setHeading(windowTitle());
    setLead(tr("What the servers that are watched here come to. Nothing on this machine is "
               "changed: look at it, and put it in place yourself."));
    m_place->setText(tr("Usually %1").arg(m_made.path));
    m_daemon->setAccessibleName(tr("Time daemon"));
    m_text->setAccessibleName(windowTitle());
    m_text->setText(m_made.text);
    const QStringList told = m_made.leftOut + m_made.notes;
    m_told->setText(told.join(QLatin1Char('\n')));
    m_told->setVisible(!told.isEmpty());
    m_copy->setText(tr("Copy"));
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save…"));
}

} // namespace Portolan::Ui
