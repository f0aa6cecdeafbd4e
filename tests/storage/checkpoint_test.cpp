#include "percuta/storage/checkpoint.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

const std::vector<double> k_values = {0.1, -0.0, 1.0 / 3, 5e-324, 1.7976931348623157e308, 42, 6.02214076e23};

}  // namespace

TEST_CASE("[law] a member comes back bit for bit") {
  const TemporaryFolder folder;
  Checkpoint(folder / "members", "abc").keep(7, k_values);
  std::vector<double> back;
  REQUIRE(Checkpoint(folder / "members", "abc").recall(7, back));
  REQUIRE(back.size() == k_values.size());
  CHECK(std::memcmp(back.data(), k_values.data(), k_values.size() * sizeof(double)) == 0);
}

TEST_CASE("[unit] a member without values, and values that are not finite, come back too") {
  const TemporaryFolder folder;
  Checkpoint checkpoint(folder / "members", "abc");
  checkpoint.keep(1, {});
  checkpoint.keep(2, {std::numeric_limits<double>::infinity(), std::nan("")});
  std::vector<double> back = {1, 2, 3};
  REQUIRE(checkpoint.recall(1, back));
  CHECK(back.empty());
  REQUIRE(checkpoint.recall(2, back));
  CHECK(std::isinf(back[0]));
  CHECK(std::isnan(back[1]));
}

TEST_CASE("[unit] a member of other inputs, another member or an absent one is not recalled") {
  const TemporaryFolder folder;
  Checkpoint checkpoint(folder / "members", "abc");
  checkpoint.keep(7, k_values);
  std::vector<double> back;
  CHECK_FALSE(Checkpoint(folder / "members", "abd").recall(7, back));
  CHECK_FALSE(checkpoint.recall(8, back));
  std::filesystem::copy_file(folder / "members/0007.txt", folder / "members/0008.txt");
  CHECK_FALSE(checkpoint.recall(8, back));
  CHECK(back.empty());
}

TEST_CASE("[law] a member's file cut short anywhere, or with one byte changed, counts as absent") {
  const TemporaryFolder folder;
  Checkpoint checkpoint(folder / "members", "abc");
  checkpoint.keep(7, {0.1, 2});
  const std::string whole = content_of(folder / "members/0007.txt");
  std::vector<double> back;
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CAPTURE(length);
    put_text(folder / "members/0007.txt", whole.substr(0, length));
    CHECK_FALSE(checkpoint.recall(7, back));
    std::string changed = whole;
    changed[length] = changed[length] == '1' ? '2' : '1';
    put_text(folder / "members/0007.txt", changed);
    CHECK_FALSE(checkpoint.recall(7, back));
  }
  put_text(folder / "members/0007.txt", whole);
  CHECK(checkpoint.recall(7, back));
}

TEST_CASE("[unit] a checkpoint is discarded with its folder, and one that cannot be kept is a file error") {
  const TemporaryFolder folder;
  Checkpoint checkpoint(folder / "members", "abc");
  checkpoint.keep(7, k_values);
  checkpoint.discard();
  checkpoint.discard();
  CHECK(entry_count(folder.path()) == 0);
  put_text(folder / "members", "a file");
  CHECK_THROWS_AS(checkpoint.keep(7, k_values), FileError);
}

TEST_CASE("[unit] members are found in a folder and below it, and nothing else counts as one") {
  const TemporaryFolder folder;
  put_text(folder / "members/inputs.toml", "x");
  put_text(folder / "members/.0001.txt.part-7", "x");
  CHECK_FALSE(holds_members(folder / "members"));
  CHECK_FALSE(holds_members(folder / "absent"));
  Checkpoint(folder / "members/0002", "abc").keep(12345, k_values);
  CHECK(holds_members(folder / "members"));
}
