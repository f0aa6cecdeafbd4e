#include <algorithm>
#include <charconv>

#include "percuta/claims/claims.hpp"

namespace percuta::claims {
namespace {

int number_of(const std::string& id) {
  int number = 0;
  std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return number;
}

}  // namespace

std::vector<std::string> claims_with_files(const DataFolder& data) {
  std::vector<std::string> ids = data.names_beside("claims");
  std::sort(ids.begin(), ids.end(), [](const std::string& a, const std::string& b) {
    return number_of(a) != number_of(b) ? number_of(a) < number_of(b) : a < b;
  });
  return ids;
}

}  // namespace percuta::claims
