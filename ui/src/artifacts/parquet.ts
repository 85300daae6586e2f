// Parquet files as tables. Loaded when the first one is shown.

import { decompress } from 'fzstd';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { decompressBrotli } from 'hyparquet-compressors/src/brotli.js';
import { gunzip } from 'hyparquet-compressors/src/gzip.js';
import { decompressLz4, decompressLz4Raw } from 'hyparquet-compressors/src/lz4.js';
import { cellText, type Grid, kMostRows } from './grid.ts';

// Snappy is the reader's own.
const compressors = {
  GZIP: (input: Uint8Array, length: number) => gunzip(input, new Uint8Array(length)),
  BROTLI: decompressBrotli,
  ZSTD: (input: Uint8Array) => decompress(input),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};

export async function gridOfParquet(bytes: ArrayBuffer): Promise<Grid> {
  const metadata = parquetMetadata(bytes);
  const columns = parquetSchema(metadata).children.map((child) => child.element.name);
  const rows = await parquetReadObjects({ file: bytes, metadata, compressors, rowStart: 0, rowEnd: kMostRows });
  return {
    columns,
    rows: rows.map((row) => columns.map((column) => cellText(row[column]))),
    total: Number(metadata.num_rows),
  };
}
