#include "percuta/storage/write_file.hpp"

namespace percuta::storage {

void write_file(const std::filesystem::path& path, std::string_view bytes, Flush flush) {
  Draft draft(path, flush == Flush::now ? EarlierDrafts::go : EarlierDrafts::stay);
  draft.write(bytes);
  draft.publish(flush);
}

}  // namespace percuta::storage
