# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows that the configure-time fence (cmake/PortolanLayers.cmake) stops what it is there to stop.

Configures tiny projects without a compiler: one whose links are in order must pass, each other must fail and name the link.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]

PROJECT = """cmake_minimum_required(VERSION 3.25)
project(Fence LANGUAGES NONE)
include({root}/cmake/PortolanLayers.cmake)
foreach(library Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Svg third_party)
  add_library(${{library}} INTERFACE IMPORTED)
endforeach()
set_property(GLOBAL PROPERTY PORTOLAN_CORE_TARGETS "")
foreach(folder base payload runtime net terminal ssh mqtt snmp snmp_smi)
  add_library(portolan_${{folder}} INTERFACE)
  add_library(Portolan::${{folder}} ALIAS portolan_${{folder}})
  set_property(GLOBAL APPEND PROPERTY PORTOLAN_CORE_TARGETS portolan_${{folder}})
endforeach()
foreach(folder panel widgets shell terminal ssh mqtt snmp)
  add_library(portolan_ui_${{folder}} INTERFACE)
  set_property(GLOBAL APPEND PROPERTY PORTOLAN_UI_TARGETS portolan_ui_${{folder}})
endforeach()
add_library(portolanctl INTERFACE)
target_link_libraries(portolan_base INTERFACE Qt6::Core)
target_link_libraries(portolan_runtime INTERFACE Portolan::base)
target_link_libraries(portolan_ssh INTERFACE Portolan::runtime $<LINK_ONLY:third_party>)
target_link_libraries(portolan_snmp INTERFACE Portolan::snmp_smi)
target_link_libraries(portolan_ui_snmp INTERFACE Portolan::snmp Portolan::snmp_smi)
target_link_libraries(portolan_ui_ssh INTERFACE Portolan::ssh portolan_ui_terminal Qt6::Widgets)
target_link_libraries(portolan_ui_terminal INTERFACE Portolan::terminal portolan_ui_panel)
target_link_libraries(portolan_ui_shell INTERFACE portolan_ui_panel portolan_ui_widgets Qt6::Widgets)
target_link_libraries(portolanctl INTERFACE Portolan::ssh Portolan::mqtt Portolan::terminal)
{link}
portolan_check_layers()
"""

# what is added: what the message must say
BROKEN = {
    "target_link_libraries(portolan_ssh INTERFACE Qt6::Gui)": "portolan_ssh must not reach Qt6::Gui",
    "target_link_libraries(third_party INTERFACE Qt6::Widgets)": "must not reach Qt6::Widgets",
    "target_link_libraries(portolan_net INTERFACE $<LINK_ONLY:Qt6::Svg>)": "portolan_net must not reach Qt6::Svg",
    "target_link_libraries(portolan_net INTERFACE $<$<BOOL:1>:Qt6::Gui>)": "portolan_net must not reach Qt6::Gui",
    "target_link_libraries(portolan_ssh INTERFACE Portolan::mqtt)": "portolan_ssh must not reach portolan_mqtt",
    "target_link_libraries(portolan_snmp_smi INTERFACE Portolan::mqtt)": "must not reach portolan_mqtt",
    "target_link_libraries(portolan_ui_mqtt INTERFACE Portolan::snmp_smi)": "portolan_ui_mqtt must not reach portolan_snmp_smi",
    "target_link_libraries(portolan_terminal INTERFACE portolan_ssh)": "portolan_terminal must not reach portolan_ssh",
    "target_link_libraries(portolan_payload INTERFACE portolan_runtime)": "portolan_payload must not reach portolan_runtime",
    "target_link_libraries(portolan_base INTERFACE portolan_runtime)": "portolan_base must not reach portolan_runtime",
    "target_link_libraries(portolan_runtime INTERFACE portolan_net)": "portolan_runtime must not reach portolan_net",
    "target_link_libraries(portolan_net INTERFACE portolan_ssh)": "portolan_net must not reach portolan_ssh",
    "target_link_libraries(portolan_ui_shell INTERFACE Portolan::ssh)": "portolan_ui_shell must not reach portolan_ssh",
    "target_link_libraries(portolan_ui_shell INTERFACE portolan_ui_ssh)": "portolan_ui_shell must not reach",
    "target_link_libraries(portolan_ui_mqtt INTERFACE Portolan::ssh)": "portolan_ui_mqtt must not reach portolan_ssh",
    "target_link_libraries(portolan_ui_mqtt INTERFACE portolan_ui_terminal)": "portolan_ui_mqtt must not reach",
    "target_link_libraries(portolan_ui_ssh INTERFACE portolan_ui_shell)": "portolan_ui_ssh must not reach portolan_ui_shell",
    "target_link_libraries(portolan_ui_widgets INTERFACE Portolan::terminal)": "must not reach portolan_terminal",
    "target_link_libraries(portolanctl INTERFACE portolan_ui_ssh)": "portolanctl must not reach",
}


def configure(link):
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "CMakeLists.txt").write_text(PROJECT.format(root=ROOT.as_posix(), link=link))
        command = [shutil.which("cmake") or "cmake", "-S", folder, "-B", f"{folder}/build", "-G", "Ninja"]
        done = subprocess.run(command, capture_output=True, text=True)
        return done.returncode, " ".join(done.stderr.split())


def main():
    wrong = []
    code, message = configure("")
    if code:
        wrong.append(f"a project in order is refused: {message}")
    for link, expected in BROKEN.items():
        code, message = configure(link)
        if not code or expected not in message:
            wrong.append(f"{link}: ended with {code}: {message}")
    print("\n".join(wrong) or f"{len(BROKEN)} broken projects stopped, one in order let through")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
