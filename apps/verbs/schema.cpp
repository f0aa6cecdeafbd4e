#include "console.hpp"
#include "percuta/study/study.hpp"
#include "verb.hpp"

namespace percuta::apps {

VerbUse schema_verb() {
  return {{}, [](Context&) {
            print(study::schema_text());
            return 0;
          }};
}

}  // namespace percuta::apps
