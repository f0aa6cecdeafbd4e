#include "percuta/base/version.hpp"

namespace percuta {

std::string_view version() {
  return PERCUTA_VERSION;
}

}  // namespace percuta
