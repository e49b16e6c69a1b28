// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pty/ptyengine.h"

#include <QDir>
#include <QProcessEnvironment>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

// CreatePseudoConsole came with Windows 10 1809.
#undef NTDDI_VERSION
#undef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#define NTDDI_VERSION 0x0A000006
#include <windows.h>

namespace Portolan::Pty {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr DWORD kBuffer = 64 * 1024;
constexpr milliseconds kSilenceAfterExit{100};
constexpr DWORD kGraceAfterHangUp = 60;
constexpr DWORD kGraceAfterKill = 40;
constexpr UINT kKilled = 128 + 9; // as a shell counts SIGKILL; Windows has no signals

class Handle
{
public:
    Handle() = default;
    explicit Handle(HANDLE handle)
        : m_handle(handle == INVALID_HANDLE_VALUE ? nullptr : handle)
    {
    }
    Handle(Handle &&other) noexcept
        : m_handle(std::exchange(other.m_handle, nullptr))
    {
    }
    Handle &operator=(Handle &&other) noexcept
    {
        std::swap(m_handle, other.m_handle);
        return *this;
    }
    ~Handle() { reset(); }
    void reset()
    {
        if (m_handle != nullptr)
            CloseHandle(std::exchange(m_handle, nullptr));
    }
    [[nodiscard]] HANDLE get() const { return m_handle; }
    explicit operator bool() const { return m_handle != nullptr; }

private:
    HANDLE m_handle = nullptr;
};

struct PipePair
{
    Handle ours;   // overlapped
    Handle theirs; // synchronous, as the pseudo console wants it
};

// Anonymous pipes cannot be overlapped; a named one with a name of its own can.
PipePair makePipe(bool weRead)
{
    static std::atomic<unsigned> counter = 0;
    const std::wstring name = L"\\\\.\\pipe\\portolan-pty-" +
                              std::to_wstring(GetCurrentProcessId()) + L"-" +
                              std::to_wstring(++counter);
    PipePair pair;
    pair.ours = Handle(CreateNamedPipeW(name.c_str(),
                                        (weRead ? PIPE_ACCESS_INBOUND : PIPE_ACCESS_OUTBOUND) |
                                            FILE_FLAG_OVERLAPPED | FILE_FLAG_FIRST_PIPE_INSTANCE,
                                        PIPE_TYPE_BYTE | PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS, 1,
                                        kBuffer, kBuffer, 0, nullptr));
    if (pair.ours)
        pair.theirs = Handle(CreateFileW(name.c_str(), weRead ? GENERIC_WRITE : GENERIC_READ, 0,
                                         nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    return pair;
}

tl::unexpected<Error> localFailure(QString what, DWORD code)
{
    return failure(Error::Kind::Local, std::move(what), qt_error_string(static_cast<int>(code)),
                   static_cast<int>(code));
}

COORD consoleSize(Size size)
{
    return {static_cast<SHORT>(std::clamp(size.columns, 1, 9999)),
            static_cast<SHORT>(std::clamp(size.rows, 1, 9999))};
}

// How CommandLineToArgvW and the C runtime take a command line apart again: backslashes count only
// before a quote.
std::wstring quoted(const QString &argument)
{
    const std::wstring text = argument.toStdWString();
    if (!text.empty() && text.find_first_of(L" \t\n\v\"") == std::wstring::npos)
        return text;
    std::wstring out = L"\"";
    std::size_t backslashes = 0;
    for (const wchar_t c : text) {
        if (c == L'"')
            out.append(backslashes + 1, L'\\');
        backslashes = c == L'\\' ? backslashes + 1 : 0;
        out += c;
    }
    out.append(backslashes, L'\\');
    return out + L'"';
}

std::wstring commandLine(const QStringList &command)
{
    std::wstring line;
    for (const QString &argument : command)
        line += (line.empty() ? L"" : L" ") + quoted(argument);
    return line;
}

// "NAME=value\0...\0\0", sorted as QProcessEnvironment keeps it on Windows (without case).
std::wstring environmentBlock(const Launch &launch)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm-256color"));
    environment.insert(QStringLiteral("COLORTERM"), QStringLiteral("truecolor"));
    environment.insert(QStringLiteral("TERM_PROGRAM"), QStringLiteral("Portolan"));
    environment.insert(QStringLiteral("TERM_PROGRAM_VERSION"), QStringLiteral(PORTOLAN_VERSION));
    environment.remove(QStringLiteral("WT_SESSION"));
    for (const auto &[name, value] : launch.environment) {
        if (value)
            environment.insert(name, *value);
        else
            environment.remove(name);
    }
    std::wstring block;
    for (const QString &entry : environment.toStringList()) {
        block += entry.toStdWString();
        block += L'\0';
    }
    return block + L'\0';
}

QStringList ownShell()
{
    return {qEnvironmentVariable("COMSPEC", QStringLiteral("cmd.exe"))};
}

} // namespace

struct PtyEngine::Private
{
    Events events;
    Handle wakeEvent{CreateEventW(nullptr, FALSE, FALSE, nullptr)};
    Handle readEvent{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
    Handle writeEvent{CreateEventW(nullptr, TRUE, FALSE, nullptr)};
    HPCON console = nullptr;
    Handle output; // of the program: we read
    Handle input;
    Handle process;
    OVERLAPPED reading = {};
    OVERLAPPED writing = {};
    bool isReading = false;
    bool isWriting = false;
    std::optional<ExitStatus> status;
    Clock::time_point lastBytes;
    std::string unwritten;
    std::string beingWritten; // untouched while the system reads from it
    std::vector<char> buffer = std::vector<char>(kBuffer);

    void beginRead()
    {
        if (isReading || !output)
            return;
        reading = {};
        reading.hEvent = readEvent.get();
        if (ReadFile(output.get(), buffer.data(), kBuffer, nullptr, &reading) != 0 ||
            GetLastError() == ERROR_IO_PENDING)
            isReading = true;
        else
            output.reset(); // ERROR_BROKEN_PIPE: the console has closed its end
    }

    void endRead()
    {
        DWORD size = 0;
        if (!isReading)
            return;
        const bool done = GetOverlappedResult(output.get(), &reading, &size, FALSE) != 0;
        if (!done && GetLastError() == ERROR_IO_INCOMPLETE)
            return;
        isReading = false;
        ResetEvent(readEvent.get());
        if (!done) {
            output.reset();
            return;
        }
        lastBytes = Clock::now();
        if (size > 0 && events.bytes)
            events.bytes(std::string_view(buffer.data(), size));
    }

    void beginWrite()
    {
        if (isWriting || !input || unwritten.empty())
            return;
        beingWritten = std::exchange(unwritten, {});
        writing = {};
        writing.hEvent = writeEvent.get();
        if (WriteFile(input.get(), beingWritten.data(), static_cast<DWORD>(beingWritten.size()),
                      nullptr, &writing) != 0 ||
            GetLastError() == ERROR_IO_PENDING)
            isWriting = true;
        else
            input.reset();
    }

    void endWrite()
    {
        DWORD size = 0;
        if (!isWriting)
            return;
        const bool done = GetOverlappedResult(input.get(), &writing, &size, FALSE) != 0;
        if (!done && GetLastError() == ERROR_IO_INCOMPLETE)
            return;
        isWriting = false;
        ResetEvent(writeEvent.get());
        if (done)
            unwritten.insert(0, beingWritten, size, std::string::npos);
        else
            input.reset();
        beingWritten.clear();
        if (done && events.taken)
            events.taken(size);
    }

    // Before 24H2 ClosePseudoConsole waits until its output was read. The pipes go first: then
    // there is nobody to wait for.
    void closeConsole()
    {
        DWORD size = 0;
        if (isReading && CancelIoEx(output.get(), &reading) != 0)
            GetOverlappedResult(output.get(), &reading, &size, TRUE);
        if (isWriting && CancelIoEx(input.get(), &writing) != 0)
            GetOverlappedResult(input.get(), &writing, &size, TRUE);
        isReading = false;
        isWriting = false;
        output.reset();
        input.reset();
        if (console != nullptr)
            ClosePseudoConsole(std::exchange(console, nullptr));
        unwritten.clear();
        beingWritten.clear();
    }

    void turn()
    {
        beginRead();
        beginWrite();
        std::array<HANDLE, 4> handles = {wakeEvent.get()};
        DWORD count = 1;
        if (isReading)
            handles[count++] = readEvent.get();
        if (isWriting)
            handles[count++] = writeEvent.get();
        if (process && !status)
            handles[count++] = process.get();
        WaitForMultipleObjects(count, handles.data(), FALSE,
                               status ? static_cast<DWORD>(kSilenceAfterExit.count() / 4)
                                      : INFINITE);
        endRead();
        endWrite();
        if (process && !status && WaitForSingleObject(process.get(), 0) == WAIT_OBJECT_0) {
            DWORD code = 0;
            GetExitCodeProcess(process.get(), &code);
            status = ExitStatus{static_cast<int>(code), false};
            lastBytes = Clock::now();
        }
        // The console keeps its end open after the program's: silence tells that all has come.
        if (status && (!output || Clock::now() - lastBytes >= kSilenceAfterExit)) {
            const ExitStatus told = *std::exchange(status, std::nullopt);
            process.reset();
            closeConsole();
            if (events.exited)
                events.exited(told);
        }
    }

    void shutDown()
    {
        closeConsole(); // every program on it gets CTRL_CLOSE_EVENT
        if (process && WaitForSingleObject(process.get(), kGraceAfterHangUp) != WAIT_OBJECT_0) {
            TerminateProcess(process.get(), kKilled);
            WaitForSingleObject(process.get(), kGraceAfterKill);
        }
        process.reset();
        status.reset();
    }
};

PtyEngine::PtyEngine(Events events)
    : d(std::make_unique<Private>())
{
    d->events = std::move(events);
}

PtyEngine::~PtyEngine()
{
    d->shutDown();
}

Result<> PtyEngine::startProgram(const Launch &launch)
{
    const QString noTerminal = tr("The system gave no pseudo terminal.");
    PipePair out = makePipe(true);
    PipePair in = makePipe(false);
    if (!out.theirs || !in.theirs)
        return localFailure(noTerminal, GetLastError());
    const HRESULT made = CreatePseudoConsole(consoleSize(launch.size), in.theirs.get(),
                                             out.theirs.get(), 0, &d->console);
    if (FAILED(made))
        return localFailure(noTerminal, static_cast<DWORD>(made));

    SIZE_T size = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    std::vector<char> attributes(size);
    STARTUPINFOEXW startup = {};
    startup.StartupInfo.cb = sizeof startup;
    // Without this a redirected standard stream of ours would be the program's.
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.lpAttributeList = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(attributes.data());
    if (InitializeProcThreadAttributeList(startup.lpAttributeList, 1, 0, &size) == 0)
        return localFailure(noTerminal, GetLastError());
    UpdateProcThreadAttribute(startup.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_PSEUDOCONSOLE,
                              d->console, sizeof d->console, nullptr, nullptr);
    const QStringList command = launch.command.isEmpty() ? ownShell() : launch.command;
    std::wstring line = commandLine(command);
    std::wstring environment = environmentBlock(launch);
    const std::wstring folder = QDir::toNativeSeparators(launch.workingDirectory).toStdWString();
    PROCESS_INFORMATION info = {};
    const BOOL started = CreateProcessW(
        nullptr, line.data(), nullptr, nullptr, FALSE,
        EXTENDED_STARTUPINFO_PRESENT | CREATE_UNICODE_ENVIRONMENT, environment.data(),
        folder.empty() ? nullptr : folder.c_str(), &startup.StartupInfo, &info);
    const DWORD code = GetLastError();
    DeleteProcThreadAttributeList(startup.lpAttributeList);
    if (started == 0) {
        d->closeConsole();
        if (code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND)
            return localFailure(tr("The program \"%1\" was not found.").arg(command.first()), code);
        if (code == ERROR_DIRECTORY)
            return localFailure(
                tr("The folder \"%1\" cannot be entered.").arg(launch.workingDirectory), code);
        return localFailure(tr("The program \"%1\" could not be started.").arg(command.first()),
                            code);
    }
    CloseHandle(info.hThread);
    d->process = Handle(info.hProcess);
    d->output = std::move(out.ours);
    d->input = std::move(in.ours);
    return {};
}

bool PtyEngine::write(std::string_view bytes)
{
    const std::size_t waiting = d->unwritten.size() + d->beingWritten.size();
    if (!d->input || waiting + bytes.size() > kMostUnwritten)
        return false;
    d->unwritten += bytes;
    d->beginWrite();
    return true;
}

void PtyEngine::resize(Size size)
{
    if (d->console != nullptr)
        ResizePseudoConsole(d->console, consoleSize(size));
}

void PtyEngine::hangUp()
{
    d->closeConsole();
}

void PtyEngine::kill()
{
    if (d->process)
        TerminateProcess(d->process.get(), kKilled);
}

qint64 PtyEngine::processId() const
{
    return d->process ? static_cast<qint64>(GetProcessId(d->process.get())) : 0;
}

void PtyEngine::turn()
{
    d->turn();
}

void PtyEngine::shutDown()
{
    d->shutDown();
}

void PtyEngine::wake()
{
    SetEvent(d->wakeEvent.get());
}

} // namespace Portolan::Pty
