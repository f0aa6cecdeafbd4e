#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "percuta/numerics/fields/field.hpp"

namespace percuta::numerics {

/// A resistance in an interface between two layers, the same everywhere.
struct InterfaceResistance {
  Index face = 0;         ///< between cells face - 1 and face in z
  double resistance = 0;  ///< [s/m] for a diffusing species; thickness / conductivity in general
};

enum class Axis { x, y, z };

/// A face of a cell: toward -x, +x, -y, +y, -z, +z; or none.
enum class CellSide : unsigned char { west, east, south, north, top, bottom, none };

/// What the cells are made of. With a partition coefficient K the unknown is the activity u = c / K, which is
/// continuous where K jumps; then conductivity = D K and capacity = K. Heat: conductivity = k, capacity = rho c, u = T.
struct Medium {
  Field conductivity;                   ///< along x and y
  std::optional<Field> conductivity_z;  ///< where it differs from that along x and y
  std::optional<Field> capacity;        ///< per volume; none = a steady problem
  std::optional<Field> sink;            ///< per volume and time, times u
  std::vector<InterfaceResistance> resistances;
};

/// Something outside that a cell exchanges with: a bath, a bare electrode, a perfused bed.
struct Exchange {
  Index cell = 0;          ///< Layout::at
  double conductance = 0;  ///< what flows out = conductance (u - outside)
  double outside = 0;
  int label = 0;                   ///< the ledger row that it belongs to
  CellSide side = CellSide::none;  ///< the face that it lies in, where it is known to
  Index behind = -1;               ///< the held cell that it leads to, if one does
};

/// A cell held at a value, as an electrode or a bath holds it.
struct Held {
  Index cell = 0;  ///< Layout::at
  double value = 0;
  int label = 0;
  bool is_cut = false;  ///< taken out: of no label, at 0 for good
};

/// A linear problem  capacity du/dt + A u = source + sum of conductance x outside  on a grid, as conductances between
/// neighbouring cells. Coefficients are float32 and taken as exact, vectors are double: what leaves one cell enters the
/// next to the last bit.
class Transmissibilities {
 public:
  Transmissibilities() = default;
  /// Two half cells in series at each face: second order where layers follow faces, and u may jump in slope.
  /// InputError when a coefficient is negative or not finite.
  Transmissibilities(const Grid& grid, const Medium& medium);

  /// The two real problems of a complex conductivity: two half cells in series are so as complex numbers, which neither
  /// part is alone. Interface resistances are left out.
  static std::array<Transmissibilities, 2> alternating(const Grid& grid, const Medium& conducting,
                                                       const Medium& storing);

  const Layout& layout() const { return layout_; }
  /// The size of a stored 1, a power of two, so that float32 stays in range: of faces, sinks and A; of masses.
  double scale() const { return scale_; }
  double mass_scale() const { return mass_scale_; }
  const float* tx() const { return tx_.cells(); }
  const float* ty() const { return ty_.cells(); }
  const float* tz() const { return tz_.cells(); }
  const float* mass() const { return mass_.cells(); }
  const float* sink() const { return sink_.cells(); }
  const std::vector<Exchange>& exchanges() const { return exchanges_; }
  const std::vector<Held>& held() const { return held_; }
  std::size_t bytes() const;

  /// A cell's capacity [m3 times that of the medium].
  double mass_of(Index cell) const { return static_cast<double>(mass_.cells()[cell]) * mass_scale_; }

  /// Multiplies the faces of a cell toward -x, -y, -z; what channel walls, cut faces and mouths need.
  void multiply_faces(Index i, Index j, Index k, double x, double y, double z);
  /// The conductance of a cell's face toward -x, -y or -z; both sides of a periodic one.
  double conductance(Axis axis, Index i, Index j, Index k) const;
  void set_conductance(Axis axis, Index i, Index j, Index k, double conductance);
  /// Multiplies a cell's capacity and sinks, as where only a share of it is tissue. Before exchanges are added.
  void multiply_cell(Index i, Index j, Index k, double factor);
  /// A cell's capacity [m3 times that of the medium]; of one that is not held. InputError when it is negative or not
  /// finite.
  void set_capacity(Index cell, double capacity);
  /// Adds an exchange with the outside (Robin; a film; perfusion).
  void add_exchange(Exchange exchange);
  /// Robin on the whole top (z = 0): flux out = coefficient (u_surface - outside), half a cell in series.
  void add_top(const Grid& grid, const Medium& medium, double coefficient, double outside, int label);
  void add_bottom(const Grid& grid, const Medium& medium, double coefficient, double outside, int label);
  /// Holds cells at their values exactly: their faces become exchanges of their neighbours, each a row of its own.
  /// Call it last: what is added to a held cell later has no effect.
  void hold(const std::vector<Held>& cells);
  /// Cuts cells out: no faces, u = 0 there.
  void cut(const std::vector<Index>& cells);
  /// Adds the faces, sinks and capacities of another problem on the same grid with the same cells held.
  void add(const Transmissibilities& other);
  /// Takes the sinks of `base`, a matrix with the same faces, and adds capacity x decay [1/s].
  void set_decay(const Transmissibilities& base, const Field& decay);
  /// Takes the sinks of `base` and adds to those of cells that are not held [m3 / s].
  void set_sinks(const Transmissibilities& base, const Field& added);
  /// Changes the outside value of all exchanges and held cells of a label.
  void set_outside(int label, double value);
  /// Takes the outside and held values of a matrix whose exchanges and held cells are the first of this one's.
  void set_outsides(const Transmissibilities& other);

  /// f = source + exchanges + held values, in stored units (divided by scale); source per cell [unit m3 / s], or null.
  void load(const Field* source, Field& f) const;
  /// A ledger row's name for every label of an exchange: as given, or "exchange 3".
  std::map<int, std::string> row_names(std::map<int, std::string> given) const;
  /// What flows out through the exchanges of a label at u; its fixed-order sum.
  double outflow(int label, const Field& u) const;
  /// What the medium's own sinks take at u.
  double sunk(const Field& u) const;

 private:
  void set_scales(const Grid& grid, const Medium& medium);
  void assemble_faces(const Grid& grid, const Medium& medium);
  void wrap();
  void set_face(PaddedArray<float>& faces, Index cell, double conductance);
  /// The six faces of a cell, those on a periodic side with their far copy, and who is behind each: what face of
  /// theirs it is.
  struct Face {
    float *value, *copy;
    Index neighbour;
    CellSide theirs;
  };
  std::array<Face, 6> faces_of(Index cell);
  void isolate(Index cell);
  void drop_exchanges_of_held();
  void add_end(const Grid& grid, const Medium& medium, Index k, Exchange exchange);

  Layout layout_;
  double scale_ = 1, mass_scale_ = 1;
  PaddedArray<float> tx_, ty_, tz_, mass_, sink_;
  PaddedArray<float> own_sink_;  ///< the medium's part of sink_; empty when it has none
  std::vector<Exchange> exchanges_;
  std::vector<Held> held_;
};

}  // namespace percuta::numerics
