# How everything of ours is compiled. Warnings are errors, in our own code only.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

set(CAIRN_SANITIZE "" CACHE STRING "Sanitizers to build with: address,undefined or thread")
option(CAIRN_FUZZ "Build the libFuzzer targets, and the rooms with their instrumentation (needs clang)" OFF)

add_library(cairn_settings INTERFACE)
target_include_directories(cairn_settings INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(cairn_settings INTERFACE
  -Wall -Wextra -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  -fno-omit-frame-pointer
  # libstdc++ 12's std::stable_sort uses what it deprecates itself, and clang blames the caller; g++ checks ours.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>
  # Meant for headers; in a batch of files g++ takes each for one.
  $<$<AND:$<BOOL:${CMAKE_UNITY_BUILD}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>)
target_compile_definitions(cairn_settings INTERFACE
  CAIRN_VERSION="${PROJECT_VERSION}"
  $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
find_package(Threads REQUIRED)
target_link_libraries(cairn_settings INTERFACE Threads::Threads)

if(CAIRN_SANITIZE)
  add_compile_options(-fsanitize=${CAIRN_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CAIRN_SANITIZE})
endif()
find_program(CAIRN_CCACHE ccache)
if(CAIRN_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CAIRN_CCACHE})
endif()
find_program(CAIRN_MOLD mold)
if(CAIRN_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
