#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "percuta/base/parameters.hpp"

/// Pieces of TOML as text, and whether a member was ever given a value.
namespace percuta {

/// A basic string in quotes, control characters escaped.
std::string toml_string(std::string_view text);

/// ["a", "b"]
std::string toml_list(const std::vector<std::string>& items);

/// Members that no document and no code filled in: an optional table that is absent is made of these.
bool is_unset(const Spec& spec, const Quantity& member);
bool is_unset(const Spec& spec, std::int64_t member);
bool is_unset(const Spec& spec, const std::string& member);

}  // namespace percuta
