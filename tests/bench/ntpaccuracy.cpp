// SPDX-License-Identifier: GPL-3.0-or-later
// How true offsets are: the lab's chronyd on loopback tells this machine's own time, so that every
// offset is an error. By the program's own stamps, the kernel's, and interleaved ones, beside
// chronyd's own measurements of the same server in the same run; first on an idle machine, then
// with every core busy, then with a main thread that is blocked for 50 ms again and again.
//   bench_ntpaccuracy [samples]
#include "core/ntp/clockfilter.h"
#include "core/ntp/engine.h"
#include "core/ntp/monitor.h"
#include "core/runtime/enginehost.h"
#include "tests/support/lab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace {

using namespace Portolan;
using namespace Portolan::Ntp;
using std::chrono::milliseconds;

constexpr double kMicro = 1e6;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

struct Figures
{
    std::size_t samples = 0;
    double median = 0; // with its sign
    double middle = 0; // of the absolute values
    double p95 = 0;
    double most = 0;
    double delay = 0; // median
};

double at(std::vector<double> &values, double part)
{
    if (values.empty())
        return std::nan("");
    const auto place = std::min(
        values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())));
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place),
                     values.end());
    return values[place];
}

Figures figuresOf(std::vector<double> offsets, std::vector<double> delays)
{
    Figures figures;
    figures.samples = offsets.size();
    figures.median = at(offsets, 0.5);
    for (double &each : offsets)
        each = std::abs(each);
    figures.middle = at(offsets, 0.5);
    figures.p95 = at(offsets, 0.95);
    figures.most =
        offsets.empty() ? std::nan("") : *std::max_element(offsets.begin(), offsets.end());
    figures.delay = at(delays, 0.5);
    return figures;
}

Figures figuresOf(const std::vector<Sample> &samples)
{
    std::vector<double> offsets;
    std::vector<double> delays;
    for (const Sample &each : samples) {
        offsets.push_back(each.offset.count() * kMicro);
        delays.push_back(each.delay.count() * kMicro);
    }
    return figuresOf(std::move(offsets), std::move(delays));
}

// What people see: of eight polls the one with the least delay.
Figures filtered(const std::vector<Sample> &samples)
{
    ClockFilter filter;
    std::vector<double> offsets;
    std::vector<double> delays;
    for (const Sample &each : samples) {
        filter.add(each);
        if (const auto &estimate = filter.estimate()) {
            offsets.push_back(estimate->offset.count() * kMicro);
            delays.push_back(estimate->delay.count() * kMicro);
        }
    }
    return figuresOf(std::move(offsets), std::move(delays));
}

void heading(const QString &title)
{
    out() << "\n"
          << title << "\n"
          << QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n")
                 .arg(QStringLiteral("µs"), -44)
                 .arg(QStringLiteral("samples"), 8)
                 .arg(QStringLiteral("median"), 9)
                 .arg(QStringLiteral("median ||"), 9)
                 .arg(QStringLiteral("p95 ||"), 9)
                 .arg(QStringLiteral("max ||"), 9)
                 .arg(QStringLiteral("delay"), 9);
    out().flush();
}

void row(const QString &name, const Figures &figures)
{
    out() << QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n")
                 .arg(name, -44)
                 .arg(figures.samples, 8)
                 .arg(figures.median, 9, 'f', 3)
                 .arg(figures.middle, 9, 'f', 3)
                 .arg(figures.p95, 9, 'f', 3)
                 .arg(figures.most, 9, 'f', 3)
                 .arg(figures.delay, 9, 'f', 3);
    out().flush();
}

// Stamps of the program alone: what is left where a system stamps nothing.
std::vector<Sample> byTheProgram(quint16 port, int count)
{
    std::vector<Sample> samples;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < count; ++i) {
        const int made = ::socket(AF_INET, SOCK_DGRAM, 0);
        Header request;
        request.transmit = {0x1000'0000'0000'0001ULL + static_cast<quint64>(i)};
        const QByteArray bytes = encodeHeader(request);
        std::array<char, 512> buffer{};
        const timeval limit{1, 0};
        ::setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit));
        const Instant t1 = clockNow();
        ::sendto(made, bytes.constData(), static_cast<std::size_t>(bytes.size()), 0,
                 reinterpret_cast<const sockaddr *>(&to), sizeof(to));
        const auto got = ::recv(made, buffer.data(), buffer.size(), 0);
        const Instant t4 = clockNow();
        ::close(made);
        const auto packet = decodePacket(QByteArray(buffer.data(), std::max<qsizetype>(got, 0)));
        if (packet && judgeReply(*packet, request).fault == ReplyFault::None)
            samples.push_back(measure(t1, toInstant(packet->header.receive, t4),
                                      toInstant(packet->header.transmit, t4), t4, packet->header,
                                      clockPrecision()));
        std::this_thread::sleep_for(milliseconds(1));
    }
    return samples;
}

std::vector<Sample> byTheEngine(quint16 port, int count, bool interleaved)
{
    const auto outcomes = std::make_shared<OutcomeQueue>(1'000'000);
    QSemaphore came;
    outcomes->setWake([&came] { came.release(); });
    std::vector<Sample> samples;
    {
        const auto host = std::make_unique<EngineHost<Engine>>(
            QStringLiteral("ntp"), [](std::stop_token) { return std::make_unique<Engine>(); });
        ServerTarget target;
        target.host = QStringLiteral("127.0.0.1");
        target.port = port;
        target.interleaved = interleaved;
        Engine::Setup setup{
            .target = target,
            .address = QHostAddress(QHostAddress::LocalHost),
            .plan = {.burst = count, .burstGap = milliseconds(1), .interval = milliseconds(0)},
            .outcomes = outcomes};
        host->post([setup = std::move(setup)](Engine &engine) mutable {
            engine.open(1, std::move(setup));
        });
        int ended = 0;
        while (ended < count) {
            const auto batch = outcomes->take(100'000);
            for (const Outcome &each : batch.items) {
                ended += each.endsPoll ? 1 : 0;
                if (each.sample && each.sample->interleaved == interleaved)
                    samples.push_back(*each.sample);
            }
            if (!batch.more && ended < count && !came.tryAcquire(1, 60'000))
                break;
        }
    }
    outcomes->setWake({});
    return samples;
}

// The same as the panel has it: through the monitor, whose thread has an event loop that is blocked
// for so long, over and over.
std::vector<Sample> byTheMonitor(quint16 port, int count, bool interleaved, milliseconds blocked)
{
    Monitor monitor({.burst = 1, .burstGap = milliseconds(1), .interval = milliseconds(1)});
    ServerTarget target;
    target.host = QStringLiteral("127.0.0.1");
    target.port = port;
    target.interleaved = interleaved;
    std::vector<Sample> samples;
    QObject::connect(&monitor, &Monitor::happened, &monitor, [&](const QList<Outcome> &outcomes) {
        for (const Outcome &each : outcomes) {
            if (each.sample && each.sample->interleaved == interleaved)
                samples.push_back(*each.sample);
        }
    });
    monitor.add(target);
    QElapsedTimer clock;
    clock.start();
    while (samples.size() < static_cast<std::size_t>(count) && clock.elapsed() < 120'000) {
        std::this_thread::sleep_for(blocked);
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    samples.resize(std::min(samples.size(), static_cast<std::size_t>(count)));
    return samples;
}

// chronyd that watches the same server sixteen times a second: what it measured, from its log.
Figures byChronyd(const Test::LabNtp &lab, quint16 port, bool interleaved, int seconds)
{
    QTemporaryDir folder;
    QFile config(folder.filePath(QStringLiteral("config")));
    if (!folder.isValid() || !config.open(QIODevice::WriteOnly))
        return {};
    config.write(QStringLiteral("user root\nport 0\ncmdport 0\nbindcmdaddress /\npidfile %1/pid\n"
                                "server 127.0.0.1 port %2 minpoll -4 maxpoll -4 %3\n"
                                "logdir %1\nlog rawmeasurements\n")
                     .arg(folder.path())
                     .arg(port)
                     .arg(interleaved ? QStringLiteral("xleave") : QString())
                     .toUtf8());
    config.close();
    QProcess chronyd;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_LIBRARY_PATH"), lab.libraries);
    chronyd.setProcessEnvironment(environment);
    // -x: it never touches the clock.
    chronyd.start(lab.chronyd, {QStringLiteral("-x"), QStringLiteral("-U"), QStringLiteral("-d"),
                                QStringLiteral("-f"), config.fileName()});
    chronyd.waitForFinished(seconds * 1000);
    chronyd.terminate();
    chronyd.waitForFinished(5000);
    QFile log(folder.filePath(QStringLiteral("measurements.log")));
    std::vector<double> offsets;
    std::vector<double> delays;
    if (log.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : log.readAll().split('\n')) {
            // Date, time, address, leap, stratum, three groups of tests, polls, score, offset,
            // delay, dispersion, root delay, root dispersion, reference, mode ("4I": interleaved),
            // stamps.
            const QList<QByteArray> words = line.simplified().split(' ');
            if (words.size() < 18 || !words[2].startsWith("127."))
                continue;
            const bool isInterleaved = words[17].contains('I');
            if (isInterleaved != interleaved)
                continue;
            offsets.push_back(words[11].toDouble() * kMicro);
            delays.push_back(words[12].toDouble() * kMicro);
        }
    }
    return figuresOf(std::move(offsets), std::move(delays));
}

// chronyd -Q: asks a few times and prints how wrong the clock is, to a microsecond.
Figures byChronydOnce(const Test::LabNtp &lab, quint16 port, int runs)
{
    std::vector<std::unique_ptr<QProcess>> all;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_LIBRARY_PATH"), lab.libraries);
    QTemporaryDir folder;
    for (int i = 0; i < runs; ++i) {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(environment);
        process->setProcessChannelMode(QProcess::MergedChannels);
        process->start(lab.chronyd,
                       {QStringLiteral("-Q"), QStringLiteral("-U"), QStringLiteral("-t"),
                        QStringLiteral("20"), QStringLiteral("user root"),
                        QStringLiteral("cmdport 0"), QStringLiteral("bindcmdaddress /"),
                        QStringLiteral("pidfile %1/%2").arg(folder.path()).arg(i),
                        QStringLiteral("server 127.0.0.1 port %1 iburst").arg(port)});
        all.push_back(std::move(process));
        std::this_thread::sleep_for(milliseconds(37));
    }
    static const QRegularExpression wrong(QStringLiteral("wrong by (-?[0-9.]+) seconds"));
    std::vector<double> offsets;
    for (const auto &each : all) {
        each->waitForFinished(30'000);
        const auto match = wrong.match(QString::fromUtf8(each->readAll()));
        if (match.hasMatch())
            offsets.push_back(match.captured(1).toDouble() * kMicro);
    }
    return figuresOf(std::move(offsets), {});
}

void ratio(const char *what, const Figures &ours, const Figures &theirs)
{
    out() << QStringLiteral("  p95 of %1: %2 of chronyd's\n")
                 .arg(QLatin1String(what))
                 .arg(ours.p95 / theirs.p95, 0, 'f', 2);
}

void compare(const Test::Lab &lab, int count)
{
    const quint16 port = lab.ntp(QStringLiteral("ntp-plain")).port;
    const int seconds = std::clamp(count / 100, 5, 20);
    row(QStringLiteral("the program's own stamps"), figuresOf(byTheProgram(port, count)));
    const auto kernel = byTheEngine(port, count, false);
    row(QStringLiteral("kernel's stamps (sent by the program)"), figuresOf(kernel));
    row(QStringLiteral("  the best of eight"), filtered(kernel));
    const auto both = byTheEngine(port, count, true);
    row(QStringLiteral("interleaved"), figuresOf(both));
    row(QStringLiteral("  the best of eight"), filtered(both));
    const Figures theirs = byChronyd(lab.ntp(), port, false, seconds);
    row(QStringLiteral("chronyd, 16 a second"), theirs);
    const Figures theirsBoth = byChronyd(lab.ntp(), port, true, seconds);
    row(QStringLiteral("chronyd, 16 a second, interleaved"), theirsBoth);
    row(QStringLiteral("chronyd -Q, to the microsecond"), byChronydOnce(lab.ntp(), port, 10));
    ratio("kernel's stamps", figuresOf(kernel), theirs);
    ratio("interleaved", figuresOf(both), theirsBoth);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (const auto code = Test::skipOrFailWithoutLab())
        return *code;
    const int count = argc > 1 ? std::max(100, QByteArray(argv[1]).toInt()) : 3000;
    const Test::Lab lab = Test::Lab::withNtp();
    if (!lab.error().isEmpty()) {
        out() << lab.error() << "\n";
        return 1;
    }
    heading(QStringLiteral("As idle as the machine is"));
    compare(lab, count);

    {
        std::atomic<bool> stop = false;
        std::vector<std::thread> busy;
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            busy.emplace_back([&stop] {
                while (!stop.load(std::memory_order_relaxed))
                    ;
            });
        heading(QStringLiteral("With every core busy"));
        compare(lab, count);
        stop = true;
        for (std::thread &each : busy)
            each.join();
    }

    const quint16 port = lab.ntp(QStringLiteral("ntp-plain")).port;
    heading(
        QStringLiteral("Through the monitor, its thread idle or blocked for 50 ms over and over"));
    for (const bool interleaved : {false, true}) {
        const QString what =
            interleaved ? QStringLiteral("interleaved") : QStringLiteral("kernel's stamps");
        for (const milliseconds blocked : {milliseconds(0), milliseconds(50)})
            row(blocked.count() > 0 ? what + QStringLiteral(", blocked") : what,
                figuresOf(byTheMonitor(port, count, interleaved, blocked)));
    }
    return 0;
}
