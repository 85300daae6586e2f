# cairn_room(name USES other rooms... LIBRARIES targets...)
#
# A room is a folder of src/: its .cc files make one static library, its *_test.cc files one test program. USES is the
# whole list of rooms that it may include from; `./dev lint` checks the includes against it.
function(cairn_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES" ${ARGN})
  set(dir ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB sources CONFIGURE_DEPENDS ${dir}/*.cc)
  file(GLOB tests CONFIGURE_DEPENDS ${dir}/*_test.cc)
  file(GLOB benches CONFIGURE_DEPENDS ${dir}/*_bench.cc)
  list(REMOVE_ITEM sources ${tests} ${benches} ${dir}/main.cc)

  add_library(cairn_${name} STATIC ${sources})
  list(TRANSFORM ROOM_USES PREPEND cairn_)
  target_link_libraries(cairn_${name} PUBLIC cairn_settings ${ROOM_USES} ${ROOM_LIBRARIES})

  if(tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE cairn_${name} PkgConfig::gtest PkgConfig::gmock gtest_main)
    add_test(NAME ${name} COMMAND ${name}_test --gtest_brief=1)
  endif()
endfunction()
