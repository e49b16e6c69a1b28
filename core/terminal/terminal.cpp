// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/terminal.h"

#include "core/terminal/emulator.h"
#include "core/terminal/inputencoder.h"
#include "core/terminal/terminaltext.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>

namespace Portolan::Terminal {

namespace {

constexpr std::size_t Slice = 64 * 1024;
// Within a slice the lock goes earlier when somebody waits: a few bytes can ask for much work.
constexpr std::size_t Piece = 4 * 1024;
constexpr std::chrono::milliseconds SynchronizedLimit{150};

} // namespace

struct Terminal::Private
{
    Private(Size size, const Limits &limits)
        : emulator(size, limits)
    {
    }

    // std::mutex hands nothing over: a thread that unlocks and locks again in a loop starves the
    // others. So the receiving thread waits, between two slices, for the readers that came
    // meanwhile.
    class Reading
    {
    public:
        explicit Reading(Private &d)
            : m_d(d)
        {
            m_d.arrived.fetch_add(1);
            m_lock = std::unique_lock(m_d.mutex);
        }
        ~Reading()
        {
            m_d.served.fetch_add(1);
            m_lock.unlock();
            m_d.turn.notify_all();
        }
        Reading(const Reading &) = delete;
        Reading &operator=(const Reading &) = delete;

    private:
        Private &m_d;
        std::unique_lock<std::mutex> m_lock;
    };

    void letReadersIn(std::unique_lock<std::mutex> &lock)
    {
        const std::uint64_t ticket = arrived.load();
        turn.wait(lock, [&] { return served.load() >= ticket; });
    }

    // With the lock held: whether the damage function is to be called after it is released.
    [[nodiscard]] bool markDirty() { return !std::exchange(dirty, true); }

    void notify()
    {
        const std::lock_guard guard(damageMutex);
        if (damage)
            damage();
    }

    void noticeSynchronized()
    {
        if (!emulator.synchronized())
            synchronizedSince.reset();
        else if (!synchronizedSince || synchronizedUpdate != emulator.synchronizedUpdates())
            synchronizedSince = clock(); // each update has its own time
        synchronizedUpdate = emulator.synchronizedUpdates();
    }

    // How long frames still keep their rows.
    [[nodiscard]] std::chrono::milliseconds hold()
    {
        if (!synchronizedSince)
            return {};
        const auto left = SynchronizedLimit - std::chrono::duration_cast<std::chrono::milliseconds>(
                                                  clock() - *synchronizedSince);
        if (left.count() > 0)
            return left;
        emulator.endSynchronized();
        synchronizedSince.reset();
        return {};
    }

    void writeReplies()
    {
        if (emulator.replies.empty())
            return;
        if (writer)
            writer(emulator.replies);
        emulator.replies.clear();
    }

    bool copyRows(Frame &frame, std::int64_t topLine, bool everything);
    bool copyTables(Frame &frame);

    std::mutex mutex;
    std::condition_variable turn;
    std::atomic<std::uint64_t> arrived = 0;
    std::atomic<std::uint64_t> served = 0;
    Emulator emulator;
    WriteBytes writer;
    MouseState mouse;
    bool dirty = false;
    std::function<std::chrono::steady_clock::time_point()> clock = std::chrono::steady_clock::now;
    std::optional<std::chrono::steady_clock::time_point> synchronizedSince;
    std::uint64_t synchronizedUpdate = 0; // which update that was

    std::mutex
        damageMutex; // held while the function runs, so that it is never called once replaced
    std::function<void()> damage;
};

Terminal::Terminal(Size size, Limits limits)
    : d(std::make_unique<Private>(size, limits))
{
}

Terminal::~Terminal() = default;

void Terminal::setWriter(WriteBytes writer)
{
    const Private::Reading reading(*d);
    d->writer = std::move(writer);
}

void Terminal::setDamage(std::function<void()> damage)
{
    const std::lock_guard guard(d->damageMutex);
    d->damage = std::move(damage);
}

void Terminal::setClock(std::function<std::chrono::steady_clock::time_point()> clock)
{
    const Private::Reading reading(*d);
    d->clock = std::move(clock);
}

void Terminal::setDefaultColors(Color foreground, Color background)
{
    const Private::Reading reading(*d);
    d->emulator.setDefaultColors(foreground, background);
}

void Terminal::setAmbiguousWide(bool wide)
{
    const Private::Reading reading(*d);
    d->emulator.setAmbiguousWide(wide);
}

void Terminal::receive(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = std::min(bytes.size(), Slice);
        std::size_t taken = 0;
        bool notify = false;
        {
            std::unique_lock lock(d->mutex);
            do {
                const std::string_view piece = bytes.substr(taken, std::min(Piece, length - taken));
                d->emulator.receive(piece);
                taken += piece.size();
            } while (taken < length && d->arrived.load() == d->served.load());
            d->noticeSynchronized();
            d->writeReplies();
            notify = d->markDirty();
        }
        if (notify)
            d->notify();
        bytes.remove_prefix(taken);
        if (d->arrived.load() != d->served.load()) {
            std::unique_lock lock(d->mutex);
            d->letReadersIn(lock);
        }
    }
}

void Terminal::resize(Size size)
{
    bool notify = false;
    {
        const Private::Reading reading(*d);
        d->emulator.resize(size);
        notify = d->markDirty();
    }
    if (notify)
        d->notify();
}

Size Terminal::size() const
{
    const Private::Reading reading(*d);
    return d->emulator.size();
}

void Terminal::reset()
{
    bool notify = false;
    {
        const Private::Reading reading(*d);
        d->emulator.reset();
        d->noticeSynchronized();
        notify = d->markDirty();
    }
    if (notify)
        d->notify();
}

void Terminal::clearScrollback()
{
    bool notify = false;
    {
        const Private::Reading reading(*d);
        d->emulator.clearScrollback();
        notify = d->markDirty();
    }
    if (notify)
        d->notify();
}

bool Terminal::Private::copyRows(Frame &frame, std::int64_t topLine, bool everything)
{
    const Screen &screen = emulator.screen();
    const auto rows = std::size_t(screen.rows());
    const std::int64_t moved = topLine - frame.topLine;
    everything = everything || frame.rows.size() != rows || frame.size != emulator.size();
    frame.rows.resize(rows);
    frame.dirty.resize(rows, true);
    // Rows that scrolled within the frame are moved, not copied again.
    if (!everything && moved != 0 && std::abs(moved) < std::int64_t(rows)) {
        const auto middle =
            frame.rows.begin() + std::ptrdiff_t(moved > 0 ? moved : std::int64_t(rows) + moved);
        std::rotate(frame.rows.begin(), middle, frame.rows.end());
    }
    bool changed = everything || moved != 0;
    Line line;
    for (std::size_t i = 0; i < rows; ++i) {
        Frame::Row &target = frame.rows[i];
        const std::int64_t number = topLine + std::int64_t(i);
        const std::int64_t before = number - frame.topLine;
        const bool held =
            !everything && before >= 0 && before < std::int64_t(rows) && target.version != 0;
        if (moved != 0)
            frame.dirty[i] = true;
        const std::int64_t onScreen = number - emulator.screenLine();
        if (onScreen >= 0) {
            const Row &source = screen.row(int(onScreen));
            const std::uint64_t version = screen.versionOf(source);
            if (held && target.version == version)
                continue;
            target.cells.assign(source.cells, source.cells + source.used);
            target.fillStyle = source.fill;
            target.wrapped = source.wrapped;
            target.version = version;
        } else {
            const std::uint64_t version = emulator.historyVersion();
            if (held && target.version == version)
                continue;
            line = {};
            if (emulator.scrollback().read(number, line, emulator.tables()) &&
                line.cells.size() > std::size_t(screen.columns())) {
                // The line is older than the width of now.
                line.cells.resize(std::size_t(screen.columns()));
                if (line.cells.back().width() == Cell::Width::Wide)
                    line.cells.back() = Cell(0, Cell::Width::Narrow, line.cells.back().style());
            }
            target.cells.swap(line.cells);
            target.fillStyle = line.fill;
            target.wrapped = line.wrapped;
            target.version = version;
        }
        frame.dirty[i] = true;
        changed = true;
    }
    frame.size = emulator.size();
    frame.topLine = topLine;
    return changed;
}

bool Terminal::Private::copyTables(Frame &frame)
{
    const Tables &tables = emulator.tables();
    if (frame.tablesGeneration != tables.generation) {
        frame.styles = tables.styles.all();
        frame.clusters = tables.clusters.all();
        frame.links = tables.links.all();
        frame.tablesGeneration = tables.generation;
        return true;
    }
    const auto append = [](auto &target, const auto &source) {
        target.insert(target.end(), source.begin() + std::ptrdiff_t(target.size()), source.end());
    };
    append(frame.styles, tables.styles.all());
    append(frame.clusters, tables.clusters.all());
    append(frame.links, tables.links.all());
    return false;
}

bool Terminal::update(Frame &frame, std::optional<std::int64_t> topLine)
{
    const Private::Reading reading(*d);
    Emulator &emulator = d->emulator;
    d->dirty = false;
    const auto hold = d->hold();
    // A frame of another size, or an empty one, cannot keep what it has.
    if (hold.count() > 0 && !frame.rows.empty() && frame.size == emulator.size()) {
        frame.hold = hold;
        return false;
    }
    frame.hold = {};
    emulator.collectTables();

    bool changed = false;
    const auto take = [&changed](auto &target, const auto &value) {
        if (target != value) {
            target = value;
            changed = true;
        }
    };
    const std::int64_t screenLine = emulator.screenLine();
    const std::int64_t firstLine = emulator.scrollback().firstLine();
    const std::int64_t top = std::clamp(topLine.value_or(screenLine), firstLine, screenLine);
    const bool everything = frame.tablesGeneration != emulator.tables().generation;
    changed = d->copyRows(frame, top, everything);
    changed = d->copyTables(frame) || changed;
    take(frame.firstLine, firstLine);
    take(frame.screenLine, screenLine);
    take(frame.cursor, emulator.cursor());
    take(frame.title, emulator.title);
    take(frame.workingDirectory, emulator.workingDirectory);
    take(frame.bells, emulator.bells);
    const InputModes &input = emulator.inputModes();
    take(frame.mouse, input.mouse);
    take(frame.alternateScreen, input.alternateScreen);
    take(frame.alternateScroll, input.alternateScroll);
    take(frame.focusReporting, input.focusReporting);
    take(frame.bracketedPaste, input.bracketedPaste);
    take(frame.reverseVideo, emulator.reverseVideo());
    emulator.nextEpoch();
    return changed;
}

std::string Terminal::encodeKey(const KeyPress &key) const
{
    const Private::Reading reading(*d);
    return Portolan::Terminal::encodeKey(key, d->emulator.inputModes());
}

std::string Terminal::encodeMouse(const MouseInput &mouse)
{
    const Private::Reading reading(*d);
    const InputModes &modes = d->emulator.inputModes();
    if (modes.mouse == MouseTracking::Off)
        d->mouse = {};
    return Portolan::Terminal::encodeMouse(mouse, modes, d->mouse);
}

std::string Terminal::encodeFocus(bool gained) const
{
    const Private::Reading reading(*d);
    return Portolan::Terminal::encodeFocus(gained, d->emulator.inputModes());
}

std::string Terminal::encodePaste(std::string_view text) const
{
    InputModes modes;
    {
        const Private::Reading reading(*d);
        modes = d->emulator.inputModes();
    }
    return Portolan::Terminal::encodePaste(text, modes);
}

std::string Terminal::text(Position from, Position to, SelectionShape shape) const
{
    // A long scrollback is read in parts, so that the transport's thread gets on in between; line
    // numbers stay what they are.
    constexpr std::int64_t part = 2000;
    const bool block = shape == SelectionShape::Block;
    if (block) {
        if (from.line > to.line)
            std::swap(from.line, to.line);
        if (from.column > to.column)
            std::swap(from.column, to.column);
    } else if (to < from) {
        std::swap(from, to);
    }
    {
        const Private::Reading reading(*d);
        const std::int64_t first = d->emulator.scrollback().firstLine();
        const std::int64_t last = d->emulator.screenLine() + d->emulator.size().rows - 1;
        const int start = block ? from.column : 0;
        const int end = block ? to.column : Screen::MaxColumns;
        if (from.line < first)
            from = {first, start};
        if (to.line > last)
            to = {last, end};
    }
    std::string text;
    while (to.line - from.line > part) {
        const Position next{from.line + part, block ? from.column : 0};
        const Private::Reading reading(*d);
        if (block) {
            text += textBetween(d->emulator, from, {next.line - 1, to.column}, shape);
            text += '\n';
        } else {
            text += textBetween(d->emulator, from, next, shape);
        }
        from = next;
    }
    const Private::Reading reading(*d);
    return text + textBetween(d->emulator, from, to, shape);
}

std::pair<Position, Position> Terminal::wordAt(Position position,
                                               std::u32string_view wordCharacters) const
{
    const Private::Reading reading(*d);
    return wordAround(d->emulator, position, wordCharacters);
}

std::vector<Terminal::ClipboardRequest> Terminal::takeClipboardRequests()
{
    const Private::Reading reading(*d);
    return std::exchange(d->emulator.clipboardRequests, {});
}

std::size_t Terminal::scrollbackBytes() const
{
    const Private::Reading reading(*d);
    return d->emulator.scrollback().bytes();
}

std::string Terminal::inconsistency() const
{
    const Private::Reading reading(*d);
    return d->emulator.inconsistency();
}

} // namespace Portolan::Terminal
