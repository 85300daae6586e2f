#include "s3/xml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "s3/times.h"

namespace cairn::s3 {
namespace {

using ::testing::ElementsAre;

TEST(Xml, ReadsAListing) {
  const auto page = read_list(R"(<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><IsTruncated>true</IsTruncated>
<NextContinuationToken>1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=</NextContinuationToken>
<Contents><Key>a &amp; b</Key><LastModified>2009-10-12T17:50:30.000Z</LastModified>
<ETag>&quot;70ee1738b6b21e2c8a43f3a5ab0eee71&quot;</ETag><Size>5368709121</Size></Contents>
<Contents><Key> </Key><Size>0</Size></Contents>
<CommonPrefixes><Prefix>photos/</Prefix></CommonPrefixes></ListBucketResult>)");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->objects.size(), 2U);
  EXPECT_EQ(page->objects[0].key, "a & b");
  EXPECT_EQ(page->objects[0].size, 5'368'709'121U);
  EXPECT_EQ(page->objects[0].etag, "70ee1738b6b21e2c8a43f3a5ab0eee71");
  EXPECT_EQ(page->objects[0].modified, parse_iso_time("2009-10-12T17:50:30Z"));
  EXPECT_EQ(page->objects[1].key, " ");
  EXPECT_THAT(page->prefixes, ElementsAre("photos/"));
  EXPECT_EQ(page->next, "1ueGcxLPRx1Tr/XYExHnhbYLgveDs2J/wm36Hy4vbOwM=");
}

TEST(Xml, DecodesNamesWhereTheStoreSaysThatItEncodedThem) {
  const auto encoded = read_list(
      "<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>"
      "<NextContinuationToken>left over</NextContinuationToken>"
      "<Contents><Key>a%2Bb+c%01</Key></Contents><CommonPrefixes><Prefix>d%20e/</Prefix></CommonPrefixes>"
      "</ListBucketResult>");
  ASSERT_TRUE(encoded.ok());
  EXPECT_EQ(encoded->objects.at(0).key, "a+b c\x01");
  EXPECT_THAT(encoded->prefixes, ElementsAre("d e/"));
  EXPECT_EQ(encoded->next, "");

  const auto plain = read_list("<ListBucketResult><Contents><Key>a%2Bb+c</Key></Contents></ListBucketResult>");
  EXPECT_EQ(plain->objects.at(0).key, "a%2Bb+c");
}

TEST(Xml, RefusesWhatIsNotItsDocument) {
  for (const char* text : {"", "not xml", "<html><body/></html>", "<ListBucketResult><Contents>"}) {
    EXPECT_FALSE(read_list(text).ok()) << text;
    EXPECT_FALSE(read_upload_id(text).ok()) << text;
    EXPECT_FALSE(read_error(text)) << text;
  }
}

TEST(Xml, ReadsAnError) {
  const auto error = read_error(
      "<Error><Code>AuthorizationHeaderMalformed</Code><Message>wrong "
      "region</Message><Region>eu-west-1</Region></Error>");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, "AuthorizationHeaderMalformed");
  EXPECT_EQ(error->message, "wrong region");
  EXPECT_EQ(error->region, "eu-west-1");
}

TEST(Xml, ReadsWhichObjectsRemain) {
  const auto errors = read_delete_errors(
      "<DeleteResult><Deleted><Key>a</Key></Deleted>"
      "<Error><Key>b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error></DeleteResult>");
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].key, "b");
  EXPECT_EQ(errors[0].code, "AccessDenied");
}

TEST(Xml, WritesPartsAndKeys) {
  const Part parts[] = {{1, "\"aa\""}, {2, "bb"}};
  EXPECT_EQ(write_completion(parts),
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>\"aa\"</ETag></Part>"
            "<Part><PartNumber>2</PartNumber><ETag>\"bb\"</ETag></Part></CompleteMultipartUpload>");
  const std::string keys[] = {"a<b>&\"c\"", "line\nend"};
  EXPECT_EQ(write_deletion(keys),
            "<Delete><Quiet>true</Quiet><Object><Key>a&#60;b&#62;&#38;&#34;c&#34;</Key></Object>"
            "<Object><Key>line&#10;end</Key></Object></Delete>");
}

TEST(Times, AreReadToTheSecond) {
  const auto time = parse_iso_time("1994-11-06T08:49:37Z");
  ASSERT_TRUE(time);
  EXPECT_EQ(std::chrono::system_clock::to_time_t(*time), 784'111'777);
  EXPECT_EQ(parse_iso_time("1994-11-06T08:49:37.999Z"), time);
  for (const char* wrong : {"", "1994-11-06", "1994-13-06T08:49:37Z", "1994-02-30T08:49:37Z", "1994-11-06T24:49:37Z",
                            "1994-11-06T08:49:3xZ", "1994-11-06T08:49:37+02:00", "2999-11-06T08:49:37Z"}) {
    EXPECT_FALSE(parse_iso_time(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace cairn::s3
