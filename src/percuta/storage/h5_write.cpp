#include "percuta/storage/h5_write.hpp"

#include <hdf5.h>

#include <algorithm>

#include "percuta/base/error.hpp"

namespace percuta::storage {

namespace {

static_assert(std::is_same_v<hid_t, H5Id> && std::is_same_v<herr_t, int>);

using Sizes = std::vector<hsize_t>;

constexpr std::size_t k_growth = 1 << 20;  // [bytes] of a file in memory, at a time

/// Called from the fault itself outwards; the first tells most.
herr_t keep_first(unsigned, const H5E_error2_t* error, void* reason) {
  auto& kept = *static_cast<std::string*>(reason);
  if (kept.empty() && error->desc != nullptr) kept = error->desc;
  return 0;
}

/// What HDF5 says went wrong; of a failed call to the system its own words alone.
std::string last_reason() {
  constexpr std::string_view k_system = "error message = '";
  std::string reason;
  H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &reason);
  const std::size_t at = reason.find(k_system);
  if (at == std::string::npos) return reason.empty() ? "HDF5 does not say why" : reason;
  const std::size_t begin = at + k_system.size();
  return reason.substr(begin, reason.find('\'', begin) - begin);
}

[[noreturn]] void fail(const char* action, const std::filesystem::path& file) {
  throw FileError(std::string("cannot ") + action + " '" + file.string() + "': " + last_reason());
}

/// Says which file when a call to HDF5 fails.
class Calls {
 public:
  Calls(const char* action, const std::filesystem::path& file) : action_(action), file_(file) {}
  template <class Answer>
  Answer operator()(Answer answer) const {
    if (answer < 0) fail(action_, file_);
    return answer;
  }
  H5Handle operator()(H5Id id, H5Handle::Close close) const { return {(*this)(id), close}; }

 private:
  const char* action_;
  const std::filesystem::path& file_;
};

/// Properties of objects that carry no time, so that equal content gives equal bytes.
H5Handle timeless(const Calls& call, H5Id kind) {
  H5Handle properties = call(H5Pcreate(kind), H5Pclose);
  call(H5Pset_obj_track_times(properties.id(), false));
  return properties;
}

/// The format that every HDF5 reads (1.10 gives later ones a wrong checksum when it hands over their image); no lock,
/// which network disks lack: a file is finished before it has its name.
H5Handle access(const Calls& call) {
  H5Handle properties = call(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
  call(H5Pset_libver_bounds(properties.id(), H5F_LIBVER_EARLIEST, H5F_LIBVER_V18));
  call(H5Pset_fclose_degree(properties.id(), H5F_CLOSE_STRONG));
  call(H5Pset_file_locking(properties.id(), false, true));
  return properties;
}

H5Handle text_type(const Calls& call, std::size_t size) {
  H5Handle type = call(H5Tcopy(H5T_C_S1), H5Tclose);
  call(H5Tset_size(type.id(), std::max<std::size_t>(size, 1)));
  call(H5Tset_strpad(type.id(), H5T_STR_NULLPAD));
  call(H5Tset_cset(type.id(), H5T_CSET_UTF8));
  return type;
}

void put_attribute(const Calls& call, H5Id file, const std::string& path, const std::string& name, H5Id type,
                   const void* value) {
  const H5Handle object = call(H5Oopen(file, path.c_str(), H5P_DEFAULT), H5Oclose);
  const H5Handle one = call(H5Screate(H5S_SCALAR), H5Sclose);
  const H5Handle made = call(H5Acreate2(object.id(), name.c_str(), type, one.id(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
  call(H5Awrite(made.id(), type, value));
}

Sizes sizes_of(const Calls& call, H5Id array) {
  const H5Handle space = call(H5Dget_space(array), H5Sclose);
  Sizes sizes(static_cast<std::size_t>(call(H5Sget_simple_extent_ndims(space.id()))));
  call(H5Sget_simple_extent_dims(space.id(), sizes.data(), nullptr));
  return sizes;
}

/// The size of a block: the last two sizes of an array, 1 before them.
Sizes block_of(Sizes sizes) {
  std::fill_n(sizes.begin(), std::max<std::size_t>(sizes.size(), 2) - 2, 1);
  return sizes;
}

hsize_t product(const Sizes& sizes) {
  hsize_t all = 1;
  for (const hsize_t size : sizes) all *= size;
  return all;
}

/// Calls one(block, memory) for the n-th of all blocks, with the block chosen in `file_space`.
template <class One>
void for_each_block(const Calls& call, H5Id array, const One& one) {
  const Sizes sizes = sizes_of(call, array), block = block_of(sizes);
  const hsize_t values = product(block);
  if (values == 0) return;
  const H5Handle space = call(H5Dget_space(array), H5Sclose);
  const H5Handle memory = call(H5Screate_simple(1, &values, nullptr), H5Sclose);
  Sizes start(sizes.size(), 0);
  for (hsize_t n = 0; n < product(sizes) / values; ++n) {
    hsize_t rest = n;
    for (std::size_t axis = sizes.size(); axis-- > 2;) {
      start[axis - 2] = rest % sizes[axis - 2];
      rest /= sizes[axis - 2];
    }
    call(H5Sselect_hyperslab(space.id(), H5S_SELECT_SET, start.data(), nullptr, block.data(), nullptr));
    one(static_cast<std::size_t>(n), memory.id(), space.id());
  }
}

}  // namespace

/// HDF5's printing as it was before the first silence; the last puts it back. HDF5 holds the way to it meanwhile.
class H5Printing : public std::enable_shared_from_this<H5Printing> {
 public:
  /// The one that is held back already, or one held back from now on.
  static std::shared_ptr<H5Printing> held_back() {
    const auto [print, data] = current();
    if (print == print_nothing) return static_cast<H5Printing*>(data)->shared_from_this();
    auto held = std::make_shared<H5Printing>(print, data);
    H5Eset_auto2(H5E_DEFAULT, print_nothing, held.get());
    return held;
  }

  H5Printing(H5E_auto2_t print, void* data) : print_(print), data_(data) {}
  H5Printing(const H5Printing&) = delete;
  H5Printing& operator=(const H5Printing&) = delete;
  ~H5Printing() {
    if (current().second == this) H5Eset_auto2(H5E_DEFAULT, print_, data_);
  }

 private:
  static herr_t print_nothing(hid_t, void*) { return 0; }

  static std::pair<H5E_auto2_t, void*> current() {
    std::pair<H5E_auto2_t, void*> found;
    H5Eget_auto2(H5E_DEFAULT, &found.first, &found.second);
    return found;
  }

  H5E_auto2_t print_;
  void* data_;
};

H5Silence::H5Silence() : held_back_(H5Printing::held_back()) {}

H5Write::H5Write(const std::filesystem::path& shown) : shown_(shown) {
  const Calls call("write", shown_);
  const H5Handle making = timeless(call, H5P_FILE_CREATE);
  const H5Handle memory = access(call);
  call(H5Pset_fapl_core(memory.id(), k_growth, false));
  file_ = call(H5Fcreate(shown_.c_str(), H5F_ACC_TRUNC, making.id(), memory.id()), H5Fclose);
}

void H5Write::group(const std::string& path) {
  const Calls call("write", shown_);
  const H5Handle making = timeless(call, H5P_GROUP_CREATE);
  call(H5Gcreate2(file_.id(), path.c_str(), H5P_DEFAULT, making.id(), H5P_DEFAULT), H5Gclose);
}

void H5Write::text(const std::string& path, const std::string& name, const std::string& value) {
  const Calls call("write", shown_);
  put_attribute(call, file_.id(), path, name, text_type(call, value.size()).id(), value.c_str());
}

void H5Write::whole(const std::string& path, const std::string& name, std::int64_t value) {
  put_attribute(Calls("write", shown_), file_.id(), path, name, H5T_STD_I64LE, &value);
}

void H5Write::number(const std::string& path, const std::string& name, double value) {
  put_attribute(Calls("write", shown_), file_.id(), path, name, H5T_IEEE_F64LE, &value);
}

void H5Write::numbers(const std::string& path, const std::vector<double>& values) {
  const Calls call("write", shown_);
  const hsize_t n = values.size();
  const H5Handle making = timeless(call, H5P_DATASET_CREATE), space = call(H5Screate_simple(1, &n, nullptr), H5Sclose);
  const H5Handle made =
      call(H5Dcreate2(file_.id(), path.c_str(), H5T_IEEE_F64LE, space.id(), H5P_DEFAULT, making.id(), H5P_DEFAULT),
           H5Dclose);
  if (n > 0) call(H5Dwrite(made.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()));
}

void H5Write::slabs(const std::string& path, const std::vector<std::size_t>& shape,
                    const std::function<void(std::size_t, double*)>& fill) {
  const Calls call("write", shown_);
  const Sizes sizes(shape.begin(), shape.end()), block = block_of(sizes);
  const auto rank = static_cast<int>(sizes.size());
  const H5Handle making = timeless(call, H5P_DATASET_CREATE);
  call(H5Pset_chunk(making.id(), rank, block.data()));
  call(H5Pset_shuffle(making.id()));
  call(H5Pset_deflate(making.id(), 1));
  const H5Handle space = call(H5Screate_simple(rank, sizes.data(), nullptr), H5Sclose);
  const H5Handle made =
      call(H5Dcreate2(file_.id(), path.c_str(), H5T_IEEE_F64LE, space.id(), H5P_DEFAULT, making.id(), H5P_DEFAULT),
           H5Dclose);
  std::vector<double> values(product(block));
  for_each_block(call, made.id(), [&](std::size_t n, H5Id memory, H5Id chosen) {
    fill(n, values.data());
    call(H5Dwrite(made.id(), H5T_NATIVE_DOUBLE, memory, chosen, H5P_DEFAULT, values.data()));
  });
}

std::string H5Write::finish() {
  const Calls call("write", shown_);
  call(H5Fflush(file_.id(), H5F_SCOPE_LOCAL));
  std::string bytes(static_cast<std::size_t>(call(H5Fget_file_image(file_.id(), nullptr, 0))), '\0');
  call(H5Fget_file_image(file_.id(), bytes.data(), bytes.size()));
  file_.close();
  return bytes;
}

}  // namespace percuta::storage
