#pragma once

#include <string>
#include <vector>

#include "percuta/base/files/document.hpp"

namespace percuta::tests {

/// The text at `keys`, "(none)" where nothing stands, or the type of what stands there.
inline std::string text_of(const Node& node, const std::vector<std::string>& keys) {
  const Node* at = &node;
  for (const std::string& key : keys) {
    at = at->find(key);
    if (at == nullptr) return "(none)";
  }
  const auto* text = std::get_if<std::string>(&at->value);
  return text != nullptr ? *text : at->type_word();
}

}  // namespace percuta::tests
