#include <doctest/doctest.h>

#include <set>

#include "source_folder.hpp"
#include "validation/validation_fixture.hpp"

using namespace percuta;
using namespace percuta::study_test;

namespace {

std::filesystem::path own_cases() {
  return std::filesystem::path(source_folder()) / "validation";
}

}  // namespace

TEST_CASE("[unit] cases are found by list, room, id and folder") {
  const Units units;
  CHECK(validation::find_cases(own_cases(), {"devices/V9"}, units).size() == 1);
  CHECK(validation::find_cases(own_cases(), {"V02_tip_size"}, units).front().id == "V2");
  for (const validation::Case& one : validation::find_cases(own_cases(), {"closure"}, units))
    CHECK(one.room == "closure");
  CHECK(validation::find_cases(own_cases(), {"V26"}, units).size() == 2);
  CHECK_THROWS_AS(validation::find_cases(own_cases(), {"V999"}, units), InputError);
}

TEST_CASE("[unit] every case of needles and closing has a folder, and every case has a role") {
  const Units units;
  const validation::CaseRoles roles = validation::read_roles(own_cases() / "roles.toml", units);
  std::set<std::string> found;
  for (const validation::Case& one : validation::find_cases(own_cases(), {}, units)) {
    INFO(one.list, " ", one.id);
    CHECK(roles.find(one.list, one.id) != nullptr);
    CHECK(found.insert(one.list + " " + one.id).second);
  }
  for (const validation::CaseRole& role : roles.devices) {
    INFO(role.id);
    CHECK(found.contains("devices " + role.id));
  }
}

TEST_CASE("[unit] every case of healing and of transport has a folder, or the README says what it waits for") {
  const Units units;
  const validation::CaseRoles roles = validation::read_roles(own_cases() / "roles.toml", units);
  const std::string text = read_file(own_cases() / "README.md");
  const auto check_list = [&](const std::string& list, const std::vector<validation::CaseRole>& all,
                              std::size_t least) {
    std::set<std::string> found;
    for (const validation::Case& one : validation::find_cases(own_cases(), {}, units)) {
      if (one.list == list) found.insert(one.id);
    }
    CHECK(found.size() >= least);
    for (const validation::CaseRole& role : all) {
      INFO(list, " ", role.id);
      CHECK(found.contains(role.id) != has(text, "| " + list + " | " + role.id + " |"));
    }
  };
  check_list("healing", roles.healing, 18);
  check_list("transport", roles.transport, 15);
}

TEST_CASE("[unit] every study of every case reads") {
  const Units units;
  for (const validation::Case& one : validation::find_cases(own_cases(), {}, units)) {
    for (const validation::CaseVariant& variant : one.variants) {
      INFO(one.list, " ", one.name, ": ", variant.name);
      CHECK_NOTHROW(study::load(one.folder / variant.study, {variant.set, {}}, own_data(), units));
    }
  }
}
