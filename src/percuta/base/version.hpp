#pragma once

#include <string_view>

namespace percuta {

/// The program's version, "0.1.0".
std::string_view version();

}  // namespace percuta
