// MLflow's own web app, as its package has it built, against cairn: `cairn server --ui-dir`.

import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { kMlModel, storeFile } from './files.ts';
import { type Site, useSite } from './site.ts';
import { picture } from './visit.ts';

const kRoot = resolve(import.meta.dirname, '../..');
const kInstalled = 'build/venv/compat/lib/python3*/site-packages/mlflow/server/js/build';
const uiDir =
  process.env.CAIRN_MLFLOW_APP ?? globSync(kInstalled, { cwd: kRoot }).map((found) => resolve(kRoot, found))[0];
const missing = !uiDir || !existsSync(uiDir) ? 'no mlflow package: set CAIRN_MLFLOW_APP, or run ./dev test ui' : false;

const runs: string[] = [];

async function register(site: Site): Promise<void> {
  const found = (await site.api('runs/search', { experiment_ids: [site.seeded.training], max_results: 2 })) as {
    runs: { info: { run_id: string } }[];
  };
  runs.push(...found.runs.map((run) => run.info.run_id));
  const run = runs[0] ?? '';
  await storeFile(site, run, 'model/MLmodel', kMlModel);
  // In both: its comparison fails over a run without files, with MLflow's own server too.
  for (const each of runs) await storeFile(site, each, 'notes.txt', 'kept beside the run');
  await site.api('registered-models/create', { name: 'churn' });
  await site.api('model-versions/create', { name: 'churn', source: `runs:/${run}/model`, run_id: run });
}

const site = missing ? undefined : useSite(12, { ...(uiDir && { uiDir }), prepare: register });

// It asks who is signed in, and takes 404 for nobody, as it does with MLflow's own server.
const kNobody = 'users/current';

// What it says to the console with any server.
const kItsOwn = [/AG Grid/, /GL Driver Message/, /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/];

/** Opens a page of MLflow's app; any failed request but the one above is a failure. */
async function open(hash: string, act: (page: Page) => Promise<unknown>): Promise<void> {
  assert.ok(site);
  await site.visit(hash, async ({ page, expected, foreignRequests }) => {
    expected.push(/status of 404/, ...kItsOwn);
    const failed: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (response.status() >= 400 && !pathname.endsWith(kNobody)) failed.push(`${response.status()} ${pathname}`);
    });
    await page.reload();
    page.setDefaultTimeout(30_000);
    await act(page);
    await page.waitForTimeout(500);
    assert.deepEqual(failed, []);
    // Pictures on its GenAI pages come from elsewhere.
    foreignRequests.length = 0;
  });
}

test('its list of experiments', { skip: missing }, async () => {
  await open('#/experiments', (page) => page.getByRole('link', { name: 'churn-classifier' }).first().waitFor());
});

test('its runs', { skip: missing }, async () => {
  await open(`#/experiments/${site?.seeded.training}/runs`, async (page) => {
    await page.getByText('train-0012').first().waitFor();
    await picture(page, 'mlflow-app-runs');
  });
});

test('its charts', { skip: missing }, async () => {
  await open(`#/experiments/${site?.seeded.training}/runs?compareRunsMode=CHART`, async (page) => {
    await page.getByText('val/accuracy').first().waitFor();
    await page.locator('.js-plotly-plot').first().waitFor();
  });
});

test('its page of a run, with metrics, parameters and what it was registered as', { skip: missing }, async () => {
  await open(`#/experiments/${site?.seeded.training}/runs/${runs[0]}`, async (page) => {
    await page.getByText('learning_rate').first().waitFor();
    await page.getByText('val/accuracy').first().waitFor();
    await page.getByText('churn').first().waitFor();
  });
});

test('its artifacts of a run', { skip: missing }, async () => {
  await open(`#/experiments/${site?.seeded.training}/runs/${runs[0]}/artifacts`, async (page) => {
    await page.getByText('notes.txt').first().click();
    await page.getByText('kept beside the run').waitFor();
  });
});

test('its comparison of runs', { skip: missing }, async () => {
  const query = new URLSearchParams({
    runs: JSON.stringify(runs),
    experiments: JSON.stringify([site?.seeded.training]),
  });
  await open(`#/compare-runs?${query}`, async (page) => {
    await page.getByText('Comparing 2 Runs').first().waitFor();
    await page.getByText('learning_rate').first().waitFor();
  });
});

test('its registry: models, a model, a version', { skip: missing }, async () => {
  await open('#/models', (page) => page.getByRole('link', { name: 'churn' }).first().waitFor());
  await open('#/models/churn', (page) => page.getByText('Version 1').first().waitFor());
  await open('#/models/churn/versions/1', async (page) => {
    await page.getByText('train-0012').first().waitFor();
    await page.getByText('Schema', { exact: true }).first().waitFor();
    await picture(page, 'mlflow-app-version');
  });
});

test('its pages of what is not here are empty', { skip: missing }, async () => {
  await open('#/prompts', (page) => page.getByText('Create your first prompt').first().waitFor());
  await open(`#/experiments/${site?.seeded.training}/traces`, (page) => page.getByText('Traces').first().waitFor());
});
