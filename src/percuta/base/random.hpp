#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

/// Counter-based random streams (Philox 4x32-10): a stream is a pure function of its key, so results do not depend on
/// threads.
namespace percuta {

/// One block of Philox 4x32-10: four words from a counter and a key.
std::array<std::uint32_t, 4> philox_block(const std::array<std::uint32_t, 4>& counter,
                                          const std::array<std::uint32_t, 2>& key);

/// What a stream is for. The key of the generator is the seed, mixed with the session (one to one for a given seed);
/// the counter is (block, item, member, hash of the purpose).
struct StreamKey {
  std::uint64_t seed = 0;
  std::uint32_t member = 0;  ///< ensemble member (virtual person); 0 = the medians, members count from 1
  std::uint32_t session = 0;
  std::uint32_t item = 0;    ///< needle, stroke, ...
  std::string_view purpose;  ///< "strokes.heading", ...; a new purpose never shifts another's numbers
};

/// Numbers of one stream, in order. Cheap to make and copy.
class Stream {
 public:
  explicit Stream(const StreamKey& key);
  double uniform();                      ///< in (0, 1), 53 bits, never 0 or 1
  double normal();                       ///< mean 0, variance 1, by inversion
  std::uint32_t below(std::uint32_t n);  ///< 0 .. n-1, unbiased

 private:
  std::uint32_t next32();
  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> block_{};
  std::size_t used_ = 4;
};

/// A number in (0, 1) from 64 random bits: 53 of them count, 0 is lifted to the smallest step.
double unit_number(std::uint64_t bits);

/// Spreads the bits of a word: one to one, so that different words stay different.
std::uint64_t mixed(std::uint64_t word);

/// Where `index` (below n) goes in a random order of 0 .. n-1; one order per key.
std::uint32_t shuffled(std::uint32_t index, std::uint32_t n, std::uint64_t key);
/// Where each of 0 .. n-1 goes: `shuffled` of all, for much less than one by one.
std::vector<std::uint32_t> shuffled_all(std::uint32_t n, std::uint64_t key);

/// Quantile of the standard normal distribution for p in (0, 1); relative error below 1e-15 (Wichura 1988, AS 241).
double normal_quantile(double p);

inline constexpr std::uint64_t k_hash_of_nothing = 0xCBF29CE484222325U;

/// A stable 64-bit hash of text (FNV-1a), for keys and for the inputs hash. Long text goes part by part, each with the
/// hash of what stands `before` it.
std::uint64_t hash_text(std::string_view text, std::uint64_t before = k_hash_of_nothing);

}  // namespace percuta
