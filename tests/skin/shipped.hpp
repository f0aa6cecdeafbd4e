#pragma once

#include <string>
#include <vector>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/reader.hpp"
#include "skin/declared.hpp"
#include "skin/skin_fixture.hpp"
#include "source_folder.hpp"

/// The sites and specimens that Percuta ships.
namespace percuta::tests {

inline std::vector<std::string> shipped_names(const std::string& subfolder) {
  return DataFolder({source_folder() + "/data"}).names(subfolder);
}

inline skin::SiteData shipped_site(const std::string& name) {
  return shipped<skin::SiteData>("skin/sites/" + name + ".toml");
}

inline skin::Mechanics shipped_mechanics() {
  return shipped<skin::Mechanics>("skin/mechanics.toml");
}

/// A specimen's file with the skin's mechanics under its own.
inline skin::Specimen shipped_specimen(const std::string& name) {
  const std::string data = source_folder() + "/data/skin/";
  NodeEntry mechanics;
  mechanics.first = "mechanics";
  mechanics.second = read_document(data + "mechanics.toml");
  Node defaults;
  defaults.value = Node::Table{mechanics};
  return read_struct<skin::Specimen>(read_document(data + "specimens/" + name + ".toml"), &defaults, Units());
}

/// A window of a quarter of the site, all at their medians, for a person of `years`.
inline skin::Skin skin_at(const skin::SiteData& site, const std::string& sex, double years) {
  skin::Person person = tests::person();
  person.sex = sex;
  person.age = certain(years * k_year);
  return skin::build(site, shipped_mechanics(), person, 0.5 * 0.5 * site.area);
}

}  // namespace percuta::tests
