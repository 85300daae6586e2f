// libpq's functions, from the library that is loaded when a database on PostgreSQL is first opened: postgres_conninfo,
// which every connection begins with, loads it.
#pragma once

#include <libpq-fe.h>

#include "core/lazy_library.h"

namespace cairn::db {

inline const LazyLibrary libpq("libpq.so.5", "libpq5");
CAIRN_LAZY(libpq, PQclear);
CAIRN_LAZY(libpq, PQcmdStatus);
CAIRN_LAZY(libpq, PQcmdTuples);
CAIRN_LAZY(libpq, PQconnectdb);
CAIRN_LAZY(libpq, PQconnectdbParams);
CAIRN_LAZY(libpq, PQconninfoFree);
CAIRN_LAZY(libpq, PQconninfoParse);
CAIRN_LAZY(libpq, PQconsumeInput);
CAIRN_LAZY(libpq, PQenterPipelineMode);
CAIRN_LAZY(libpq, PQerrorMessage);
CAIRN_LAZY(libpq, PQexec);
CAIRN_LAZY(libpq, PQexecParams);
CAIRN_LAZY(libpq, PQexitPipelineMode);
CAIRN_LAZY(libpq, PQfinish);
CAIRN_LAZY(libpq, PQfreemem);
CAIRN_LAZY(libpq, PQftype);
CAIRN_LAZY(libpq, PQgetResult);
CAIRN_LAZY(libpq, PQgetisnull);
CAIRN_LAZY(libpq, PQgetlength);
CAIRN_LAZY(libpq, PQgetvalue);
CAIRN_LAZY(libpq, PQnotifies);
CAIRN_LAZY(libpq, PQntuples);
CAIRN_LAZY(libpq, PQpipelineStatus);
CAIRN_LAZY(libpq, PQpipelineSync);
CAIRN_LAZY(libpq, PQresultErrorField);
CAIRN_LAZY(libpq, PQresultStatus);
CAIRN_LAZY(libpq, PQsendPrepare);
CAIRN_LAZY(libpq, PQsendQueryParams);
CAIRN_LAZY(libpq, PQsendQueryPrepared);
CAIRN_LAZY(libpq, PQsocket);
CAIRN_LAZY(libpq, PQstatus);

}  // namespace cairn::db
