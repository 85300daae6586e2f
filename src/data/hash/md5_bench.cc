// MD5's speed on one core, by kernel and size of message, beside OpenSSL's one stream.
#include <benchmark/benchmark.h>
#include <openssl/evp.h>
#include <string>
#include <vector>

#include "data/hash/md5.h"

namespace cairn::data {
namespace {

constexpr std::size_t kMessages = 256;

std::vector<std::string> messages_of(std::size_t size) {
  std::vector<std::string> messages(kMessages, std::string(size, '\0'));
  for (std::size_t i = 0; i < kMessages; ++i)
    for (std::size_t at = 0; at < size; ++at) messages[i][at] = static_cast<char>(i * 31 + at * 7 + at / 256);
  return messages;
}

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kMessages) * state.range(0));
}

void with_kernel(benchmark::State& state, const Md5Kernel* kernel) {
  const auto messages = messages_of(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto _ : state) {
    std::vector<Md5State> states(kMessages);
    std::vector<Md5Piece> pieces;
    for (std::size_t i = 0; i < kMessages; ++i)
      pieces.push_back({&states[i], std::as_bytes(std::span(messages[i])), MoreToCome::kNo});
    update_side_by_side(pieces, *kernel);
    benchmark::DoNotOptimize(states.data());
  }
  count_bytes(state);
}

void with_openssl(benchmark::State& state) {
  const auto messages = messages_of(static_cast<std::size_t>(state.range(0)));
  std::array<unsigned char, 16> digest{};
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  for ([[maybe_unused]] auto _ : state) {
    for (const std::string& message : messages) {
      EVP_DigestInit_ex(context, EVP_md5(), nullptr);
      EVP_DigestUpdate(context, message.data(), message.size());
      EVP_DigestFinal_ex(context, digest.data(), nullptr);
      benchmark::DoNotOptimize(digest);
    }
  }
  EVP_MD_CTX_free(context);
  count_bytes(state);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  for (const int size : {100, 1 << 10, 4 << 10, 64 << 10}) benchmark->Arg(size);
}

}  // namespace
}  // namespace cairn::data

int main(int argc, char** argv) {
  using namespace cairn::data;
  benchmark::Initialize(&argc, argv);
  benchmark::RegisterBenchmark("openssl", with_openssl)->Apply(sizes);
  benchmark::RegisterBenchmark("one lane", with_kernel, &kMd5OneLane)->Apply(sizes);
  for (const Md5Kernel* kernel : usable_md5_kernels())
    benchmark::RegisterBenchmark(std::string(kernel->name).c_str(), with_kernel, kernel)->Apply(sizes);
  benchmark::RunSpecifiedBenchmarks();
}
