#include "percuta/report/fields/vtr_grid.hpp"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <new>
#include <string_view>

#include "percuta/base/text/escape.hpp"

namespace percuta::report {

namespace {

constexpr std::size_t k_block = 1 << 20;  // [bytes] packed at a time

std::string base64(const std::string& bytes) {
  constexpr char k_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const unsigned three = byte(i) << 16U | byte(i + 1) << 8U | byte(i + 2);
    for (unsigned shift = 24; shift > 0;) text += k_letters[three >> (shift -= 6) & 63U];
  }
  for (std::size_t left = (3 - bytes.size() % 3) % 3; left > 0; --left) text[text.size() - left] = '=';
  return text;
}

template <class Number>
void append(std::string& bytes, Number number) {
  static_assert(std::endian::native == std::endian::little);
  char raw[sizeof number];
  std::memcpy(raw, &number, sizeof number);
  bytes.append(raw, sizeof number);
}

std::string zlib_block(std::string_view bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string packed(size, '\0');
  const auto* from = reinterpret_cast<const Bytef*>(bytes.data());
  if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, from, static_cast<uLong>(bytes.size()), Z_BEST_SPEED) !=
      Z_OK) {
    throw std::bad_alloc();
  }
  packed.resize(size);
  return packed;
}

/// VTK's packed form: number of blocks, bytes in a whole one and in a shorter last one, packed bytes of each; blocks.
std::string packed(const std::string& bytes) {
  std::string head, blocks;
  append(head, std::uint64_t{(bytes.size() + k_block - 1) / k_block});
  append(head, std::uint64_t{k_block});
  append(head, std::uint64_t{bytes.size() % k_block});
  for (std::size_t at = 0; at < bytes.size(); at += k_block) {
    const std::string block = zlib_block(std::string_view(bytes).substr(at, k_block));
    append(head, std::uint64_t{block.size()});
    blocks += block;
  }
  return head + blocks;
}

/// The elements of arrays, one after the other, and what stands behind them.
class Arrays {
 public:
  explicit Arrays(VtrBody body) : body_(body) {}

  void add(const VtrArray& array, const char* more = "") {
    text += fmt::format("<DataArray type=\"{}\" Name=\"{}\"{} ", array.type, xml_text(array.name), more);
    if (body_ == VtrBody::packed) {
      text += fmt::format("format=\"appended\" offset=\"{}\"/>\n", behind.size());
      behind += packed(array.bytes);
      return;
    }
    std::string bytes;
    append(bytes, std::uint64_t{array.bytes.size()});
    text += fmt::format("format=\"binary\">{}</DataArray>\n", base64(bytes + array.bytes));
  }

  std::string text, behind;

 private:
  VtrBody body_;
};

}  // namespace

VtrArray vtr_array(const std::string& name, const std::vector<double>& values, VtrNumbers numbers) {
  const bool is_full = numbers == VtrNumbers::full;
  VtrArray array{name, is_full ? "Float64" : "Float32", {}};
  array.bytes.reserve(values.size() * (is_full ? sizeof(double) : sizeof(float)));
  for (const double value : values) {
    if (is_full) append(array.bytes, value);
    if (!is_full) append(array.bytes, static_cast<float>(value));
  }
  return array;
}

std::string vtr_text(const VtrGrid& grid, VtrBody body) {
  const std::string extent = fmt::format("0 {} 0 {} 0 {}", grid.cells[0], grid.cells[1], grid.cells[2]);
  Arrays arrays(body);
  arrays.text = fmt::format(
      "<?xml version=\"1.0\"?>\n<VTKFile type=\"RectilinearGrid\" version=\"1.0\" byte_order=\"LittleEndian\" "
      "header_type=\"UInt64\"{1}>\n<RectilinearGrid WholeExtent=\"{0}\">\n",
      extent, body == VtrBody::packed ? " compressor=\"vtkZLibDataCompressor\"" : "");
  if (grid.time) {
    arrays.text += "<FieldData>\n";
    arrays.add(vtr_array("TimeValue", {*grid.time}, VtrNumbers::full), " NumberOfTuples=\"1\"");
    arrays.text += "</FieldData>\n";
  }
  arrays.text +=
      fmt::format("<Piece Extent=\"{}\">\n<CellData Scalars=\"{}\">\n", extent, xml_text(grid.values.front().name));
  for (const VtrArray& array : grid.values) arrays.add(array);
  arrays.text += "</CellData>\n<Coordinates>\n";
  for (const VtrArray& array : grid.edges) arrays.add(array);
  arrays.text += "</Coordinates>\n</Piece>\n</RectilinearGrid>\n";
  if (body == VtrBody::packed)
    arrays.text += "<AppendedData encoding=\"raw\">\n_" + arrays.behind + "\n</AppendedData>\n";
  return arrays.text + "</VTKFile>\n";
}

}  // namespace percuta::report
