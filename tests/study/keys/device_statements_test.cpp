#include "percuta/study/keys/device_statements.hpp"

#include <doctest/doctest.h>

#include "device/head_fixture.hpp"

using namespace percuta;

namespace {

Node tree(const std::string& text, const std::string& name = "study.toml") {
  return parse_document(text, name);
}

device::Device patch(std::int64_t needles) {
  device::Device device = tests::stamp("grid", needles);
  device.head.width = certain(20e-3);
  device.head.outline = {{-20e-3, -10e-3}, {20e-3, -10e-3}, {20e-3, 10e-3}, {-20e-3, 10e-3}};
  device.head.pitch = certain(1e-3);
  return device;
}

std::string problems_of(const device::Device& device, const std::string& file, const std::string& study) {
  Problems problems;
  study::check_statements(device, tree(file, "mine.toml"), tree(study), problems);
  std::string text;
  for (const Problem& problem : problems.list()) text += format_problem(problem) + "\n";
  return text;
}

}  // namespace

TEST_CASE("[unit] a contradiction stands in the study, else in the device file, else at the device's name") {
  const std::string name = "[device]\nname = \"mine.toml\"\n", file = "[head]\nneedles = 500\n";
  CHECK(problems_of(patch(800), file, name).empty());
  CHECK(problems_of(patch(500), file, name).starts_with("mine.toml:2:11: error: head.needles is 500"));
  CHECK(problems_of(patch(500), file, name + "head.needles = 500\n").starts_with("study.toml:3:16: error: "));
  CHECK(problems_of(patch(500), "", name).starts_with("study.toml:2:8: error: "));
}

TEST_CASE("[unit] a study's pitch makes the file's number void, unless the study says one too") {
  device::Device device = patch(800);
  study::follow_study(tree("[device]\nneedle.length = \"1 mm\"\n"), device);
  CHECK(device.head.needles == 800);
  study::follow_study(tree("[device.head]\npitch = \"2 mm\"\nneedles = 800\n"), device);
  CHECK(device.head.needles == 800);
  study::follow_study(tree("[device.head]\npitch = \"2 mm\"\n"), device);
  CHECK(device.head.needles == 0);
}

TEST_CASE("[unit] a study's outline tells its own width") {
  device::Device device = patch(800);
  device.head.width = certain(5e-3);
  study::follow_study(tree("[device.head]\noutline = [[0, 0]]\nwidth = \"5 mm\"\n"), device);
  CHECK(device.head.width.value == doctest::Approx(5e-3));
  study::follow_study(tree("[device.head]\noutline = [[0, 0]]\n"), device);
  CHECK(device.head.width.value == doctest::Approx(20e-3));
}

TEST_CASE("[unit] a study's list counts itself") {
  device::Device device = tests::stamp("csv", 9);
  device.head.positions = {{0, 0}};
  study::follow_study(tree("[device.head]\npositions = [[0, 0]]\n"), device);
  CHECK(device.head.needles == 0);
}
