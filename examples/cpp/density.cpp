// Runs a study from C++ and prints every result: density STUDY.toml [DATA_FOLDER]
#include <cstdio>
#include <exception>

#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

namespace {

void run_and_print(const char* study_file, const percuta::DataFolder& data) {
  const percuta::Units units;
  const percuta::study::Model model = percuta::study::load(study_file, {}, data, units);
  const percuta::run::Record record = percuta::run::run(model, {}, units);
  for (const percuta::run::Result& result : record.results) {
    std::printf("%s.%s = %g [%g, %g] %s\n", result.room.c_str(), result.name.c_str(), result.interval.value,
                result.interval.low, result.interval.high, result.unit.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: density STUDY.toml [DATA_FOLDER]\n", stderr), 2;
  try {
    run_and_print(argv[1], percuta::standard_data({argv + 2, argv + argc}));
    return 0;
  } catch (const std::exception& error) {
    return std::fprintf(stderr, "%s\n", error.what()), 1;
  }
}
