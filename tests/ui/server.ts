// The real server on a port and a database of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const kBinary = process.env.CAIRN_BIN ?? resolve(import.meta.dirname, '../../build/dev/cairn');
const kStartLimit = 20_000;

export interface Server {
  /** Where the app is, with its slash. */
  url: string;
  /** Where the API is: the same without the slash. */
  api: string;
  stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function untilHealthy(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + kStartLimit;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`${kBinary} ended with ${server.exitCode}`);
    try {
      if ((await fetch(`${url}/health`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((wait) => setTimeout(wait, 50));
  }
  throw new Error(`${kBinary} did not start`);
}

export interface ServerOptions {
  staticPrefix?: string;
  /** Another web app than ours. */
  uiDir?: string;
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-ui-'));
  const port = await freePort();
  const prefix = options.staticPrefix ?? '';
  const server = spawn(
    kBinary,
    [
      'server',
      '--backend-store-uri',
      `sqlite:///${folder}/mlflow.db`,
      '--artifacts-destination',
      `${folder}/artifacts`,
      '--port',
      String(port),
      ...(prefix ? ['--static-prefix', prefix] : []),
      ...(options.uiDir ? ['--ui-dir', options.uiDir] : []),
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  process.on('exit', () => server.kill('SIGKILL'));
  const api = `http://127.0.0.1:${port}${prefix}`;
  await untilHealthy(api, server);
  return {
    url: `${api}/`,
    api,
    stop: async () => {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
