#pragma once

#include <string_view>

#include "percuta/base/files/document.hpp"

/// Where a key of the study stands, for what is found wrong with it later.
namespace percuta::study {

/// The place of the key `path` ("device.needle.length"); where it is not written, of the nearest table above it, or of
/// the file.
Place place_of(const Node& root, std::string_view path);

/// Adds what `error` says; where it names no place of its own, at the place of the key `path`.
void add_at(const Node& root, std::string_view path, const InputError& error, Problems& problems);

}  // namespace percuta::study
