#include "percuta/report/fields/checkpoint_store.hpp"

#include <fmt/format.h>

#include "percuta/report/fields/field_store.hpp"

namespace percuta::report {

namespace {

using numerics::TimeCheckpoint;
using numerics::TimeLedger;

std::string numbered(const std::string& path, std::size_t n) {
  return fmt::format("{}/{:03}", path, n);
}

void put_ledger(storage::H5Write& out, const std::string& path, const TimeLedger& ledger) {
  out.group(path);
  out.number(path, "start", ledger.start);
  out.number(path, "now", ledger.now);
  std::vector<double> amounts;
  for (std::size_t n = 0; n < ledger.rows.size(); ++n) {
    out.text(path, fmt::format("row_{:03}", n), ledger.rows[n].name);
    amounts.push_back(ledger.rows[n].amount);
  }
  out.numbers(path + "/amounts", amounts);
}

TimeLedger get_ledger(const storage::H5Read& in, const std::string& path) {
  TimeLedger ledger;
  ledger.start = in.number(path, "start");
  ledger.now = in.number(path, "now");
  for (const double amount : in.numbers(path + "/amounts")) {
    ledger.rows.push_back({in.text(path, fmt::format("row_{:03}", ledger.rows.size())), amount});
  }
  return ledger;
}

}  // namespace

void put_checkpoint(storage::H5Write& out, const std::string& path, const TimeCheckpoint& checkpoint) {
  out.group(path);
  out.number(path, "time", checkpoint.time);
  out.number(path, "step", checkpoint.step);
  out.whole(path, "accepted", checkpoint.count.accepted);
  out.whole(path, "rejected", checkpoint.count.rejected);
  out.whole(path, "iterations", checkpoint.count.iterations);
  out.whole(path, "clipped_cells", checkpoint.count.clipped_cells);
  out.group(path + "/fields");
  for (std::size_t n = 0; n < checkpoint.fields.size(); ++n) {
    put_fields(out, numbered(path + "/fields", n), {&checkpoint.fields[n]});
  }
  out.group(path + "/ledgers");
  for (std::size_t n = 0; n < checkpoint.ledgers.size(); ++n) {
    put_ledger(out, numbered(path + "/ledgers", n), checkpoint.ledgers[n]);
  }
}

TimeCheckpoint get_checkpoint(const storage::H5Read& in, const std::string& path) {
  TimeCheckpoint checkpoint;
  checkpoint.time = in.number(path, "time");
  checkpoint.step = in.number(path, "step");
  checkpoint.count = {in.whole(path, "accepted"), in.whole(path, "rejected"), in.whole(path, "iterations"),
                      in.whole(path, "clipped_cells")};
  const std::size_t fields = in.names(path + "/fields").size(), ledgers = in.names(path + "/ledgers").size();
  for (std::size_t n = 0; n < fields; ++n) {
    std::vector<numerics::Field> one = get_fields(in, numbered(path + "/fields", n));
    if (one.size() != 1) in.refuse(fmt::format("'{}' is not one field", numbered(path + "/fields", n)));
    checkpoint.fields.push_back(std::move(one.front()));
  }
  for (std::size_t n = 0; n < ledgers; ++n) {
    checkpoint.ledgers.push_back(get_ledger(in, numbered(path + "/ledgers", n)));
  }
  return checkpoint;
}

void put_state(storage::H5Write& out, const std::string& path, const RoomState& state) {
  out.group(path);
  out.group(path + "/walks");
  for (std::size_t n = 0; n < state.walks.size(); ++n)
    put_checkpoint(out, numbered(path + "/walks", n), state.walks[n]);
  out.group(path + "/fields");
  for (std::size_t n = 0; n < state.fields.size(); ++n) {
    put_fields(out, numbered(path + "/fields", n), {&state.fields[n]});
  }
  out.group(path + "/numbers");
  for (const auto& [name, numbers] : state.numbers) out.numbers(path + "/numbers/" + name, numbers);
  out.group(path + "/words");
  for (const auto& [name, word] : state.words) {
    out.group(path + "/words/" + name);
    out.text(path + "/words/" + name, "word", word);
  }
}

RoomState get_state(const storage::H5Read& in, const std::string& path) {
  RoomState state;
  const std::size_t walks = in.names(path + "/walks").size(), fields = in.names(path + "/fields").size();
  for (std::size_t n = 0; n < walks; ++n) state.walks.push_back(get_checkpoint(in, numbered(path + "/walks", n)));
  for (std::size_t n = 0; n < fields; ++n) {
    std::vector<numerics::Field> one = get_fields(in, numbered(path + "/fields", n));
    if (one.size() != 1) in.refuse(fmt::format("'{}' is not one field", numbered(path + "/fields", n)));
    state.fields.push_back(std::move(one.front()));
  }
  for (const std::string& name : in.names(path + "/numbers")) {
    state.numbers[name] = in.numbers(path + "/numbers/" + name);
  }
  for (const std::string& name : in.names(path + "/words")) {
    state.words[name] = in.text(path + "/words/" + name, "word");
  }
  return state;
}

}  // namespace percuta::report
