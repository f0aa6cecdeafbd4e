#include "percuta/report/figures/figures.hpp"
#include "percuta/report/folder/folder.hpp"

namespace percuta::report {

void write_sweep_folder(const SweepTable& table, const std::vector<std::string>& shown, const KeptInputs& inputs,
                        const RunFacts& facts, const std::filesystem::path& path) {
  FolderWriter folder(path);
  folder.write("study.resolved.toml", inputs.resolved_toml);
  for (const study::OwnFile& own : inputs.own_files) folder.write(own.name, own.text);
  folder.write("sweep.csv", sweep_csv(table));
  if (!shown.empty()) {
    for (const auto& [name, svg] : sweep_charts(table, shown_quantities(table, shown))) folder.write(name, svg);
  }
  folder.finish(inputs.version, facts);
}

}  // namespace percuta::report
