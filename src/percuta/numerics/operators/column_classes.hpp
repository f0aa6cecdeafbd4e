#pragma once

#include <string>
#include <vector>

#include "percuta/numerics/operators/transmissibility.hpp"

/// Columns of a map sorted into classes of likes, one of each of which is solved in place of all: a map of columns that
/// do not exchange aside is then as many columns as it has classes.
namespace percuta::numerics {

/// What tells columns apart, one value each.
struct ColumnFeature {
  std::string name;
  std::vector<double> values;
  double scale = 1;  ///< a difference that matters as much as one scale of another feature; above zero
};

class ColumnClasses {
 public:
  /// Into at most `most` classes: whichever cut of a class in two, across a feature at a value, takes away most spread
  /// is made, again and again. So classes for a greater `most` lie within those for a smaller. Neither the order of
  /// columns nor the number of threads plays a part: classes are numbered by rising means of the first feature, then of
  /// the next. `areas` weighs the columns [m2]. InputError, by name, when values are not finite, lists differ in length
  /// or a scale or area is not above zero.
  ColumnClasses(const std::vector<ColumnFeature>& features, const std::vector<double>& areas, std::size_t most);

  std::size_t size() const { return areas_.size(); }
  std::size_t columns() const { return class_of_.size(); }
  const std::vector<std::size_t>& class_of() const { return class_of_; }
  /// Of each class the column that lies nearest to its mean; of likes the smallest, then the first.
  const std::vector<std::size_t>& representatives() const { return representatives_; }
  const std::vector<double>& areas() const { return areas_; }  ///< of all columns of each class [m2]
  /// Area-weighted mean of a feature in a class.
  double mean(std::size_t a_class, std::size_t feature) const { return means_[a_class * features_ + feature]; }
  /// Area-weighted sum of the squared distances of columns from the mean of their class, in scales [m2].
  double spread() const { return spread_; }
  /// What every column gets, from one value per class.
  std::vector<double> painted(const std::vector<double>& of_classes) const;

 private:
  std::size_t features_ = 0;
  std::vector<std::size_t> class_of_, representatives_;
  std::vector<double> areas_, means_;
  double spread_ = 0;
};

/// A layout for that many columns which do not touch: x = class.
Layout class_layout(std::size_t classes, Index nz);
/// Closes all faces between columns, so that each is a problem of its own.
void part_columns(Transmissibilities& matrix);

}  // namespace percuta::numerics
