// Rows that are more than runs one after another: groups, child runs, curves in cells.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';

const site = useSite(140);
const training = () => `#/experiments/${site.seeded.training}`;
const names = (page: Page) => page.getByRole('rowheader').getByRole('link').allTextContents();

test('child runs are folded under their parents and opened', async () => {
  await site.visit(`#/experiments/${site.seeded.search}`, async ({ page }) => {
    await page.getByRole('link', { name: 'sweep-1' }).waitFor();
    assert.deepEqual(await names(page), ['sweep-1', 'sweep-2', 'sweep-3']);
    const parent = page.getByRole('row', { name: /sweep-2/ });
    await parent.getByRole('button', { name: 'Open' }).click();
    assert.equal(await parent.getAttribute('aria-expanded'), 'true');
    assert.equal((await names(page)).filter((name) => name.startsWith('trial-2-')).length, 8);
    await parent.getByRole('button', { name: 'Fold' }).click();
    assert.deepEqual(await names(page), ['sweep-1', 'sweep-2', 'sweep-3']);
  });
});

test('a search for the best puts child runs in its own order', async () => {
  await site.visit(`#/experiments/${site.seeded.search}`, async ({ page }) => {
    await page.getByRole('columnheader', { name: 'rmse' }).getByRole('button', { name: 'rmse', exact: true }).click();
    await page
      .getByRole('link', { name: /^trial-/ })
      .first()
      .waitFor();
    assert.match((await names(page))[0] ?? '', /^trial-/);
  });
});

test('rows are opened and folded by keyboard', async () => {
  await site.visit(`#/experiments/${site.seeded.search}`, async ({ page }) => {
    await page.getByRole('link', { name: 'sweep-1' }).waitFor();
    await page.getByRole('treegrid', { name: 'Runs' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('link', { name: 'trial-1-1' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('link', { name: 'trial-1-1' }).waitFor({ state: 'detached' });
  });
});

test('all runs are grouped by a parameter, with mean and deviation', async () => {
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0140' }).waitFor();
    await page.getByRole('button', { name: 'Group' }).click();
    await page.getByRole('checkbox', { name: 'optimizer' }).check();
    await page.keyboard.press('Escape');
    const groups = page.getByRole('row', { name: /optimizer: / });
    await page.waitForFunction(() => {
      const counts = [...document.querySelectorAll('[class*=members]')].map((each) => Number(each.textContent));
      return counts.reduce((sum, count) => sum + count, 0) === 140;
    });
    assert.equal(await groups.count(), 4);
    assert.match((await groups.first().getByRole('gridcell').first().textContent()) ?? '', /^0\.\d{4} ±0\.\d+$/);
    await groups.first().getByRole('button', { name: 'Open' }).click();
    await page
      .getByRole('link', { name: /^train-/ })
      .first()
      .waitFor();
    await groups.first().getByRole('checkbox').check();
    await page.getByText(/^\d+ runs selected$/).waitFor();
    assert.match(decodeURIComponent(page.url()), /"groupBy":\["params.optimizer"\]/);
  });
});

test('runs are grouped by their datasets, and a group shows how far its values reach', async () => {
  const { runs } = (await site.api('runs/search', {
    experiment_ids: [site.seeded.training],
    max_results: 3,
  })) as { runs: { info: { run_id: string }; data: { metrics: { key: string; value: number }[] } }[] };
  for (const { info } of runs) {
    await site.api('runs/log-inputs', {
      run_id: info.run_id,
      datasets: [{ dataset: { name: 'customers', digest: 'f00d', source_type: 'local', source: '{}' }, tags: [] }],
    });
  }
  const aucs = runs.map(({ data }) => data.metrics.find(({ key }) => key === 'auc')?.value ?? Number.NaN);
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0140' }).waitFor();
    await page.getByRole('button', { name: 'Group' }).click();
    await page.getByRole('checkbox', { name: 'Dataset' }).check();
    const group = page.getByRole('row', { name: /dataset: customers/ });
    await group.getByTitle('3 runs').waitFor();
    await page.getByRole('row', { name: /dataset: \(none\)/ }).waitFor();
    await page.getByText('Least – greatest', { exact: true }).click();
    await page.keyboard.press('Escape');
    const reach = [Math.min(...aucs), Math.max(...aucs)].map((value) => value.toFixed(4)).join(' – ');
    await group.getByText(reach, { exact: true }).waitFor();
  });
});

test('the duration of a run under way is seen running', async () => {
  const { run } = (await site.api('runs/create', {
    experiment_id: site.seeded.empty,
    run_name: 'under way',
    start_time: Date.now() - 90_000,
  })) as { run: { info: { run_id: string } } };
  await site.visit(`#/experiments/${site.seeded.empty}`, async ({ page }) => {
    const cell = page.getByRole('row', { name: /under way/ }).getByText(/^1m [34]\ds$/);
    const before = await cell.textContent();
    await page.waitForFunction(
      (text) => [...document.querySelectorAll('[role=gridcell]')].every((each) => each.textContent !== text),
      before,
      { timeout: 3_000 },
    );
    await cell.waitFor();
  });
  await site.api('runs/delete', { run_id: run.info.run_id });
});

test('a metric shows its curve beside the value, for many rows in one request', async () => {
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0140' }).waitFor();
    let requests = 0;
    page.on('request', (request) => {
      if (request.url().includes('get-history-bulk-interval')) requests += 1;
    });
    await page.getByRole('button', { name: 'lr', exact: true }).hover();
    await page.getByRole('button', { name: 'Column lr', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Curve beside the value' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'train-0139' }) });
    await row.locator('svg[class*=sparkline] path').waitFor();
    assert.ok(requests <= 2, `${requests} requests`);
  });
});

test('a metric column shows the best, smallest, mean value or the one at a step', async () => {
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0140' }).waitFor();
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'train-0139' }) });
    const header = page.getByRole('columnheader', { name: 'lr', exact: false }).filter({ hasText: /^lr/ });
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'lr', exact: false }).first().hover();
      await page.getByRole('button', { name: 'Column lr', exact: true }).click();
      await page.getByRole('menuitemcheckbox', { name }).click();
    };
    const column = Number(await header.getAttribute('aria-colindex'));
    const value = async () =>
      Number(
        await row
          .locator(`[aria-colindex="${column}"]:is([title], :has([title]))`)
          .locator('xpath=descendant-or-self::*[@title]')
          .first()
          .getAttribute('title')
          .then((title) => title?.split(/[ ,]/)[0]),
      );
    const last = await value();
    // lr falls by 3 % at each of 120 steps.
    const becomes = async (expected: number, mark: string) => {
      await header.getByText(mark, { exact: true }).waitFor();
      for (let tries = 0; Math.abs((await value()) - expected) > expected * 1e-9; tries++) {
        assert.ok(tries < 50, `${mark} is ${await value()}, not ${expected}`);
        await page.waitForTimeout(50);
      }
    };
    const first = last / 0.97 ** 119;
    await choose('Greatest value');
    await becomes(first, 'max');
    await choose('Smallest value');
    await becomes(last, 'min');
    await choose('Mean');
    await becomes((first * (1 - 0.97 ** 120)) / 0.03 / 120, 'mean');
    await choose('Value at a step…');
    await page.getByLabel('Step', { exact: true }).fill('10');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await becomes(first * 0.97 ** 10, '@10');
    await page.reload();
    await becomes(first * 0.97 ** 10, '@10');
  });
});
