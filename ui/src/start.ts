// Where the page begins: the first questions, the first rows as soon as they are known, and then the program, which
// takes longer to start than all of that. Meanwhile it is loaded (vite.config.ts).

import { type Early, early } from './early.ts';
import { canBeDrawn, drawFirstPage } from './first/first-page.ts';
import { painted } from './first/painted.ts';

// A server that takes longer shall not hold up the program too.
const kLongestWait = 200;

async function drawFirst({ view, runs, experiment }: Early, root: Element): Promise<void> {
  // What cannot be asked for is the program's to tell.
  const page = await runs.promise.catch(() => undefined);
  // The program may have been quicker, if it did not wait.
  if (!page || page.runs.length === 0 || root.childElementCount > 0) return;
  drawFirstPage(root, page.runs, view, experiment.value?.name ?? '');
  await painted();
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (early && root && canBeDrawn(early.view)) {
    const late = new Promise((done) => setTimeout(done, kLongestWait));
    await Promise.race([drawFirst(early, root), late]);
  }
  await import('./main.tsx');
}

void start();
