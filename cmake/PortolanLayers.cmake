# SPDX-License-Identifier: GPL-3.0-or-later
# The configure-time fence: walks the link graph and stops the configure step where a target reaches what its layer forbids.
# tests/unit/layering/linkfence.py shows that it does.
include_guard(GLOBAL)

# What every protocol may use, lowest first.
set(PORTOLAN_FOUNDATION base payload runtime store net)
# What every panel may use.
set(PORTOLAN_UI_FOUNDATION ui_panel ui_widgets)
# Links between folders of the same layer, each with its reason.
set(PORTOLAN_MAY_REACH_ui_ssh ui_terminal terminal pty) # a shell on a host is a terminal fed by a channel
set(PORTOLAN_MAY_REACH_ui_terminal pty)                 # the local shell's panel

# Collects every target that <target> reaches in the global property _portolan_reached.
function(_portolan_walk target)
  if(NOT TARGET ${target})
    return()
  endif()
  get_target_property(original ${target} ALIASED_TARGET)
  if(original)
    set(target ${original})
  endif()
  get_property(seen GLOBAL PROPERTY _portolan_reached)
  if(target IN_LIST seen)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY _portolan_reached ${target})
  foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
    get_target_property(links ${target} ${property})
    if(links)
      # Whatever a generator expression may yield counts as linked.
      string(REGEX MATCHALL "[A-Za-z0-9_.+-]+(::[A-Za-z0-9_.+-]+)*" names "${links}")
      foreach(name IN LISTS names)
        _portolan_walk("${name}")
      endforeach()
    endif()
  endforeach()
endfunction()

# portolan_forbid(<target> <target>...): stops when the first reaches one of the others through any chain of links.
function(portolan_forbid target)
  set_property(GLOBAL PROPERTY _portolan_reached "")
  _portolan_walk(${target})
  get_property(reached GLOBAL PROPERTY _portolan_reached)
  foreach(forbidden IN LISTS ARGN)
    if(forbidden IN_LIST reached AND NOT forbidden STREQUAL target)
      message(FATAL_ERROR "Layering: ${target} must not reach ${forbidden} (docs/architecture.md, Direction)")
    endif()
  endforeach()
endfunction()

# A protocol may be several libraries, portolan_snmp and portolan_snmp_smi: takes those of <target>'s protocol out of the list.
function(_portolan_keep_other_protocols list target)
  string(REGEX MATCH "^portolan_[^_]+" protocol ${target})
  list(FILTER ${list} EXCLUDE REGEX "^${protocol}(_|$)")
  set(${list} ${${list}} PARENT_SCOPE)
endfunction()

function(portolan_check_layers)
  get_property(core GLOBAL PROPERTY PORTOLAN_CORE_TARGETS)
  get_property(ui GLOBAL PROPERTY PORTOLAN_UI_TARGETS)
  list(TRANSFORM PORTOLAN_FOUNDATION PREPEND portolan_ OUTPUT_VARIABLE foundation)
  list(TRANSFORM PORTOLAN_UI_FOUNDATION PREPEND portolan_ OUTPUT_VARIABLE ui_foundation)
  set(protocols ${core})
  list(REMOVE_ITEM protocols ${foundation})
  set(panels ${ui})
  list(REMOVE_ITEM panels ${ui_foundation} portolan_ui_shell)

  foreach(target IN LISTS core)
    set(others ${protocols})
    _portolan_keep_other_protocols(others ${target})
    portolan_forbid(${target} Qt6::Gui Qt6::Widgets Qt6::Svg Qt6::Charts ${ui} ${others})
  endforeach()
  portolan_forbid(portolan_base ${core})
  set(above_runtime ${core})
  list(REMOVE_ITEM above_runtime portolan_base)
  portolan_forbid(portolan_runtime ${above_runtime})
  if(TARGET portolan_payload)
    portolan_forbid(portolan_payload ${above_runtime} portolan_runtime) # bytes in, text out: only base
  endif()

  foreach(target IN LISTS ui_foundation ITEMS portolan_ui_shell)
    if(TARGET ${target})
      portolan_forbid(${target} ${protocols} ${panels})
    endif()
  endforeach()
  foreach(target IN LISTS panels)
    string(REPLACE "portolan_" "" name ${target})
    string(REPLACE "portolan_ui_" "" protocol ${target})
    list(TRANSFORM PORTOLAN_MAY_REACH_${name} PREPEND portolan_ OUTPUT_VARIABLE allowed)
    set(others ${protocols} ${panels} portolan_ui_shell)
    list(REMOVE_ITEM others ${allowed})
    _portolan_keep_other_protocols(others portolan_${protocol})
    portolan_forbid(${target} ${others})
  endforeach()
  if(TARGET portolanctl)
    portolan_forbid(portolanctl Qt6::Gui Qt6::Widgets ${ui})
  endif()
endfunction()
