#include "data/store/fingerprint.h"

#include <algorithm>
#include <span>
#include <vector>

namespace cairn::data {
namespace {

// Pieces are hashed side by side, and then their hashes: a single stream would take as long as all the rest.
constexpr std::size_t kPieceSize = std::size_t{8} << 10;
constexpr std::size_t kPieces = 32;

void append(std::uint64_t number, std::string& text) {
  text.append(reinterpret_cast<const char*>(&number), sizeof number);
}

}  // namespace

void Fingerprint::add(std::string_view name, const FileStamp& stamp) {
  append(name.size(), text_);
  text_ += name;
  for (const std::uint64_t number :
       {stamp.inode, stamp.size, static_cast<std::uint64_t>(stamp.mtime), static_cast<std::uint64_t>(stamp.ctime)})
    append(number, text_);
  if (text_.size() >= kPieceSize * kPieces) hash_pieces();
}

void Fingerprint::hash_pieces() {
  const auto all = std::as_bytes(std::span(text_));
  std::vector<Md5State> states((all.size() + kPieceSize - 1) / kPieceSize);
  std::vector<Md5Piece> pieces;
  for (std::size_t i = 0; i < states.size(); ++i) {
    const auto rest = all.subspan(i * kPieceSize);
    pieces.push_back({&states[i], rest.first(std::min(kPieceSize, rest.size())), MoreToCome::kNo});
  }
  update_side_by_side(pieces);
  for (const Md5State& state : states)
    digests_.append(reinterpret_cast<const char*>(state.digest().bytes().data()), Md5::kSize);
  text_.clear();
}

Md5 Fingerprint::finish() {
  hash_pieces();
  return md5_of(digests_);
}

}  // namespace cairn::data
