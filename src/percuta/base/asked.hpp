#pragma once

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace percuta {

/// The results that a caller wants, by key ("coverage.evenness"): all, unless it names some. A room works out what is
/// asked of it and no more.
class Asked {
 public:
  Asked() = default;
  explicit Asked(std::set<std::string, std::less<>> keys) : keys_(std::move(keys)) {}

  bool is_all() const { return keys_.empty(); }
  const std::set<std::string, std::less<>>& keys() const { return keys_; }  ///< none where all is wanted
  bool wants(std::string_view key) const { return is_all() || keys_.contains(key); }
  bool wants_any(std::initializer_list<std::string_view> keys) const {
    return std::any_of(keys.begin(), keys.end(), [this](std::string_view key) { return wants(key); });
  }
  /// Whether nothing beyond `names` is wanted.
  bool is_within(const std::set<std::string, std::less<>>& names) const {
    return std::includes(names.begin(), names.end(), keys_.begin(), keys_.end());
  }
  /// Whether anything of a room is wanted: "coverage" of "coverage.evenness".
  bool wants_room(std::string_view room) const {
    return is_all() || std::any_of(keys_.begin(), keys_.end(), [room](const std::string& key) {
             return key.size() > room.size() && key.starts_with(room) && key[room.size()] == '.';
           });
  }

 private:
  std::set<std::string, std::less<>> keys_;
};

}  // namespace percuta
