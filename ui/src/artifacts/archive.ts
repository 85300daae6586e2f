// Folders as archives, put together in the browser out of the files themselves.

import { fileBytes, listFiles, type Owner } from '../api/artifacts.ts';
import { saveBlob } from '../state/download.ts';
import { forEachLimited } from '../state/each.ts';
import { nameOf, sizeText } from './kinds.ts';
import { type Packed, zipOf } from './zip.ts';

const kAtOnce = 4;
// A browser keeps the archive in memory; ZIP of this plain kind ends at 4 GB.
const kMost = 1_000_000_000;

interface Found {
  path: string;
  size: number;
}

async function filesBelow(owner: Owner, folder: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const file of await listFiles(owner, folder)) {
    if (file.is_dir) found.push(...(await filesBelow(owner, file.path)));
    else found.push({ path: file.path, size: file.file_size ?? 0 });
  }
  return found;
}

/** `onProgress` hears how many files are read. */
export async function saveFolder(owner: Owner, folder: string, onProgress: (files: number) => void): Promise<void> {
  const files = await filesBelow(owner, folder);
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > kMost) {
    throw new Error(`${sizeText(size)} are too much for an archive in the browser: use mlflow artifacts download.`);
  }
  const packed: Packed[] = [];
  const above = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/') + 1) : '';
  await forEachLimited(files, kAtOnce, async ({ path }) => {
    packed.push({ path: path.slice(above.length), bytes: new Uint8Array(await fileBytes(owner, path)) });
    onProgress(packed.length);
  });
  packed.sort((a, b) => (a.path < b.path ? -1 : 1));
  saveBlob(`${nameOf(folder) || 'artifacts'}.zip`, new Blob(zipOf(packed), { type: 'application/zip' }));
}
