#pragma once

#include "percuta/run/record.hpp"
#include "percuta/run/run_control.hpp"

/// Which uncertain inputs a result follows: rank correlation over the ensemble between the draws of an input and what
/// the members gave (Spearman).
namespace percuta::run {

/// Spearman's rank correlation of two rows of as many numbers, equals sharing their mean rank [-1, 1]; 0 where one of
/// them never changes.
double rank_correlation(const std::vector<double>& one, const std::vector<double>& other);

/// The least correlation that tells an input: chance alone gives that much to one of so many inputs in less than one
/// result of twenty (by the normal law, whose tails are the longer). Above 1 where the members are too few to tell any.
double telling_correlation(std::size_t members, std::size_t inputs);

/// Gives every result of the first session and of the course the inputs that drive it, the strongest first, at most
/// three; none where the members are too few to tell.
void add_drivers(const study::Model& model, Record& record);

}  // namespace percuta::run
