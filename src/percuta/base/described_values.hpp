#pragma once

#include <string>
#include <vector>

#include "percuta/base/parameters.hpp"
#include "percuta/base/reader.hpp"

namespace percuta {

/// All that a described struct holds, in the order of its description: to tell whether two are the same, and to keep
/// what was made of one. Units, spreads and sources are left out.
struct DescribedValues {
  std::vector<double> numbers;     ///< values (SI), flags, and the sizes of lists
  std::vector<std::string> words;  ///< words, and counts as text

  bool operator==(const DescribedValues&) const = default;
};

/// A walk may change what it walks: describe a copy.
DescribedValues values_of(const Describe& describe);

}  // namespace percuta
