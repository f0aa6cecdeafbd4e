#pragma once

#include <cstdint>
#include <vector>

#include "percuta/healing/dose_response.hpp"
#include "percuta/healing/space/dose.hpp"
#include "percuta/healing/walk.hpp"

/// Pieces of tissue, places of the window by depths, and the classes of likes that are walked in their stead.
namespace percuta::healing {

/// Of every skin with a dermis: how many depths it is asked at.
std::size_t slice_count();

/// At what depths the dermis is asked, and for how much of it each stands.
struct Slices {
  std::vector<double> depths;   ///< [m]
  std::vector<double> weights;  ///< share of the dermis; they sum to 1
  double thickness = 0;         ///< of the dermis [m]
  std::size_t papillary = 0;    ///< how many of them, from the first on, lie in the papillary dermis
};

/// Two of the papillary dermis, six of the reticular; of a dermis that is one layer the upper quarter stands for the
/// papillary one. None in a skin without a dermis.
Slices slices_of(const skin::Skin& skin);

/// About `count` places, one at random in each square of a lattice over the window. `purpose` names the stream.
std::vector<numerics::Point> scattered(const numerics::Polygon& window, std::size_t count, const Member& member,
                                       const char* purpose);

/// Sessions as every piece feels them. A piece is a place at a depth: entry place x depths + depth.
class PieceDoses {
 public:
  /// `of_wounds`: one per kind of session; `shuffle` keys the places of sessions that repeat an earlier one's wounds.
  PieceDoses(std::vector<Doses> of_wounds, std::vector<Visit> visits, std::uint64_t shuffle,
             const DoseResponse& response);

  std::size_t pieces() const { return pieces_; }
  const std::vector<Visit>& visits() const { return visits_; }
  const Doses& doses(std::size_t visit) const { return of_wounds_[visits_[visit].wounds]; }
  /// Where in its session's doses a piece stands: of a repeat at another place, as deep.
  std::size_t entry(std::size_t visit, std::size_t piece) const;
  double alarm(std::size_t visit, std::size_t piece) const { return doses(visit).alarm[entry(visit, piece)]; }
  /// What each entry of a session's doses alone would make.
  const std::vector<double>& responses(std::size_t visit) const { return responses_[visits_[visit].wounds]; }
  /// Calls `call(piece, entry)` for every piece, in their order.
  template <class Call>
  void each(std::size_t visit, const Call& call) const {
    const std::size_t depths = doses(visit).depths;
    const std::vector<std::uint32_t>& order = orders_[visit];
    for (std::size_t piece = 0, place = 0; piece < pieces_; ++place) {
      std::size_t at = (order.empty() ? place : order[place]) * depths;
      for (const std::size_t end = piece + depths; piece < end; ++piece, ++at) call(piece, at);
    }
  }

 private:
  std::vector<Doses> of_wounds_;
  std::vector<Visit> visits_;
  std::vector<std::vector<std::uint32_t>> orders_;  ///< per visit: where each place finds its dose; empty = at itself
  std::vector<std::vector<double>> responses_;      ///< per kind of session
  std::size_t pieces_ = 0;
};

/// Classes of pieces, and what each of them is walked with.
struct PieceClasses {
  std::vector<std::uint32_t> class_of;    ///< [piece]
  std::vector<double> dermis, papillary;  ///< weight of each class in the two layers; each sums to 1
  std::vector<std::vector<Blow>> blows;   ///< [session][class]
};

/// At most `most` classes; 0 = each piece is one. A class is walked with the dose that makes what its pieces' doses
/// would, session by session; of more than twelve sessions, whose doses add up before they are answered, as the piece
/// nearest to its mean is.
PieceClasses classes_of(const PieceDoses& doses, const Slices& slices, const DoseResponse& response, std::size_t most);

/// Means over a layer of what the classes are, with these weights.
Moment mean_moment(const Law& law, const std::vector<Tissue>& tissue, const std::vector<double>& weights);
/// The plain mean of some.
Moment mean_of(const std::vector<const Moment*>& moments);
Course course_of(const Law& law, const std::vector<double>& times, const std::vector<std::vector<Tissue>>& tissue,
                 const PieceClasses& classes);

}  // namespace percuta::healing
