// A visit to the app: a page in a fresh context, in which anything that the browser complains about is a failure.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const kShots = resolve(import.meta.dirname, '../../build/test/ui');
const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const kDesktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
export const kPhone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

export interface Visit {
  page: Page;
  /** Console errors that the test expects: a refused request is also reported there by the browser. */
  expected: RegExp[];
  foreignRequests: string[];
  /** Answers of 400 and above: status and path. */
  refused: string[];
}

/** The first rows may be read and followed before the program runs, but keys are the program's. */
async function untilStarted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.getElementById('root')?.childElementCount !== 0 && !document.querySelector('[data-first]'),
  );
}

export async function visit(
  browser: Browser,
  url: string,
  act: (visit: Visit) => Promise<void>,
  options: BrowserContextOptions = kDesktop,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const foreignRequests: string[] = [];
  const refused: string[] = [];
  const now: Visit = { page, expected: [], foreignRequests, refused };
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    // Others (blob:, data:, the browser's own reader of PDFs) do not leave the machine.
    if (origin !== new URL(url).origin && /^(http|ws)s?:$/.test(protocol)) foreignRequests.push(request.url());
  });
  page.setDefaultTimeout(10_000);
  try {
    await page.goto(url);
    await untilStarted(page);
    await act(now);
    const unexpected = complaints.filter((text) => !now.expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(unexpected.slice(0, 10), [], 'the browser complained');
    assert.deepEqual(foreignRequests, [], 'the app asked another server');
  } finally {
    await context.close();
  }
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** Fails on anything that axe finds against WCAG 2.2 A and AA, and leaves a picture of the page. */
export async function checkPage(page: Page, name: string): Promise<void> {
  // The page's policy lets no foreign script in; the debugger's door may.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: kAxe });
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then((found) => JSON.stringify(found.violations))`,
    awaitPromise: true,
    returnByValue: true,
  });
  const violations = JSON.parse(result.value as string) as Violation[];
  const lines = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n    ${node.failureSummary}`).join('\n')}`,
  );
  assert.equal(lines.join('\n'), '', `accessibility of ${name}`);
  await picture(page, name);
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(kShots, { recursive: true });
  await page.screenshot({ path: join(kShots, `${name}.png`) });
}
