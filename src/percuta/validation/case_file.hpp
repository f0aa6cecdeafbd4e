#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "percuta/validation/case.hpp"

/// case.toml and roles.toml as structs: each member a key.
namespace percuta::validation {

struct CaseFile {
  std::int64_t percuta = 1;
  std::string id, list, room, note, not_stated;
  std::vector<CaseVariant> variants;
  std::vector<Comparison> comparisons;
};
void describe(CaseFile& file, Visitor& visitor);

struct RolesFile {
  std::int64_t percuta = 1;
  CaseRoles roles;
};
void describe(RolesFile& file, Visitor& visitor);

}  // namespace percuta::validation
