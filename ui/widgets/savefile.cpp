// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/savefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

namespace Portolan::Ui {

namespace {

// The folder of the last file, for as long as the program runs.
QString &lastFolder()
{
    static QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder;
}

Result<QString> written(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return path;
    return failure(
        Error::Kind::Local,
        QCoreApplication::translate("Portolan::Ui::SaveFile", "The file %1 could not be written.")
            .arg(QDir::toNativeSeparators(path)),
        file.errorString());
}

} // namespace

void writeFile(const QString &path, const QByteArray &bytes, QObject *context,
               std::function<void(const Result<QString> &)> done)
{
    // The guard is made, copied and looked at on the GUI thread only; the pool merely carries it.
    auto answer = [guard = QPointer<QObject>(context),
                   done = std::move(done)](const Result<QString> &result) {
        if (guard && done)
            done(result);
    };
    QThreadPool::globalInstance()->start([path, bytes, answer = std::move(answer)]() mutable {
        Result<QString> result = written(path, bytes);
        QMetaObject::invokeMethod(
            qApp, [answer = std::move(answer), result = std::move(result)] { answer(result); },
            Qt::QueuedConnection);
    });
}

void askWhereToSave(QWidget *parent, const QString &title, const QString &suggestedName,
                    const QString &filters, std::function<void(const QString &path)> chosen)
{
    auto *dialog = new QFileDialog(parent, title, lastFolder(), filters);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestedName).suffix());
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [chosen = std::move(chosen)](const QString &path) {
                         lastFolder() = QFileInfo(path).absolutePath();
                         chosen(path);
                     });
    dialog->open();
}

void saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
              const QString &filters, std::function<QByteArray(const QString &path)> content,
              std::function<void(const Result<QString> &)> done)
{
    askWhereToSave(parent, title, suggestedName, filters,
                   [parent, content = std::move(content), done = std::move(done)](
                       const QString &path) { writeFile(path, content(path), parent, done); });
}

} // namespace Portolan::Ui
