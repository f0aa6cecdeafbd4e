# HDF5's C library, the serial one: CMake's own FindHDF5 also wants the development files of all that HDF5 stands on.
# Gives HDF5C::HDF5C.
include(FindPackageHandleStandardArgs)
find_library(HDF5C_LIBRARY NAMES hdf5_serial hdf5)
find_path(HDF5C_INCLUDE hdf5.h PATH_SUFFIXES hdf5/serial)
find_package_handle_standard_args(HDF5C REQUIRED_VARS HDF5C_LIBRARY HDF5C_INCLUDE)
mark_as_advanced(HDF5C_LIBRARY HDF5C_INCLUDE)
if(HDF5C_FOUND AND NOT TARGET HDF5C::HDF5C)
  add_library(HDF5C::HDF5C UNKNOWN IMPORTED)
  set_target_properties(HDF5C::HDF5C PROPERTIES
    IMPORTED_LOCATION "${HDF5C_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${HDF5C_INCLUDE}")
endif()
