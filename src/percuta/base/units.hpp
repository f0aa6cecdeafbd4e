#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

/// Units at the edge only: text such as "1.5 mm" becomes an SI double here and nowhere else.
/// UDUNITS-2 holds the units; Percuta adds Da, kDa, IU, M, "month" = 30 day and "um2"-like powers as UDUNITS reads
/// them.
namespace percuta {

/// A number with its unit as the user wrote it.
struct ParsedQuantity {
  double number = 0;  ///< in `unit`
  std::string unit;   ///< "" when none was written
};

/// Splits "1.5 mm" into number and unit without interpreting the unit. Decimal point only, whatever the locale.
/// nullopt when the text does not start with a finite or non-finite number ("nan" and "inf" parse, to be refused by
/// range).
std::optional<ParsedQuantity> split_quantity(std::string_view text);

/// The unit system. Costs some milliseconds to make: make one and pass it. Not thread-safe.
class Units {
 public:
  Units();  ///< throws FileError when the UDUNITS database is missing
  ~Units();
  Units(const Units&) = delete;
  Units& operator=(const Units&) = delete;

  bool is_unit(std::string_view unit) const;
  /// Same physical dimension, so that one converts to the other.
  bool same_dimension(std::string_view a, std::string_view b) const;
  /// `number` in `unit` as an SI value (angle in rad, temperature in K; "1" and "percent" are dimensionless).
  double to_si(double number, std::string_view unit) const;
  double from_si(double si, std::string_view unit) const;
  /// The SI unit that `to_si` ends in: "m", "m.kg.s-2", "rad", "1".
  std::string si_unit(std::string_view unit) const;
  /// A word for the dimension of a unit, for messages: "a length", "a force", ...; "a quantity in <unit>" otherwise.
  std::string dimension_word(std::string_view unit) const;

 private:
  struct System;
  std::unique_ptr<System> system_;
};

}  // namespace percuta
