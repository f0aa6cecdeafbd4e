#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "source_folder.hpp"

std::string percuta::source_folder() {
  return PERCUTA_SOURCE_DIR;
}
