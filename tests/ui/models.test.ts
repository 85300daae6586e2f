// Registered models and their versions, as people handle them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { kMlModel, storeFile } from './files.ts';
import { type Site, useSite } from './site.ts';
import { checkPage, kDesktop, kPhone } from './visit.ts';

const runs: string[] = [];

async function register(site: Site): Promise<void> {
  const found = (await site.api('runs/search', { experiment_ids: [site.seeded.training], max_results: 4 })) as {
    runs: { info: { run_id: string } }[];
  };
  runs.push(...found.runs.map((run) => run.info.run_id));
  await site.api('registered-models/create', { name: 'churn', description: 'Who **leaves** next month.' });
  await site.api('registered-models/create', { name: 'plants and 2 more' });
  for (const [index, run] of runs.slice(0, 3).entries()) {
    await site.api('model-versions/create', {
      name: 'churn',
      source: `runs:/${run}/model`,
      run_id: run,
      description: `take ${index + 1}`,
    });
  }
  // Version 3 has no files.
  await storeFile(site, runs[0] ?? '', 'model/MLmodel', kMlModel);
  await storeFile(site, runs[0] ?? '', 'model/page.html', '<h1>of the version</h1>');
  await storeFile(site, runs[1] ?? '', 'model/MLmodel', kMlModel.replace('"type": "double"', '"type": "float"'));
  await site.api('model-versions/transition-stage', { name: 'churn', version: '1', stage: 'Production' });
  await site.api('registered-models/alias', { name: 'churn', alias: 'champion', version: '2' });
}

const site = useSite(4, { prepare: register });

const row = (page: Page, name: string | RegExp) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: typeof name === 'string' }) });

test('the list shows latest versions, aliases and stages, and is searched', async () => {
  await site.visit('', async ({ page }) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Models' }).click();
    await row(page, 'churn').getByRole('link', { name: 'Version 3' }).waitFor();
    await row(page, 'churn').getByRole('link', { name: '@champion v2' }).waitFor();
    await row(page, 'churn').getByRole('link', { name: 'Production v1' }).waitFor();
    await row(page, 'plants and 2 more').waitFor();
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('CHU');
    await page.getByRole('link', { name: 'plants and 2 more' }).waitFor({ state: 'detached' });
    await page.reload();
    await row(page, 'churn').waitFor();
    await page.getByRole('searchbox', { name: 'Find by name' }).fill("no 'such");
    await page.getByText('No model has').waitFor();
  });
});

test('a model is created, renamed, described and deleted', async () => {
  await site.visit('#/models', async ({ page, expected }) => {
    expected.push(/400/);
    await page.getByRole('button', { name: 'New model' }).click();
    await page.getByLabel('Name', { exact: true }).fill('churn');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('alert').getByText('already exists').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('mistyped/');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('mistyped');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'mistyped' }).waitFor();

    await page.getByRole('button', { name: 'Actions for this model' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('well-typed');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('heading', { name: 'well-typed' }).waitFor();

    await page.getByRole('button', { name: 'Add a description' }).click();
    await page.getByLabel('Markdown').fill('For *plants*.');
    await page.getByRole('button', { name: 'Save' }).click();
    assert.equal(await page.locator('em').textContent(), 'plants');

    await page.getByRole('button', { name: 'Actions for this model' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('The runs and their files stay').waitFor();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await row(page, 'churn').waitFor();
    assert.equal(await page.getByRole('link', { name: 'well-typed' }).count(), 0);
  });
});

test('a model has its versions, tags and a time line', async () => {
  await site.visit('#/models/churn', async ({ page }) => {
    await page.getByText('leaves').waitFor();
    const versions = page.getByRole('region', { name: 'Versions 3' });
    await versions.getByRole('link', { name: 'Version 3' }).waitFor();
    await versions.getByText('@champion').waitFor();
    const line = page.getByRole('region', { name: 'Time line' });
    await line.getByText('Version 1 changed, now Production').waitFor();
    assert.match((await line.getByRole('listitem').last().textContent()) ?? '', /Model created/);

    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByLabel('Key').fill('task');
    await page.getByLabel('Value').fill('churn');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'task: churn' }).click();
    await page.getByRole('button', { name: 'Remove this tag' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'task: churn' }).waitFor();
  });
});

test('a version changes its stage after a question that names whom it displaces', async () => {
  await site.visit('#/models/churn/versions/2', async ({ page }) => {
    await page.getByRole('heading', { name: 'churn · Version 2' }).waitFor();
    await page.getByRole('row', { name: /visits float/ }).waitFor();
    await page.getByRole('link', { name: 'train-0003' }).waitFor();
    await page.getByRole('button', { name: 'Stage' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Production' }).click();
    await page.getByText('Archive version 1, now in Production').waitFor();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.locator('header [data-stage=Production]').waitFor();
    await page.goto(`${site.server.url}#/models/churn`);
    await row(page, 'Version 1').getByText('Archived').waitFor();
    await row(page, 'Version 2').getByText('Production').waitFor();
  });
});

test('a version’s files are listed, shown and taken away', async () => {
  await site.visit('#/models/churn/versions/1', async ({ page }) => {
    await page.getByRole('link', { name: 'Artifacts' }).click();
    await page.getByRole('treeitem', { name: /^MLmodel/ }).click();
    await page.getByRole('row', { name: /visits double/ }).waitFor();
    assert.match(page.url(), /#\/models\/churn\/versions\/1\/artifacts\/MLmodel$/);
    await page.getByRole('treeitem', { name: /^page.html/ }).click();
    await page.frameLocator('iframe').getByRole('heading', { name: 'of the version' }).waitFor();
    await page.getByRole('link', { name: 'All files' }).click();
    const archive = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as .zip' }).click();
    assert.equal((await archive).suggestedFilename(), 'churn-1.zip');
    await page.goto(`${site.server.url}#/models/churn/versions/3/artifacts`);
    await page.getByText('No artifacts').waitFor();
  });
});

test('a version says how programs load it, in each of its flavours', async () => {
  await site.visit('#/models/churn/versions/1', async ({ page }) => {
    const metrics = page.getByRole('region', { name: 'Metrics of its run' });
    await metrics.getByRole('row', { name: /^val\/loss/ }).waitFor();
    const load = page.getByRole('region', { name: 'Load it in Python' });
    await load.getByText('mlflow.pyfunc.load_model("models:/churn/1")').waitFor();
    await load.getByText('sklearn', { exact: true }).click();
    await load.getByText('mlflow.sklearn.load_model("models:/churn/1")').waitFor();
    await load.getByText(`mlflow.set_tracking_uri("${site.server.api}")`).waitFor();
  });
});

test('an alias is given, moved and taken, each after a question', async () => {
  await site.visit('#/models/churn/versions/3', async ({ page }) => {
    const aliases = page.getByRole('region', { name: 'Aliases' });
    await aliases.getByText('No aliases').waitFor();
    await page.getByRole('button', { name: 'Add alias' }).click();
    await page.getByLabel('Alias', { exact: true }).fill('champion');
    await page.getByText('It means version 2 now and will mean this one.').waitFor();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await aliases.getByText('@champion', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Remove @champion' }).click();
    await page.getByText('will find nothing').waitFor();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await aliases.getByText('No aliases').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await aliases.getByText('@champion', { exact: true }).waitFor();
  });
});

test('two versions are compared by what their runs had, and by their signatures', async () => {
  await site.visit('#/models/churn', async ({ page }) => {
    await page.getByLabel('Choose version 2').check();
    await page.getByLabel('Choose version 1').check();
    await page.getByRole('button', { name: 'Compare 1 and 2' }).click();
    const table = page.getByRole('table');
    await table.getByRole('columnheader', { name: 'Version 1' }).waitFor();
    await table.getByRole('columnheader', { name: 'Version 2' }).waitFor();
    await table.getByRole('row', { name: /^val\/loss/ }).waitFor();
    await table.getByRole('row', { name: /^learning_rate/ }).waitFor();
    await table.getByText('take 1').waitFor();
    await table.getByRole('row', { name: 'visits input double float' }).waitFor();
    await page.getByRole('button', { name: 'The other way round' }).click();
    await table.getByRole('row', { name: 'visits input float double' }).waitFor();
    await page.getByLabel('Second version').selectOption('3');
    await page.getByRole('heading', { name: 'churn · Versions 2 and 3' }).waitFor();
    await page.reload();
    await table.getByRole('row', { name: 'visits input float not there' }).waitFor();
  });
});

test('a version is looked at, renamed by an alias and staged by keyboard alone', async () => {
  await site.visit('#/models', async ({ page }) => {
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByRole('link', { name: 'churn', exact: true }).focus();
    await press('Enter');
    await page.getByRole('link', { name: 'Version 2', exact: true }).focus();
    await press('Enter');
    await page.getByRole('heading', { name: 'churn · Version 2' }).waitFor();
    await page.getByRole('button', { name: 'Stage' }).focus();
    await press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'None' }).waitFor();
    await press('ArrowDown', 'Enter');
    await page.getByRole('dialog', { name: 'Move version 2 to Staging?' }).waitFor();
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add alias' }).focus();
    await press('Enter');
    await page.keyboard.type('by-keys');
    await press('Enter');
    await page.getByText('@by-keys', { exact: true }).waitFor();
    await page.getByRole('radio', { name: 'pyfunc' }).focus();
    await press('ArrowRight');
    await page.getByText('mlflow.sklearn.load_model').waitFor();
    await page.getByRole('link', { name: 'Artifacts' }).focus();
    await press('Enter');
    await page.getByRole('treeitem', { name: /^MLmodel/ }).focus();
    await press('Enter');
    await page.getByRole('row', { name: /visits float/ }).waitFor();
  });
});

test('a run says what it was registered as, and the palette finds models', async () => {
  await site.visit(`#/experiments/${site.seeded.training}/runs/${runs[0]}`, async ({ page }) => {
    await page.getByRole('link', { name: 'churn, version 1' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('plants');
    await page.getByRole('option', { name: /plants and 2/ }).click();
    await page.getByRole('heading', { name: 'plants and 2 more' }).waitFor();
    await page.getByText('No version is registered yet.').waitFor();
    await page.getByText('registered_model_name="plants and 2 more"').waitFor();
  });
});

test('the pages of models are accessible in both themes and on a phone', async () => {
  const compare = new URLSearchParams({ name: '"churn"', versions: '["1","2"]' });
  const pages: [name: string, hash: string, ready: (page: Page) => Promise<void>][] = [
    ['models', '#/models', (page) => row(page, 'churn').waitFor()],
    ['model', '#/models/churn', (page) => page.getByRole('link', { name: 'Version 1', exact: true }).waitFor()],
    [
      'model-version-files',
      '#/models/churn/versions/2/artifacts/MLmodel',
      (page) => page.getByRole('row', { name: /visits/ }).waitFor(),
    ],
    ['model-version', '#/models/churn/versions/2', (page) => page.getByRole('row', { name: /visits/ }).waitFor()],
    ['compare-versions', `#/compare-model-versions?${compare}`, (page) => page.getByText('take 1').waitFor()],
  ];
  for (const [name, hash, ready] of pages) {
    const looks = [
      ['light', { ...kDesktop, colorScheme: 'light' }],
      ['dark', { ...kDesktop, colorScheme: 'dark' }],
      ['phone', kPhone],
    ] as const;
    for (const [look, options] of looks) {
      await site.visit(
        hash,
        async ({ page }) => {
          await ready(page);
          await checkPage(page, `${name}-${look}`);
        },
        options,
      );
    }
  }
});

async function removeIt(page: Page, of: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for this ${of}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
}

const answersFor = async (query: string) =>
  (await fetch(`${site.server.api}/api/2.0/mlflow/model-versions/get?${query}`)).status;

test('a deletion of a version is taken back before it is sent', async () => {
  await site.visit('#/models/churn/versions/3', async ({ page }) => {
    await removeIt(page, 'version');
    await page.getByRole('link', { name: 'Version 2', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Version 3', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Version 3', exact: true }).waitFor();
    assert.equal(await answersFor('name=churn&version=3'), 200);
  });
});

test('a version is deleted when there was time to take it back', async () => {
  await site.visit('#/models/churn/versions/3', async ({ page }) => {
    await removeIt(page, 'version');
    await page.getByText('Deleted version 3 of churn.').waitFor();
    const done = await page.waitForResponse((response) => response.url().endsWith('/model-versions/delete'), {
      timeout: 20_000,
    });
    assert.equal(done.status(), 200);
    await page.getByRole('link', { name: 'Version 2', exact: true }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Version 3', exact: true }).count(), 0);
  });
  assert.equal(await answersFor('name=churn&version=3'), 404);
});

test('who deletes a model and leaves the page has deleted it', async () => {
  await site.api('registered-models/create', { name: 'to be left' });
  await site.visit('#/models/to%20be%20left', async ({ page }) => {
    await removeIt(page, 'model');
    await page.getByText('Deleted to be left.').waitFor();
    await page.goto('about:blank');
    const deadline = Date.now() + 5_000;
    const there = async () =>
      (await fetch(`${site.server.api}/api/2.0/mlflow/registered-models/get?name=to+be+left`)).status !== 404;
    while ((await there()) && Date.now() < deadline) await page.waitForTimeout(50);
    assert.equal(await there(), false);
  });
});
