#include "percuta/numerics/rising_order.hpp"

#include <array>
#include <bit>
#include <cstddef>

namespace percuta::numerics {
namespace {

constexpr unsigned k_bits = 8, k_digits = 8;  // of a digit; of them a word of 64 bits has eight
constexpr std::size_t k_values = std::size_t{1} << k_bits;
constexpr std::uint64_t k_sign = std::uint64_t{1} << 63U;

/// Rises with the number.
std::uint64_t word_of(double number) {
  const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);  // -0 becomes 0
  return (bits & k_sign) != 0 ? ~bits : bits | k_sign;
}

std::size_t digit_of(std::uint64_t word, unsigned digit) {
  return static_cast<std::size_t>(word >> (digit * k_bits)) & (k_values - 1);
}

}  // namespace

std::vector<std::uint32_t> RisingOrder::operator()(const std::vector<double>& numbers) {
  entries_.clear();
  entries_.reserve(numbers.size());
  sorted_.resize(numbers.size());
  std::array<std::array<std::uint32_t, k_values>, k_digits> counts{};
  for (const double number : numbers) {
    const Entry entry{word_of(number), static_cast<std::uint32_t>(entries_.size())};
    entries_.push_back(entry);
    for (unsigned digit = 0; digit < k_digits; ++digit) ++counts[digit][digit_of(entry.word, digit)];
  }
  for (unsigned digit = 0; digit < k_digits; ++digit) {  // from the least one on
    std::array<std::uint32_t, k_values>& starts = counts[digit];
    if (!entries_.empty() && starts[digit_of(entries_[0].word, digit)] == entries_.size()) continue;  // all alike
    std::uint32_t start = 0;
    for (std::uint32_t& count : starts) {
      const std::uint32_t own = count;
      count = start;
      start += own;
    }
    for (const Entry& entry : entries_) sorted_[starts[digit_of(entry.word, digit)]++] = entry;
    entries_.swap(sorted_);
  }
  std::vector<std::uint32_t> order;
  order.reserve(entries_.size());
  for (const Entry& entry : entries_) order.push_back(entry.place);
  return order;
}

}  // namespace percuta::numerics
