// A server with seeded runs and a browser, for the length of a test file.

import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type Seeded, seed } from './seed.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';
import { type Visit, visit } from './visit.ts';

export interface Site {
  server: Server;
  browser: Browser;
  seeded: Seeded;
  /** Opens an address ("#/experiments/1") and acts there. */
  visit: (hash: string, act: (visit: Visit) => Promise<void>, options?: BrowserContextOptions) => Promise<void>;
  /** Asks the API, past the app. */
  api: (path: string, body: object) => Promise<Record<string, unknown>>;
}

export interface SiteOptions extends ServerOptions {
  /** Adds what the tests of a file need besides the runs. */
  prepare?: (site: Site) => Promise<void>;
}

/** To be called at the top of a test file; the site is there when the tests run. */
export function useSite(runs: number, { prepare, ...options }: SiteOptions = {}): Site {
  const site = {} as Site;
  before(async () => {
    site.server = await startServer(options);
    site.seeded = await seed(site.server.api, runs);
    site.browser = await launchBrowser();
    site.visit = (hash, act, context) => visit(site.browser, site.server.url + hash, act, context);
    site.api = async (path, body) => {
      const response = await fetch(`${site.server.api}/api/2.0/mlflow/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
      return (await response.json()) as Record<string, unknown>;
    };
    await prepare?.(site);
  });
  after(async () => {
    await site.browser?.close();
    await site.server?.stop();
  });
  return site;
}
