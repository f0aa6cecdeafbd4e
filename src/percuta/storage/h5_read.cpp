#include "percuta/storage/h5_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

#include "percuta/base/files/data_folder.hpp"

namespace percuta::storage {

namespace {

std::string_view behind(std::string_view bytes, std::size_t before) {
  return bytes.substr(std::min(before, bytes.size()));
}

template <class Value>
Value value_of(std::string_view bytes) {
  Value value{};
  std::memcpy(&value, bytes.data(), sizeof value);
  return value;
}

}  // namespace

H5Read::H5Read(const std::filesystem::path& file, std::size_t before) : H5Read(read_file(file), file, before) {}

H5Read::H5Read(std::string bytes, const std::filesystem::path& shown, std::size_t before)
    : shown_(shown), held_(std::move(bytes)), bytes_(behind(held_, before), shown_), root_(h5_tree(bytes_)) {}

const H5Object* H5Read::find(const std::string& path) const {
  const H5Object* object = &root_;
  std::string_view rest = path;
  while (object != nullptr && !rest.empty()) {
    rest.remove_prefix(1);  // its slash
    const std::string_view name = rest.substr(0, rest.find('/'));
    rest.remove_prefix(name.size());
    if (name.empty()) continue;
    const auto& members = object->members;
    const auto found = std::lower_bound(members.begin(), members.end(), name,
                                        [](const H5Object& one, std::string_view wanted) { return one.name < wanted; });
    object = found == members.end() || found->name != name ? nullptr : &*found;
  }
  return object;
}

const H5Object& H5Read::at(const std::string& path) const {
  const H5Object* object = find(path);
  if (object == nullptr) refuse(fmt::format("it has no '{}'", path));
  return *object;
}

const H5Array& H5Read::array_at(const std::string& path) const {
  const H5Object& object = at(path);
  if (!object.array) refuse(fmt::format("'{}' is no array", path));
  return *object.array;
}

std::string_view H5Read::value(const std::string& path, const std::string& name, H5Kind kind) const {
  const H5Object& object = at(path);
  const auto found = object.attributes.find(name);
  if (found == object.attributes.end()) refuse(fmt::format("'{}' has no '{}'", path, name));
  if (found->second.kind != kind) refuse(fmt::format("'{}' of '{}' is of another kind", name, path));
  return found->second.value;
}

bool H5Read::has(const std::string& path) const {
  return find(path) != nullptr;
}

std::vector<std::string> H5Read::names(const std::string& path) const {
  std::vector<std::string> names;
  for (const H5Object& member : at(path).members) names.push_back(member.name);
  return names;
}

std::string H5Read::text(const std::string& path, const std::string& name) const {
  std::string value(this->value(path, name, H5Kind::text));
  return value == std::string(1, '\0') ? "" : value;
}

std::int64_t H5Read::whole(const std::string& path, const std::string& name) const {
  return value_of<std::int64_t>(value(path, name, H5Kind::whole));
}

double H5Read::number(const std::string& path, const std::string& name) const {
  return value_of<double>(value(path, name, H5Kind::number));
}

std::vector<double> H5Read::numbers(const std::string& path) const {
  const H5Array& array = array_at(path);
  const std::size_t block = array.block_bytes / sizeof(double);
  std::vector<double> values(array.plain.size() / sizeof(double) + block * array.blocks.size());
  if (!array.plain.empty()) std::memcpy(values.data(), array.plain.data(), array.plain.size());
  for (std::size_t n = 0; n < array.blocks.size(); ++n) unpack_h5_block(array, n, &values[n * block], bytes_);
  return values;
}

std::vector<std::size_t> H5Read::shape(const std::string& path) const {
  const std::vector<std::uint64_t>& sizes = array_at(path).sizes;
  return {sizes.begin(), sizes.end()};
}

void H5Read::slabs(const std::string& path, const std::function<void(std::size_t, const double*)>& take) const {
  const H5Array& array = array_at(path);
  if (array.blocks.empty()) refuse(fmt::format("'{}' is not in blocks", path));
  std::vector<double> values(array.block_bytes / sizeof(double));
  for (std::size_t n = 0; n < array.blocks.size(); ++n) {
    unpack_h5_block(array, n, values.data(), bytes_);
    take(n, values.data());
  }
}

}  // namespace percuta::storage
