# One object library and one test program per room, so that a room builds and is tested alone.

# Where the data stands when Percuta runs from its source tree, and what calls itself by which version: one file each
# knows it, so that all others compile the same anywhere.
set_source_files_properties(src/percuta/base/files/data_folder.cpp PROPERTIES
  COMPILE_DEFINITIONS PERCUTA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
set_source_files_properties(src/percuta/base/version.cpp PROPERTIES
  COMPILE_DEFINITIONS PERCUTA_VERSION="${PROJECT_VERSION}")

add_library(percuta_options INTERFACE)
target_include_directories(percuta_options INTERFACE
  $<BUILD_INTERFACE:${CMAKE_SOURCE_DIR}/src> $<INSTALL_INTERFACE:include>)
target_compile_features(percuta_options INTERFACE cxx_std_20)
# No contraction and no fast-math: every kernel clone gives the same bits.
target_compile_options(percuta_options INTERFACE
  $<BUILD_INTERFACE:-ffp-contract=off;-Wall;-Wextra;-Wpedantic;-Wshadow;-Wconversion>
  $<BUILD_INTERFACE:$<$<BOOL:${PERCUTA_WERROR}>:-Werror>>)

percuta_headers(percuta_room_headers)

# How test programs are compiled: at -O0, which takes half the time.
function(percuta_test_flags target)
  target_compile_options(${target} PRIVATE -O0)
  target_include_directories(${target} SYSTEM PRIVATE ${DOCTEST_INCLUDE})
  target_link_libraries(${target} PRIVATE OpenMP::OpenMP_CXX)
endfunction()

set(PERCUTA_ROOMS "" CACHE INTERNAL "")
add_custom_target(percuta_tests)
if(PERCUTA_TESTS AND DOCTEST_INCLUDE)
  add_library(percuta_test_main OBJECT EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/doctest_main.cpp)
  target_include_directories(percuta_test_main SYSTEM PRIVATE ${DOCTEST_INCLUDE})
  target_compile_definitions(percuta_test_main PRIVATE PERCUTA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(percuta_test_main PRIVATE percuta_options)
  percuta_headers(percuta_test_headers <doctest/doctest.h>)
  if(TARGET percuta_test_headers)
    percuta_test_flags(percuta_test_headers)
  endif()
endif()

# Kernel clones: the same source built for wider processors, chosen at run time. g++ 12 makes most loops wide at -O3
# only; the bits are the same.
function(percuta_clone_flags)
  set(fast "$<$<CONFIG:Release>:-O3>")
  set(clones ${ARGN})
  list(FILTER clones INCLUDE REGEX "_(baseline|v3|v4)\\.cpp$")
  set_source_files_properties(${clones} PROPERTIES SKIP_PRECOMPILE_HEADERS ON)  # those have other flags
  foreach(source IN LISTS ARGN)
    if(source MATCHES "_baseline\\.cpp$")
      set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "${fast}")
    elseif(NOT CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
      continue()
    elseif(source MATCHES "_v3\\.cpp$")
      set_source_files_properties(${source} PROPERTIES COMPILE_OPTIONS "${fast};-march=x86-64-v3")
    elseif(source MATCHES "_v4\\.cpp$")
      set_source_files_properties(${source} PROPERTIES
        COMPILE_OPTIONS "${fast};-march=x86-64-v4;-mprefer-vector-width=256")
    endif()
  endforeach()
endfunction()

# A test program links its room and all rooms below it; where its tests read studies, all up to `study`.
function(percuta_room_test name)
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${name}/*_test.cpp)
  if(NOT tests)
    return()
  endif()
  add_executable(percuta_test_${name} EXCLUDE_FROM_ALL ${tests})
  percuta_batches(percuta_test_${name} "${tests}")
  target_link_libraries(percuta_test_${name} PRIVATE percuta_test_main)
  if(name STREQUAL numerics)  # whose tests compute much themselves
    percuta_read_headers(percuta_test_${name} "" ${PERCUTA_COMMON_HEADERS} <doctest/doctest.h>)
  else()
    percuta_test_flags(percuta_test_${name})
    percuta_read_headers(percuta_test_${name} percuta_test_headers)
  endif()
  target_include_directories(percuta_test_${name} SYSTEM PRIVATE ${DOCTEST_INCLUDE} ${TOMLPLUSPLUS_INCLUDE})
  target_include_directories(percuta_test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  list(FIND PERCUTA_ROOMS ${name} last)
  list(FIND PERCUTA_ROOMS study study)
  foreach(test IN LISTS tests)
    file(STRINGS ${test} reads_studies REGEX "study_fixture.hpp|experiment_fixture.hpp" LIMIT_COUNT 1)
    if(reads_studies AND study GREATER last)
      set(last ${study})
    endif()
  endforeach()
  math(EXPR count "${last} + 1")
  list(SUBLIST PERCUTA_ROOMS 0 ${count} rooms)
  foreach(room IN LISTS rooms)
    target_link_libraries(percuta_test_${name} PRIVATE percuta_${room})
  endforeach()
  target_link_libraries(percuta_test_${name} PRIVATE fmt::fmt nlohmann_json::nlohmann_json ZLIB::ZLIB
    OpenMP::OpenMP_CXX UDUNITS2::UDUNITS2 HDF5C::HDF5C)
  add_dependencies(percuta_tests percuta_test_${name})
endfunction()

# One room; nothing where it has no sources yet.
function(percuta_room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/percuta/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  percuta_clone_flags(${sources})
  add_library(percuta_${name} OBJECT ${sources})
  target_link_libraries(percuta_${name} PUBLIC percuta_options PRIVATE fmt::fmt)
  target_include_directories(percuta_${name} SYSTEM PRIVATE ${UDUNITS2_INCLUDE} ${TOMLPLUSPLUS_INCLUDE} ${RANDOM123_INCLUDE})
  if(name STREQUAL numerics)
    target_link_libraries(percuta_numerics PRIVATE OpenMP::OpenMP_CXX)
    percuta_read_headers(percuta_numerics "" ${PERCUTA_COMMON_HEADERS})
  else()
    percuta_read_headers(percuta_${name} percuta_room_headers)
  endif()
  if(name MATCHES "base|report|study")
    target_link_libraries(percuta_${name} PRIVATE nlohmann_json::nlohmann_json ZLIB::ZLIB)
  endif()
  if(name STREQUAL storage)
    target_link_libraries(percuta_storage PRIVATE HDF5C::HDF5C ZLIB::ZLIB)
  endif()
  list(APPEND PERCUTA_ROOMS ${name})
  set(PERCUTA_ROOMS ${PERCUTA_ROOMS} CACHE INTERNAL "")
endfunction()

# Every room of src/percuta/floors.txt, in its order.
function(percuta_rooms)
  set(list ${CMAKE_SOURCE_DIR}/src/percuta/floors.txt)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
  file(STRINGS ${list} lines REGEX "^[0-9]+ ")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^[0-9]+ +" "" room ${line})
    percuta_room(${room})
  endforeach()
endfunction()

# The test programs of all rooms, once all are declared.
function(percuta_room_tests)
  if(NOT PERCUTA_TESTS OR NOT DOCTEST_INCLUDE)
    return()
  endif()
  foreach(room IN LISTS PERCUTA_ROOMS)
    percuta_room_test(${room})
  endforeach()
endfunction()

# Tries random edits of what users give; tests/run.py builds it with the sanitizers.
function(percuta_random_edits)
  if(NOT PERCUTA_TESTS)
    return()
  endif()
  # Only what reads: the rooms up to `run`, and the stores of fields.
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/endurance/random_edits/*.cpp
    ${CMAKE_SOURCE_DIR}/src/percuta/report/fields/*_store.cpp)
  add_executable(percuta_random_edits EXCLUDE_FROM_ALL ${sources})
  target_include_directories(percuta_random_edits PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(percuta_random_edits PRIVATE PERCUTA_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  foreach(room IN LISTS PERCUTA_ROOMS)
    if(NOT room MATCHES "^(claims|validation|report)$")
      target_link_libraries(percuta_random_edits PRIVATE percuta_${room})
    endif()
  endforeach()
  target_link_libraries(percuta_random_edits PRIVATE percuta_options fmt::fmt CLI11::CLI11 nlohmann_json::nlohmann_json
    ZLIB::ZLIB OpenMP::OpenMP_CXX UDUNITS2::UDUNITS2 HDF5C::HDF5C)
endfunction()

# One library of all rooms.
function(percuta_library)
  if(NOT PERCUTA_ROOMS)
    return()
  endif()
  add_library(percuta STATIC)
  foreach(room IN LISTS PERCUTA_ROOMS)
    target_sources(percuta PRIVATE $<TARGET_OBJECTS:percuta_${room}>)
  endforeach()
  target_link_libraries(percuta PUBLIC percuta_options
    PRIVATE fmt::fmt ZLIB::ZLIB OpenMP::OpenMP_CXX UDUNITS2::UDUNITS2 HDF5C::HDF5C)
  # HDF5 brings a network library and more along: a program that keeps no fields does not load them.
  target_link_options(percuta INTERFACE LINKER:--as-needed)
  set_target_properties(percuta PROPERTIES LINKER_LANGUAGE CXX)
  add_library(Percuta::percuta ALIAS percuta)
endfunction()

function(percuta_command)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/apps/*.cpp)
  if(sources)
    add_executable(percuta_cli ${sources})
    set_target_properties(percuta_cli PROPERTIES OUTPUT_NAME percuta)
    target_include_directories(percuta_cli PRIVATE ${CMAKE_SOURCE_DIR}/apps)
    target_link_libraries(percuta_cli PRIVATE percuta fmt::fmt CLI11::CLI11 nlohmann_json::nlohmann_json)
    percuta_read_headers(percuta_cli percuta_room_headers)
  endif()
endfunction()
