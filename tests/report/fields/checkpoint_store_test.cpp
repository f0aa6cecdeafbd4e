#include "percuta/report/fields/checkpoint_store.hpp"

#include <doctest/doctest.h>

#include "report/fields/run_fields_fixture.hpp"
#include "storage/folder_content.hpp"

using namespace percuta;
using namespace percuta::report;
using percuta::numerics::TimeCheckpoint;

namespace {

TimeCheckpoint there_and_back(const TimeCheckpoint& checkpoint) {
  const TemporaryFolder folder;
  storage::H5Write out(folder / "a.h5");
  put_checkpoint(out, "/checkpoint", checkpoint);
  put_text(folder / "a.h5", out.finish());
  return get_checkpoint(storage::H5Read(folder / "a.h5"), "/checkpoint");
}

}  // namespace

TEST_CASE("[law] a checkpoint comes back bit for bit: times, counts, fields, ledgers") {
  CHECK(are_same(there_and_back(small_checkpoint()), small_checkpoint()));
}

TEST_CASE("[unit] more than ten fields and rows keep their order") {
  TimeCheckpoint many = small_checkpoint();
  for (int n = 0; n < 12; ++n) {
    many.fields.push_back(odd_values("field " + std::to_string(n), "1", n));
    many.ledgers.front().rows.push_back({"row " + std::to_string(n), n / 3.0});
    many.ledgers.push_back({{}, n / 7.0, 0});
  }
  CHECK(are_same(there_and_back(many), many));
}
