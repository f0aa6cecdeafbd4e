#pragma once

#include <string>

/// The checkout that the test programs were built from. One file alone knows it, so that all others compile the same
/// anywhere.
namespace percuta {

std::string source_folder();

}  // namespace percuta
