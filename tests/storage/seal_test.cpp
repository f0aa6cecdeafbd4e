#include "percuta/storage/seal.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

std::string sealed(const TemporaryFolder& folder, const std::string& content, const std::string& mark) {
  put_text(folder / "sealed", seal_of(content, mark) + content);
  return content_of(folder / "sealed");
}

SealState state_of(const TemporaryFolder& folder, const std::string& bytes) {
  put_text(folder / "sealed", bytes);
  const SealState found = seal_state(folder / "sealed", "percuta-x/1");
  CHECK(seal_state(std::string_view(bytes), "percuta-x/1") == found);
  return found;
}

}  // namespace

TEST_CASE("[unit] a seal is a line of text before what it seals") {
  const TemporaryFolder folder;
  const std::string bytes = sealed(folder, "content", "percuta-x/1");
  CHECK(bytes.starts_with("percuta-x/1\nchecksum "));
  CHECK(bytes.find(" of 7 bytes\n") != std::string::npos);
  CHECK(bytes.substr(k_seal_bytes) == "content");
  CHECK(seal_state(folder / "sealed", "percuta-x/1") == SealState::whole);
}

TEST_CASE("[unit] another version, another file and no file are told apart") {
  const TemporaryFolder folder;
  const std::string bytes = sealed(folder, "content", "percuta-x/2");
  CHECK(state_of(folder, bytes) == SealState::other_version);
  CHECK(state_of(folder, sealed(folder, "content", "percuta-y/1")) == SealState::foreign);
  CHECK(state_of(folder, "") == SealState::foreign);
  CHECK_THROWS_AS(seal_state(folder / "absent", "percuta-x/1"), FileError);
}

TEST_CASE("[law] a sealed file cut short anywhere, or with one byte changed, is not whole") {
  const TemporaryFolder folder;
  const std::string whole = sealed(folder, "some content", "percuta-x/1");
  for (std::size_t at = 0; at < whole.size(); ++at) {
    CAPTURE(at);
    CHECK(state_of(folder, whole.substr(0, at)) != SealState::whole);
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    CHECK(state_of(folder, changed) != SealState::whole);
  }
  CHECK(state_of(folder, whole + "x") != SealState::whole);
  CHECK(state_of(folder, whole) == SealState::whole);
}

TEST_CASE("[law] a seal holds over content of any length, a block of reading and a byte more too") {
  const TemporaryFolder folder;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1} << 20U, (std::size_t{1} << 20U) + 1}) {
    CAPTURE(size);
    const std::string whole = sealed(folder, std::string(size, 'x'), "percuta-x/1");
    CHECK(state_of(folder, whole) == SealState::whole);
    CHECK(state_of(folder, whole + "x") == SealState::torn);
  }
}

TEST_CASE("[unit] what the system refuses to read is a file error") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(seal_state(folder / ".", "percuta-x/1"), FileError);
  const std::filesystem::path unreadable = "/proc/self/mem";  // opens, and fails at its first byte
  if (std::filesystem::exists(unreadable)) CHECK_THROWS_AS(seal_state(unreadable, "percuta-x/1"), FileError);
}
