#include "percuta/base/files/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>
#include <utility>

namespace percuta {

namespace {

constexpr int k_gzip_window = 15 + 16;  // zlib's largest window, plus its mark for the gzip format
constexpr int k_memory_level = 8;
constexpr int k_unknown_system = 255;
constexpr std::size_t k_chunk = 1 << 16;

}  // namespace

/// A zlib stream that is always ended.
class GzipFile::Deflater {
 public:
  Deflater() {
    const int state =
        deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, k_gzip_window, k_memory_level, Z_DEFAULT_STRATEGY);
    if (state != Z_OK) throw std::bad_alloc();
    header_.os = k_unknown_system;
    deflateSetHeader(&stream_, &header_);
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  /// Adds the compressed form of `bytes` to `out`.
  void add(std::string_view bytes, bool is_last, std::string& out) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    do {
      const std::size_t before = out.size();
      out.resize(before + k_chunk);
      stream_.next_out = reinterpret_cast<Bytef*>(out.data() + before);
      stream_.avail_out = static_cast<uInt>(k_chunk);
      deflate(&stream_, is_last ? Z_FINISH : Z_NO_FLUSH);
      out.resize(before + k_chunk - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

 private:
  z_stream stream_{};
  gz_header header_{};
};

GzipFile::GzipFile() : deflater_(std::make_unique<Deflater>()) {}

GzipFile::~GzipFile() = default;

void GzipFile::add(std::string_view bytes) {
  constexpr std::size_t k_most_at_once = std::numeric_limits<uInt>::max() / 2;
  while (!bytes.empty()) {
    const std::string_view part = bytes.substr(0, std::min(bytes.size(), k_most_at_once));
    bytes.remove_prefix(part.size());
    deflater_->add(part, false, file_);
  }
}

std::string GzipFile::take() {
  deflater_->add({}, true, file_);
  return std::move(file_);
}

std::string gzipped(std::string_view bytes) {
  GzipFile file;
  file.add(bytes);
  return file.take();
}

}  // namespace percuta
