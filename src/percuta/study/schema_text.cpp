#include "percuta/study/schema_text.hpp"

#include "percuta/base/schema.hpp"
#include "percuta/study/study_file.hpp"

namespace percuta::study {

std::string schema_text() {
  StudyFile file;
  std::vector<SessionChange> sessions(1);
  return json_schema([&](Visitor& visitor) { describe_all(file, sessions, visitor); }, "Percuta study");
}

}  // namespace percuta::study
