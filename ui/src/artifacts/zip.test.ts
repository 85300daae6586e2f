import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32, zipOf } from './zip.ts';

test('the checksum is that of the standard', () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
});

test('another program unpacks the archive', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-zip-'));
  try {
    const files = [
      { path: 'model/MLmodel', bytes: new TextEncoder().encode('flavors: {}\n') },
      { path: 'model/größe.txt', bytes: new TextEncoder().encode('ä'.repeat(1000)) },
      { path: 'empty', bytes: new Uint8Array() },
    ];
    writeFileSync(join(folder, 'a.zip'), Buffer.concat(zipOf(files)));
    execFileSync('python3', ['-m', 'zipfile', '-e', 'a.zip', 'out'], { cwd: folder });
    for (const { path, bytes } of files) assert.deepEqual(readFileSync(join(folder, 'out', path)), Buffer.from(bytes));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
