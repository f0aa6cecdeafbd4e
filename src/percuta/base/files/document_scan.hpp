#pragma once

#include <optional>
#include <string_view>

#include "percuta/base/error.hpp"

/// What a text must be before a TOML parser sees it.
namespace percuta {

/// The first reason why `text` cannot be a document: a NUL byte, bytes that are not UTF-8, nesting (lists, inline
/// tables, dotted keys and headers together) deeper than k_deepest_nesting. Takes no stack, however deep the text.
/// `place.line_text` is filled except for binary text.
std::optional<Problem> find_unreadable(std::string_view text, const std::string& name);

}  // namespace percuta
