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

const Node* written(const Node& root, std::string_view path) {
  const Node* node = &root;
  while (node != nullptr && !path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    node = node->find(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return node;
}

Place place_in_either(const Node& root, std::string_view path, const Node& file, std::string_view own,
                      std::string_view otherwise) {
  if (written(root, path) != nullptr) return place_of(root, path);
  return written(file, own) != nullptr ? place_of(file, own) : place_of(root, otherwise);
}

void add_at(const Node& root, std::string_view path, const InputError& error, Problems& problems) {
  for (Problem problem : error.problems()) {
    if (problem.place.file.empty()) problem.place = place_of(root, path);
    problems.add(std::move(problem));
  }
}

}  // namespace percuta::study
