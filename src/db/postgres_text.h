// SQL as the stores write it, in PostgreSQL's words. Parameters become $1, and these phrases change:
//
//   json_each(?1) AS wanted       the elements of a JSON array as rows (key: the place, from 0; value: the text)
//   IN (SELECT value FROM json_each(?1))   = ANY (ARRAY(…)): the planner counts on few, and looks them up in an index,
//                                 where it would read the whole of a table that is not large to join it
//   wanted.value ->> 0            an element of such an element
//   INDEXED BY an_index           nothing: PostgreSQL takes no hints, and its statistics tell it
//   x.rowid/*pg id */             x.id: what comes near to the order in which rows were added
//   /*each row*/ INSERT … VALUES (?1)            INSERT … SELECT * FROM unnest($1): the parameters are arrays
//   /*each row*/ UPDATE t SET a = ?1 WHERE …     UPDATE t SET a = row.p1 FROM unnest($1) AS row (p1) WHERE …
//   /*each row*/ DELETE FROM t WHERE a = ?1      DELETE FROM t USING unnest($1) AS row (p1) WHERE a = row.p1
//   /*pg FOR NO KEY UPDATE */     FOR NO KEY UPDATE: words for PostgreSQL alone, which are a comment to SQLite
//
// A SELECT of a row that is read to be changed, or that stands for what is changed, ends with these: of several
// transactions one goes on, and the others wait for its end. SQLite has one writer at a time anyway. FOR UPDATE would
// also wait for those that only add rows that refer to it.
//
// A pure function; text in quotes and remarks stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace cairn::db {

std::string postgres_text(std::string_view sql);

}  // namespace cairn::db
