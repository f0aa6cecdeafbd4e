#pragma once

#include <string>
#include <string_view>

namespace percuta {

/// `bytes` as a gzip file without name, time or system, so that equal bytes give equal files. Throws std::bad_alloc.
std::string gzipped(std::string_view bytes);

}  // namespace percuta
