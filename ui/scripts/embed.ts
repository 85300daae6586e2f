// embed.ts DIST OUT: turns the built app into OUT/files.bin (all bytes, compressed too), files.S (which takes them into
// the binary) and files.cc (the table of src/webapp/embedded_files.h).

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const kTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

// Vite names what lies in assets/ by its content.
const kHashedFolder = 'assets/';

class Blob {
  readonly parts: Buffer[] = [];
  size = 0;

  /** A C++ expression for the bytes, as a view into the blob. */
  add(bytes: Buffer): string {
    const at = this.size;
    this.parts.push(bytes);
    this.size += bytes.length;
    return `{cairn_webapp_bytes + ${at}, ${bytes.length}}`;
  }
}

function row(blob: Blob, folder: string, path: string): string {
  const bytes = readFileSync(join(folder, path));
  const type = kTypes[extname(path)];
  if (!type) throw new Error(`${path}: no content type for it in embed.ts`);
  const tag = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const compressed = (coded: Buffer) => (coded.length < bytes.length ? blob.add(coded) : '{}');
  const views = [
    blob.add(bytes),
    compressed(gzipSync(bytes, { level: 9 })),
    compressed(brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })),
  ];
  const lifetime = path.startsWith(kHashedFolder) ? 'kForEver' : 'kUntilChanged';
  return `    {"/${path}", "${type}", "${tag}", Lifetime::${lifetime}, ${views.join(', ')}},`;
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

function embed(dist: string, out: string): void {
  const blob = new Blob();
  const rows = filesUnder(dist).map((path) => row(blob, dist, path));
  writeFileSync(join(out, 'files.bin'), Buffer.concat(blob.parts));
  writeFileSync(
    join(out, 'files.S'),
    `  .section .rodata
  .global cairn_webapp_bytes
  .type cairn_webapp_bytes, @object
cairn_webapp_bytes:
  .incbin "${join(out, 'files.bin')}"
  .size cairn_webapp_bytes, . - cairn_webapp_bytes
  .section .note.GNU-stack, "", @progbits
`,
  );
  writeFileSync(
    join(out, 'files.cc'),
    `// Made by ui/scripts/embed.ts.
#include "webapp/embedded_files.h"

extern "C" const char cairn_webapp_bytes[];

namespace cairn::webapp {
namespace {

const EmbeddedFile kFiles[] = {
${rows.join('\n')}
};

}  // namespace

std::span<const EmbeddedFile> embedded_files() { return kFiles; }

}  // namespace cairn::webapp
`,
  );
}

const [, , dist, out] = process.argv;
if (!dist || !out) throw new Error('usage: embed.ts DIST OUT');
embed(dist, out);
