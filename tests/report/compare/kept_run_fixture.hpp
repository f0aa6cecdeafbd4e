#pragma once

#include <string>

#include "percuta/report/compare/kept_run.hpp"

/// Runs as they would be read back, made by rule.
namespace percuta::report {

inline KeptRun kept_run(const std::string& folder, const std::string& force, double depth) {
  KeptRun run;
  run.folder = folder;
  run.title = "Roller at " + force;
  run.version = "0.1.0";
  run.inputs_hash = folder + "-hash";
  run.seed = 7;
  run.members = 32;
  run.quantities = {{"coverage", "density", "1/cm2", {205, 190, 221}},
                    {"insertion", "depth_in_place", "mm", {depth, depth / 2, depth * 2}}};
  run.resolved_toml =
      "title = \"" + run.title + "\"\n[technique]\nforce = \"" + force +
      "\"\nspeed = { value = 5, low = 2, high = 12, unit = \"cm/s\", source = \"S\", kind = \"assumed\" }\n";
  run.page_data =
      R"({"page":1,"title":"x","inputs_hash":")" + run.inputs_hash +
      R"(","parameters":[1],"figures":{"puncture_map":{"unit":"mm","outline":[[0,0],[20,0],[20,20],[0,20]],)"
      R"("window":[[5,5],[15,5],[15,15],[5,15]],"x":[6,7,8,9],"y":[6,7,8,9],"depth":[1,0,1,1],"reentry":[0,0,0,1],)"
      R"("total":8,"shown":4}}})";
  return run;
}

}  // namespace percuta::report
