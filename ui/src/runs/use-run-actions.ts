import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Run } from '../api/run.ts';
import { deleteRun, type RunSearch, renameRun, restoreRun, searchRuns, setRunTag } from '../api/runs.ts';
import { download } from '../state/download.ts';
import { forEachLimited } from '../state/each.ts';
import { complain, say, sayProgress } from '../ui/toasts.tsx';
import { csvOf, jsonOf } from './export.ts';
import { patchRuns } from './use-runs.ts';

// As many requests as a browser sends to one server at a time.
const kAtOnce = 6;
const kExportPage = 1_000;

export type ExportForm = 'csv' | 'json';

const kForms: Record<ExportForm, { type: string; write: (runs: readonly Run[]) => string }> = {
  csv: { type: 'text/csv', write: csvOf },
  json: { type: 'application/json', write: jsonOf },
};

export function countOf(runs: number): string {
  return `${runs.toLocaleString('en')} run${runs === 1 ? '' : 's'}`;
}

export function saveRuns(name: string, form: ExportForm, runs: readonly Run[]): void {
  const { type, write } = kForms[form];
  download(`${name}.${form}`, type, write(runs));
}

/** Every run of a search, loaded or not. */
async function allRuns(search: RunSearch, signal: AbortSignal, onRead: (runs: number) => void): Promise<Run[]> {
  const runs: Run[] = [];
  let token: string | undefined;
  do {
    const page = await searchRuns(search, { maxResults: kExportPage, token }, signal);
    runs.push(...page.runs);
    onRead(runs.length);
    token = page.nextPageToken;
  } while (token);
  return runs;
}

/** What can be done to runs. rename() and tag() reject with the server's reason; the rest says it aloud. */
export function useRunActions() {
  const client = useQueryClient();
  return useMemo(() => {
    const refreshRun = (id: string) => client.invalidateQueries({ queryKey: ['run', id] });
    const setLifecycle = async (runs: readonly Run[], stage: 'active' | 'deleted') => {
      const call = stage === 'deleted' ? deleteRun : restoreRun;
      const done = new Set<string>();
      try {
        await forEachLimited(runs, kAtOnce, async ({ id }) => {
          await call(id);
          done.add(id);
        });
      } catch (error) {
        complain(error);
      }
      patchRuns(client, (run) => (done.has(run.id) ? { ...run, info: { ...run.info, lifecycle_stage: stage } } : run));
      for (const id of done) void refreshRun(id);
      return done.size;
    };
    const restore = async (runs: readonly Run[]) => {
      const count = await setLifecycle(runs, 'active');
      if (count > 0) say(`Restored ${countOf(count)}.`);
      // Where a restored run belongs among the others, the server knows.
      void client.invalidateQueries({ queryKey: ['runs'] });
    };
    return {
      restore,
      async remove(runs: readonly Run[]): Promise<void> {
        const count = await setLifecycle(runs, 'deleted');
        if (count > 0) say(`Deleted ${countOf(count)}.`, { label: 'Undo', run: () => void restore(runs) });
      },
      async rename(run: Run, name: string): Promise<void> {
        await renameRun(run.id, name);
        patchRuns(client, (each) => (each.id === run.id ? { ...each, info: { ...each.info, run_name: name } } : each));
        await refreshRun(run.id);
      },
      async tag(runs: readonly Run[], key: string, value: string): Promise<void> {
        const ids = new Set(runs.map((run) => run.id));
        await forEachLimited(runs, kAtOnce, ({ id }) => setRunTag(id, key, value));
        patchRuns(client, (run) => (ids.has(run.id) ? { ...run, tags: new Map(run.tags).set(key, value) } : run));
        for (const id of ids) void refreshRun(id);
      },
      async exportAll(name: string, form: ExportForm, search: RunSearch): Promise<void> {
        const cancelled = new AbortController();
        const progress = sayProgress('Reading runs…', { label: 'Cancel', run: () => cancelled.abort() });
        try {
          const runs = await allRuns(search, cancelled.signal, (read) => progress.update(`Read ${countOf(read)}…`));
          saveRuns(name, form, runs);
          say(`Saved ${countOf(runs.length)}.`);
        } catch (error) {
          if (!cancelled.signal.aborted) complain(error);
        } finally {
          progress.done();
        }
      },
    };
  }, [client]);
}
