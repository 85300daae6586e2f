#include "db/postgres_address.h"

#include <gtest/gtest.h>

namespace cairn::db {
namespace {

TEST(PostgresAddressTest, KnowsTheSchemes) {
  EXPECT_TRUE(is_postgres_uri("postgresql://h/d"));
  EXPECT_TRUE(is_postgres_uri("postgres://h/d"));
  EXPECT_TRUE(is_postgres_uri("postgresql+psycopg2://h/d"));
  EXPECT_FALSE(is_postgres_uri("sqlite:///postgresql.db"));
  EXPECT_FALSE(is_postgres_uri("postgresql"));
}

TEST(PostgresAddressTest, TakesWhatLibpqTakes) {
  for (const char* uri :
       {"postgresql://", "postgres://u:p@h:5432/d?sslmode=require", "postgresql+psycopg2://u@/d?host=/run/postgresql",
        "postgresql://u:p%40%2F@[::1]:5433/d", "postgresql://u@a:1,b:2/d?target_session_attrs=read-write"}) {
    const auto conninfo = postgres_conninfo(uri);
    ASSERT_TRUE(conninfo.ok()) << uri;
    EXPECT_TRUE(conninfo->starts_with("postgresql://"));
  }
}

TEST(PostgresAddressTest, ARefusalNamesNoPassword) {
  for (const char* uri : {"postgresql://u:secret@h:port/d?x=1", "postgresql://u:secret%zz@h/d",
                          "postgresql://u:x@h/d?password=secret&unknown=1", "postgresql://u:secret@[h/d"}) {
    const auto conninfo = postgres_conninfo(uri);
    ASSERT_FALSE(conninfo.ok()) << uri;
    EXPECT_EQ(conninfo.error().message().find("secret"), std::string::npos);
  }
}

TEST(PostgresAddressTest, PasswordsAreHidden) {
  EXPECT_EQ(shown_uri("postgresql://u:secret@h:5432/d?sslmode=require"), "postgresql://u:***@h:5432/d?sslmode=require");
  EXPECT_EQ(shown_uri("postgresql+psycopg2://u@h/d?password=secret&sslpassword=secret&x=1"),
            "postgresql+psycopg2://u@h/d?password=***&sslpassword=***&x=1");
  EXPECT_EQ(shown_uri("postgresql://u:sec/r@et@h/d"), "postgresql://u:***@h/d");
  EXPECT_EQ(shown_uri("postgresql:///d"), "postgresql:///d");
  EXPECT_EQ(shown_uri("sqlite:///mlflow.db"), "sqlite:///mlflow.db");
}

}  // namespace
}  // namespace cairn::db
