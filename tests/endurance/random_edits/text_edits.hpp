#pragma once

#include <string>
#include <vector>

#include "percuta/base/random.hpp"

/// Random edits of text and bytes: what a tired hand, another program or somebody who wants to do harm may write.
namespace percuta::random_edits {

/// `text` after one to four edits: numbers to extremes, words and lines from `others`, lines lost, doubled or in
/// another order, bytes flipped, put in or cut off, pieces repeated.
std::string edited_text(std::string text, const std::vector<std::string>& others, Stream& chance);

/// `bytes` after one to four edits: bits flipped, numbers of 1 to 8 bytes set to extremes, pieces copied over others,
/// the end cut off or lengthened.
std::string edited_bytes(std::string bytes, Stream& chance);

}  // namespace percuta::random_edits
