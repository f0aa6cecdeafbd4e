#include "percuta/storage/h5_message.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "storage/h5_fixture.hpp"

using namespace percuta;
using namespace percuta::storage;

namespace {

const std::filesystem::path k_shown = "a.h5";

std::string message(std::uint64_t type, const std::string& bytes, std::uint64_t flags = 0) {
  return little(type, 2) + little(bytes.size(), 2) + little(flags, 4) + bytes;
}

std::string object(std::uint64_t count, const std::string& messages) {
  return little(1, 2) + little(count, 2) + little(1, 4) + little(messages.size(), 8) + messages;
}

std::vector<H5Message> messages_of(const std::string& bytes) {
  H5Bytes file(bytes, k_shown);
  return h5_messages(file, 0);
}

std::string attribute(const std::string& type, const std::string& value) {
  return little(1, 2) + little(2, 2) + little(type.size(), 2) + little(8, 2) + "n" + std::string(7, '\0') + type +
         std::string((8 - type.size() % 8) % 8, '\0') + little(1, 8) + value;
}

const std::string k_whole = little(0x810, 4) + little(8, 4) + little(0x400000, 4);

std::pair<std::string, H5Attribute> attribute_of(const std::string& bytes) {
  return h5_attribute(bytes, H5Bytes("", k_shown));
}

}  // namespace

TEST_CASE("[unit] the messages of an object stand in its header and its continuations") {
  const std::string further = message(12, "later");
  const std::string first = message(1, "first") + message(0, "gap") + message(16, little(0, 16));
  std::string bytes = object(4, first);
  bytes.replace(bytes.size() - 16, 16, little(bytes.size(), 8) + little(further.size(), 8));
  const std::string whole = bytes + further;
  const std::vector<H5Message> found = messages_of(whole);
  REQUIRE(found.size() == 2);
  CHECK(found[0].bytes == "first");
  CHECK(found[1].type == H5MessageType::attribute);
  CHECK(found[1].bytes == "later");
}

TEST_CASE("[law] an object that goes on in itself, counts wrongly, shares or ends early is refused") {
  CHECK_THROWS_AS(messages_of(object(1, message(16, little(0, 8) + little(16, 8)))), FileError);
  CHECK_THROWS_AS(messages_of(object(2, message(1, "x"))), FileError);
  CHECK_THROWS_AS(messages_of(object(1, message(1, "x", 2))), FileError);
  CHECK_THROWS_AS(messages_of(object(1, message(1, "x") + "abc")), FileError);
  CHECK_THROWS_AS(messages_of(object(1, message(1, "x")).substr(0, 20)), FileError);
}

TEST_CASE("[unit] an attribute has a name, one of three types and one value") {
  const std::string of_whole = attribute(k_whole, little(7, 8));  // what is found looks into it
  const auto [name, found] = attribute_of(of_whole);
  CHECK(name == "n");
  CHECK(found.kind == H5Kind::whole);
  CHECK(found.value == little(7, 8));
  const std::string of_text = attribute(little(0x1113, 4) + little(3, 4), "abc" + std::string(5, '\0'));
  const auto [again, text] = attribute_of(of_text);
  CHECK(text.kind == H5Kind::text);
  CHECK(text.value == "abc");
}

TEST_CASE("[law] a text longer than its message, a narrow number and a nameless attribute are refused") {
  CHECK_THROWS_AS(attribute_of(attribute(little(0x1113, 4) + little(0xffffffff, 4), "abc")), FileError);
  CHECK_THROWS_AS(attribute_of(attribute(little(0x810, 4) + little(4, 4) + little(0x200000, 4), "abcd")), FileError);
  std::string nameless = attribute(k_whole, little(7, 8));
  nameless[8] = '\0';
  CHECK_THROWS_AS(attribute_of(nameless), FileError);
}
