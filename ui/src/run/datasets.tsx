import { useState } from 'react';
import type { Run } from '../api/run.ts';
import { FieldsTable } from '../artifacts/signature-table.tsx';
import { hrefs } from '../router/routes.ts';
import { Button } from '../ui/button.tsx';
import { Detail, DetailList } from '../ui/detail-list.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Part } from '../ui/part.tsx';
import { type DatasetFacts, datasetFilter, factsOf } from './dataset-facts.ts';
import styles from './datasets.module.css';

export function Datasets({ run }: { run: Run }) {
  const [shown, setShown] = useState<DatasetFacts>();
  if (run.datasets.length === 0) return null;
  const all = run.datasets.map(factsOf);
  return (
    <Part title="Datasets" count={all.length}>
      <ul className={styles.list}>
        {all.map((facts) => (
          <li key={`${facts.name} ${facts.digest}`}>
            <Button look="plain" className={styles.open} onClick={() => setShown(facts)}>
              {facts.name}
            </Button>
            <code>{facts.digest}</code>
            <span className={styles.context}>{facts.context}</span>
          </li>
        ))}
      </ul>
      {shown && (
        <Dialog title={`Dataset ${shown.name}`} size="large" onClose={() => setShown(undefined)}>
          <Facts facts={shown} experiment={run.info.experiment_id} />
        </Dialog>
      )}
    </Part>
  );
}

function Facts({ facts, experiment }: { facts: DatasetFacts; experiment: string }) {
  const { digest, context, fields, profile, source } = facts;
  const runs = hrefs.experiment(experiment, new URLSearchParams({ searchFilter: datasetFilter(facts) }));
  return (
    <div className={styles.body}>
      <DetailList>
        <Detail name="Used for">{context}</Detail>
        <Detail name="Digest">
          <code>{digest}</code>
        </Detail>
        <Detail name="Source">
          {source && /^https?:/.test(source) ? (
            <a href={source} target="_blank" rel="noreferrer">
              {source}
            </a>
          ) : (
            source
          )}
        </Detail>
        {profile.map(([name, value]) => (
          <Detail key={name} name={name}>
            {value}
          </Detail>
        ))}
        <Detail name="Runs">
          <a href={runs}>Runs with this dataset</a>
        </Detail>
      </DetailList>
      {fields.length > 0 && <FieldsTable caption="Columns" fields={fields} />}
    </div>
  );
}
