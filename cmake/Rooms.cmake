# cairn_room(name USES other rooms... LIBRARIES targets...)
#
# A room is a folder of src/ with what is below it: its .cc files make one static library, its *_test.cc files one test
# program, each *_bench.cc file a program of its own, built only when asked for by name. USES is the whole list of rooms
# that it may include from; `./dev lint` checks the includes against it. Tests carry the room's name as their prefix and
# label: `ctest -L http`.
include(GoogleTest)

function(cairn_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES" ${ARGN})
  set(dir ${CMAKE_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cc)
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${dir}/*_test.cc)
  file(GLOB_RECURSE benches CONFIGURE_DEPENDS ${dir}/*_bench.cc)
  list(REMOVE_ITEM sources ${tests} ${benches} ${dir}/main.cc)

  list(TRANSFORM ROOM_USES PREPEND cairn_)
  if(sources)
    add_library(cairn_${name} STATIC ${sources})
    target_link_libraries(cairn_${name} PUBLIC cairn_settings ${ROOM_USES} ${ROOM_LIBRARIES})
    if(CAIRN_FUZZ)
      target_compile_options(cairn_${name} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
  else()
    add_library(cairn_${name} INTERFACE)
    target_link_libraries(cairn_${name} INTERFACE cairn_settings ${ROOM_USES} ${ROOM_LIBRARIES})
  endif()

  if(tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE cairn_${name} PkgConfig::gtest PkgConfig::gmock gtest_main)
    gtest_discover_tests(${name}_test TEST_PREFIX ${name}. DISCOVERY_MODE PRE_TEST WORKING_DIRECTORY ${dir}
                         PROPERTIES LABELS ${name} TIMEOUT 300)
  endif()

  foreach(bench ${benches})
    get_filename_component(program ${bench} NAME_WE)
    add_executable(${program} EXCLUDE_FROM_ALL ${bench})
    target_link_libraries(${program} PRIVATE cairn_${name} PkgConfig::benchmark)
  endforeach()
endfunction()

# cairn_embed_sql(room): compiles a room's .sql files in, through its embedded_sql.cc.in (@FILE_NAME@ for each file).
function(cairn_embed_sql room)
  set(dir ${CMAKE_SOURCE_DIR}/src/${room})
  file(GLOB files CONFIGURE_DEPENDS ${dir}/*.sql)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  foreach(file ${files})
    get_filename_component(name ${file} NAME_WE)
    string(TOUPPER ${name} name)
    file(READ ${file} ${name})
  endforeach()
  configure_file(${dir}/embedded_sql.cc.in ${CMAKE_CURRENT_BINARY_DIR}/${room}_sql.cc @ONLY)
  target_sources(cairn_${room} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${room}_sql.cc)
endfunction()
