import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';
import { checkPage, kDesktop } from './visit.ts';

const site = useSite(16);
const here = () => `#/experiments/${site.seeded.training}`;

async function compareNewest(page: Page, count: number): Promise<void> {
  await page.getByLabel('Select train-0016').click();
  await page.getByLabel(`Select train-00${17 - count}`).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('heading', { name: `${count} runs side by side` }).waitFor();
}

test('charts stand beside the table and follow the selection', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByTitle('Table and charts').click();
    const auc = page.getByRole('article', { name: 'auc', exact: true });
    await auc.getByRole('listitem').first().waitFor();
    assert.equal(await auc.getByRole('listitem').count(), 10);
    await page.getByText('Curves of the first 10 runs.').waitFor();
    await page.getByLabel('Select train-0002').click();
    await page.getByLabel('Select train-0003').click();
    await auc.getByText('train-0003').waitFor();
    await auc.getByText('train-0002').waitFor();
    assert.equal(await auc.getByRole('listitem').count(), 2);
    await page.getByRole('article', { name: 'val/loss' }).scrollIntoViewIfNeeded();
    await page.getByRole('article', { name: 'val/loss' }).locator('canvas').waitFor();
    assert.match(page.url(), /panes=both/);
  });
});

test('the border between table and charts moves by keyboard', async () => {
  await site.visit(`${here()}?panes=both`, async ({ page }) => {
    const border = page.getByRole('separator');
    await border.focus();
    const before = Number(await border.getAttribute('aria-valuenow'));
    await page.keyboard.press('ArrowRight');
    assert.equal(Number(await border.getAttribute('aria-valuenow')), before + 4);
  });
});

test('a live run grows in its chart', async () => {
  await site.visit(`${here()}?panes=charts`, async ({ page }) => {
    const loss = page.getByRole('article', { name: 'train/loss' });
    await loss.locator('canvas').waitFor();
    const grown = page.waitForResponse(
      async (response) =>
        response.url().includes('metric_key=train%2Floss') && (await response.text()).includes('"step":500'),
      { timeout: 15_000 },
    );
    const { runs } = (await site.api('runs/search', {
      experiment_ids: [site.seeded.training],
      filter: "attributes.status = 'RUNNING'",
    })) as { runs: { info: { run_id: string } }[] };
    await site.api('runs/log-metric', {
      run_id: runs[0]?.info.run_id,
      key: 'train/loss',
      value: 0.01,
      timestamp: Date.now(),
      step: 500,
    });
    await grown;
  });
});

test('compared runs show what differs; what is equal is folded', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0016' }).waitFor();
    await compareNewest(page, 4);
    await page.getByRole('rowheader', { name: 'val/loss' }).waitFor();
    assert.equal(await page.getByRole('rowheader', { name: 'data_version' }).count(), 0);
    await page.getByText('1 equal in all').first().waitFor();
    await page.getByRole('button', { name: 'Show what is equal' }).click();
    await page.getByRole('rowheader', { name: 'data_version' }).waitFor();
  });
});

test('the best value of each metric is marked', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0016' }).waitFor();
    await compareNewest(page, 4);
    const cells = page.getByRole('row', { name: /^val\/loss/ }).getByRole('cell');
    const texts = await cells.allTextContents();
    const smallest = Math.min(...texts.map((text) => Number.parseFloat(text)));
    assert.deepEqual(
      texts.filter((text) => text.endsWith('(best)')).map((text) => Number.parseFloat(text)),
      [smallest],
    );
  });
});

test('which way a metric is better can be turned round, and is in the address', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0016' }).waitFor();
    await compareNewest(page, 4);
    const cells = page.getByRole('row', { name: /^val\/loss/ }).getByRole('cell');
    const best = async () => (await cells.filter({ hasText: '(best)' }).allTextContents()).map(Number.parseFloat);
    const all = (await cells.allTextContents()).map(Number.parseFloat);
    assert.deepEqual(await best(), [Math.min(...all)]);
    await page
      .getByRole('rowheader', { name: /^val\/loss/ })
      .getByRole('button', { name: 'Lower is better' })
      .click();
    assert.deepEqual(await best(), [Math.max(...all)]);
    await page.reload();
    await page.getByRole('button', { name: 'Higher is better: turn round' }).first().waitFor();
    assert.deepEqual(await best(), [Math.max(...all)]);
  });
});

test('hundreds of runs are compared at once; those no longer there are counted', async () => {
  const made = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const answer = await site.api('runs/create', { experiment_id: site.seeded.empty, run_name: `of-${index}` });
      const { run_id: run } = (answer.run as { info: { run_id: string } }).info;
      const params = Array.from({ length: 20 }, (__, key) => ({ key: `p${key}`, value: String(index % (key + 1)) }));
      const metrics = [{ key: 'score', value: index === 117 ? 2 : Math.sin(index), timestamp: 1 }];
      await site.api('runs/log-batch', { run_id: run, params, metrics });
      return run;
    }),
  );
  const query = new URLSearchParams({
    runs: JSON.stringify([...made, '0'.repeat(32)]),
    experiments: JSON.stringify([site.seeded.empty]),
  });
  await site.visit(`#/compare-runs?${query}`, async ({ page }) => {
    await page.getByRole('heading', { name: '200 runs side by side' }).waitFor();
    await page.getByText('1 run of this address no longer there').waitFor();
    // Only those in sight are drawn, each where it would stand among all.
    const table = page.getByRole('region', { name: 'Comparison' });
    const isOneOf = async (most: number) => {
      const drawn = await table.locator('tbody td:not([class*=gap])').count();
      assert.ok(drawn > 100 && drawn < most, `${drawn} cells`);
    };
    assert.equal(await table.locator('table').getAttribute('aria-colcount'), '201');
    await isOneOf(21 * 40);
    assert.equal(await page.getByText('(best)').count(), 0);
    await table.evaluate((element) => element.scrollTo(117 * 160, 0));
    await page.locator('td[aria-colindex="119"]').getByText('(best)').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'of-117' }).click({ trial: true });

    await page.getByRole('button', { name: 'Runs as rows' }).click();
    await page.getByRole('link', { name: 'of-0', exact: true }).waitFor();
    assert.equal(await table.locator('table').getAttribute('aria-rowcount'), '202');
    await isOneOf(21 * 60);
    await table.evaluate((element) => element.scrollTo(0, 117 * 40));
    await page.locator('tr[aria-rowindex="120"]').getByText('(best)').waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'of-117' }).click({ trial: true });
    await table.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.getByRole('link', { name: 'of-199' }).click({ trial: true });
  });
});

test('the comparison is turned round, and one run is left out', async () => {
  await site.visit(
    here(),
    async ({ page }) => {
      await page.getByRole('link', { name: 'train-0016' }).waitFor();
      await compareNewest(page, 3);
      await page.getByRole('button', { name: 'Runs as rows' }).click();
      await page.getByRole('columnheader', { name: 'val/loss' }).waitFor();
      await checkPage(page, 'compare-turned-dark');
      await page.getByRole('button', { name: 'Leave train-0015 out' }).click();
      await page.getByRole('heading', { name: '2 runs side by side' }).waitFor();
      await page.getByRole('columnheader', { name: 'val/loss' }).waitFor();
    },
    { ...kDesktop, colorScheme: 'dark' },
  );
});

test('runs are compared by keyboard alone', async () => {
  const found = (await site.api('runs/search', { experiment_ids: [site.seeded.training], max_results: 3 })) as {
    runs: { info: { run_id: string } }[];
  };
  const query = new URLSearchParams({
    runs: JSON.stringify(found.runs.map((run) => run.info.run_id)),
    experiments: JSON.stringify([site.seeded.training]),
  });
  await site.visit(`#/compare-runs?${query}`, async ({ page }) => {
    const press = (key: string) => page.keyboard.press(key);
    await page.getByRole('radio', { name: 'Table' }).focus();
    await press('Tab');
    await press('Enter');
    await page.getByRole('rowheader', { name: 'data_version' }).waitFor();
    await press('Tab');
    await press('Enter');
    await page.getByRole('columnheader', { name: 'data_version' }).waitFor();
    // What is wider than the window scrolls by its keys.
    await press('Tab');
    const table = page.getByRole('region', { name: 'Comparison' });
    assert.ok(await table.evaluate((element) => element === document.activeElement));
    for (let times = 0; times < 5; times++) await press('ArrowRight');
    await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
    await page.getByRole('radio', { name: 'Table' }).focus();
    await press('ArrowRight');
    await page.getByRole('img', { name: 'val/loss of 3 runs' }).waitFor();
  });
});

test('compared runs have their curves in one chart', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0016' }).waitFor();
    await compareNewest(page, 3);
    await page.getByText('Charts', { exact: true }).click();
    await page.getByRole('img', { name: 'val/loss of 3 runs' }).waitFor();
  });
});

test('bars show a metric of every run, and steps stand on a logarithmic axis', async () => {
  await site.visit(`${here()}?panes=charts`, async ({ page }) => {
    await page.getByRole('button', { name: 'Add a chart across runs' }).click();
    await page.getByRole('menuitem', { name: 'Bars' }).click();
    const bars = page.getByRole('article', { name: 'Bars', exact: true });
    await bars.getByLabel('Of').selectOption('f1');
    await bars.getByRole('listitem').first().waitFor();
    assert.equal(await bars.getByRole('listitem').count(), 16);
    const values = (await bars.locator('li [class*=value]').allTextContents()).map(Number);
    assert.deepEqual(
      values,
      values.toSorted((a, b) => b - a),
    );

    await page.getByRole('button', { name: 'Drawing' }).click();
    await page.getByRole('checkbox', { name: 'Logarithmic steps' }).check();
    await page.keyboard.press('Escape');
    await page.reload();
    const loss = page.getByRole('article', { name: 'train/loss' });
    await loss.scrollIntoViewIfNeeded();
    await loss.locator('canvas').waitFor();
    // Half way across stands what is as many times the first as the last is of it.
    const stepAt = async (share: number) => {
      const box = await loss.locator('.u-over').boundingBox();
      assert.ok(box);
      await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
      await page.waitForTimeout(50);
      return Number(/^step (\d+)/.exec((await loss.locator('[class*=tooltip]').innerText()).trim())?.[1]);
    };
    const [first, middle, last] = [await stepAt(0.01), await stepAt(0.5), await stepAt(0.99)];
    assert.ok(first >= 1 && last > 100, `from ${first} to ${last}`);
    const expected = Math.sqrt(first * last);
    assert.ok(Math.abs(middle - expected) < 0.3 * expected, `${middle} stands between ${first} and ${last}`);
  });
});

test('groups are drawn as means with bands, or as all their curves', async () => {
  await site.visit(`${here()}?panes=charts&table={"groupBy":["params.optimizer"]}`, async ({ page }) => {
    const loss = page.getByRole('article', { name: 'train/loss' });
    await loss.scrollIntoViewIfNeeded();
    await loss.locator('canvas').waitFor();
    await loss.locator('.u-over').hover();
    const shown = loss.locator('[class*=tooltip] [class*=value]');
    await shown.first().waitFor();
    const groups = await shown.count();
    assert.ok(groups >= 2 && groups <= 4, `${groups} groups`);
    await page.getByRole('button', { name: 'Drawing' }).click();
    await page.getByText('All curves', { exact: true }).click();
    await page.keyboard.press('Escape');
    await loss.locator('.u-over').hover({ position: { x: 5, y: 40 } });
    await loss
      .getByText(/^train-00/)
      .first()
      .waitFor();
  });
});

test('a run has the colour that somebody gave it', async () => {
  await site.visit(`${here()}?panes=both`, async ({ page }) => {
    await page.getByLabel('Select train-0001').click();
    await page.getByRole('button', { name: 'Colour' }).click();
    await page.getByRole('button', { name: 'Colour 7' }).click();
    const dot = page
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: 'train-0001' }) })
      .locator('[class*=colour]');
    await page.waitForFunction(() => document.querySelector('[class*=colour][style*="74, 145, 54"]'));
    assert.match((await dot.getAttribute('style')) ?? '', /74, 145, 54/);
  });
});

test('charts across runs are added, changed, kept in the address and removed', async () => {
  await site.visit(`${here()}?panes=charts`, async ({ page }) => {
    const add = async (kind: string) => {
      await page.getByRole('button', { name: 'Add a chart across runs' }).click();
      await page.getByRole('menuitem', { name: kind }).click();
    };
    await add('Scatter');
    const scatter = page.getByRole('article', { name: 'Scatter' });
    await scatter.getByLabel('Up').selectOption('metrics.auc');
    await scatter.getByLabel('Across').selectOption('params.depth');
    await scatter.getByRole('img', { name: 'metrics.auc over params.depth' }).waitFor();
    assert.equal(await scatter.locator('circle').count(), 16);

    await add('Parallel coordinates');
    assert.equal(await page.getByRole('article', { name: 'Parallel coordinates' }).locator('path[style]').count(), 16);

    await add('What goes with a metric');
    const importance = page.getByRole('article', { name: 'What goes with a metric' });
    await importance.getByLabel('Parameters that go with').selectOption('metrics.lr');
    assert.match((await importance.getByRole('listitem').first().textContent()) ?? '', /learning_rate1\.00/);

    await page.reload();
    await scatter.getByRole('img', { name: 'metrics.auc over params.depth' }).waitFor();
    await scatter.getByRole('button', { name: 'Scatter' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await scatter.waitFor({ state: 'detached' });
  });
});
