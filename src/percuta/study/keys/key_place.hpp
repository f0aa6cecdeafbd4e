#pragma once

#include <string_view>

#include "percuta/base/files/document.hpp"

/// Where a key of the study stands, for what is found wrong with it later.
namespace percuta::study {

/// The place of the key `path` ("device.needle.length"); where it is not written, of the nearest table above it, or of
/// the file.
Place place_of(const Node& root, std::string_view path);

/// The node of the key `path`; nullptr when it is not written.
const Node* written(const Node& root, std::string_view path);

/// The place of `path` in the study's root, else of `own` in the file that the study names, else of `otherwise` in the
/// root.
Place place_in_either(const Node& root, std::string_view path, const Node& file, std::string_view own,
                      std::string_view otherwise);

/// Adds what `error` says; where it names no place of its own, at the place of the key `path`.
void add_at(const Node& root, std::string_view path, const InputError& error, Problems& problems);

}  // namespace percuta::study
