// News of runs over one stream: at once, and nothing asked while nothing happens.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';

const site = useSite(12);
const training = (rest = '') => `#/experiments/${site.seeded.training}${rest}`;

async function startRun(name: string, experiment = site.seeded.training): Promise<string> {
  const { run } = (await site.api('runs/create', {
    experiment_id: experiment,
    run_name: name,
    start_time: Date.now(),
  })) as { run: { info: { run_id: string } } };
  return run.info.run_id;
}

function countRequests(page: Page): { count: number } {
  const seen = { count: 0 };
  page.on('request', () => {
    seen.count += 1;
  });
  return seen;
}

test('a run, its points and its end show at once, and silence costs nothing', async () => {
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0012' }).waitFor();
    const run = await startRun('comet');
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'comet' }) });
    await row.waitFor({ timeout: 3_000 });
    await site.api('runs/log-metric', { run_id: run, key: 'auc', value: 0.4321, timestamp: Date.now(), step: 1 });
    await row.getByText('0.4321').waitFor({ timeout: 3_000 });
    await site.api('runs/update', { run_id: run, status: 'FINISHED', end_time: Date.now() });
    await row.getByRole('img', { name: 'Finished' }).waitFor({ timeout: 3_000 });

    // Two runs are under way all the time; without the stream they would be asked for every three seconds.
    await page.waitForTimeout(1_000);
    const seen = countRequests(page);
    await page.waitForTimeout(4_000);
    assert.equal(seen.count, 0);
  });
});

test('what happens elsewhere is nobody else’s business', async () => {
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0012' }).waitFor();
    await page.waitForTimeout(500);
    const seen = countRequests(page);
    const run = await startRun('far-away', site.seeded.empty);
    await site.api('runs/delete', { run_id: run });
    await page.waitForTimeout(1_500);
    assert.equal(seen.count, 0);
  });
});

test('without a stream the page asks now and then', async () => {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  await page.route('**/api/cairn/1.0/events', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(site.server.url + training());
  await page.getByRole('link', { name: 'train-0012' }).waitFor();
  const run = await startRun('asked-for');
  await page.getByRole('link', { name: 'asked-for' }).waitFor();
  await site.api('runs/delete', { run_id: run });
  await context.close();
});

test('the list of experiments shows run counts and what runs, and follows', async () => {
  const { experiment_id: id } = (await site.api('experiments/create', { name: 'busy' })) as { experiment_id: string };
  await site.visit('', async ({ page }) => {
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) });
    await row('hyperparameter-search').getByRole('cell', { name: '27' }).waitFor();
    await row('churn-classifier').getByText('2 running').waitFor();
    await row('busy').getByRole('cell', { name: '0', exact: true }).waitFor();
    await startRun('first', id);
    await row('busy').getByText('1 running').waitFor({ timeout: 3_000 });
  });
});
