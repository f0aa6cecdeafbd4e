#include "console.hpp"
#include "percuta/study/study.hpp"
#include "verbs.hpp"

namespace percuta::apps {

int print_schema(Context&) {
  print(study::schema_text());
  return 0;
}

}  // namespace percuta::apps
