#include "db/postgres_text.h"

#include <gtest/gtest.h>

namespace cairn::db {
namespace {

TEST(PostgresTextTest, NumbersParameters) {
  EXPECT_EQ(postgres_text("SELECT a FROM t WHERE b = ?1 AND c = ?12"), "SELECT a FROM t WHERE b = $1 AND c = $12");
}

TEST(PostgresTextTest, LeavesWhatIsQuoted) {
  EXPECT_EQ(postgres_text("SELECT '?1 rowid', \"rowid\" FROM t WHERE b = ?1"),
            "SELECT '?1 rowid', \"rowid\" FROM t WHERE b = $1");
  EXPECT_EQ(postgres_text("SELECT 'open ?1"), "SELECT 'open ?1");
  EXPECT_EQ(postgres_text("-- MLflow's ?1\nSELECT ?1"), "-- MLflow's ?1\nSELECT $1");
}

TEST(PostgresTextTest, MakesRowsOfAList) {
  EXPECT_EQ(postgres_text("SELECT wanted.key FROM json_each(?2) AS wanted CROSS JOIN t"),
            "SELECT wanted.key FROM (SELECT item AS value, place - 1 AS key FROM "
            "json_array_elements_text($2::json) WITH ORDINALITY AS listed (item, place)) AS wanted CROSS JOIN t");
  EXPECT_EQ(postgres_text("wanted.value ->> 1 = t.value"), "wanted.value::json ->> 1 = t.value");
  EXPECT_EQ(postgres_text("WHERE t.id IN (SELECT value FROM json_each(?1)) AND t.a IN (?2)"),
            "WHERE t.id = ANY (ARRAY(SELECT json_array_elements_text($1::json))) AND t.a IN ($2)");
}

TEST(PostgresTextTest, TakesAllRowsAtOnce) {
  EXPECT_EQ(postgres_text("/*each row*/ INSERT INTO t (a, b) VALUES (?1, ?2) ON CONFLICT DO NOTHING"),
            "/*each row*/ INSERT INTO t (a, b) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING");
  EXPECT_EQ(postgres_text("/*each row*/ UPDATE t SET a = ?2 WHERE b = ?1"),
            "/*each row*/ UPDATE t SET a = row.p2 FROM unnest($1, $2) AS row (p1, p2) WHERE b = row.p1");
  EXPECT_EQ(postgres_text("/*each row*/ DELETE FROM t WHERE a = ?1"),
            "/*each row*/ DELETE FROM t USING unnest($1) AS row (p1) WHERE a = row.p1");
  EXPECT_EQ(postgres_text("INSERT INTO t (a) VALUES (?1)"), "INSERT INTO t (a) VALUES ($1)");
}

TEST(PostgresTextTest, SpeaksWhatIsForPostgresAlone) {
  EXPECT_EQ(postgres_text("SELECT 1 FROM t WHERE a = ?1 /*pg FOR UPDATE */"),
            "SELECT 1 FROM t WHERE a = $1 FOR UPDATE ");
  EXPECT_EQ(postgres_text("SELECT 1 /* a remark */ /*pg x"), "SELECT 1 /* a remark */ x");
}

TEST(PostgresTextTest, DropsHintsAndTheOrderOfRows) {
  EXPECT_EQ(postgres_text("FROM t AS x INDEXED BY t_by_a ORDER BY x.rowid/*pg id */, a_rowid"),
            "FROM t AS x  ORDER BY x.id , a_rowid");
}

}  // namespace
}  // namespace cairn::db
