#include "percuta/storage/h5_nodes.hpp"

namespace percuta::storage {

namespace {

constexpr std::uint64_t k_head_bytes = 24, k_address_bytes = 8;

using Found = std::function<void(std::string_view key, std::uint64_t address)>;

/// One node and all below it; a node below another is one level lower, so that their depth has an end.
class NodeWalk {
 public:
  NodeWalk(H5Bytes& file, const H5TreeKind& kind, const Found& found) : file_(file), kind_(kind), found_(found) {}

  void from_root(std::uint64_t address) { node(address, nullptr); }

 private:
  void node(std::uint64_t address, const std::uint64_t* wanted_level) {
    H5Part head(file_.take(address, k_head_bytes), file_);
    head.expect("TREE", "a tree");
    if (head.whole(1) != kind_.number) file_.refuse("a tree is of another kind");
    const std::uint64_t level = head.whole(1), count = head.whole(2);
    if (wanted_level != nullptr && level != *wanted_level) file_.refuse("a tree's levels do not follow");
    if (level > 0 && count == 0) file_.refuse("a tree ends above its ends");
    const std::uint64_t entry = kind_.key_bytes + k_address_bytes;
    H5Part entries(file_.take(address + k_head_bytes, count * entry + kind_.key_bytes), file_);
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::string_view key = entries.take(kind_.key_bytes);
      const std::uint64_t below = entries.whole(k_address_bytes), next = level - 1;
      if (level > 0) node(below, &next);
      if (level == 0) found_(key, below);
    }
  }

  H5Bytes& file_;
  const H5TreeKind& kind_;
  const Found& found_;
};

}  // namespace

void for_each_h5_end(H5Bytes& file, std::uint64_t address, const H5TreeKind& kind, const Found& found) {
  NodeWalk(file, kind, found).from_root(address);
}

}  // namespace percuta::storage
