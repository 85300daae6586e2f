// Images that mlflow.log_image() kept by key and step: "images/KEY+step+7+timestamp+1700000000000+UUID.png", with a
// small copy of each in WebP beside it. Pure.

import type { FileInfo } from '../api/artifacts.ts';

export const kImagesFolder = 'images';

export interface LoggedImage {
  key: string;
  step: number;
  timestamp: number;
  path: string;
}

// A slash in the key is written as ~ (older releases: #), and older releases separate by %.
const kName = /^(.+?)([%+])step\2(-?\d+)\2timestamp\2(\d+)\2[\w-]+(\2compressed)?\.(png|webp|jpe?g)$/i;

export function loggedImageOf(path: string): LoggedImage | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [, key, , step, timestamp, compressed] = kName.exec(name) ?? [];
  if (key === undefined || compressed) return undefined;
  return { key: key.replaceAll(/[~#]/g, '/'), step: Number(step), timestamp: Number(timestamp), path };
}

/** By key, each in the order of its steps. */
export function loggedImages(files: readonly Pick<FileInfo, 'path'>[]): Map<string, LoggedImage[]> {
  const keys = new Map<string, LoggedImage[]>();
  for (const { path } of files) {
    const image = loggedImageOf(path);
    if (!image) continue;
    const known = keys.get(image.key);
    if (known) known.push(image);
    else keys.set(image.key, [image]);
  }
  for (const images of keys.values()) images.sort((a, b) => a.step - b.step || a.timestamp - b.timestamp);
  return keys;
}
