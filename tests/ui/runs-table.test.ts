import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';
import { checkPage, kDesktop } from './visit.ts';

const kRuns = 700;
const site = useSite(kRuns);
const here = () => `#/experiments/${site.seeded.training}`;

const grid = (page: Page) => page.getByRole('grid', { name: 'Runs' });
const filter = (page: Page) => page.getByRole('combobox', { name: 'Filter runs' });

/** The names of the runs in sight, from the top. */
/** The names of the runs that are drawn, from top to bottom. */
function names(page: Page): Promise<string[]> {
  return grid(page)
    .locator('[role=row]:has([role=rowheader] a)')
    .evaluateAll((rows) =>
      rows
        .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
        .map((row) => row.querySelector('[role=rowheader] a')?.textContent ?? ''),
    );
}

async function headers(page: Page): Promise<string[]> {
  const texts = await grid(page).locator('[role=columnheader] button[class*=sortButton]').allTextContents();
  return texts.map((text) => text.trim());
}

async function columnMenu(
  page: Page,
  column: string,
  item: string,
  role: 'menuitem' | 'menuitemcheckbox' = 'menuitem',
): Promise<void> {
  await page.getByRole('columnheader', { name: column, exact: false }).first().hover();
  await page
    .getByRole('button', { name: `Column ${column}`, exact: true })
    .first()
    .click();
  await page.getByRole(role, { name: item }).click();
}

test('the first thing in sight is the newest runs with their metrics', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    assert.deepEqual((await headers(page)).slice(0, 4), ['Run', 'auc', 'auc_ratio', 'f1']);
    const first = grid(page).getByRole('row').nth(2);
    assert.match((await first.getByRole('gridcell').first().textContent()) ?? '', /^0\.\d{4}$/);
  });
});

test('a metric is sorted by the server, both ways, and the way is in the address', async () => {
  await site.visit(here(), async ({ page }) => {
    const auc = page.getByRole('columnheader', { name: 'auc' }).first();
    const top = grid(page).getByRole('row').nth(2).getByRole('gridcell').first();
    await auc.getByRole('button', { name: 'auc', exact: true }).click();
    await page.waitForFunction(
      () => document.querySelector('[aria-sort=descending]') && !document.querySelector('[aria-busy=true]'),
    );
    const largest = Number(await top.textContent());
    await auc.getByRole('button', { name: 'auc', exact: true }).click();
    await page.waitForFunction(
      () => document.querySelector('[aria-sort=ascending]') && !document.querySelector('[aria-busy=true]'),
    );
    assert.ok(Number(await top.textContent()) < largest);
    assert.match(page.url(), /orderByKey=metrics\.auc&orderByAsc=true/);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('[aria-sort=descending]'));
  });
});

test('scrolling reaches every run, while few rows exist', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    const last = page.getByRole('link', { name: 'train-0001', exact: true });
    for (let tries = 0; tries < 60 && (await last.count()) === 0; tries++) {
      await grid(page).evaluate((element) => element.scrollBy(0, element.scrollHeight));
      await page.waitForTimeout(50);
    }
    await last.waitFor();
    assert.ok((await names(page)).length < 100);
    assert.equal(await grid(page).getAttribute('aria-rowcount'), String(kRuns + 2));
  });
});

test('plain words find runs by name', async () => {
  await site.visit(here(), async ({ page }) => {
    await filter(page).fill('TRAIN-0042');
    await page.getByRole('link', { name: 'train-0700' }).waitFor({ state: 'detached' });
    assert.deepEqual(await names(page), ['train-0042']);
  });
});

test('the filter completes names, operators and values', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await filter(page).click();
    await page.keyboard.type('opti');
    await page.getByRole('option', { name: 'params.optimizer' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'ILIKE' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.getByRole('option', { name: "'adam'", exact: true }).click();
    assert.equal(await filter(page).inputValue(), "params.optimizer = 'adam' ");
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.location.hash.includes('searchFilter='));
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    const optimizers = await grid(page)
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(2).map((row) => /adamw?|sgd|lion/.exec(row.textContent ?? '')?.[0]));
    assert.ok(optimizers.length > 10);
    assert.deepEqual([...new Set(optimizers)], ['adam']);
  });
});

test('a mistake is explained where it is, and the runs stay', async () => {
  await site.visit(here(), async ({ page, expected }) => {
    expected.push(/400/);
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await filter(page).fill('metrics.auc >> 0.5');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    assert.equal(await page.locator('[data-mistake]').textContent(), '>>');
    assert.ok((await names(page)).length > 10);
    await filter(page).fill('metrics.auc > 2');
    await page.keyboard.press('Enter');
    await page.getByText('No run matches the filter').waitFor();
    await page.getByRole('button', { name: 'Show all active runs' }).click();
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
  });
});

test('conditions are made and removed by clicking', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await page.getByRole('button', { name: 'Conditions' }).click();
    await page.getByLabel('Where').selectOption('params.depth');
    await page.getByLabel('Value').fill('3');
    await page.getByRole('button', { name: 'Add condition' }).click();
    await page.waitForFunction(() => decodeURIComponent(window.location.hash).includes("params.depth+=+'3'"));
    await page.getByRole('button', { name: 'Remove this condition' }).click();
    await page.waitForFunction(() => !window.location.hash.includes('searchFilter'));
  });
});

test('a column is hidden, shown, pinned, moved and widened, and all of it is kept', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await columnMenu(page, 'auc', 'Hide');
    assert.equal((await headers(page))[1], 'auc_ratio');

    await columnMenu(page, 'depth', 'Pin to the left');
    assert.equal((await headers(page))[1], 'depth');

    await columnMenu(page, 'f1', 'Move left');
    assert.deepEqual((await headers(page)).slice(2, 4), ['f1', 'auc_ratio']);

    const f1 = page.getByRole('columnheader', { name: 'f1' }).first();
    const before = (await f1.boundingBox())?.width ?? 0;
    await columnMenu(page, 'f1', 'Wider');
    assert.equal((await f1.boundingBox())?.width, before + 40);

    const kept = await headers(page);
    await page.goto(`${site.server.url}#/experiments`);
    await page.getByRole('link', { name: 'churn-classifier' }).click();
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    assert.deepEqual(await headers(page), kept);

    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('searchbox', { name: 'Find a column' }).fill('auc');
    await page.getByRole('checkbox', { name: 'auc', exact: true }).check();
    assert.ok((await headers(page)).includes('auc'));
  });
});

test('a column is dragged to its place and its edge to its width', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    const f1 = page.getByRole('columnheader', { name: 'f1' }).first();
    await f1.dragTo(page.getByRole('columnheader', { name: 'auc' }).first());
    assert.deepEqual((await headers(page)).slice(1, 3), ['f1', 'auc']);

    const box = await f1.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 60, box.y + 10, { steps: 4 });
    await page.mouse.up();
    assert.equal(Math.round((await f1.boundingBox())?.width ?? 0), Math.round(box.width) + 60);
  });
});

test('names and pinned columns stay in sight while the table scrolls sideways', async () => {
  await site.visit(here(), async ({ page }) => {
    const name = page.getByRole('rowheader').filter({ has: page.getByRole('link', { name: 'train-0700' }) });
    await name.waitFor();
    await columnMenu(page, 'f1', 'Pin to the left');
    const lefts = async () => {
      const pinned = page.getByRole('columnheader', { name: 'f1' }).first();
      const cell = name.locator('xpath=following-sibling::*[1]');
      return Promise.all([name, pinned, cell].map(async (each) => Math.round((await each.boundingBox())?.x ?? -1)));
    };
    const before = await lefts();
    await grid(page).hover();
    await page.mouse.wheel(600, 0);
    await page.waitForFunction(() => (document.querySelector('[role=grid]')?.scrollLeft ?? 0) > 300);
    assert.deepEqual(await lefts(), before);
    await page.mouse.wheel(-600, 0);
    await page.waitForFunction(() => document.querySelector('[role=grid]')?.scrollLeft === 0);
    await page.mouse.wheel(0, 3000);
    await page.getByRole('link', { name: 'train-0610' }).waitFor();
    assert.equal((await page.getByRole('columnheader', { name: 'f1' }).first().boundingBox())?.x, before[1]);
  });
});

test('what is equal in all runs is hidden with one click', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await page.getByRole('button', { name: 'Columns' }).click();
    const version = page.getByRole('checkbox', { name: 'data_version' });
    assert.equal(await version.isChecked(), true);
    await page.getByRole('checkbox', { name: 'Only what differs between the runs' }).check();
    assert.equal(await version.isChecked(), false);
  });
});

test('a group of columns folds into its first', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    const count = (await headers(page)).length;
    await page.getByRole('button', { name: 'val/', exact: true }).click();
    await page.getByRole('button', { name: 'val/ +1' }).waitFor();
    assert.ok((await headers(page)).includes('accuracy'));
    assert.ok((await headers(page)).length <= count);
  });
});

test('selected runs are deleted, brought back, and found among the deleted', async () => {
  await site.visit(`${here()}?searchFilter=train-00`, async ({ page }) => {
    await page.getByLabel('Select train-0099').click();
    await page.getByLabel('Select train-0097').click({ modifiers: ['Shift'] });
    await page.getByText('3 runs selected').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'train-0098' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'train-0098' }).waitFor();

    await page.getByLabel('Select train-0096').click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'train-0096' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Active' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Deleted runs' }).click();
    await page.getByLabel('Select train-0096').click();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Restored 1 run.').waitFor();
  });
});

test('a tag is set on all selected runs', async () => {
  await site.visit(`${here()}?searchFilter=train-011`, async ({ page }) => {
    await page.getByLabel('Select all loaded runs').click();
    await page.getByText('10 runs selected').waitFor();
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await page.getByLabel('Key').fill('reviewed');
    await page.getByLabel('Value').fill('yes');
    await page.getByRole('button', { name: 'Set tag' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
  const found = await site.api('runs/search', {
    experiment_ids: [site.seeded.training],
    filter: "tags.reviewed = 'yes'",
  });
  assert.equal((found.runs as unknown[]).length, 10);
});

test('runs are sorted by the best of a metric, across pages', async () => {
  const found = (await site.api('runs/search', {
    experiment_ids: [site.seeded.training],
    max_results: kRuns,
  })) as { runs: { info: { run_id: string; run_name: string } }[] };
  // The order is worked out from the points themselves.
  const best = new Map<string, number>();
  for (const { info } of found.runs) {
    const query = new URLSearchParams({ run_id: info.run_id, metric_key: 'train/loss' });
    const answer = await fetch(`${site.server.api}/api/2.0/mlflow/metrics/get-history?${query}`);
    const { metrics } = (await answer.json()) as { metrics: { value: number }[] };
    best.set(info.run_name, Math.min(...metrics.map(({ value }) => value)));
  }
  const expected = [...best].sort((a, b) => a[1] - b[1]).map(([name]) => name);
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await columnMenu(page, 'loss', 'Smallest value', 'menuitemcheckbox');
    await columnMenu(page, 'loss', 'Sort ascending');
    await page.waitForFunction(
      () => document.querySelector('[aria-sort=ascending]') && !document.querySelector('[aria-busy=true]'),
    );
    assert.deepEqual((await names(page)).slice(0, 20), expected.slice(0, 20));
    assert.match(page.url(), /orderByKey=metrics.train%2Floss/);
    // Runs that no first page holds.
    await page.waitForFunction(() => {
      const element = document.querySelector('[role=grid]');
      if (element) element.scrollTop = 300 * 30;
      return element?.scrollTop === 300 * 30;
    });
    await page.getByRole('link', { name: expected[310] ?? '' }).waitFor();
    const [first = ''] = await names(page);
    const at = expected.indexOf(first);
    assert.deepEqual((await names(page)).slice(0, 30), expected.slice(at, at + 30));
    // At rest the document has the rows in the order of the screen, for who has it read aloud.
    await page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('[role=row]')].map((row) => Number(row.ariaRowIndex));
      return rows.every((row, index) => row >= (rows[index - 1] ?? 0));
    });
  });
});

test('the filter completes what only runs that are not loaded have', async () => {
  const oldest = (await site.api('runs/search', {
    experiment_ids: [site.seeded.training],
    filter: "attributes.run_name = 'train-0001'",
  })) as { runs: { info: { run_id: string } }[] };
  const run_id = oldest.runs[0]?.info.run_id;
  await site.api('runs/log-parameter', { run_id, key: 'legacy/flag', value: "it's on" });
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await filter(page).fill('lega');
    await page.getByRole('option', { name: 'params.`legacy/flag`' }).click();
    await page.keyboard.type('= ');
    await page.getByRole('option', { name: `"it's on"` }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'train-0001' }).waitFor();
    assert.deepEqual(await names(page), ['train-0001']);

    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await page.getByRole('button', { name: 'Conditions' }).click();
    await page.getByLabel('Where').selectOption('legacy/flag');
    assert.ok(await page.locator('datalist option[value="it\'s on"]').count());
    await page.keyboard.press('Escape');
  });
});

test('the search is taken away as code, as Python and for a shell', async () => {
  const query = new URLSearchParams({ searchFilter: "params.optimizer = 'adam'", orderByKey: 'metrics.auc' });
  await site.visit(
    `${here()}?${query}`,
    async ({ page }) => {
      await page.waitForFunction(() => document.querySelector('[role=row] [role=gridcell]'));
      await page.getByRole('button', { name: 'Export all runs of this filter' }).click();
      await page.getByRole('menuitem', { name: 'Code for this search…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Code for this search' });
      const copied = async () => {
        await dialog.getByRole('button', { name: 'Copy the code' }).click();
        await dialog.getByRole('button', { name: 'Copied' }).waitFor();
        return page.evaluate(() => navigator.clipboard.readText());
      };
      const python = await copied();
      assert.ok(python.includes(`mlflow.set_tracking_uri("${site.server.api}")`), python);
      assert.ok(python.includes(`filter_string="params.optimizer = 'adam'"`), python);
      assert.ok(python.includes('order_by=["metrics.auc DESC"]'), python);
      await checkPage(page, 'runs-code');
      await dialog.getByText('curl', { exact: true }).click();
      await dialog.getByRole('button', { name: 'Copy the code' }).waitFor();
      // The command is one that a shell runs.
      const found = JSON.parse(execFileSync('sh', ['-c', await copied()], { encoding: 'utf8' })) as { runs: object[] };
      assert.equal(found.runs.length > 0 && found.runs.length < kRuns, true);
    },
    { ...kDesktop, permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('an export as JSON holds every run of the filter', async () => {
  await site.visit(`${here()}?searchFilter=train-03`, async ({ page }) => {
    await page.getByRole('link', { name: 'train-0399' }).waitFor();
    await page.getByRole('button', { name: 'Export all runs of this filter' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'All as JSON' }).click();
    const runs = JSON.parse(await readFile(await (await coming).path(), 'utf8')) as {
      run_name: string;
      params: Record<string, string>;
    }[];
    assert.equal(runs.length, 100);
    assert.ok(runs.every(({ run_name, params }) => run_name.startsWith('train-03') && params.depth));
  });
});

test('an export holds every run of the filter, loaded or not', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await page.getByRole('button', { name: 'Export all runs of this filter' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'All as CSV' }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), 'churn-classifier.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    assert.equal(lines.length, kRuns + 1);
    assert.match(lines[0] ?? '', /^run_id,run_name,.*metrics\.val\/loss.*params\.optimizer/);
  });
});

test('an export says how far it is, and is called off', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    let released = () => {};
    const held = new Promise<void>((release) => {
      released = release;
    });
    let downloads = 0;
    page.on('download', () => downloads++);
    // Exports read a thousand runs at a time: the second such answer waits.
    await page.route('**/runs/search', async (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}') as { max_results: number; page_token?: string };
      if (body.max_results !== 1000) return route.continue();
      if (body.page_token) await held;
      await route.continue({ postData: JSON.stringify({ ...body, max_results: 200 }) }).catch(() => undefined);
    });
    await page.getByRole('button', { name: 'Export all runs of this filter' }).click();
    await page.getByRole('menuitem', { name: 'All as CSV' }).click();
    await page.getByText('Read 200 runs…').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Read 200 runs…').waitFor({ state: 'detached' });
    released();
    await page.waitForTimeout(200);
    assert.equal(downloads, 0);
    assert.equal(await page.getByRole('alert').count(), 0);
  });
});

test('new runs and changed ones appear without a reload', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    const { run } = (await site.api('runs/create', {
      experiment_id: site.seeded.training,
      run_name: 'just-now',
      start_time: Date.now(),
    })) as { run: { info: { run_id: string } } };
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'just-now' }) });
    await row.getByText('Running').waitFor();
    await site.api('runs/update', { run_id: run.info.run_id, status: 'FAILED', end_time: Date.now() });
    await row.getByRole('img', { name: 'Failed' }).waitFor();
    await site.api('runs/delete', { run_id: run.info.run_id });
  });
});

test('the whole table works by keyboard', async () => {
  await site.visit(here(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0700' }).waitFor();
    await grid(page).focus();
    const active = () =>
      grid(page).evaluate((element) => {
        const cell = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
        return [cell?.closest('[role=row]')?.getAttribute('aria-rowindex'), cell?.getAttribute('aria-colindex')];
      });
    assert.deepEqual(await active(), ['3', '1']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await active(), ['4', '2']);
    // The last row may have to be fetched first.
    await page.keyboard.press('Control+ArrowDown');
    await page.waitForFunction(() => {
      const id = document.querySelector('[role=grid]')?.getAttribute('aria-activedescendant');
      return id && document.getElementById(id)?.getAttribute('aria-colindex') === '2';
    });
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 runs selected').waitFor();

    // Up into the header: sort by the first metric, then open its menu and leave it.
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[aria-sort=descending]'));
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('menuitem', { name: 'Sort ascending' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Sort ascending' }).waitFor({ state: 'detached' });

    await grid(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Parts of this run' }).waitFor();
  });
});

test("MLflow's own addresses show the same thing", async () => {
  await site.visit(
    `${here()}/runs?searchFilter=params.depth+%3D+%273%27&orderByKey=metrics.%60val%2Floss%60&orderByAsc=true&startTime=ALL&lifecycleFilter=Active`,
    async ({ page }) => {
      await page.waitForFunction(() => document.querySelector('[role=row] [role=gridcell]'));
      assert.equal(await filter(page).inputValue(), "params.depth = '3'");
      const losses = await grid(page)
        .getByRole('row')
        .evaluateAll((rows) => {
          const header = document.querySelector('[title="val/loss"]')?.closest('[role=columnheader]');
          const cell = `[role=gridcell][aria-colindex="${header?.getAttribute('aria-colindex')}"]`;
          return rows.slice(2, 12).map((row) => row.querySelector(cell)?.textContent);
        });
      const numbers = losses.map(Number);
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      );
    },
  );
});
