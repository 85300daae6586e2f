// The commands for versioned data alone, for tests.
#include "cli/data_main.h"

int main(int argc, char** argv) { return cairn::cli::data_main(argc, argv); }
