// A run's files: found, shown, taken away, compared.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { kFiles, storeAllFiles, storeFile } from './files.ts';
import { type Site, useSite } from './site.ts';
import { checkPage, kDesktop, kPhone, picture } from './visit.ts';

const runs: string[] = [];

async function store(site: Site): Promise<void> {
  const found = (await site.api('runs/search', { experiment_ids: [site.seeded.training], max_results: 3 })) as {
    runs: { info: { run_id: string } }[];
  };
  runs.push(...found.runs.map((run) => run.info.run_id));
  await storeAllFiles(site, runs[0] ?? '');
  await storeFile(site, runs[1] ?? '', 'config.yaml', 'learning_rate: 0.03\ndepth: 4\nbatch: 32\nseed: 1\n');
}

const site = useSite(4, { prepare: store });
const here = (path = '') => `#/experiments/${site.seeded.training}/runs/${runs[0]}/artifacts${path && `/${path}`}`;
const item = (page: Page, name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });

test('files are found in the tree and shown by their kinds', async () => {
  await site.visit(`#/experiments/${site.seeded.training}/runs/${runs[0]}`, async ({ page }) => {
    await page.getByRole('link', { name: 'Artifacts' }).click();
    await item(page, 'notes.md').click();
    await page.getByRole('heading', { name: 'Findings' }).waitFor();

    await item(page, 'metrics.json').click();
    await page.getByText('"auc": 0.93').waitFor();
    await item(page, 'train.py').click();
    await page.getByText('mlflow.autolog()').waitFor();
    assert.equal(await page.locator('pre').getByText('import', { exact: true }).count(), 1);
    await item(page, 'config.yaml').click();
    await page.getByText('depth: 4').waitFor();

    await item(page, 'predictions.csv').click();
    await page.getByText('2 rows of 3 columns').waitFor();
    await page.getByRole('cell', { name: 'Nord, West' }).waitFor();
    await item(page, 'customers.parquet').click();
    await page.getByText('3 rows of 4 columns').waitFor();
    await page.getByRole('cell', { name: '["b","c"]' }).waitFor();
    await item(page, 'eval.json').click();
    await page.getByRole('cell', { name: 'because' }).waitFor();

    await item(page, 'plots').click();
    await item(page, 'confusion.png').click();
    const shown = page.getByRole('img', { name: 'confusion.png' });
    await shown.waitFor();
    assert.equal(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)), 96);

    await item(page, 'sounds').click();
    await item(page, 'beep.wav').click();
    await page.waitForFunction(() => (document.querySelector('audio')?.duration ?? 0) > 0.4);

    await item(page, 'clips').click();
    await item(page, 'walk.webm').click();
    await page.waitForFunction(() => document.querySelector('video')?.videoWidth === 32);

    await item(page, 'empty.txt').click();
    await page.getByRole('heading', { name: 'empty.txt' }).waitFor();
    await item(page, 'model').click();
    await item(page, 'model.pkl').click();
    await page.getByText('No preview').waitFor();
    assert.match(page.url(), /artifacts\/model\/model.pkl$/);
    await page.reload();
    await item(page, 'model.pkl').waitFor();
  });
});

test('an MLmodel file has its signature drawn', async () => {
  await site.visit(here('model/MLmodel'), async ({ page }) => {
    await page.getByRole('row', { name: /visits double/ }).waitFor();
    await page.getByRole('row', { name: /region string optional/ }).waitFor();
    await page.getByRole('row', { name: /tensor of int64 \(any\)/ }).waitFor();
    await page.getByText('python_function, sklearn').waitFor();
  });
});

test('a page that was logged runs in a frame of its own and reaches nobody', async () => {
  await site.visit(here('report.html'), async ({ page, expected }) => {
    expected.push(/Content Security Policy/);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: 'drawn by null' }).waitFor();
    await frame.getByText('server refused, page refused').waitFor();
    assert.equal(await frame.getByRole('heading').evaluate((each) => getComputedStyle(each).color), 'rgb(1, 2, 3)');
  });
});

test('a PDF is shown by the browser itself', async () => {
  await site.visit(here('paper.pdf'), async ({ page }) => {
    const shown = page.waitForResponse((response) => response.url().includes('artifacts/view'));
    await page.reload();
    assert.equal((await shown).headers()['content-type'], 'application/pdf');
    // Chromium's reader is an extension, in a frame of its own within ours.
    await page.locator('iframe[title="paper.pdf"]').waitFor();
    while (!page.frames().some((frame) => frame.url().startsWith('chrome-extension:'))) await page.waitForTimeout(50);
    await picture(page, 'artifacts-pdf-light');
  });
});

test('the way back up leads through the folders', async () => {
  await site.visit(here('plots/confusion.png'), async ({ page }) => {
    await page.getByRole('img', { name: 'confusion.png' }).waitFor();
    await page.getByRole('link', { name: 'plots', exact: true }).click();
    await page.getByRole('heading', { name: 'plots' }).waitFor();
    await page.getByRole('button', { name: /confusion/ }).click();
    await page.getByRole('link', { name: 'All files' }).click();
    await page.getByRole('heading', { name: 'All files' }).waitFor();
    await page.goto(site.server.url + here('plots/gone.png'));
    await page.getByText('This file does not exist').waitFor();
    await page.getByRole('link', { name: 'See all files' }).click();
    await page.getByRole('heading', { name: 'All files' }).waitFor();
  });
});

test('a large file waits to be asked for', async () => {
  await site.visit(here(), async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await item(page, 'big.log').click();
    await page.getByText('1.8 MB is a lot to load').waitFor();
    assert.ok(!asked.some((url) => url.includes('get-artifact')));
    await page.getByRole('button', { name: 'Show it all the same' }).click();
    await page.getByText('a line of the log').first().waitFor();
  });
});

test('a file and a folder are taken away', async () => {
  await site.visit(here('config.yaml'), async ({ page }) => {
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    assert.equal((await file).suggestedFilename(), 'config.yaml');

    await page.goto(site.server.url + here());
    const archive = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as .zip' }).click();
    const saved = await (await archive).path();
    const zipfile = (...args: string[]) => execFileSync('python3', ['-m', 'zipfile', ...args], { encoding: 'utf8' });
    const names = zipfile('-l', saved);
    for (const [path] of kFiles) assert.ok(names.includes(path), path);
    assert.match(zipfile('-t', saved), /^Done testing\n$/);

    await page.goto(site.server.url + here('model'));
    const folder = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as .zip' }).click();
    assert.equal((await folder).suggestedFilename(), 'model.zip');
    const model = zipfile('-l', await (await folder).path());
    assert.ok(model.includes('MLmodel') && !model.includes('model/MLmodel'), model);
  });
});

test('images logged by step have a slider', async () => {
  await site.visit(here('images'), async ({ page }) => {
    await page.getByRole('img', { name: 'mask at step 10' }).waitFor();
    await page.getByRole('slider', { name: 'mask' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('img', { name: 'mask at step 5' }).waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('img', { name: 'mask at step 0' }).waitFor();
  });
});

test('the tree works by keyboard', async () => {
  await site.visit(here(), async ({ page }) => {
    await item(page, 'images').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await item(page, 'MLmodel').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'MLmodel' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await item(page, 'MLmodel').waitFor({ state: 'detached' });
  });
});

test('on a phone, folders are gone through one by one', async () => {
  await site.visit(
    here(),
    async ({ page }) => {
      await page.getByRole('button', { name: 'plots' }).tap();
      await page.getByRole('button', { name: /confusion/ }).tap();
      await page.getByRole('img', { name: 'confusion.png' }).waitFor();
      assert.equal(await page.getByRole('tree').count(), 0);
      await page.getByRole('link', { name: 'plots', exact: true }).tap();
      await page.getByRole('heading', { name: 'plots' }).waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.ok(!wide, 'the page is wider than the phone');
    },
    kPhone,
  );
});

test('a run without files says how to log one', async () => {
  await site.visit(`#/experiments/${site.seeded.training}/runs/${runs[2]}/artifacts`, async ({ page }) => {
    await page.getByText('No artifacts').waitFor();
    await page.getByText('mlflow.log_artifact').waitFor();
    await checkPage(page, 'artifacts-none-light');
  });
});

test('files of two runs are compared, texts line by line', async () => {
  const query = new URLSearchParams({
    runs: JSON.stringify(runs.slice(0, 2)),
    experiments: JSON.stringify([site.seeded.training]),
  });
  await site.visit(`#/compare-runs?${query}`, async ({ page }) => {
    await page.getByText('Artifacts', { exact: true }).click();
    const difference = page.getByRole('region', { name: 'Difference' });
    await difference.getByText('learning_rate: 0.01').waitFor();
    await difference.getByText('learning_rate: 0.03').waitFor();
    await difference.getByText('batch: 32').waitFor();
    await checkPage(page, 'compare-artifacts-light');
    await page.getByLabel('File').selectOption('plots/confusion.png');
    await page.getByRole('img', { name: 'confusion.png' }).waitFor();
    await page.getByText('It has no such file.').waitFor();
  });
});

test('the shown file is in the address; of more than two texts, each is compared with the first', async () => {
  const query = new URLSearchParams({
    runs: JSON.stringify(runs),
    experiments: JSON.stringify([site.seeded.training]),
    pane: 'artifacts',
  });
  await site.visit(`#/compare-runs?${query}`, async ({ page }) => {
    await page.getByLabel('File').selectOption('config.yaml');
    assert.match(page.url(), /file=config.yaml/);
    await page.reload();
    const side = (name: string) => page.getByRole('region', { name, exact: true });
    await side('train-0004').getByText('depth: 4').waitFor();
    await side('train-0003').getByRole('region', { name: 'Difference' }).getByText('batch: 32').waitFor();
    await side('train-0002').getByText('It has no such file.').waitFor();
  });
});

test('the pages of files are accessible in both themes and on a phone', async () => {
  const pages: [name: string, path: string, ready: (page: Page) => Promise<void>][] = [
    ['artifacts', 'predictions.csv', (page) => page.getByText('2 rows of 3 columns').waitFor()],
    ['artifacts-code', 'train.py', (page) => page.getByText('mlflow.autolog()').waitFor()],
    ['artifacts-model', 'model/MLmodel', (page) => page.getByRole('row', { name: /visits/ }).waitFor()],
    ['artifacts-images', 'images', (page) => page.getByRole('img', { name: /mask/ }).waitFor()],
  ];
  for (const [name, path, ready] of pages) {
    for (const scheme of ['light', 'dark'] as const) {
      await site.visit(
        here(path),
        async ({ page }) => {
          await ready(page);
          await checkPage(page, `${name}-${scheme}`);
        },
        { ...kDesktop, colorScheme: scheme },
      );
    }
    await site.visit(
      here(path),
      async ({ page }) => {
        await ready(page);
        await checkPage(page, `${name}-phone`);
      },
      kPhone,
    );
  }
});
