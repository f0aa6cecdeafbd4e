#include "percuta/study/catalogue.hpp"

#include "percuta/course/stages.hpp"

namespace percuta::study {

Catalogue load_catalogue(const DataFolder& data, const Units& units) {
  return read_struct<Catalogue>(data.document(data.file("systems.toml")), nullptr, units);
}

std::vector<std::string> missing_rooms(const std::vector<std::string>& needed) {
  std::vector<std::string> missing;
  for (const std::string& room : needed) {
    if (!course::is_built(room)) missing.push_back(room);
  }
  return missing;
}

}  // namespace percuta::study
