import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';
import { picture, visit } from './visit.ts';

const kFirstPageLimit = 300_000;
const kMostRequests = 10;
const kProgram = /assets\/app-.*\.js$/;

const site = useSite(3, { staticPrefix: '/tools/cairn' });

test('the app works under a static prefix and asks nobody else', async () => {
  await visit(site.browser, site.server.url, async ({ page }) => {
    await page.getByRole('link', { name: 'churn-classifier' }).click();
    await page.getByRole('link', { name: 'train-0003' }).waitFor();
  });
});

test('the prefix without its slash leads to the app', async () => {
  await visit(site.browser, site.server.api, async ({ page }) => {
    await page.getByRole('link', { name: 'churn-classifier' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/tools/cairn/');
  });
});

test('the first page is light and its parts are cached for ever', async () => {
  const sizes: number[] = [];
  // A browser that has never been here.
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.loadingFinished', (event) => sizes.push(event.encodedDataLength));
  await page.goto(`${site.server.url}#/experiments/2`);
  await page.getByRole('link', { name: 'train-0003' }).waitFor();
  await context.close();
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(total > 50_000 && total < kFirstPageLimit, `${total} bytes`);
  assert.ok(sizes.length <= kMostRequests, `${sizes.length} requests`);

  const html = await (await fetch(site.server.url)).text();
  const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1];
  assert.ok(script, 'the page has a script with a relative address');
  const { headers } = await fetch(site.server.url + script);
  assert.match(headers.get('cache-control') ?? '', /immutable/);
});

test('the runs are asked for before the program is there, as the browser looked at them last', async () => {
  await visit(site.browser, `${site.server.url}#/experiments/2`, async ({ page }) => {
    await page.getByRole('link', { name: 'train-0003' }).waitFor();
    await page.getByRole('combobox', { name: 'Filter runs' }).fill('train-0002');
    await page.getByRole('link', { name: 'train-0003' }).waitFor({ state: 'detached' });
    await page.goto('about:blank');
    // The program itself is held up: what is asked meanwhile is not asked by it.
    const asked: string[] = [];
    let answered = () => {};
    const early = new Promise<void>((done) => {
      answered = done;
    });
    page.on('response', (response) => {
      if (!response.url().endsWith('/runs/search')) return;
      asked.push(response.request().postData() ?? '');
      if (asked.at(-1)?.includes('train-0002')) answered();
    });
    await page.route(kProgram, async (route) => {
      await early;
      await route.continue();
    });
    await page.goto(`${site.server.url}#/experiments/2`);
    await page.getByRole('link', { name: 'train-0002' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'train-0003' }).count(), 0);
    assert.equal(asked.filter((body) => body.includes('train-0002')).length, 1, 'the program asked again');
  });
});

/** What the table's cells say to the eye and where they stand, as far as they are in sight. */
const cellsInSight = (page: Page) =>
  page.locator('[role=row]:not([aria-rowindex="1"]) > *').evaluateAll((cells) => {
    const textOf = (cell: Element) => {
      const seen = cell.cloneNode(true) as Element;
      for (const each of seen.querySelectorAll('.visually-hidden, [aria-haspopup]')) each.remove();
      return seen.textContent;
    };
    return cells
      .map((cell) => ({ text: textOf(cell), box: cell.getBoundingClientRect() }))
      .filter(({ text, box }) => text && box.left < window.innerWidth && box.top < window.innerHeight)
      .map(({ text, box }) => `${text} at ${[box.left, box.top, box.width, box.height].map(Math.round)}`)
      .sort();
  });

// What is not a plain text: times, durations, and pictures with their names.
const kLively = {
  shown: { 'attributes.status': true },
  pinned: ['attributes.start_time', 'attributes.duration', 'attributes.status'],
};

test('the first rows stand before the program is there, and stay where they are when it is', async () => {
  for (const query of ['', `?table=${encodeURIComponent(JSON.stringify(kLively))}`]) await compareFirstRows(query);
});

async function compareFirstRows(query: string): Promise<void> {
  await site.visit('', async ({ page }) => {
    await page.goto('about:blank');
    let startProgram = () => {};
    const started = new Promise<void>((done) => {
      startProgram = done;
    });
    await page.route(kProgram, async (route) => {
      await started;
      await route.continue();
    });
    await page.goto(`${site.server.url}#/experiments/2${query}`, { waitUntil: 'commit' });
    await page.getByRole('link', { name: 'train-0003' }).waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Filter runs' }).count(), 0, 'the program is there');
    await picture(page, 'first-rows');
    const first = await cellsInSight(page);
    assert.ok(first.length > 30, `${first.length} cells`);
    startProgram();
    await page.getByRole('combobox', { name: 'Filter runs' }).waitFor();
    assert.deepEqual(await cellsInSight(page), first);
  });
}

test('the page is not sent twice', async () => {
  const first = await fetch(site.server.url);
  const tag = first.headers.get('etag') ?? '';
  assert.equal(first.headers.get('cache-control'), 'no-cache');
  const second = await fetch(site.server.url, { headers: { 'If-None-Match': tag } });
  assert.equal(second.status, 304);
});
