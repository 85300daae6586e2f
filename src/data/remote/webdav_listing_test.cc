#include "data/remote/webdav_listing.h"

#include <gtest/gtest.h>

namespace cairn::data {
namespace {

TEST(WebdavListingTest, ReadsWhateverPrefixesAndHrefsAServerChooses) {
  const auto entries = parse_webdav_listing(R"(<?xml version="1.0"?>
<d:multistatus xmlns:d="DAV:">
 <d:response><d:href>/base/a%20b/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop>
   <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
 <d:response><d:href>https://host/base/a%20b/f</d:href><d:propstat><d:prop><d:resourcetype/>
   <d:getcontentlength>12</d:getcontentlength><d:getetag>"x"</d:getetag></d:prop></d:propstat></d:response>
</d:multistatus>)");
  ASSERT_TRUE(entries.ok());
  ASSERT_EQ(entries->size(), 2U);
  EXPECT_EQ(entries->front().path, "/base/a b");
  EXPECT_TRUE(entries->front().is_directory);
  EXPECT_EQ(entries->back().path, "/base/a b/f");
  EXPECT_EQ(entries->back().size, 12U);
  EXPECT_EQ(entries->back().etag, "\"x\"");
  EXPECT_FALSE(entries->back().is_directory);
}

TEST(WebdavListingTest, RefusesWhatIsNoListing) {
  EXPECT_FALSE(parse_webdav_listing("<html>not here</html>").ok());
  EXPECT_FALSE(parse_webdav_listing("nothing").ok());
}

}  // namespace
}  // namespace cairn::data
