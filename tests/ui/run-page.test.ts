import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { kMlModel, storeFile } from './files.ts';
import { useSite } from './site.ts';
import { checkPage } from './visit.ts';

const site = useSite(12);

interface Found {
  runs: { info: { run_id: string; run_name: string } }[];
}

async function runNamed(experiment: string, name: string): Promise<string> {
  const filter = `attributes.run_name = '${name}'`;
  const { runs } = (await site.api('runs/search', { experiment_ids: [experiment], filter })) as unknown as Found;
  const [found] = runs;
  assert.ok(found, name);
  return found.info.run_id;
}

async function addressOf(name: string, tab = ''): Promise<string> {
  return `#/experiments/${site.seeded.training}/runs/${await runNamed(site.seeded.training, name)}${tab}`;
}
const here = (tab = '') => addressOf('train-0011', tab);

const part = (page: Page, title: string) => page.getByRole('region', { name: title });

test('the overview shows what was logged', async () => {
  await site.visit(await here(), async ({ page }) => {
    await page.getByRole('heading', { name: 'train-0011' }).waitFor();
    assert.match((await page.getByRole('row', { name: /val\/loss/ }).textContent()) ?? '', /0\.\d{4}step 119/);
    await page.getByRole('row', { name: /optimizer/ }).waitFor();
    await part(page, 'Details').getByText('train.py').waitFor();
    await part(page, 'Details')
      .getByText(/^[0-9a-f]{32}$/)
      .waitFor();
    assert.equal(await page.title(), 'train-0011 · churn-classifier · cairn');
  });
});

test('the name is changed in place', async () => {
  await site.visit(await addressOf('train-0003'), async ({ page }) => {
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('the-good-one');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'the-good-one' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'the-good-one' }).waitFor();
    // By keyboard, and left as it was.
    await page.getByRole('button', { name: 'Rename' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('another');
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'the-good-one' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === 'Rename');
  });
});

test('a dataset says what is in it and which runs have it', async () => {
  const run = await runNamed(site.seeded.training, 'train-0012');
  await site.api('runs/log-inputs', {
    run_id: run,
    datasets: [
      {
        tags: [{ key: 'mlflow.data.context', value: 'training' }],
        dataset: {
          name: 'customers',
          digest: '8f9eb48c',
          source_type: 'http',
          source: '{"url": "https://data.example.org/customers.csv"}',
          schema: '{"mlflow_colspec": [{"type": "double", "name": "visits", "required": true}]}',
          profile: '{"num_rows": 1500, "num_elements": 7500}',
        },
      },
    ],
  });
  await site.visit(await addressOf('train-0012'), async ({ page }) => {
    await page.getByRole('button', { name: 'customers' }).click();
    const dialog = page.getByRole('dialog', { name: 'Dataset customers' });
    await dialog.getByText('1,500').waitFor();
    await dialog.getByRole('row', { name: 'visits double' }).waitFor();
    await checkPage(page, 'run-dataset-light');
    await dialog.getByRole('link', { name: 'Runs with this dataset' }).click();
    await page.getByRole('grid').getByRole('link', { name: 'train-0012' }).waitFor();
    assert.equal(
      await page
        .getByRole('grid')
        .getByRole('link', { name: /^train-/ })
        .count(),
      1,
    );
  });
});

test('the lines that bring the run, its files and the last search into Python are copied', async () => {
  const run = await runNamed(site.seeded.training, 'train-0011');
  await site.visit(`#/experiments/${site.seeded.training}`, async ({ page }) => {
    await page.getByRole('combobox', { name: 'Filter runs' }).fill('metrics.auc > 0.1');
    await page.keyboard.press('Enter');
    await page.waitForURL(/searchFilter/);
    await page.getByRole('link', { name: 'train-0011' }).click();
    const code = part(page, 'In Python');
    await code.getByText(`mlflow.get_run("${run}")`).waitFor();
    await code.getByText('the search', { exact: true }).click();
    await code.getByText('filter_string="metrics.auc > 0.1"').waitFor();
    // On plain http browsers have no clipboard to write to.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await code.getByRole('button', { name: 'Copy the lines: the search' }).click();
    await code.getByRole('button', { name: 'Copied' }).waitFor();
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.getByLabel('Markdown').focus();
    await page.keyboard.press('Control+v');
    assert.match(await page.getByLabel('Markdown').inputValue(), /search_runs\(\n {4}experiment_ids=\["\d+"\],\n/);
  });
});

test('a model that MLflow 2 logged is linked, and how it is loaded is said', async () => {
  const run = await runNamed(site.seeded.training, 'train-0009');
  const history = [{ run_id: run, artifact_path: 'model', flavors: { python_function: {}, sklearn: {} } }];
  await site.api('runs/set-tag', { run_id: run, key: 'mlflow.log-model.history', value: JSON.stringify(history) });
  await storeFile(site, run, 'model/MLmodel', kMlModel);
  await site.visit(await addressOf('train-0009'), async ({ page }) => {
    await part(page, 'Load it in Python').getByText('sklearn', { exact: true }).click();
    await page.getByText(`mlflow.sklearn.load_model("runs:/${run}/model")`).waitFor();
    await part(page, 'Logged models').getByRole('link', { name: 'model' }).click();
    await page.getByRole('treeitem', { name: /^MLmodel/ }).waitFor();
  });
});

test('a tag is added, changed, removed and brought back', async () => {
  await site.visit(await here(), async ({ page }) => {
    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByLabel('Key').fill('owner');
    await page.getByLabel('Value').fill('ada');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'owner: ada' }).click();
    await page.getByLabel('Value of owner').fill('grace');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'owner: grace' }).click();
    await page.getByRole('button', { name: 'Remove this tag' }).click();
    await page.getByRole('button', { name: 'owner: grace' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'owner: grace' }).waitFor();
  });
});

test('a note is Markdown, and HTML in it does nothing', async () => {
  await site.visit(await here(), async ({ page }) => {
    await page.getByRole('button', { name: 'Add a note' }).click();
    await page.getByLabel('Markdown').fill('## Why\n\nIt is *fast*.\n\n<img src=x onerror="document.title=\'owned\'">');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Why' }).waitFor();
    assert.equal(await page.locator('em').textContent(), 'fast');
    assert.equal(await page.locator('main img').count(), 0);
    assert.notEqual(await page.title(), 'owned');
  });
});

test('metrics are drawn as curves, single values as bars, and system metrics apart', async () => {
  await site.visit(await here('/model-metrics'), async ({ page }) => {
    const loss = page.getByRole('article', { name: 'train/loss' });
    await loss.locator('canvas').waitFor();
    await page.getByRole('article', { name: 'auc', exact: true }).getByRole('listitem').waitFor();
    assert.equal(await page.getByRole('article', { name: /^system/ }).count(), 0);
    await page.getByRole('link', { name: 'System metrics' }).click();
    await page.getByRole('article', { name: 'system/cpu_utilization_percentage' }).locator('canvas').waitFor();
  });
});

test('the pointer reads all values, a drag zooms all charts, a double click shows all again', async () => {
  await site.visit(await here('/model-metrics'), async ({ page }) => {
    const loss = page.getByRole('article', { name: 'train/loss' });
    await loss.locator('canvas').waitFor();
    const box = await loss.locator('.u-over').boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await loss.getByText(/^step (5|6)\d$/).waitFor();

    const asked = page.waitForRequest((request) => request.url().includes('start_step='));
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const { searchParams } = new URL((await asked).url());
    assert.ok(Number(searchParams.get('start_step')) > 50 && Number(searchParams.get('end_step')) < 100);
    await page.getByRole('button', { name: 'Whole range' }).waitFor();
    await loss.locator('.u-over').dblclick();
    await page.getByRole('button', { name: 'Whole range' }).waitFor({ state: 'detached' });
  });
});

test('the wheel zooms with Ctrl and moves with Shift', async () => {
  await site.visit(await here('/model-metrics'), async ({ page }) => {
    const loss = page.getByRole('article', { name: 'train/loss' });
    await loss.locator('canvas').waitFor();
    await loss.locator('.u-over').hover();
    // Every chart of the page asks for the range that all share, so one turn of the wheel brings several requests.
    const asked = async (act: () => Promise<void>, beyond: number) => {
      const start = (url: string) => Number(new URL(url).searchParams.get('start_step') ?? 0);
      const request = page.waitForRequest((sent) => start(sent.url()) > beyond);
      await act();
      const url = (await request).url();
      return [start(url), Number(new URL(url).searchParams.get('end_step'))] as const;
    };
    await page.keyboard.down('Control');
    const [from, to] = await asked(() => page.mouse.wheel(0, -400), 0);
    await page.keyboard.up('Control');
    assert.ok(to < 119);
    await page.keyboard.down('Shift');
    await asked(() => page.mouse.wheel(0, 300), from);
    await page.keyboard.up('Shift');
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, 3000);
    await page.keyboard.up('Control');
    await page.getByRole('button', { name: 'Whole range' }).waitFor({ state: 'detached' });
  });
});

test('how charts are drawn is in the address', async () => {
  await site.visit(await here('/model-metrics'), async ({ page }) => {
    await page.getByText('Duration', { exact: true }).click();
    await page.getByRole('button', { name: 'Drawing' }).click();
    await page.getByLabel('Smoothing').fill('0.6');
    await page.getByLabel('Logarithmic values').check();
    const address = page.url();
    assert.match(decodeURIComponent(address), /"x":"relative","logY":true,"smoothing":0\.6/);
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('button', { name: 'Drawing' }).click();
    assert.equal(await page.getByLabel('Smoothing').inputValue(), '0.6');
  });
});

test('a chart is hidden and shown, found by name, and saved as a file', async () => {
  await site.visit(await here('/model-metrics'), async ({ page }) => {
    await page.getByRole('article', { name: 'train/loss' }).locator('canvas').waitFor();
    await page.getByRole('button', { name: 'Chart of train/loss' }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as CSV' }).click();
    assert.equal((await coming).suggestedFilename(), 'train_loss.csv');

    await page.getByRole('button', { name: 'Chart of train/loss' }).click();
    const drawing = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
    assert.match(await readFile(await (await drawing).path(), 'utf8'), /^<svg [\s\S]*train-0011[\s\S]*<\/svg>\n$/);

    await page.getByRole('button', { name: 'Chart of train/loss' }).click();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await page.getByRole('article', { name: 'train/loss' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show 1 hidden' }).click();
    await page.getByRole('article', { name: 'train/loss' }).waitFor();

    await page.getByRole('searchbox', { name: 'Find a metric' }).fill('accu');
    await page.getByRole('article', { name: 'train/loss' }).waitFor({ state: 'detached' });
    await page.getByRole('article', { name: 'val/accuracy' }).waitFor();
  });
});

test('a run is read and annotated by keyboard alone', async () => {
  await site.visit(await here(), async ({ page }) => {
    await page.getByRole('heading', { name: 'train-0011' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    const tabTo = async (name: string) => {
      for (let tries = 0; tries < 60; tries++) {
        await page.keyboard.press('Tab');
        if ((await focused()).startsWith(name)) return;
      }
      assert.fail(`Tab does not reach ${name}`);
    };
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'Skip to content');
    await page.keyboard.press('Enter');
    await tabTo('Rename');
    await tabTo('System metrics');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'system/cpu_utilization_percentage' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await focused(), 'Overview');
    await page.keyboard.press('Enter');
    await tabTo('Add tag');
    await page.keyboard.press('Enter');
    await page.keyboard.type('reviewed');
    await page.keyboard.press('Tab');
    await page.keyboard.type('yes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'reviewed: yes' }).waitFor();
  });
});

test('parents and children lead to each other', async () => {
  const parent = await runNamed(site.seeded.search, 'sweep-1');
  await site.visit(`#/experiments/${site.seeded.search}/runs/${parent}`, async ({ page }) => {
    await page.getByRole('link', { name: 'trial-1-3' }).click();
    await page.getByRole('heading', { name: 'trial-1-3' }).waitFor();
    await part(page, 'Parent run').getByRole('link', { name: 'sweep-1' }).click();
    await page.getByRole('heading', { name: 'sweep-1' }).waitFor();
    await page.getByRole('link', { name: 'Compare them' }).click();
    await page.getByRole('heading', { name: '8 runs side by side' }).waitFor();
  });
});

test('a deleted run says so and is restored', async () => {
  await site.visit(await addressOf('train-0005'), async ({ page }) => {
    await page.getByRole('button', { name: 'Actions for this run' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('Deleted', { exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Add tag' }).count(), 0);
    await page.getByRole('button', { name: 'Actions for this run' }).click();
    await page.getByRole('menuitem', { name: 'Restore' }).click();
    await page.getByRole('button', { name: 'Add tag' }).waitFor();
  });
});

test('a run that does not exist is told apart from a broken page', async () => {
  await site.visit(`#/experiments/1/runs/${'0'.repeat(32)}`, async ({ page, expected }) => {
    expected.push(/404/);
    await page.getByText('This does not exist').waitFor();
    await page.getByRole('link', { name: 'Runs of this experiment' }).waitFor();
    await checkPage(page, 'run-missing-light');
    await page
      .getByRole('navigation', { name: 'Breadcrumb' })
      .getByRole('link', { name: 'Experiments', exact: true })
      .waitFor();
  });
});
