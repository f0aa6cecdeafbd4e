#pragma once

#include <string>
#include <vector>

namespace percuta::study {

/// A link of the chain, and whether this version computes it.
struct Room {
  std::string name;  ///< "closure"
  std::string does;  ///< what it says of a study, in a few words
  bool is_built = false;
};

/// All links in the order of the flow.
const std::vector<Room>& rooms();

/// Whether the named room is built; throws std::out_of_range for a name that is no room.
bool is_built(const std::string& room);

/// The sentence a user reads about a room that is not built: what will be missing.
std::string missing_sentence(const std::string& room);

}  // namespace percuta::study
