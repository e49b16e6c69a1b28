// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/words.h"

#include <QMetaObject>

#include <array>
#include <atomic>

#include <io.h>
#include <windows.h>

namespace Portolan::Cli {

namespace {

constexpr std::size_t kLongestSecret = 4096;

std::atomic<bool> g_requested = false;
std::atomic<Interrupt *> g_interrupt = nullptr;

// Runs on a thread of its own that the system makes for it.
BOOL WINAPI onControl(DWORD)
{
    if (g_requested.exchange(true))
        ExitProcess(130);
    if (Interrupt *const interrupt = g_interrupt)
        QMetaObject::invokeMethod(interrupt, &Interrupt::requested, Qt::QueuedConnection);
    return TRUE;
}

tl::unexpected<Error> systemFailure(QString what)
{
    const auto code = static_cast<int>(GetLastError());
    return failure(Error::Kind::Local, std::move(what), qt_error_string(code), code);
}

Result<QString> prompt(const QString &question, bool echo)
{
    const HANDLE input = CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ,
                                     nullptr, OPEN_EXISTING, 0, nullptr);
    const HANDLE output = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_WRITE,
                                      nullptr, OPEN_EXISTING, 0, nullptr);
    if (input == INVALID_HANDLE_VALUE || output == INVALID_HANDLE_VALUE)
        return systemFailure(Words::tr("There is no terminal to ask at."));
    DWORD before = 0;
    GetConsoleMode(input, &before);
    const DWORD mode = ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT | (echo ? ENABLE_ECHO_INPUT : 0U);
    SetConsoleMode(input, mode);
    const QString text = question + QLatin1Char(' ');
    DWORD done = 0;
    WriteConsoleW(output, text.utf16(), static_cast<DWORD>(text.size()), &done, nullptr);
    std::array<wchar_t, kLongestSecret> buffer = {};
    done = 0;
    const bool read =
        ReadConsoleW(input, buffer.data(), static_cast<DWORD>(buffer.size()), &done, nullptr) != 0;
    SetConsoleMode(input, before);
    if (!echo)
        WriteConsoleW(output, L"\r\n", 2, &before, nullptr);
    CloseHandle(input);
    CloseHandle(output);
    if (!read || done == 0 || g_requested) {
        wipeMemory(buffer.data(), sizeof buffer);
        return failure(Error::Kind::Cancelled, Words::tr("Cancelled."));
    }
    while (done > 0 && (buffer[done - 1] == L'\n' || buffer[done - 1] == L'\r'))
        --done;
    QString line = QString::fromWCharArray(buffer.data(), static_cast<qsizetype>(done));
    wipeMemory(buffer.data(), sizeof buffer);
    return line;
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    g_interrupt = this;
    SetConsoleCtrlHandler(onControl, TRUE);
}

Interrupt::~Interrupt()
{
    g_interrupt = nullptr;
}

bool Interrupt::wasRequested()
{
    return g_requested;
}

// Console handles and pipes have no common way to wait; a read that is interrupted returns.
bool waitForInput(int)
{
    return !g_requested;
}

Result<Secret> promptSecret(const QString &question)
{
    return prompt(question, false).map([](QString line) { return Secret::takeFrom(line); });
}

Result<QString> promptLine(const QString &question)
{
    return prompt(question, true);
}

Result<Secret> readSecretLine(int fileDescriptor)
{
    std::array<char, kLongestSecret> buffer = {};
    std::size_t size = 0;
    char byte = 0;
    int got = 0;
    while (size < buffer.size() && (got = _read(fileDescriptor, &byte, 1)) == 1 && byte != '\n')
        buffer[size++] = byte;
    Result<Secret> result;
    if (got <= 0 && size == 0)
        result = failure(Error::Kind::Local, Words::tr("The input ended without a line."));
    else if (size == buffer.size())
        result = failure(Error::Kind::Usage, Words::tr("The line is longer than 4096 bytes."));
    else
        result = Secret(std::string_view(buffer.data(),
                                         size > 0 && buffer[size - 1] == '\r' ? size - 1 : size));
    wipeMemory(buffer.data(), buffer.size());
    return result;
}

} // namespace Portolan::Cli
