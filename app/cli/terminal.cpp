// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/terminal.h"
#include "app/cli/commandcontext.h"
#include "app/cli/console.h"
#include "app/cli/nouns.h"
#include "app/cli/screenjson.h"
#include "app/cli/terminalrun.h"
#include "app/cli/words.h"

#include <CLI/CLI.hpp>

#include <QFile>

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

namespace Portolan::Cli {

namespace {

constexpr qint64 kChunk = 64 * 1024;
constexpr qint64 kMostBenchBytes = 1024LL * 1024 * 1024;
constexpr int kMostCells = 2000; // in a row, and rows
constexpr std::chrono::seconds kBenchTime{2};
constexpr int kMostRounds = 100;

struct RenderOptions
{
    Terminal::Size size;
    std::string file = "-";
};

Result<> openInput(QFile &file, const std::string &name)
{
    const QString path = QString::fromStdString(name);
    file.setFileName(path);
    const bool opened = path == QLatin1String("-")
                            ? file.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered)
                            : file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    if (!opened)
        return failure(Error::Kind::Local, Words::tr("The file \"%1\" cannot be opened.").arg(path),
                       file.errorString(), static_cast<int>(file.error()));
    return {};
}

// The next bytes, none at the end.
Result<QByteArray> readChunk(QFile &file)
{
    if (!waitForInput(file.handle()))
        return failure(Error::Kind::Cancelled, Words::tr("Cancelled."));
    QByteArray chunk(kChunk, Qt::Uninitialized);
    const qint64 size = file.read(chunk.data(), chunk.size());
    if (size < 0)
        return failure(Error::Kind::Local,
                       Words::tr("The file \"%1\" cannot be read.").arg(file.fileName()),
                       file.errorString(), static_cast<int>(file.error()));
    chunk.truncate(size);
    return chunk;
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

Result<> render(CommandContext &context, const RenderOptions &options)
{
    QFile file;
    if (const Result<> opened = openInput(file, options.file); !opened)
        return opened;
    Terminal::Terminal terminal(options.size);
    std::string replies;
    terminal.setWriter([&replies](std::string_view bytes) { appendReplies(replies, bytes); });
    qint64 total = 0;
    for (;;) {
        const Result<QByteArray> chunk = readChunk(file);
        if (!chunk)
            return tl::unexpected(chunk.error());
        if (chunk->isEmpty())
            break;
        terminal.receive(view(*chunk));
        total += chunk->size();
    }
    context.summary.insert(QStringLiteral("bytes"), total);
    printScreen(context, terminal, replies);
    return {};
}

Result<> bench(CommandContext &context, const RenderOptions &options)
{
    using Clock = std::chrono::steady_clock;
    QFile file;
    if (const Result<> opened = openInput(file, options.file); !opened)
        return opened;
    QByteArray input;
    for (;;) {
        const Result<QByteArray> chunk = readChunk(file);
        if (!chunk)
            return tl::unexpected(chunk.error());
        if (chunk->isEmpty())
            break;
        input += *chunk;
        if (input.size() > kMostBenchBytes)
            return failure(Error::Kind::Usage, Words::tr("The file is larger than 1 GiB."));
    }
    if (input.isEmpty())
        return failure(Error::Kind::Usage, Words::tr("The file is empty."));

    // In chunks of a socket's size; the median of as many rounds as fit, after one to warm up.
    std::vector<double> rates;
    const auto begin = Clock::now();
    bool isWarm = false;
    while (static_cast<int>(rates.size()) < kMostRounds &&
           (rates.empty() || Clock::now() - begin < kBenchTime)) {
        Terminal::Terminal terminal(options.size);
        const auto start = Clock::now();
        for (std::string_view rest = view(input); !rest.empty();) {
            const std::string_view chunk = rest.substr(0, kChunk);
            terminal.receive(chunk);
            rest.remove_prefix(chunk.size());
        }
        const std::chrono::duration<double> seconds = Clock::now() - start;
        if (std::exchange(isWarm, true))
            rates.push_back(static_cast<double>(input.size()) / 1e6 / seconds.count());
        if (Interrupt::wasRequested())
            return failure(Error::Kind::Cancelled, Words::tr("Cancelled."));
    }
    std::sort(rates.begin(), rates.end());
    const double median = rates[rates.size() / 2];
    if (context.options.json)
        context.output.object({{QStringLiteral("type"), QStringLiteral("bench")},
                               {QStringLiteral("columns"), options.size.columns},
                               {QStringLiteral("rows"), options.size.rows},
                               {QStringLiteral("bytes"), input.size()},
                               {QStringLiteral("rounds"), static_cast<int>(rates.size())},
                               {QStringLiteral("mb_per_s"), median}});
    else
        context.output.text(
            Words::tr("%1 MB/s (median of %n rounds)", nullptr, static_cast<int>(rates.size()))
                .arg(median, 0, 'f', 1));
    return {};
}

void addSize(CLI::App *verb, Terminal::Size &size)
{
    verb->add_option("--columns", size.columns, Words::tr("Columns (80)").toStdString())
        ->check(CLI::Range(2, kMostCells))
        ->option_text("N");
    verb->add_option("--rows", size.rows, Words::tr("Rows (24)").toStdString())
        ->check(CLI::Range(1, kMostCells))
        ->option_text("N");
}

} // namespace

void addTerminalCommands(CLI::App &app, CommandContext &context)
{
    CLI::App *const noun =
        app.add_subcommand("terminal", Words::tr("The terminal emulator").toStdString());
    noun->require_subcommand(1);

    CLI::App *const renderVerb = noun->add_subcommand(
        "render", Words::tr("Feed bytes to a terminal and print its screen").toStdString());
    const auto renderOptions = std::make_shared<RenderOptions>();
    addSize(renderVerb, renderOptions->size);
    renderVerb->add_option("file", renderOptions->file,
                           Words::tr("The bytes; standard input without it").toStdString());
    renderVerb->callback([&context, renderOptions] {
        context.run([renderOptions](CommandContext &c) { return render(c, *renderOptions); });
    });

    CLI::App *const benchVerb = noun->add_subcommand(
        "bench", Words::tr("Measure how fast bytes are parsed and stored").toStdString());
    const auto benchOptions = std::make_shared<RenderOptions>();
    benchOptions->size = {200, 50};
    addSize(benchVerb, benchOptions->size);
    benchVerb->add_option("file", benchOptions->file, Words::tr("The bytes").toStdString())
        ->required();
    benchVerb->callback([&context, benchOptions] {
        context.run([benchOptions](CommandContext &c) { return bench(c, *benchOptions); });
    });

    CLI::App *const runVerb = noun->add_subcommand(
        "run", Words::tr("Run a command in a terminal and print its last screen: run [options] "
                         "-- COMMAND")
                   .toStdString());
    const auto runOptions = std::make_shared<RunOptions>();
    addSize(runVerb, runOptions->size);
    runVerb
        ->add_option("--input", runOptions->input,
                     Words::tr("Text to type at once; \\r, \\e and \\xHH as in C").toStdString())
        ->option_text("TEXT");
    runVerb
        ->add_option("--script", runOptions->script,
                     Words::tr("Steps to take: expect, send, settle, resize, stop; one a line")
                         .toStdString())
        ->option_text("FILE")
        ->excludes("--input");
    runVerb
        ->add_option("--record", runOptions->record,
                     Words::tr("Write what the command prints to this file").toStdString())
        ->option_text("FILE");
    runVerb
        ->add_option("--limit", runOptions->limitSeconds,
                     Words::tr("Longest time for the whole run, in seconds (60)").toStdString())
        ->check(CLI::Range(1, 86'400))
        ->option_text("SECONDS");
    runVerb->callback([&context, runOptions] {
        runOptions->command = context.takeTrailing();
        if (runOptions->command.isEmpty())
            throw CLI::ValidationError(
                Words::tr("a command is needed behind \"--\"").toStdString());
        context.run(makeTerminalRun(context, *runOptions));
    });
}

} // namespace Portolan::Cli
