# What `cmake --install` and the .deb put where: bin, lib, include, and share/percuta laid out as the source tree is.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

function(percuta_install)
  if(NOT TARGET percuta)
    return()
  endif()
  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Percuta)
  set(share ${CMAKE_INSTALL_DATADIR}/percuta)
  if(TARGET percuta_cli)
    install(TARGETS percuta_cli RUNTIME)
  endif()
  install(TARGETS percuta percuta_options EXPORT PercutaTargets ARCHIVE)
  install(DIRECTORY src/percuta DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
  install(DIRECTORY data/ DESTINATION ${share}/data)
  install(DIRECTORY claims/ DESTINATION ${share}/claims)
  install(DIRECTORY validation/ DESTINATION ${share}/validation)
  install(FILES viewer/dist/report.html DESTINATION ${share}/viewer/dist OPTIONAL)
  install(FILES LICENSE CITATION.cff CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/percuta OPTIONAL)

  install(EXPORT PercutaTargets NAMESPACE Percuta:: DESTINATION ${package})
  configure_package_config_file(cmake/PercutaConfig.cmake.in ${CMAKE_BINARY_DIR}/PercutaConfig.cmake
    INSTALL_DESTINATION ${package})
  write_basic_package_version_file(${CMAKE_BINARY_DIR}/PercutaConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${CMAKE_BINARY_DIR}/PercutaConfig.cmake ${CMAKE_BINARY_DIR}/PercutaConfigVersion.cmake
    cmake/FindUDUNITS2.cmake cmake/FindHDF5C.cmake DESTINATION ${package})
endfunction()
