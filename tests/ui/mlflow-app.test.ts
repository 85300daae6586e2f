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
  for (const each of runs) await storeFile(site, each, 'model/MLmodel', kMlModel);
  // In both: its comparison fails over a run without files, with MLflow's own server too.
  for (const each of runs) await storeFile(site, each, 'notes.txt', 'kept beside the run');
  await site.api('registered-models/create', { name: 'churn' });
  for (const each of runs) {
    await site.api('model-versions/create', { name: 'churn', source: `runs:/${each}/model`, run_id: each });
  }
  const made = (await site.api('logged-models', {
    experiment_id: site.seeded.training,
    name: 'forest',
    source_run_id: run,
  })) as { model: { info: { model_id: string } } };
  const { model_id: id } = made.model.info;
  await fetch(`${site.server.api}/api/2.0/mlflow/logged-models/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ model_id: id, status: 'LOGGED_MODEL_READY' }),
  });
}

const site = missing ? undefined : useSite(12, { ...(uiDir && { uiDir }), prepare: register });

// It asks who is signed in, and whether a name is taken, and takes 404 for no, as it does with MLflow's own server.
const kAskedFor = /(users\/current|experiments\/get-by-name)$/;

// What it says to the console with any server.
const kItsOwn = [
  /AG Grid/,
  /ResizeObserver loop/,
  /GL Driver Message/,
  /ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED/,
];

/** Opens a page of MLflow's app; any failed request but those above is a failure. */
async function open(hash: string, act: (page: Page) => Promise<unknown>): Promise<void> {
  assert.ok(site);
  await site.visit(hash, async ({ page, expected, foreignRequests, refused }) => {
    expected.push(/status of 404/, ...kItsOwn);
    page.setDefaultTimeout(30_000);
    await act(page);
    await page.waitForTimeout(500);
    assert.deepEqual(
      refused.filter((answer) => !kAskedFor.test(answer)),
      [],
    );
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

test('its charts of a run, and of the machine it ran on', { skip: missing }, async () => {
  const run = `#/experiments/${site?.seeded.training}/runs/${runs[1]}`;
  await open(`${run}/model-metrics`, (page) => page.locator('.js-plotly-plot').first().waitFor());
  await open(`${run}/system-metrics`, async (page) => {
    await page.getByText('cpu_utilization_percentage').first().waitFor();
    await page.locator('.js-plotly-plot').first().waitFor();
  });
});

test('its runs are filtered, and one is deleted', { skip: missing }, async () => {
  await open(`#/experiments/${site?.seeded.training}/runs`, async (page) => {
    await page.getByText('train-0012').first().waitFor();
    const filter = page.getByPlaceholder(/metrics.rmse/).first();
    await filter.fill("attributes.run_name = 'train-0003'");
    await filter.press('Enter');
    await page.getByText('train-0012').first().waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'Select all runs' }).check();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('train-0003').first().waitFor({ state: 'detached' });
  });
});

test('it makes an experiment', { skip: missing }, async () => {
  await open('#/experiments', async (page) => {
    await page.getByRole('button', { name: 'Create' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').first().fill('made-in-its-app');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByText('made-in-its-app').first().waitFor();
  });
});

test('its comparison draws charts', { skip: missing }, async () => {
  const query = new URLSearchParams({
    runs: JSON.stringify(runs),
    experiments: JSON.stringify([site?.seeded.training]),
  });
  await open(`#/compare-runs?${query}`, async (page) => {
    await page.getByRole('tab', { name: 'Scatter Plot' }).click();
    await page.getByText('X-axis:').waitFor();
    await page.locator('.js-plotly-plot').first().waitFor();
  });
});

test('its logged models', { skip: missing }, async () => {
  await open(`#/experiments/${site?.seeded.training}/models`, async (page) => {
    await page.getByText('forest').first().waitFor();
    await page.getByText('Ready').first().waitFor();
  });
});

test('its comparison of versions', { skip: missing }, async () => {
  const versions = new URLSearchParams({ name: '"churn"', runs: JSON.stringify({ 1: runs[0], 2: runs[1] }) });
  await open(`#/compare-model-versions?${versions}`, async (page) => {
    await page.getByText('Comparing 2 Versions').first().waitFor();
    await page.getByText('seed', { exact: true }).first().waitFor();
    await page.getByText('val/accuracy').first().waitFor();
  });
});

test('its pages of what is not here are empty, and say so', { skip: missing }, async () => {
  const experiment = `#/experiments/${site?.seeded.training}`;
  const pages: [hash: string, text: string][] = [
    ['#/prompts', 'Create your first prompt'],
    [`${experiment}/traces`, 'Start tracing your LLM application'],
    [`${experiment}/overview/usage`, 'No data available for the selected time range'],
    [`${experiment}/chat-sessions`, 'The Sessions view has moved'],
    [`${experiment}/datasets`, 'Create an evaluation dataset'],
    [`${experiment}/judges`, 'Create and manage judges'],
    [`${experiment}/evaluation-runs`, 'Evaluation runs'],
    [`${experiment}/runs/${runs[0]}/traces`, 'No traces found'],
    ['#/mcp-registry', 'MCP Registry'],
    ['#/settings/llm-connections', 'LLM Connections'],
    ['#/settings/webhooks', 'No webhooks configured'],
  ];
  await open('#/prompts', async (page) => {
    for (const [hash, text] of pages) {
      await page.goto(`${site?.server.url}${hash}`);
      await page.getByText(text).first().waitFor();
    }
  });
});
