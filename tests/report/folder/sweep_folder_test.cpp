#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "percuta/report/folder/folder.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;

namespace {

SweepTable table() {
  SweepTable made;
  made.title = "A sweep";
  study::SweepAxis axis;
  axis.key = "technique.force";
  axis.values = {"1 N", "2 N"};
  made.axes = {axis};
  for (const char* force : {"1 N", "2 N"})
    made.points.push_back({{force}, {{"coverage", "density", "1/cm2", "", {7, 6, 8}}}});
  return made;
}

KeptInputs inputs() {
  return {"0.1.0", "percuta = 1\n", {{"devices/mine.toml", "x"}}};
}

}  // namespace

TEST_CASE(
    "[unit] a sweep's folder holds its table, its study with what it names and a figure for what is shown, and is "
    "replaceable") {
  const TemporaryFolder folder;
  write_sweep_folder(table(), {"density"}, inputs(), {}, folder / "out");
  CHECK(content_of(folder / "out/sweep.csv") == sweep_csv(table()));
  CHECK(content_of(folder / "out/study.resolved.toml") == "percuta = 1\n");
  CHECK(content_of(folder / "out/devices/mine.toml") == "x");
  CHECK(std::filesystem::exists(folder / "out/figures/sweep_coverage.density.svg"));
  CHECK(is_run_folder(folder / "out"));
  CHECK_NOTHROW(refuse_unless_replaceable(folder / "out"));
  put_text(folder / "out/figures/sweep_mine.svg", "mine");
  CHECK_THROWS_AS(refuse_unless_replaceable(folder / "out"), FileError);
}

TEST_CASE("[unit] a sweep that shows nothing has no figures") {
  const TemporaryFolder folder;
  write_sweep_folder(table(), {}, inputs(), {}, folder / "out");
  CHECK_FALSE(std::filesystem::exists(folder / "out/figures"));
}
