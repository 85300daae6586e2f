import { useMemo } from 'react';
import { hrefs } from '../router/routes.ts';
import { Frame } from '../shell/frame.tsx';
import { Notice } from '../ui/notice.tsx';
import { RunsWorkbench } from './runs-workbench.tsx';

/** The runs of several experiments in one table. `ids` is the list of the address. */
export function ExperimentsTogetherPage({ ids }: { ids: string[] }) {
  const text = ids.join();
  // The same list until the address names others.
  const experiments = useMemo(() => text.split(',').filter(Boolean), [text]);
  const title = `${experiments.length} experiments`;
  return (
    <Frame title={title} crumbs={[{ label: 'Experiments', href: hrefs.experiments() }, { label: title }]}>
      <h1 className="visually-hidden">{title}</h1>
      {experiments.length > 0 ? (
        <RunsWorkbench experiments={experiments} name="runs" />
      ) : (
        <Notice title="No experiments to show">Select some in the list of experiments.</Notice>
      )}
    </Frame>
  );
}
