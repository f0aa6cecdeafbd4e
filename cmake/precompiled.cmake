# Headers that nearly every file reads, compiled once for all files that have the same flags: it halves the time that a
# build from nothing takes. Files include what they need all the same: ccache, which cannot keep what such headers went into,
# and the thread sanitizer's preset build without.
if(CCACHE)
  set(default OFF)
else()
  set(default ON)
endif()
option(PERCUTA_PRECOMPILED "Compile common headers once" ${default})
if(PERCUTA_PRECOMPILED)
  set(CMAKE_CXX_COMPILE_OPTIONS_PIE ${CMAKE_CXX_COMPILE_OPTIONS_PIC})  # programs and rooms have the same flags
endif()

set(PERCUTA_COMMON_HEADERS <algorithm> <array> <cmath> <cstdint> <functional> <limits> <memory> <numbers> <optional> <span>
  <string> <string_view> <utility> <vector>)
set(PERCUTA_MORE_HEADERS <filesystem> <map> <set> <variant> <fmt/format.h>)

# A library of nothing that holds the headers for others to take. ARGN: what stands beyond the common ones.
function(percuta_headers name)
  if(NOT PERCUTA_PRECOMPILED)
    return()
  endif()
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/nothing.cpp CONTENT "")
  add_library(${name} OBJECT EXCLUDE_FROM_ALL ${CMAKE_BINARY_DIR}/nothing.cpp)
  target_link_libraries(${name} PRIVATE percuta_options fmt::fmt)
  target_precompile_headers(${name} PRIVATE ${PERCUTA_COMMON_HEADERS} ${PERCUTA_MORE_HEADERS} ${ARGN})
endfunction()

# `target` reads the headers that `holder` holds, or, without a holder, holds ARGN itself.
function(percuta_read_headers target holder)
  if(NOT PERCUTA_PRECOMPILED)
    return()
  elseif(holder)
    target_precompile_headers(${target} REUSE_FROM ${holder})
  else()
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()
