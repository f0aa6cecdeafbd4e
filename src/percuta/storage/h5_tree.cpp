#include "percuta/storage/h5_tree.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/storage/h5_nodes.hpp"

namespace percuta::storage {

namespace {

using std::string_view_literals::operator""sv;

constexpr int k_deepest = 16;  // groups within groups; a file of ours has three
constexpr std::uint64_t k_plain_entry = 0, k_group_entry = 1;

/// Where a group's names and members stand.
struct SymbolTable {
  std::uint64_t names = 0, heap = 0;
};

class Walk {
 public:
  explicit Walk(H5Bytes& file) : file_(file) {}

  H5Object object(std::string name, std::uint64_t address, int depth) {
    if (depth > k_deepest) file_.refuse("its groups stand too deep");
    H5Object made;
    made.name = std::move(name);
    std::optional<SymbolTable> table;
    H5ArrayParts array;
    for (const H5Message& message : h5_messages(file_, address)) {
      if (message.type == H5MessageType::attribute) {
        auto [its_name, attribute] = h5_attribute(message.bytes, file_);
        if (!made.attributes.emplace(std::move(its_name), attribute).second) file_.refuse("an attribute stands twice");
      } else if (message.type == H5MessageType::symbol_table) {
        if (table) file_.refuse("a group has two lists of members");
        H5Part part(message.bytes, file_);
        table.emplace();
        table->names = part.whole(8);
        table->heap = part.whole(8);
      } else {
        array.add(message, file_);
      }
    }
    if (table.has_value() != array.empty()) file_.refuse("an object is neither a group nor an array");
    if (table) made.members = members(*table, depth);
    if (!table) made.array = array.whole(file_);
    return made;
  }

 private:
  std::vector<H5Object> members(const SymbolTable& table, int depth) {
    H5Part heap(file_.take(table.heap, 32), file_);
    heap.expect("HEAP\0\0\0\0"sv, "a list of names");
    const std::uint64_t size = heap.whole(8);
    heap.take(8);  // its free space
    const std::string_view names = file_.take(heap.whole(8), size);
    std::vector<H5Object> found;
    for_each_h5_end(file_, table.names, {},
                    [&](std::string_view, std::uint64_t leaf) { add_leaf(leaf, names, depth, found); });
    std::sort(found.begin(), found.end(), [](const H5Object& a, const H5Object& b) { return a.name < b.name; });
    const auto same = [](const H5Object& a, const H5Object& b) { return a.name == b.name; };
    if (std::adjacent_find(found.begin(), found.end(), same) != found.end()) file_.refuse("a group has a name twice");
    return found;
  }

  void add_leaf(std::uint64_t address, std::string_view names, int depth, std::vector<H5Object>& found) {
    H5Part head(file_.take(address, 8), file_);
    head.expect("SNOD\1\0"sv, "a list of members");
    const std::uint64_t count = head.whole(2);
    H5Part entries(file_.take(address + 8, 40 * count), file_);
    for (std::uint64_t i = 0; i < count; ++i) {
      std::string name = name_at(names, entries.whole(8));
      const std::uint64_t at = entries.whole(8), kind = entries.whole(4);
      entries.take(20);  // what it repeats of the object
      if (kind != k_plain_entry && kind != k_group_entry) file_.refuse("a member is a link");
      found.push_back(object(std::move(name), at, depth + 1));
    }
  }

  std::string name_at(std::string_view names, std::uint64_t offset) const {
    const std::size_t end = offset < names.size() ? names.find('\0', offset) : std::string_view::npos;
    if (end == std::string_view::npos || end == offset) file_.refuse("a name has no beginning or no end");
    std::string name(names.substr(offset, end - offset));
    if (name.find('/') != std::string::npos) file_.refuse("a name is a path");
    return name;
  }

  H5Bytes& file_;
};

}  // namespace

H5Object h5_tree(H5Bytes& file) {
  H5Part head(file.take(0, 96), file);
  head.expect("\x89HDF\r\n\x1a\n"sv, "its beginning");
  head.expect("\0\0\0\0\0\x08\x08\0"sv, "its beginning");
  head.take(8);  // how wide its trees are
  if (head.whole(8) != 0) file.refuse("it does not begin at its beginning");
  head.take(8);  // its free space
  const std::uint64_t end = head.whole(8);
  if (end != file.size()) file.refuse(fmt::format("it says that it has {} bytes, and has {}", end, file.size()));
  head.take(16);  // no driver; no name of the root
  const std::uint64_t root = head.whole(8);
  H5Object made = Walk(file).object("", root, 0);
  if (made.array) file.refuse("its root is an array");
  return made;
}

}  // namespace percuta::storage
