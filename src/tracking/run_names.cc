#include "tracking/run_names.h"

#include <array>
#include <fmt/format.h>
#include <string_view>

#include "core/ids.h"

namespace cairn::tracking {
namespace {

constexpr std::array kAdjectives = std::to_array<std::string_view>({
    "agile",  "airy",   "amber",  "ample",  "avid",   "azure",    "basic",  "blithe", "bold",    "brave",   "breezy",
    "brief",  "bright", "brisk",  "calm",   "candid", "clear",    "clever", "cosy",   "crisp",   "daring",  "deft",
    "dusky",  "eager",  "early",  "fair",   "fleet",  "fresh",    "frosty", "gentle", "glad",    "golden",  "grand",
    "green",  "hardy",  "hazel",  "humble", "ivory",  "jolly",    "keen",   "kind",   "lively",  "lofty",   "loyal",
    "lucid",  "lunar",  "mellow", "merry",  "mild",   "misty",    "neat",   "nimble", "noble",   "patient", "placid",
    "plucky", "polite", "proud",  "quick",  "quiet",  "rapid",    "ready",  "robust", "rosy",    "rustic",  "sandy",
    "serene", "sharp",  "shiny",  "silent", "silver", "sleek",    "smart",  "snowy",  "solid",   "spry",    "stable",
    "steady", "stony",  "sunny",  "swift",  "tidy",   "tranquil", "true",   "upbeat", "valiant", "vivid",   "warm",
    "windy",  "wise",   "witty",  "young",  "zesty",
});
constexpr std::array kNouns = std::to_array<std::string_view>({
    "alder",  "badger",  "basin",   "beacon", "beech",  "birch",  "bison",  "boulder", "brook",   "canyon", "cedar",
    "cliff",  "col",     "condor",  "crag",   "crane",  "creek",  "curlew", "dale",    "delta",   "dove",   "dune",
    "eagle",  "elk",     "falcon",  "fell",   "fern",   "finch",  "fir",    "fjord",   "ford",    "fox",    "glacier",
    "glen",   "granite", "grove",   "gully",  "hare",   "hawk",   "heath",  "heron",   "hill",    "ibex",   "inlet",
    "jay",    "juniper", "kestrel", "kite",   "lagoon", "lake",   "larch",  "lark",    "ledge",   "lichen", "lynx",
    "maple",  "marmot",  "marsh",   "martin", "meadow", "mesa",   "moor",   "moose",   "moss",    "oak",    "osprey",
    "otter",  "owl",     "pass",    "path",   "peak",   "pebble", "pika",   "pine",    "plateau", "plover", "pond",
    "quartz", "raven",   "reef",    "ridge",  "river",  "rook",   "rowan",  "saddle",  "scree",   "shale",  "slate",
    "slope",  "spire",   "spring",  "spruce", "stoat",  "stone",  "stream", "summit",  "swan",    "swift",  "tarn",
    "tern",   "thistle", "trail",   "trout",  "tundra", "vale",   "valley", "vole",    "willow",  "wren",   "yew",
});
constexpr std::size_t kMaxLength = 20;

}  // namespace

std::string random_run_name() {
  std::string name;
  do {
    name = fmt::format("{}-{}-{}", kAdjectives[random_below(kAdjectives.size())], kNouns[random_below(kNouns.size())],
                       random_below(1001));
  } while (name.size() > kMaxLength);
  return name;
}

}  // namespace cairn::tracking
