#include "percuta/report/fields/field_store.hpp"

#include <doctest/doctest.h>

#include "report/fields/run_fields_fixture.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;
using percuta::numerics::Field;

namespace {

void write_fields(const std::filesystem::path& file, const std::vector<const Field*>& fields) {
  storage::H5Write out(file);
  put_fields(out, "/cells", fields);
  put_text(file, out.finish());
}

}  // namespace

TEST_CASE("[law] fields come back bit for bit, in the order [y][z][x]") {
  const TemporaryFolder folder;
  const Field first = odd_values("T", "K", 300), second = odd_values("T", "K", 301);
  write_fields(folder / "a.h5", {&first, &second});
  const storage::H5Read in(folder / "a.h5");
  CHECK(are_same(get_fields(in, "/cells"), {first, second}));
  CHECK(in.shape("/cells") == std::vector<std::size_t>{2, 3, 4, 5});
  // the second field, j = 2, k = 1, i = 3
  CHECK(bits(in.numbers("/cells").at(((3 + 2) * 4 + 1) * 5 + 3)) == bits(second(3, 2, 1)));
}

TEST_CASE("[law] what stands in ghosts and padding is not stored") {
  const TemporaryFolder folder;
  const Field clean = odd_values("T", "K", 300);
  Field used = clean;
  percuta::numerics::exchange(used.layout(), used.cells());
  write_fields(folder / "a.h5", {&clean});
  write_fields(folder / "b.h5", {&used});
  CHECK(content_of(folder / "a.h5") == content_of(folder / "b.h5"));
}

TEST_CASE("[unit] series keep their order, whatever their names") {
  const TemporaryFolder folder;
  const std::vector<FieldSeries> all = {{{0, 60}, {odd_values("T", "K", 1), odd_values("T", "K", 2)}},
                                        {{0.1}, {odd_values("c", "kg/m3", 3)}}};
  {
    storage::H5Write out(folder / "a.h5");
    out.group("/fields");
    put_series(out, "/fields", all[1], 0);
    put_series(out, "/fields", all[0], 1);
    put_text(folder / "a.h5", out.finish());
  }
  const auto back = get_all_series(storage::H5Read(folder / "a.h5"), "/fields");
  REQUIRE(back.size() == 2);
  CHECK(are_same(back[0].values, all[1].values));
  CHECK(are_same(back[1].values, all[0].values));
  CHECK(back[1].times == all[0].times);
}
