# cairn_web_app(room): builds ui/ when it changed and compiles its files into the room (src/webapp/embedded_files.h).
# Node comes from scripts/node.sh. docs/web-app.md tells the whole way.
option(CAIRN_WEB_APP "Build the web app into the binary" ON)
if(CAIRN_WEB_APP)
  enable_language(ASM)
endif()

function(cairn_web_app room)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/webapp)
  if(NOT CAIRN_WEB_APP)
    file(CONFIGURE OUTPUT ${out}/no_files.cc @ONLY CONTENT
      "#include \"webapp/embedded_files.h\"\nstd::span<const cairn::webapp::EmbeddedFile> cairn::webapp::embedded_files() { return {}; }\n")
    target_sources(cairn_${room} PRIVATE ${out}/no_files.cc)
    return()
  endif()

  set(ui ${CMAKE_SOURCE_DIR}/ui)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${ui}/src/* ${ui}/scripts/*)
  list(FILTER sources EXCLUDE REGEX "\\.test\\.ts$")
  add_custom_command(
    OUTPUT ${out}/files.cc ${out}/files.S ${out}/files.bin
    COMMAND ${ui}/build.sh ${out}
    DEPENDS ${sources} ${ui}/build.sh ${ui}/index.html ${ui}/package.json ${ui}/package-lock.json ${ui}/vite.config.ts
            ${ui}/tsconfig.json ${CMAKE_SOURCE_DIR}/scripts/node.sh ${CMAKE_SOURCE_DIR}/scripts/npm_ci.sh
    COMMENT "Building the web app"
    VERBATIM)
  set_source_files_properties(${out}/files.S PROPERTIES OBJECT_DEPENDS ${out}/files.bin)
  target_sources(cairn_${room} PRIVATE ${out}/files.cc ${out}/files.S)
endfunction()
