// Where the page begins: the first questions, the first rows as soon as they are known, and then the program, which
// takes longer to start than all of that. Meanwhile it is loaded (vite.config.ts).

import { early } from './early.ts';
import { canBeDrawn, drawFirstPage } from './first/first-page.ts';
import { painted } from './first/painted.ts';

// A server that takes longer shall not hold up the program too.
const kLongestWait = 200;

async function drawFirst(): Promise<void> {
  const root = document.getElementById('root');
  if (!early || !root || !canBeDrawn(early.view)) return;
  const late = new Promise<undefined>((done) => setTimeout(done, kLongestWait));
  // What cannot be asked for is the program's to tell.
  const page = await Promise.race([early.runs.promise.catch(() => undefined), late]);
  if (!page || page.runs.length === 0) return;
  drawFirstPage(root, page.runs, early.view, early.experiment.value?.name ?? '');
  await painted();
}

void drawFirst().finally(() => import('./main.tsx'));
