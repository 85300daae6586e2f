// A ZIP archive of files that are kept as they are: models and pictures are compressed already. Pure.

export interface Packed {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const kTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (kTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

type Field = readonly [bytes: 2 | 4, value: number];

function record(fields: readonly Field[], ...tails: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const size = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const out = new Uint8Array(size + tails.reduce((sum, tail) => sum + tail.length, 0));
  const view = new DataView(out.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  for (const tail of tails) {
    out.set(tail, at);
    at += tail.length;
  }
  return out;
}

const kLocal = 0x04034b50;
const kCentral = 0x02014b50;
const kEnd = 0x06054b50;
const kVersion = 20;
const kUtf8Names = 0x0800;
// 1 January 1980: the archive says nothing about when the files were made.
const kDate = 0x0021;

/** The parts of the archive, for a Blob. */
export function zipOf(files: readonly Packed[]): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = new TextEncoder().encode(path);
    const common: Field[] = [
      [2, kVersion],
      [2, kUtf8Names],
      [2, 0],
      [2, 0],
      [2, kDate],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ];
    const local = record([[4, kLocal], ...common], name);
    directory.push(
      record([[4, kCentral], [2, kVersion], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]], name),
    );
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = record([
    [4, kEnd],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return [...parts, ...directory, end];
}
