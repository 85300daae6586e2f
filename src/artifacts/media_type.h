// What a file's name says about its contents.
#pragma once

#include <string_view>

namespace cairn::artifacts {

// As Python's mimetypes.guess_type; empty: the name says nothing. Of "x.tar.gz" it is the type of what is compressed.
[[nodiscard]] std::string_view guess_media_type(std::string_view name);

// As MLflow serves it to browsers: whatever is read as text is plain text, and what is not known is bytes.
[[nodiscard]] std::string_view served_media_type(std::string_view name);

}  // namespace cairn::artifacts
