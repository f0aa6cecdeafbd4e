#include "percuta/base/random.hpp"

#include <Random123/philox.h>

#include <algorithm>
#include <bit>

namespace percuta {
namespace {

std::uint32_t low_word(std::uint64_t word) {
  return static_cast<std::uint32_t>(word);
}
std::uint32_t high_word(std::uint64_t word) {
  return static_cast<std::uint32_t>(word >> 32U);
}

constexpr std::uint64_t k_session_step = 0x9E3779B97F4A7C15U;  // odd, so that sessions of a seed never meet

}  // namespace

std::array<std::uint32_t, 4> philox_block(const std::array<std::uint32_t, 4>& counter,
                                          const std::array<std::uint32_t, 2>& key) {
  const r123::Philox4x32::ctr_type c = {{counter[0], counter[1], counter[2], counter[3]}};
  const r123::Philox4x32::key_type k = {{key[0], key[1]}};
  const r123::Philox4x32::ctr_type block = r123::Philox4x32()(c, k);
  return {block[0], block[1], block[2], block[3]};
}

std::uint64_t mixed(std::uint64_t word) {
  word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9U;
  word = (word ^ (word >> 27U)) * 0x94D049BB133111EBU;
  return word ^ (word >> 31U);
}

double unit_number(std::uint64_t bits) {
  const std::uint64_t step = std::max<std::uint64_t>(bits >> 11U, 1);
  return static_cast<double>(step) * 0x1p-53;
}

Stream::Stream(const StreamKey& key) {
  const std::uint64_t mixed_seed = mixed(key.seed + k_session_step * key.session);
  const std::uint64_t purpose = hash_text(key.purpose);
  key_ = {low_word(mixed_seed), high_word(mixed_seed)};
  counter_ = {0, key.item, key.member, low_word(purpose) ^ high_word(purpose)};
}

std::uint32_t Stream::next32() {
  if (used_ == block_.size()) {
    block_ = philox_block(counter_, key_);
    ++counter_[0];
    used_ = 0;
  }
  return block_[used_++];
}

double Stream::uniform() {
  const std::uint64_t high = next32();
  return unit_number((high << 32U) | next32());
}

double Stream::normal() {
  return normal_quantile(uniform());
}

/// Lemire's multiplication with rejection of the few words that would favour some results.
std::uint32_t Stream::below(std::uint32_t n) {
  if (n == 0) return 0;
  const std::uint32_t unfair = (0U - n) % n;
  std::uint64_t product = 0;
  do {
    product = static_cast<std::uint64_t>(next32()) * n;
  } while (low_word(product) < unfair);
  return high_word(product);
}

namespace {

constexpr std::uint32_t k_rounds = 8;

/// A Feistel network over the next even power of two, walked until it lands below n.
struct Feistel {
  std::uint32_t n;
  unsigned half_bits;
  std::uint32_t mask;

  explicit Feistel(std::uint32_t count)
      : n(count),
        half_bits(static_cast<unsigned>(std::bit_width(n > 1 ? n - 1 : 1U) + 1) / 2),
        mask(half_bits >= 16 ? 0xFFFFU : (1U << half_bits) - 1U) {}

  /// What a round adds to the other half of the word.
  std::uint32_t added(std::uint32_t half, std::uint32_t round, std::uint64_t key) const {
    return philox_block({half, round, n, 0}, {low_word(key), high_word(key)})[0] & mask;
  }

  template <class Added>
  std::uint32_t place(std::uint32_t index, const Added& of_round) const {
    std::uint64_t word = index;
    do {
      auto left = static_cast<std::uint32_t>(word >> half_bits);
      auto right = static_cast<std::uint32_t>(word) & mask;
      for (std::uint32_t round = 0; round < k_rounds; ++round) {
        const std::uint32_t next = left ^ of_round(right, round);
        left = right;
        right = next;
      }
      word = (static_cast<std::uint64_t>(left) << half_bits) | right;
    } while (word >= n);
    return static_cast<std::uint32_t>(word);
  }
};

}  // namespace

std::uint32_t shuffled(std::uint32_t index, std::uint32_t n, std::uint64_t key) {
  const Feistel network(n);
  return network.place(index, [&](std::uint32_t half, std::uint32_t round) { return network.added(half, round, key); });
}

std::vector<std::uint32_t> shuffled_all(std::uint32_t n, std::uint64_t key) {
  const Feistel network(n);
  std::vector<std::uint32_t> added;  // [round][half]: few halves, met by many words
  added.reserve(k_rounds * (network.mask + std::size_t{1}));
  for (std::uint32_t round = 0; round < k_rounds; ++round) {
    for (std::uint32_t half = 0; half <= network.mask; ++half) added.push_back(network.added(half, round, key));
  }
  const auto looked_up = [&](std::uint32_t half, std::uint32_t round) {
    return added[(static_cast<std::size_t>(round) << network.half_bits) + half];
  };
  std::vector<std::uint32_t> order;
  order.reserve(n);
  for (std::uint32_t i = 0; i < n; ++i) order.push_back(network.place(i, looked_up));
  return order;
}

std::uint64_t hash_text(std::string_view text, std::uint64_t before) {
  std::uint64_t hash = before;
  for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
  return hash;
}

}  // namespace percuta
