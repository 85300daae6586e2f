// Views that people named. They are tags of the experiment, so everybody who opens it has them.

import type { Experiment } from '../api/types.ts';

const kPrefix = 'cairn.view.';

export interface SavedView {
  name: string;
  /** The query of an experiment's address. */
  query: string;
}

// A tag's key may hold word characters, dots, dashes, spaces, colons and slashes; a slash would make it a path.
const kForbidden = /[^\p{L}\p{N}_. :-]+/gu;
const kLongestName = 60;

export function viewName(text: string): string {
  return text.replace(kForbidden, ' ').replace(/\s+/g, ' ').trim().slice(0, kLongestName).trim();
}

export function tagOfView(name: string): string {
  return kPrefix + name;
}

export function savedViews(experiment: Experiment | undefined): SavedView[] {
  return (experiment?.tags ?? [])
    .filter(({ key }) => key.startsWith(kPrefix))
    .map(({ key, value }) => ({ name: key.slice(kPrefix.length), query: value }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
