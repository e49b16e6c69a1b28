# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed where, and the .deb that `./dev package` makes of it.
include_guard(GLOBAL)
include(GNUInstallDirs)

install(TARGETS portolanctl RUNTIME)
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/portolan" RENAME copyright)
if(TARGET portolan)
  install(TARGETS portolan RUNTIME)
  install(FILES installer/portolan.desktop DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
  install(FILES installer/portolan.metainfo.xml DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
  install(FILES resources/icons/portolan.svg DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME portolan)
set(CPACK_PACKAGE_CONTACT "The Portolan authors <portolan@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "SSH sessions in a terminal of its own, with the facts that explain why a login fails or a line is slow.
portolan is the window, portolanctl the same engines on the command line.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
# Libraries are found by dpkg-shlibdeps; plugins and catalogues, which are loaded by name, are not.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, libqt6svg6, libsecret-1-0")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-naver-d2coding | fonts-nanum-coding, openssh-client")
include(CPack)
