#include "percuta/base/version.hpp"

namespace percuta::study {

std::string_view version() {
  return PERCUTA_VERSION;
}

}  // namespace percuta::study
