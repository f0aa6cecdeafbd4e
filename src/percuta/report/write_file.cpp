#include "percuta/report/draft.hpp"
#include "percuta/report/folder/folder.hpp"

namespace percuta::report {

void write_file(const std::filesystem::path& path, std::string_view bytes, Flush flush) {
  Draft draft(path);
  draft.write(bytes);
  draft.publish(flush);
}

}  // namespace percuta::report
