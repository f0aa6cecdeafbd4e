#pragma once

#include <string>
#include <vector>

#include "percuta/run/run.hpp"
#include "percuta/study/study.hpp"

/// What a sweep found: every quantity at every point of its grid.
namespace percuta::report {

struct SweepPoint {
  std::vector<std::string> values;  ///< one per axis
  std::vector<run::Result> results;
  std::vector<run::UndefinedResult> undefined = {};  ///< what no member of the point has
};

struct SweepTable {
  std::string title;
  std::vector<study::SweepAxis> axes;
  std::vector<SweepPoint> points;  ///< the first axis slowest
  std::vector<std::string> notes;  ///< what a reader must be told: keys that change nothing
};

/// The keys among the axes that change no number of any quantity, whatever the others are.
std::vector<std::string> flat_keys(const SweepTable& table);

/// The quantity "room.name" at a point; nullptr when the point lacks it: another device may have other quantities.
const run::Result* find_result(const SweepPoint& point, const std::string& quantity);

/// The quantities asked for, as "room.name"; when none is, those whose median is not the same at every point. A bare
/// name stands for the first quantity called so. Throws InputError for one that no point has, with the reason where
/// there is one.
std::vector<std::string> shown_quantities(const SweepTable& table, const std::vector<std::string>& asked);

/// One row per point and quantity: a column per axis, then room,quantity,value,low,high,unit.
std::string sweep_csv(const SweepTable& table);

/// For a terminal: a block per quantity shown.
std::string sweep_text(const SweepTable& table, const std::vector<std::string>& shown);

/// An object with axes and points.
std::string sweep_json(const SweepTable& table);

}  // namespace percuta::report
