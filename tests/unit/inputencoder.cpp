// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terminal/inputencoder.h"

#include <QtTest>

#include <random>

using namespace Portolan::Terminal;

namespace {

using Button = MouseInput::Button;
using Kind = MouseInput::Kind;

KeyPress press(Key key, std::uint8_t modifiers = 0)
{
    return {key, modifiers};
}

KeyPress typed(std::u32string text, std::uint8_t modifiers = 0)
{
    return {Key::Text, modifiers, std::move(text)};
}

// With control characters readable in a failure's message.
QByteArray shown(std::string_view bytes)
{
    QByteArray out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0x1b)
            out += "\\E";
        else if (byte < 0x20 || byte >= 0x7f)
            out += "\\x" + QByteArray(1, c).toHex();
        else
            out += c;
    }
    return out;
}

void compare(const std::string &actual, std::string_view expected)
{
    QCOMPARE(shown(actual), shown(expected));
}

struct Capability
{
    const char *name;
    Key key;
    std::uint8_t modifiers;
    const char *bytes;
};

constexpr std::uint8_t kShift = Modifier::Shift;
constexpr std::uint8_t kAlt = Modifier::Alt;
constexpr std::uint8_t kControl = Modifier::Control;

// terminfo(5) xterm-256color of ncurses 6.4 with its extended names; it describes the keyboard
// after smkx, that is with application cursor keys and keypad.
constexpr Capability kTerminfo[] = {
    {"kcuu1", Key::Up, 0, "\x1bOA"},
    {"kcud1", Key::Down, 0, "\x1bOB"},
    {"kcuf1", Key::Right, 0, "\x1bOC"},
    {"kcub1", Key::Left, 0, "\x1bOD"},
    {"khome", Key::Home, 0, "\x1bOH"},
    {"kend", Key::End, 0, "\x1bOF"},
    {"kich1", Key::Insert, 0, "\x1b[2~"},
    {"kdch1", Key::Delete, 0, "\x1b[3~"},
    {"kpp", Key::PageUp, 0, "\x1b[5~"},
    {"knp", Key::PageDown, 0, "\x1b[6~"},
    {"kbs", Key::Backspace, 0, "\x7f"},
    {"kcbt", Key::Tab, kShift, "\x1b[Z"},
    {"kent", Key::KeypadEnter, 0, "\x1bOM"},
    {"kri", Key::Up, kShift, "\x1b[1;2A"},
    {"kind", Key::Down, kShift, "\x1b[1;2B"},
    {"kRIT", Key::Right, kShift, "\x1b[1;2C"},
    {"kLFT", Key::Left, kShift, "\x1b[1;2D"},
    {"kHOM", Key::Home, kShift, "\x1b[1;2H"},
    {"kEND", Key::End, kShift, "\x1b[1;2F"},
    {"kIC", Key::Insert, kShift, "\x1b[2;2~"},
    {"kDC", Key::Delete, kShift, "\x1b[3;2~"},
    {"kPRV", Key::PageUp, kShift, "\x1b[5;2~"},
    {"kNXT", Key::PageDown, kShift, "\x1b[6;2~"},
    {"kUP3", Key::Up, kAlt, "\x1b[1;3A"},
    {"kDN5", Key::Down, kControl, "\x1b[1;5B"},
    {"kRIT6", Key::Right, kShift | kControl, "\x1b[1;6C"},
    {"kLFT7", Key::Left, kAlt | kControl, "\x1b[1;7D"},
    {"kHOM4", Key::Home, kShift | kAlt, "\x1b[1;4H"},
    {"kEND5", Key::End, kControl, "\x1b[1;5F"},
    {"kDC5", Key::Delete, kControl, "\x1b[3;5~"},
    {"kIC3", Key::Insert, kAlt, "\x1b[2;3~"},
    {"kNXT5", Key::PageDown, kControl, "\x1b[6;5~"},
    {"kPRV7", Key::PageUp, kAlt | kControl, "\x1b[5;7~"},
    {"kf1", Key::F1, 0, "\x1bOP"},
    {"kf2", Key::F2, 0, "\x1bOQ"},
    {"kf3", Key::F3, 0, "\x1bOR"},
    {"kf4", Key::F4, 0, "\x1bOS"},
    {"kf5", Key::F5, 0, "\x1b[15~"},
    {"kf6", Key::F6, 0, "\x1b[17~"},
    {"kf7", Key::F7, 0, "\x1b[18~"},
    {"kf8", Key::F8, 0, "\x1b[19~"},
    {"kf9", Key::F9, 0, "\x1b[20~"},
    {"kf10", Key::F10, 0, "\x1b[21~"},
    {"kf11", Key::F11, 0, "\x1b[23~"},
    {"kf12", Key::F12, 0, "\x1b[24~"},
    // What terminfo numbers 13 to 60 are the twelve keys of a PC with modifiers.
    {"kf13", Key::F1, kShift, "\x1b[1;2P"},
    {"kf17", Key::F5, kShift, "\x1b[15;2~"},
    {"kf24", Key::F12, kShift, "\x1b[24;2~"},
    {"kf25", Key::F1, kControl, "\x1b[1;5P"},
    {"kf36", Key::F12, kControl, "\x1b[24;5~"},
    {"kf37", Key::F1, kShift | kControl, "\x1b[1;6P"},
    {"kf49", Key::F1, kAlt, "\x1b[1;3P"},
    {"kf61", Key::F1, kShift | kAlt, "\x1b[1;4P"},
    {"ka1", Key::Keypad7, 0, "\x1bOw"},
    {"ka2", Key::Keypad8, 0, "\x1bOx"},
    {"ka3", Key::Keypad9, 0, "\x1bOy"},
    {"kb1", Key::Keypad4, 0, "\x1bOt"},
    {"kb2", Key::Keypad5, 0, "\x1bOu"},
    {"kb3", Key::Keypad6, 0, "\x1bOv"},
    {"kc1", Key::Keypad1, 0, "\x1bOq"},
    {"kc2", Key::Keypad2, 0, "\x1bOr"},
    {"kc3", Key::Keypad3, 0, "\x1bOs"},
    {"kpADD", Key::KeypadPlus, 0, "\x1bOk"},
    {"kpCMA", Key::KeypadComma, 0, "\x1bOl"},
    {"kpDIV", Key::KeypadDivide, 0, "\x1bOo"},
    {"kpDOT", Key::KeypadPeriod, 0, "\x1bOn"},
    {"kpMUL", Key::KeypadMultiply, 0, "\x1bOj"},
    {"kpSUB", Key::KeypadMinus, 0, "\x1bOm"},
    {"kpZRO", Key::Keypad0, 0, "\x1bOp"},
};

} // namespace

class InputEncoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreThoseOfTerminfo_data()
    {
        QTest::addColumn<int>("row");
        for (int i = 0; i < int(std::size(kTerminfo)); ++i)
            QTest::newRow(kTerminfo[i].name) << i;
    }
    void keysAreThoseOfTerminfo()
    {
        QFETCH(int, row);
        InputModes modes;
        modes.applicationCursorKeys = true;
        modes.applicationKeypad = true;
        const Capability &entry = kTerminfo[row];
        compare(encodeKey(press(entry.key, entry.modifiers), modes), entry.bytes);
    }

    void cursorKeysAreCsiInNormalMode()
    {
        const InputModes modes;
        compare(encodeKey(press(Key::Up), modes), "\x1b[A");
        compare(encodeKey(press(Key::Left), modes), "\x1b[D");
        compare(encodeKey(press(Key::Home), modes), "\x1b[H");
        compare(encodeKey(press(Key::End), modes), "\x1b[F");
        compare(encodeKey(press(Key::F1), modes), "\x1bOP");
    }

    void functionKeysBeyondTwelveAreThoseOfTheVt220()
    {
        const int numbers[] = {25, 26, 28, 29, 31, 32, 33, 34};
        for (int i = 0; i < 8; ++i) {
            const auto key = static_cast<Key>(static_cast<int>(Key::F13) + i);
            compare(encodeKey(press(key), {}), "\x1b[" + std::to_string(numbers[i]) + "~");
            compare(encodeKey(press(key, kControl), {}),
                    "\x1b[" + std::to_string(numbers[i]) + ";5~");
        }
    }

    void keypadIsPlainInNumericModeAndWithModifiers()
    {
        InputModes modes;
        compare(encodeKey(press(Key::Keypad5), modes), "5");
        compare(encodeKey(press(Key::KeypadDivide), modes), "/");
        compare(encodeKey(press(Key::KeypadEnter), modes), "\r");
        modes.applicationKeypad = true;
        compare(encodeKey(press(Key::Keypad5, kAlt), modes), "\x1b"
                                                             "5");
        modes.applicationKeypad = false;
        modes.newLine = true;
        compare(encodeKey(press(Key::KeypadEnter), modes), "\r\n");
    }

    void backspaceFollowsDecbkmAndControlTurnsItAround()
    {
        InputModes modes;
        compare(encodeKey(press(Key::Backspace), modes), "\x7f");
        compare(encodeKey(press(Key::Backspace, kControl), modes), "\b");
        compare(encodeKey(press(Key::Backspace, kAlt), modes), "\x1b\x7f");
        modes.backspaceSendsBs = true;
        compare(encodeKey(press(Key::Backspace), modes), "\b");
        compare(encodeKey(press(Key::Backspace, kControl), modes), "\x7f");
    }

    void enterFollowsNewLineMode()
    {
        InputModes modes;
        compare(encodeKey(press(Key::Enter), modes), "\r");
        compare(encodeKey(press(Key::Enter, kAlt), modes), "\x1b\r");
        compare(encodeKey(press(Key::Enter, kControl), modes), "\r");
        modes.newLine = true;
        compare(encodeKey(press(Key::Enter), modes), "\r\n");
    }

    void controlMakesTheCodesOfAVt220()
    {
        const auto control = [](char32_t c) { return encodeKey(typed({c}, kControl), {}); };
        for (char32_t c = U'a'; c <= U'z'; ++c) {
            compare(control(c), std::string(1, char(c - U'a' + 1)));
            compare(control(c - 0x20), std::string(1, char(c - U'a' + 1)));
        }
        compare(control(U' '), std::string(1, '\0'));
        compare(control(U'@'), std::string(1, '\0'));
        compare(control(U'['), "\x1b");
        compare(control(U'\\'), "\x1c");
        compare(control(U']'), "\x1d");
        compare(control(U'^'), "\x1e");
        compare(control(U'_'), "\x1f");
        compare(control(U'?'), "\x7f");
        compare(control(U'/'), "\x1f");
        const std::string digits("\0\x1b\x1c\x1d\x1e\x1f\x7f", 7);
        for (char32_t c = U'2'; c <= U'8'; ++c)
            compare(control(c), digits.substr(c - U'2', 1));
        compare(control(U'1'), "1");
        compare(control(U';'), ";");
    }

    void altPutsAnEscapeInFront()
    {
        compare(encodeKey(typed(U"x", kAlt), {}), "\x1bx");
        compare(encodeKey(typed(U"X", kAlt | kShift), {}), "\x1bX");
        compare(encodeKey(typed(U"c", kAlt | kControl), {}), "\x1b\x03");
        compare(encodeKey(typed(U"x", Modifier::Meta), {}), "\x1bx");
        compare(encodeKey(press(Key::Escape, kAlt), {}), "\x1b\x1b");
        compare(encodeKey(press(Key::Tab, kAlt), {}), "\x1b\t");
    }

    void textIsUtf8AndNeverMalformed()
    {
        compare(encodeKey(typed(U"한글"), {}), "한글");
        compare(encodeKey(typed(U"é€😀"), {}), "é€😀");
        compare(encodeKey(typed(U"한", kAlt), {}), "\x1b한");
        compare(encodeKey(typed({char32_t(0xD800)}), {}), "");
        compare(encodeKey(typed({char32_t(0x110000), U'a'}), {}), "a");
        compare(encodeKey(typed(U""), {}), "");
    }

    // Read from xterm 379 with XTEST key presses; the columns are levels 0, 1 and 2.
    void modifyOtherKeysIsThatOfXterm_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<QString>("character");
        QTest::addColumn<QByteArray>("off");
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("two");
        struct Row
        {
            Key key;
            int modifiers;
            char32_t character;
            const char *off;
            const char *one;
            const char *two;
        };
        const Row rows[] = {
            {Key::Backspace, 0, 0, "\x7f", "\x7f", "\x7f"},
            {Key::Backspace, kControl, 0, "\b", "\b", "\b"},
            {Key::Backspace, kAlt, 0, "\x1b\x7f", "\x1b\x7f", "\x1b[27;3;127~"},
            {Key::Backspace, kShift, 0, "\x7f", "\x7f", "\x1b[27;2;127~"},
            {Key::Backspace, kControl | kAlt, 0, "\x1b\b", "\x1b\b", "\x1b[27;7;8~"},
            {Key::Enter, 0, 0, "\r", "\r", "\r"},
            {Key::Enter, kControl, 0, "\r", "\x1b[27;5;13~", "\x1b[27;5;13~"},
            {Key::Enter, kShift, 0, "\r", "\x1b[27;2;13~", "\x1b[27;2;13~"},
            {Key::Tab, 0, 0, "\t", "\t", "\t"},
            {Key::Tab, kShift, 0, "\x1b[Z", "\x1b[Z", "\x1b[Z"},
            {Key::Tab, kControl, 0, "\t", "\x1b[27;5;9~", "\x1b[27;5;9~"},
            {Key::Tab, kAlt, 0, "\x1b\t", "\x1b\t", "\x1b[27;3;9~"},
            {Key::Tab, kControl | kShift, 0, "\x1b[Z", "\x1b[Z", "\x1b[27;6;9~"},
            {Key::Escape, 0, 0, "\x1b", "\x1b", "\x1b"},
            {Key::Escape, kAlt, 0, "\x1b\x1b", "\x1b\x1b", "\x1b[27;3;27~"},
            {Key::Escape, kControl, 0, "\x1b", "\x1b", "\x1b[27;5;27~"},
            {Key::Escape, kShift, 0, "\x1b", "\x1b", "\x1b[27;2;27~"},
            {Key::Text, kShift, U' ', " ", " ", "\x1b[27;2;32~"},
            {Key::Text, kControl, U'3', "\x1b", "\x1b", "\x1b[27;5;51~"},
            {Key::Text, kControl, U'8', "\x7f", "\x7f", "\x1b[27;5;56~"},
            {Key::Text, kControl, U'9', "9", "\x1b[27;5;57~", "\x1b[27;5;57~"},
            {Key::Text, kControl, U'/', "\x1f", "\x1f", "\x1b[27;5;47~"},
            {Key::Text, kControl, U'-', "-", "\x1b[27;5;45~", "\x1b[27;5;45~"},
            {Key::Text, kControl, U';', ";", "\x1b[27;5;59~", "\x1b[27;5;59~"},
            {Key::Text, kControl, U'[', "\x1b", "\x1b", "\x1b[27;5;91~"},
            {Key::Text, kControl, U'=', "=", "\x1b[27;5;61~", "\x1b[27;5;61~"},
            {Key::Text, kControl, U'a', "\x01", "\x01", "\x1b[27;5;97~"},
            {Key::Text, kControl | kShift, U'A', "\x01", "\x01", "\x1b[27;6;65~"},
            {Key::Text, kControl | kShift, U'^', "\x1e", "\x1e", "\x1b[27;6;94~"},
            {Key::Text, kControl | kAlt, U'c', "\x1b\x03", "\x1b\x03", "\x1b[27;7;99~"},
            {Key::Text, kAlt, U'x', "\x1bx", "\x1bx", "\x1b[27;3;120~"},
            {Key::Text, kAlt | kShift, U'X', "\x1bX", "\x1bX", "\x1b[27;4;88~"},
            {Key::Up, kControl | kShift, 0, "\x1b[1;6A", "\x1b[1;6A", "\x1b[1;6A"},
            {Key::F5, kShift, 0, "\x1b[15;2~", "\x1b[15;2~", "\x1b[15;2~"},
        };
        for (const Row &row : rows) {
            const QString character =
                row.character == 0 ? QString() : QString::fromUcs4(&row.character, 1);
            QTest::addRow("key %d modifiers %d %s", int(row.key), row.modifiers,
                          qPrintable(character))
                << int(row.key) << row.modifiers << character << QByteArray(row.off)
                << QByteArray(row.one) << QByteArray(row.two);
        }
    }
    void modifyOtherKeysIsThatOfXterm()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        QFETCH(QString, character);
        QFETCH(QByteArray, off);
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, two);
        const KeyPress press{static_cast<Key>(key), static_cast<std::uint8_t>(modifiers),
                             character.toStdU32String()};
        const QByteArray expected[] = {off, one, two};
        InputModes modes;
        for (std::uint8_t level = 0; level <= 2; ++level) {
            modes.modifyOtherKeys = level;
            compare(encodeKey(press, modes), expected[level].toStdString());
        }
    }

    // Where xterm spells out the shifted letter too: it is the letter already.
    void shiftedTextStaysText()
    {
        InputModes modes;
        modes.modifyOtherKeys = 2;
        compare(encodeKey(typed(U"A", kShift), modes), "A");
        compare(encodeKey(typed(U"한"), modes), "한");
    }

    void mouseIsSilentUntilAskedFor()
    {
        MouseState state;
        compare(encodeMouse({Kind::Press, Button::Left, 0, 3, 4}, {}, state), "");
        compare(encodeMouse({Kind::Wheel, Button::WheelUp, 0, 3, 4}, {}, state), "");
    }

    void theWheelMovesTheCursorOnTheAlternateScreenWhenNobodyListens()
    {
        InputModes modes;
        modes.alternateScreen = true;
        MouseState state;
        compare(encodeMouse({Kind::Wheel, Button::WheelUp, 0, 3, 4}, modes, state),
                "\x1b[A\x1b[A\x1b[A");
        modes.applicationCursorKeys = true;
        compare(encodeMouse({Kind::Wheel, Button::WheelDown, 0, 3, 4}, modes, state),
                "\x1bOB\x1bOB\x1bOB");
        compare(encodeMouse({Kind::Wheel, Button::WheelLeft, 0, 3, 4}, modes, state), "");
        modes.alternateScroll = false;
        compare(encodeMouse({Kind::Wheel, Button::WheelUp, 0, 3, 4}, modes, state), "");
    }

    void x10ModeTellsPressesOnly()
    {
        InputModes modes;
        modes.mouse = MouseTracking::Press;
        MouseState state;
        compare(encodeMouse({Kind::Press, Button::Right, kControl, 0, 0}, modes, state),
                "\x1b[M\"!!");
        compare(encodeMouse({Kind::Release, Button::Right, 0, 0, 0}, modes, state), "");
        compare(encodeMouse({Kind::Wheel, Button::WheelUp, 0, 0, 0}, modes, state), "");
    }

    void normalTrackingTellsPressReleaseAndWheel()
    {
        InputModes modes;
        modes.mouse = MouseTracking::Buttons;
        MouseState state;
        compare(encodeMouse({Kind::Press, Button::Middle, 0, 9, 4}, modes, state), "\x1b[M!*%");
        compare(encodeMouse({Kind::Move, Button::None, 0, 10, 4}, modes, state), "");
        compare(encodeMouse({Kind::Release, Button::Middle, 0, 10, 4}, modes, state), "\x1b[M#+%");
        compare(encodeMouse({Kind::Wheel, Button::WheelDown, kShift, 9, 4}, modes, state),
                "\x1b[Me*%");
        modes.mouseEncoding = MouseEncoding::Sgr;
        compare(encodeMouse({Kind::Press, Button::Left, 0, 9, 4}, modes, state), "\x1b[<0;10;5M");
        compare(encodeMouse({Kind::Release, Button::Left, 0, 9, 4}, modes, state), "\x1b[<0;10;5m");
        compare(encodeMouse({Kind::Press, Button::Right, kShift | kAlt | kControl, 299, 99}, modes,
                            state),
                "\x1b[<30;300;100M");
        compare(encodeMouse({Kind::Release, Button::None, 0, 299, 99}, modes, state),
                "\x1b[<2;300;100m");
        const Button wheels[] = {Button::WheelUp, Button::WheelDown, Button::WheelLeft,
                                 Button::WheelRight};
        for (int i = 0; i < 4; ++i)
            compare(encodeMouse({Kind::Wheel, wheels[i], 0, 0, 0}, modes, state),
                    "\x1b[<" + std::to_string(64 + i) + ";1;1M");
    }

    void motionIsToldOnceACellAndOnlyWhereAskedFor()
    {
        InputModes modes;
        modes.mouseEncoding = MouseEncoding::Sgr;
        modes.mouse = MouseTracking::Drag;
        MouseState state;
        compare(encodeMouse({Kind::Move, Button::None, 0, 1, 1}, modes, state), "");
        compare(encodeMouse({Kind::Press, Button::Left, 0, 1, 1}, modes, state), "\x1b[<0;2;2M");
        compare(encodeMouse({Kind::Move, Button::None, 0, 1, 1}, modes, state), "");
        compare(encodeMouse({Kind::Move, Button::None, 0, 2, 1}, modes, state), "\x1b[<32;3;2M");
        compare(encodeMouse({Kind::Move, Button::None, 0, 2, 1}, modes, state), "");
        compare(encodeMouse({Kind::Release, Button::Left, 0, 2, 1}, modes, state), "\x1b[<0;3;2m");
        modes.mouse = MouseTracking::Any;
        compare(encodeMouse({Kind::Move, Button::None, kAlt, 3, 1}, modes, state), "\x1b[<43;4;2M");
        compare(encodeMouse({Kind::Move, Button::None, kAlt, 3, 1}, modes, state), "");
        modes.mouseEncoding = MouseEncoding::Default;
        compare(encodeMouse({Kind::Move, Button::None, 0, 4, 1}, modes, state), "\x1b[MC%\"");
    }

    void bytesOfTheOldEncodingEndAtColumn223()
    {
        InputModes modes;
        modes.mouse = MouseTracking::Buttons;
        MouseState state;
        compare(encodeMouse({Kind::Press, Button::Left, 0, 222, 0}, modes, state), "\x1b[M \xff!");
        compare(encodeMouse({Kind::Press, Button::Left, 0, 223, 0}, modes, state), "");
        compare(encodeMouse({Kind::Release, Button::Left, 0, 500, 300}, modes, state),
                "\x1b[M#\xff\xff");
        compare(encodeMouse({Kind::Press, Button::Left, 0, -5, -1}, modes, state), "\x1b[M !!");
    }

    void focusIsToldWhereAskedFor()
    {
        InputModes modes;
        compare(encodeFocus(true, modes), "");
        modes.focusReporting = true;
        compare(encodeFocus(true, modes), "\x1b[I");
        compare(encodeFocus(false, modes), "\x1b[O");
    }

    void pastedLineEndsBecomeCarriageReturns()
    {
        compare(encodePaste("a\nb\r\nc\rd\n\n\te", {}), "a\rb\rc\rd\r\r\te");
        compare(encodePaste("", {}), "");
        InputModes modes;
        modes.bracketedPaste = true;
        compare(encodePaste("", modes), "");
        compare(encodePaste("한글 a\nb", modes), "\x1b[200~한글 a\rb\x1b[201~");
    }

    void nothingThatATtyActsOnSurvivesAPaste()
    {
        std::string everything;
        for (int c = 0; c < 0x20; ++c)
            everything += char(c);
        everything += '\x7f';
        for (int c = 0x80; c < 0xA0; ++c)
            everything += {'\xC2', char(c)};
        for (const bool bracketed : {false, true}) {
            InputModes modes;
            modes.bracketedPaste = bracketed;
            std::string out = encodePaste(everything, modes);
            if (bracketed)
                out = out.substr(6, out.size() - 12);
            std::string expected(0x20 + 1 + 0x20, ' ');
            expected['\t'] = '\t';
            expected['\n'] = '\r';
            expected['\r'] = '\r';
            compare(out, expected);
        }
    }

    void aPasteCannotEndItsOwnBracket()
    {
        InputModes modes;
        modes.bracketedPaste = true;
        compare(encodePaste("a\x1b[201~rm -rf\n\xC2\x9B"
                            "201~b\x9b"
                            "201~",
                            modes),
                "\x1b[200~a [201~rm -rf\r 201~b\xEF\xBF\xBD"
                "201~\x1b[201~");
    }

    void malformedUtf8IsReplacedInAPaste()
    {
        compare(encodePaste("\xC0\x8D|\xE0\x80\x9B|\xED\xA0\x80|\xF4\x90\x80\x80|\xED\x95", {}),
                "\xEF\xBF\xBD\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|"
                "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|"
                "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|\xEF\xBF\xBD\xEF\xBF\xBD");
    }

    void randomPastesHoldNoControlAndOneBracket()
    {
        std::mt19937 random(20240601);
        InputModes modes;
        modes.bracketedPaste = true;
        for (int round = 0; round < 2000; ++round) {
            std::string text(1 + random() % 64, '\0');
            for (char &c : text)
                c = char(random() % 4 == 0 ? "\x1b[201~\xC2\x9B"[random() % 8] : random() % 256);
            const std::string out = encodePaste(text, modes);
            QVERIFY(out.size() >= 12 && out.substr(0, 6) == "\x1b[200~");
            const std::string inner = out.substr(6, out.size() - 12);
            QVERIFY(inner.find('\x1b') == std::string::npos);
            const QString decoded = QString::fromUtf8(inner.data(), qsizetype(inner.size()));
            QCOMPARE(decoded.toUtf8(), QByteArray(inner.data(), qsizetype(inner.size())));
            for (const QChar c : decoded)
                QVERIFY(c == QLatin1Char('\t') || c == QLatin1Char('\r') ||
                        c.category() != QChar::Other_Control);
        }
    }
};

QTEST_GUILESS_MAIN(InputEncoderTest)
#include "inputencoder.moc"
