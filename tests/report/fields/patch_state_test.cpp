#include "percuta/report/fields/patch_state.hpp"

#include <doctest/doctest.h>

#include "percuta/base/error.hpp"
#include "report/fields/run_fields_fixture.hpp"

using namespace percuta;
using namespace percuta::report;
using transport::LinkCourse;
using transport::PatchKept;

namespace {

LinkCourse course(double from) {
  return {{{from, from / 3}, {}, {-0.0}}, {from, 2}, {0, 1e-300}, {3}, {4, 5}, from / 7, from > 1};
}

PatchKept kept_of_two() {
  PatchKept kept;
  kept.done["niacinamide"] = {course(1)};
  kept.under_way = "retinol";
  kept.fields = {{{60}, {odd_values("niacinamide", "kg/m3", 0)}}};
  kept.grid.emplace(small_layout(), 1e-5, 1e-5, std::vector<double>{-1e-5, 0, 1e-5, 3e-5, 7e-5});
  transport::WalkState& state = kept.state.emplace();
  state.phase = 3;
  state.next = 17;
  state.filled = 0.3;
  state.held = {odd_values("retinol", "mol", 1), odd_values("acid", "mol", 2)};
  state.booked = {{1, 2, 3, 4, 5, 6, 7}, {0, 0, 0, 0, 0, 0, 1e-300}};
  state.walk = {small_checkpoint(), small_checkpoint()};
  state.courses = {course(2), course(3)};
  return kept;
}

void check_same(const LinkCourse& a, const LinkCourse& b) {
  CHECK(a.amount == b.amount);
  CHECK(a.given == b.given);
  CHECK(a.gained == b.gained);
  CHECK(a.closed == b.closed);
  CHECK(a.unbound == b.unbound);
  CHECK(bits(a.numerical) == bits(b.numerical));
  CHECK(a.is_saturated == b.is_saturated);
}

}  // namespace

TEST_CASE("[law] a patch under way comes back from a room's fields as it was") {
  const PatchKept kept = kept_of_two(), back = patch_of(room_of(kept));
  REQUIRE(back.state.has_value());
  CHECK(back.under_way == kept.under_way);
  CHECK(back.state->phase == 3);
  CHECK(back.state->next == 17);
  CHECK(bits(back.state->filled) == bits(0.3));
  CHECK(are_same(back.state->held, kept.state->held));
  CHECK(back.state->booked == kept.state->booked);
  for (std::size_t n = 0; n < 2; ++n) {
    CHECK(are_same(back.state->walk[n], kept.state->walk[n]));
    check_same(back.state->courses[n], kept.state->courses[n]);
  }
  check_same(back.done.at("niacinamide").front(), kept.done.at("niacinamide").front());
  CHECK(are_same(back.fields.front().values, kept.fields.front().values));
}

TEST_CASE("[unit] with no walk under way what is done is kept") {
  PatchKept kept = kept_of_two();
  kept.state.reset();
  const PatchKept back = patch_of(room_of(kept));
  CHECK_FALSE(back.state.has_value());
  CHECK(back.done.size() == 1);
}

TEST_CASE("[unit] a room that is no patch under way is refused") {
  RoomFields none = room_of(kept_of_two());
  none.state.reset();
  CHECK_THROWS_AS(patch_of(none), InputError);
  for (const char* name : {"place", "courses", "booked.001"}) {
    RoomFields room = room_of(kept_of_two());
    room.state->numbers.erase(name);
    CHECK_THROWS_AS(patch_of(room), InputError);
  }
  RoomFields cut = room_of(kept_of_two());
  cut.state->numbers["courses"].resize(9);
  CHECK_THROWS_AS(patch_of(cut), InputError);
  RoomFields lacking = room_of(kept_of_two());
  lacking.state->fields.pop_back();
  CHECK_THROWS_AS(patch_of(lacking), InputError);
}
