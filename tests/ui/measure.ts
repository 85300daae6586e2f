// Measures a page in Chromium and prints JSON: what it loads, when its first row stands, how its table scrolls.
//
//   node tests/ui/measure.ts URL [--row CSS] [--ready CSS] [--scroll CSS] [--seconds N] [--repeat N]
//
// With --ready it also says when that stands: something that only the started program draws. The usual selectors are those of our runs table; for MLflow's: --row '.ag-row .ag-cell' --scroll .ag-body-viewport

import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

const kRowLimit = 120_000;
const kAfterglow = 1_000;

interface Visit {
  requests: number;
  bytes: number;
  scriptBytes: number;
  firstRowMs: number;
  readyMs: number;
}

interface Frames {
  count: number;
  medianMs: number;
  p95Ms: number;
  maxMs: number;
}

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    row: { type: 'string', default: '[role=gridcell]' },
    ready: { type: 'string' },
    scroll: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    repeat: { type: 'string', default: '3' },
  },
});
const [url] = positionals;
if (!url) throw new Error('usage: measure.ts URL [--row CSS] [--ready CSS] [--scroll CSS] [--seconds N] [--repeat N]');

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

// Says when the first element of a selector has a text, or is one that needs none, and is painted, in milliseconds from
// the start of the visit. The page itself looks: to ask it from outside again and again would be part of what is measured.
const kWatch = ({ css, name }: { css: string; name: string }) => {
  const seen = () =>
    [...document.querySelectorAll(css)].some((each) => each.matches('canvas, input') || each.textContent);
  const watch = new MutationObserver(() => {
    if (!seen()) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => Object.assign(window, { [name]: performance.now() })));
  });
  watch.observe(document, { childList: true, subtree: true, characterData: true });
};

async function momentOf(page: Page, name: string): Promise<number> {
  const at = await page.waitForFunction((key) => (window as unknown as Record<string, number>)[key], name, {
    timeout: kRowLimit,
    polling: 100,
  });
  return Math.round((await at.jsonValue()) ?? Number.NaN);
}

/** A first visit, with nothing in the cache. */
async function firstVisit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, string>();
  const visit: Visit = { requests: 0, bytes: 0, scriptBytes: 0, firstRowMs: 0, readyMs: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    visit.requests += 1;
    visit.bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Script') visit.scriptBytes += encodedDataLength;
  });
  await page.addInitScript(kWatch, { css: options.row, name: 'firstRowAt' });
  if (options.ready) await page.addInitScript(kWatch, { css: options.ready, name: 'readyAt' });
  await page.goto(address, { waitUntil: 'commit' });
  visit.firstRowMs = await momentOf(page, 'firstRowAt');
  if (options.ready) visit.readyMs = await momentOf(page, 'readyAt');
  // What still trickles in belongs to the first page too.
  await page.waitForTimeout(kAfterglow);
  await context.close();
  return visit;
}

/** Scrolls by eight rows a frame and notes how long each frame took. */
async function scroll(page: Page, selector: string, seconds: number): Promise<Frames> {
  const frames = await page.evaluate(
    async ({ css, milliseconds }) => {
      const table = document.querySelector(css);
      if (!table) throw new Error(`nothing matches ${css}`);
      const times: number[] = [];
      let last = performance.now();
      const end = last + milliseconds;
      while (performance.now() < end) {
        table.scrollTop += 240;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times;
    },
    { css: selector, milliseconds: seconds * 1000 },
  );
  const sorted = frames.toSorted((a, b) => a - b);
  return {
    count: frames.length,
    medianMs: median(frames),
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN,
    maxMs: sorted.at(-1) ?? Number.NaN,
  };
}

async function measureScrolling(browser: Browser, address: string, selector: string): Promise<Frames> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(address);
  await page.locator(options.row).first().waitFor({ timeout: kRowLimit });
  return scroll(page, selector, Number(options.seconds));
}

const browser = await launchBrowser();
try {
  const visits: Visit[] = [];
  for (let count = 0; count < Number(options.repeat); count++) visits.push(await firstVisit(browser, url));
  const [last] = visits.slice(-1);
  console.log(
    JSON.stringify({
      requests: last?.requests,
      bytes: last?.bytes,
      script_bytes: last?.scriptBytes,
      first_row_ms: median(visits.map((visit) => visit.firstRowMs)),
      ...(options.ready && { ready_ms: median(visits.map((visit) => visit.readyMs)) }),
      ...(options.scroll && { frames: await measureScrolling(browser, url, options.scroll) }),
    }),
  );
} finally {
  await browser.close();
}
