// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snmp/smi/parser.h"

#include "core/snmp/smi/lexer.h"
#include "core/snmp/smi/moduleparser.h"
#include "core/snmp/smi/sourcetext.h"

#include <algorithm>

namespace Portolan::Snmp::Smi {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostModules = 2000; // of one file
constexpr std::string_view kBlanks = " \t\r\n\f\v";

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

std::string_view trimmedEnd(std::string_view text)
{
    const auto last = text.find_last_not_of(kBlanks);
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

// Leaves out comments at the end of `text`, and blanks.
std::string_view withoutComments(std::string_view text)
{
    while (true) {
        text = trimmedEnd(text);
        const auto newline = text.find_last_of("\r\n"sv);
        const std::size_t line = newline == std::string_view::npos ? 0 : newline + 1;
        const auto comment = text.find("--", line);
        if (comment == std::string_view::npos)
            return text;
        text = text.substr(0, comment);
    }
}

struct Beginning
{
    std::size_t name = 0; // offset
    std::size_t size = 0; // of the name
    std::size_t body = 0; // behind BEGIN
};

// The next "NAME DEFINITIONS ::= BEGIN" at or behind `from`. Looked for as text, because what
// stands before a module may be anything: prose, mail headers, a list of changes.
std::optional<Beginning> findModule(std::string_view text, std::size_t from)
{
    for (std::size_t at = text.find("DEFINITIONS", from); at != std::string_view::npos;
         at = text.find("DEFINITIONS", at + 1)) {
        Lexer lexer(text);
        lexer.seek(at);
        std::size_t begin = at;
        if (at >= 4 && text.substr(at - 4, 4) == "PIB-")
            lexer.seek(begin = at - 4);
        const Keyword word = lexer.next().keyword;
        if (word != Keyword::Definitions && word != Keyword::PibDefinitions)
            continue;
        if (begin == 0 || isNameCharacter(text[begin - 1]))
            continue;
        const auto newline = text.substr(0, begin).find_last_of("\r\n"sv);
        const std::size_t line = newline == std::string_view::npos ? 0 : newline + 1;
        if (text.substr(line, begin - line).find("--") != std::string_view::npos)
            continue; // in a comment
        // IMPLICIT TAGS, EXPLICIT TAGS, AUTOMATIC TAGS may stand before ::=
        Token token = lexer.next();
        for (int i = 0; i < 2 && token.kind == Token::Kind::Name && token.keyword != Keyword::Begin;
             ++i)
            token = lexer.next();
        if (token.kind == Token::Kind::Assign)
            token = lexer.next();
        if (token.keyword != Keyword::Begin)
            continue;
        std::string_view before = withoutComments(text.substr(from, begin - from));
        if (before.ends_with('}')) { // the module's OID
            const auto open = before.rfind('{');
            before = withoutComments(before.substr(0, open == std::string_view::npos ? 0 : open));
        }
        std::size_t size = 0;
        while (size < before.size() && isNameCharacter(before[before.size() - 1 - size]))
            ++size;
        if (size == 0)
            continue;
        return Beginning{from + before.size() - size, size, lexer.at()};
    }
    return std::nullopt;
}

// Where no module begins: the line that was meant to, as "DEFINITION ::= BEGIN" without a name.
std::optional<std::size_t> almostModule(std::string_view text)
{
    constexpr std::string_view kWord = "definition";
    const auto isSame = [](char a, char b) { return (a | 0x20) == b; };
    for (auto at = text.begin(); at != text.end();) {
        at = std::search(at, text.end(), kWord.begin(), kWord.end(), isSame);
        if (at == text.end())
            break;
        const auto offset = static_cast<std::size_t>(at - text.begin());
        const std::string_view line =
            text.substr(offset, text.find_first_of("\r\n"sv, offset) - offset);
        if (line.find('=') != std::string_view::npos)
            return offset;
        ++at;
    }
    return std::nullopt;
}

void tellFile(ParsedFile &file, DiagnosticId id, Severity severity, LineIndex::Place place)
{
    file.diagnostics.push_back({id, severity, place.line, place.column, {}});
}

} // namespace

std::unique_ptr<ParsedFile> parseFile(std::string path, std::string_view bytes)
{
    auto file = std::make_unique<ParsedFile>();
    file->path = std::move(path);
    SourceText source = readSource(bytes);
    file->diagnostics = std::move(source.diagnostics);
    file->text = std::move(source.text);
    if (file->text.empty())
        return file;
    file->lines = LineIndex(file->text);
    const LineIndex &lines = file->lines;
    const std::string_view text = file->text;
    file->texts.reserve(text.size() / 2);

    std::size_t at = 0;
    for (auto next = findModule(text, at); next; next = findModule(text, at)) {
        if (file->modules.size() >= kMostModules) {
            const LineIndex::Place place = lines.place(at);
            file->diagnostics.push_back({DiagnosticId::LimitReached,
                                         Severity::Error,
                                         place.line,
                                         place.column,
                                         {std::to_string(kMostModules), "modules"}});
            break;
        }
        ParsedModule &module = file->modules.emplace_back();
        module.name = {text.substr(next->name, next->size), static_cast<std::uint32_t>(next->name)};
        const LineIndex::Place place = lines.place(next->name);
        if (module.name.name[0] < 'A' || module.name.name[0] > 'Z')
            module.diagnostics.push_back({DiagnosticId::LowerCaseModule,
                                          Severity::Warning,
                                          place.line,
                                          place.column,
                                          {std::string(module.name.name)}});
        if (module.name.name.find('_') != std::string_view::npos)
            module.diagnostics.push_back({DiagnosticId::UnderscoreInName,
                                          Severity::Info,
                                          place.line,
                                          place.column,
                                          {std::string(module.name.name)}});
        at = ModuleParser(*file, module, next->body).parse();
    }
    if (file->modules.empty()) {
        // A folder of modules has read-me files too; those are no mistake.
        const auto place = almostModule(text);
        const bool isMeant = place || text.find("OBJECT-TYPE") != std::string_view::npos;
        tellFile(*file, DiagnosticId::NoModule, isMeant ? Severity::Error : Severity::Warning,
                 place ? lines.place(*place) : LineIndex::Place{0, 0});
    } else {
        Lexer rest(text);
        rest.seek(at);
        // An END too many in the middle costs what stands behind it.
        if (const Token token = rest.next(); token.kind != Token::Kind::End)
            tellFile(*file, DiagnosticId::TextBehindEnd,
                     text.find("OBJECT-TYPE", token.offset) == std::string_view::npos
                         ? Severity::Info
                         : Severity::Warning,
                     lines.place(token.offset));
    }
    file->texts.shrink_to_fit();
    return file;
}

} // namespace Portolan::Snmp::Smi
