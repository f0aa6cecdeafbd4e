#include "percuta/study/keys/key_place.hpp"

#include <algorithm>

namespace percuta::study {

Place place_of(const Node& root, std::string_view path) {
  const Node* node = &root;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    const Node* inner = node->find(path.substr(0, end));
    if (inner == nullptr) return node->key_place();
    node = inner;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return node->place();
}

void add_at(const Node& root, std::string_view path, const InputError& error, Problems& problems) {
  for (Problem problem : error.problems()) {
    if (problem.place.file.empty()) problem.place = place_of(root, path);
    problems.add(std::move(problem));
  }
}

}  // namespace percuta::study
