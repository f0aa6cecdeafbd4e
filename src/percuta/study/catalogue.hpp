#pragma once

#include <string>
#include <vector>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/reader.hpp"

/// The systems and claims Percuta sets out to cover (data/systems.toml), and how far it is.
namespace percuta::study {

/// One of S1 to S10.
struct System {
  std::string id, title, words;
  std::vector<std::string> rooms;  ///< it needs, in the order of the flow
  std::string device;              ///< file of data/devices, "" = none of its own
  std::string study;               ///< file of data/studies that `new` writes, "" = none
};
void describe(System& system, Visitor& visitor);

/// One of C1 to C20.
struct Claim {
  std::string id, words, test;
  std::vector<std::string> rooms;
};
void describe(Claim& claim, Visitor& visitor);

struct Catalogue {
  std::vector<System> system;
  std::vector<Claim> claim;
};
void describe(Catalogue& catalogue, Visitor& visitor);

Catalogue load_catalogue(const DataFolder& data, const Units& units);

/// The rooms of `needed` that this version lacks.
std::vector<std::string> missing_rooms(const std::vector<std::string>& needed);

}  // namespace percuta::study
