#include "percuta/study/keys/patch_keys.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "percuta/study/keys/key_place.hpp"

namespace percuta::study {
namespace {

constexpr double k_most_cells = 1e8;  // of a patch: some 30 GB

/// Of the devices of all sessions; 0 where the punctures are a map of holes, whose device nobody asks for [m].
double widest_hole(const std::vector<SessionFile>& sessions) {
  double widest = 0;
  for (const SessionFile& session : sessions) {
    if (session.is_map_of_holes) continue;
    widest = std::max(widest, insertion::widest_hole(session.device, session.file.knowledge.contact));
  }
  return widest;
}

}  // namespace

void check_patch(const std::vector<SessionFile>& sessions, const course::Inputs& inputs, const skin::Skin& skin,
                 const Node& root) {
  Problems problems;
  const StudyFile& first = sessions.front().file;
  const transport::PatchPlan plan = first.patch.plan();
  if (!plan.is_wanted()) {
    if (first.ensemble.has_patches()) {
      problems.add({"every member is to be solved in a patch, and there is none", "set patch.side, such as \"3 mm\"",
                    place_of(root, "ensemble.scale")});
    }
    problems.throw_if_any();
    return;
  }
  const auto is_told = [](const course::SessionInputs& one) { return one.product.is_told(); };
  if (std::none_of(inputs.sessions.begin(), inputs.sessions.end(), is_told)) {
    problems.add({"a patch resolves how a product gets in, and none is put on whose strength is stated",
                  "set product.name (`percuta list products`) and product.amount, or leave patch.side out",
                  place_of(root, "patch.side")});
  }
  const auto comes_in_skin = [](const course::SessionInputs& one) {
    return one.product.way != course::Way::on_skin && one.product.is_told();
  };
  if (std::any_of(inputs.sessions.begin(), inputs.sessions.end(), comes_in_skin)) {
    problems.add({"a patch resolves how a product on the skin gets in, not one in needles that stay or injected",
                  "leave patch.side out: such a product is solved in rings of cells", place_of(root, "patch.side")});
  }
  for (const transport::PatchMisfit& misfit : transport::misfits(plan, skin, widest_hole(sessions))) {
    problems.add({misfit.message, misfit.hint, place_of(root, "patch." + misfit.key)});
  }
  for (const course::SessionInputs& one : inputs.sessions) {
    const double cells = transport::patch_cells(plan, skin, one.product.amount);
    if (!one.product.is_told() || cells <= k_most_cells) continue;
    problems.add({fmt::format("the patch would have {:.2g} cells; {:g} are the most", cells, k_most_cells),
                  "a smaller patch.side or a larger patch.cell", place_of(root, "patch.cell")});
    break;
  }
  problems.throw_if_any();
}

}  // namespace percuta::study
