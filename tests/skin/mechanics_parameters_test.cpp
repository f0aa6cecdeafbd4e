#include <doctest/doctest.h>

#include "percuta/base/files/data_folder.hpp"
#include "percuta/base/files/document.hpp"
#include "percuta/base/reader.hpp"
#include "percuta/skin/mechanics.hpp"
#include "source_folder.hpp"

using namespace percuta;

TEST_CASE("[unit] the mechanics that Percuta brings can be read, each modulus with an interval") {
  const std::string path = source_folder() + "/data/skin/mechanics.toml";
  const auto mechanics = read_struct<skin::Mechanics>(read_document(path), nullptr, Units());
  for (const Quantity* modulus : {&mechanics.corneum_modulus, &mechanics.epidermis_modulus, &mechanics.dermis_modulus,
                                  &mechanics.fat_modulus, &mechanics.muscle_modulus, &mechanics.bone_modulus}) {
    CHECK(modulus->low < modulus->value);
    CHECK(modulus->value < modulus->high);
  }
  CHECK(mechanics.relaxation_from < mechanics.relaxation_until);
  CHECK(mechanics.cutting_from < mechanics.cutting_until);
  CHECK(mechanics.epidermis_modulus < mechanics.corneum_modulus);
}
