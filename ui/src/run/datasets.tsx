import type { Run } from '../api/run.ts';
import { Part } from '../ui/part.tsx';
import styles from './datasets.module.css';

export function Datasets({ run }: { run: Run }) {
  if (run.datasets.length === 0) return null;
  return (
    <Part title="Datasets" count={run.datasets.length}>
      <ul className={styles.list}>
        {run.datasets.map(({ dataset, tags }) => (
          <li key={`${dataset.name} ${dataset.digest}`}>
            <strong>{dataset.name}</strong> <code>{dataset.digest}</code>
            <span className={styles.context}>{tags?.find((tag) => tag.key === 'mlflow.data.context')?.value}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
