#pragma once

#include <map>
#include <string>
#include <vector>

#include "percuta/report/folder/kept_inputs.hpp"

namespace percuta::report {

/// What a sweep keeps: the study with what was asked of it as its [sweep], and the files that it or a point of it
/// names, so that it runs again anywhere. Values that name such a file name it as it stands in the folder. What the
/// study looked up and what is not the same at all points (the needles, where the device varies) is left out of it: it
/// would stand in the way of what each point looks up for itself.
class KeptSweep {
 public:
  KeptSweep(const study::Model& base, std::vector<study::SweepAxis> axes);

  /// Notes what a point names; its values, one per axis, from its settings "key=value". Throws InputError when two
  /// files of one name differ.
  std::vector<std::string> add(const study::Model& point, const std::vector<std::string>& settings);

  const std::vector<study::SweepAxis>& axes() const { return axes_; }
  /// The settings that make the base study ask for what was asked: `over` are the texts of the axes.
  std::vector<std::string> settings(const std::vector<std::string>& over, const std::vector<std::string>& shown) const;
  /// What the folder keeps; `asked` is the base study with these settings.
  KeptInputs inputs(const study::Model& asked) const;

 private:
  void keep(const std::vector<study::OwnFile>& files);
  bool is_of_axis(const std::string& key) const;

  std::vector<study::SweepAxis> axes_;
  std::vector<std::map<std::string, std::string>> renamed_;  ///< per axis: values that name a file, as given
  std::map<std::string, std::string> own_files_;
  std::map<std::string, std::string> common_;  ///< keys of the resolved study with their lines, alike at all points
};

}  // namespace percuta::report
