# SPDX-License-Identifier: GPL-3.0-or-later
# One function for each kind of target; a folder's CMakeLists.txt only lists its sources and what it links.
include_guard(GLOBAL)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set_property(GLOBAL PROPERTY PORTOLAN_CORE_TARGETS "")

# What to build by name: `programs` is what people run, `benches` what ./dev bench runs, `tsan_tests` and `fuzzers`
# the presets of those names.
add_custom_target(programs)
add_custom_target(benches)
add_custom_target(tsan_tests)
add_custom_target(fuzzers)

find_program(PORTOLAN_CCACHE ccache)
if(PORTOLAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # base_dir and no hash_dir: a second clone in another folder hits the same cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros "${PORTOLAN_CCACHE}")
endif()
find_program(PORTOLAN_MOLD mold)
if(PORTOLAN_MOLD AND NOT WIN32 AND NOT APPLE)
  add_link_options(-fuse-ld=mold)
endif()
if(PORTOLAN_CCACHE AND NOT MSVC)
  add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}=.")
endif()

if(PORTOLAN_SANITIZE)
  add_compile_options(-fsanitize=${PORTOLAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${PORTOLAN_SANITIZE})
endif()
if(PORTOLAN_SANITIZE STREQUAL "thread")
  # GCC 12's thread sanitizer stops with "unexpected memory mapping" where the kernel randomises addresses more than it knows.
  find_program(PORTOLAN_SETARCH setarch)
  if(PORTOLAN_SETARCH)
    execute_process(COMMAND "${PORTOLAN_SETARCH}" -R true RESULT_VARIABLE refused OUTPUT_QUIET ERROR_QUIET)
    if(refused EQUAL 0)
      set(PORTOLAN_FIXED_ADDRESSES "${PORTOLAN_SETARCH}" -R)
    endif()
  endif()
endif()
if(PORTOLAN_FUZZERS)
  add_compile_options(-fsanitize=fuzzer-no-link) # what the fuzzer steers by, in the libraries too
endif()
if(PORTOLAN_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

# The rules of the house, for our own code only.
add_library(portolan_rules INTERFACE)
target_include_directories(portolan_rules INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(portolan_rules INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_CONTEXTLESS_CONNECT QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
  QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  PORTOLAN_VERSION="${PROJECT_VERSION}")
if(MSVC)
  target_compile_options(portolan_rules INTERFACE /W4 /WX /utf-8 /permissive-)
else()
  target_compile_options(portolan_rules INTERFACE
    -Wall -Wextra -Werror -pedantic-errors -Wcast-qual -Wcast-align -Woverloaded-virtual -Wold-style-cast
    -Wnon-virtual-dtor -Wshadow -Wundef -Wimplicit-fallthrough -fvisibility=hidden)
  if(CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_definitions(portolan_rules INTERFACE _GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS)
  endif()
endif()

# portolan_library(<name> SOURCES ... [PUBLIC ...] [PRIVATE ...]): the static library of one folder, linked as Portolan::<name>.
# PUBLIC takes only our own libraries, Qt and header-only ones; third-party libraries are PRIVATE.
function(portolan_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
  add_library(portolan_${name} STATIC ${arg_SOURCES})
  add_library(Portolan::${name} ALIAS portolan_${name})
  target_link_libraries(portolan_${name} PUBLIC portolan_rules ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY "${CMAKE_SOURCE_DIR}" OUTPUT_VARIABLE folder)
  if(folder MATCHES "^core/")
    set_property(GLOBAL APPEND PROPERTY PORTOLAN_CORE_TARGETS portolan_${name})
  elseif(folder MATCHES "^ui/")
    set_property(GLOBAL APPEND PROPERTY PORTOLAN_UI_TARGETS portolan_${name})
  endif()
endfunction()

# portolan_panel(<protocol> SOURCES ... [PUBLIC ...] [PRIVATE ...]): ui/<protocol>; it sees core/<protocol> and the shared widgets.
function(portolan_panel name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
  portolan_library(ui_${name} SOURCES ${arg_SOURCES}
    PUBLIC Portolan::ui_panel ${arg_PUBLIC} PRIVATE Portolan::ui_widgets ${arg_PRIVATE})
  set_property(GLOBAL APPEND PROPERTY PORTOLAN_PANEL_TARGETS Portolan::ui_${name})
endfunction()

# portolan_test(<name> SOURCES ... [LINK ...] [LABELS ...] [TIMEOUT seconds] [ENVIRONMENT A=b ...]): a Qt Test program and its ctest entry.
function(portolan_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINK;LABELS;ENVIRONMENT")
  add_executable(tst_${name} ${arg_SOURCES})
  target_link_libraries(tst_${name} PRIVATE portolan_rules portolan_threadsend Qt6::Test ${arg_LINK})
  add_test(NAME ${name} COMMAND tst_${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" SKIP_RETURN_CODE 77
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;PORTOLAN_SOURCE_DIR=${CMAKE_SOURCE_DIR};PORTOLAN_BUILD_DIR=${CMAKE_BINARY_DIR};LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp;${arg_ENVIRONMENT}")
endfunction()

# portolan_script_test(<name> COMMAND ... [LABELS ...] [TIMEOUT seconds]): a check that is a script.
function(portolan_script_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "COMMAND;LABELS")
  add_test(NAME ${name} COMMAND ${arg_COMMAND} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}" SKIP_RETURN_CODE 77
    ENVIRONMENT "PORTOLAN_SOURCE_DIR=${CMAKE_SOURCE_DIR};PORTOLAN_BUILD_DIR=${CMAKE_BINARY_DIR};QT_QPA_PLATFORM=offscreen;PYTHONDONTWRITEBYTECODE=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp")
endfunction()

# portolan_thread_test(<name> SOURCES ... [LINK ...]): a concurrency test without Qt, a plain program that ends with 0 when all
# is well. Runs everywhere; the tsan preset builds nothing else.
function(portolan_thread_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(tst_${name} ${arg_SOURCES})
  set_target_properties(tst_${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  target_link_libraries(tst_${name} PRIVATE portolan_rules Threads::Threads ${arg_LINK})
  add_dependencies(tsan_tests tst_${name})
  add_test(NAME ${name} COMMAND ${PORTOLAN_FIXED_ADDRESSES} $<TARGET_FILE:tst_${name}>)
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 LABELS "unit;tsan")
endfunction()

# portolan_benchmark(<name> SOURCES ... [LINK ...]): a program of tests/bench; `./dev bench` runs all of them.
function(portolan_benchmark name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(bench_${name} ${arg_SOURCES})
  add_dependencies(benches bench_${name})
  target_link_libraries(bench_${name} PRIVATE portolan_rules ${arg_LINK})
  set_target_properties(bench_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
endfunction()

# portolan_fuzzer(<name> SOURCES ... [LINK ...]): a decoder under libFuzzer where PORTOLAN_FUZZERS is on; everywhere else the
# same function replays tests/fuzz/corpus/<name> as a test.
function(portolan_fuzzer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(fuzz_${name} ${arg_SOURCES})
  target_link_libraries(fuzz_${name} PRIVATE portolan_rules ${arg_LINK})
  add_dependencies(fuzzers fuzz_${name})
  if(PORTOLAN_FUZZERS)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(fuzz_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests/fuzz/replay.cpp")
    add_test(NAME fuzz_${name} COMMAND fuzz_${name} "${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name}")
    set_tests_properties(fuzz_${name} PROPERTIES TIMEOUT 120 LABELS fuzz)
  endif()
endfunction()
