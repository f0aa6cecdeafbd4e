#include "percuta/study/rooms.hpp"

#include <algorithm>
#include <stdexcept>

namespace percuta::study {

const std::vector<Room>& rooms() {
  static const std::vector<Room> all = {
      {"skin", "layers of the site", true},
      {"device", "needles and what carries them", true},
      {"strokes", "the operator's hand", true},
      {"punctures", "where each needle lands", true},
      {"insertion", "how deep each needle goes", true},
      {"closure", "how long the channels stay open", true},
      {"heat", "radio frequency and thermal damage", false},
      {"transport", "what gets in through the channels", false},
      {"healing", "wound repair and new collagen", false},
      {"endpoints", "redness, crust, wrinkles, scars and the other clinical scales", false},
      {"plan", "protocols within safety limits", false},
      {"cohort", "many virtual people", false},
  };
  return all;
}

namespace {
const Room& room_named(const std::string& name) {
  const auto found = std::find_if(rooms().begin(), rooms().end(), [&](const Room& room) { return room.name == name; });
  if (found == rooms().end()) throw std::out_of_range("no room '" + name + "'");
  return *found;
}
}  // namespace

bool is_built(const std::string& room) {
  return room_named(room).is_built;
}

std::string missing_sentence(const std::string& room) {
  return "The room '" + room + "' is not built yet: this version says nothing of " + room_named(room).does + ".";
}

}  // namespace percuta::study
