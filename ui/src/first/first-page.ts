// What stands on the screen until the program does: the bar, room for the tools, and the first runs.

// Before the style sheets whose classes stand beside a button's: of two that say the same, the later counts.
import '../ui/button.module.css';
import type { Run } from '../api/run.ts';
import { hrefs } from '../router/routes.ts';
import workbench from '../runs/runs-workbench.module.css';
import toolbar from '../runs/toolbar.module.css';
import type { ExperimentView } from '../runs/view.ts';
import frame from '../shell/frame.module.css';
import '../theme/tokens.css';
import '../theme/base.css';
import { keptTheme, paintTheme } from '../theme/kept-theme.ts';
import { element } from './element.ts';
import first from './first-page.module.css';
import { firstTable } from './first-table.ts';

// Narrower, the tools take several lines.
const kLeastWidth = 1000;
const kRowHeight = 30;

/** Whether the first page of this view is the program's own, down to the places of its rows. */
export function canBeDrawn({ panes, table }: ExperimentView): boolean {
  const roomy = window.innerWidth >= kLeastWidth && !window.matchMedia('(pointer: coarse)').matches;
  return roomy && panes === 'table' && table.groupBy.length === 0;
}

export function drawFirstPage(root: Element, runs: readonly Run[], view: ExperimentView, name: string): void {
  paintTheme(keptTheme());
  const crumbs = element('nav', { 'aria-label': 'Breadcrumb', class: frame.crumbs }, [
    element('ol', {}, [
      element('li', {}, [element('a', { href: hrefs.experiments() }, ['Experiments'])]),
      element('li', {}, [element('span', { 'aria-current': 'page' }, [name])]),
    ]),
  ]);
  const content = element('div', { class: workbench.content });
  root.replaceChildren(
    element('div', { class: frame.frame, 'data-first': '' }, [
      element('header', { class: frame.bar }, [element('span', { class: first.brand }), crumbs]),
      element('main', { class: frame.main }, [
        element('div', { class: toolbar.toolbar }, [element('div', { class: first.tools })]),
        content,
      ]),
    ]),
  );
  content.append(firstTable(runs, view, kRowHeight, window.innerHeight));
}
