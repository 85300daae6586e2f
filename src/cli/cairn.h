// The program: all of its commands.
#pragma once

namespace cairn::cli {

int run(int argc, char** argv);

}  // namespace cairn::cli
