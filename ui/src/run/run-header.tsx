import type { Run } from '../api/run.ts';
import { RunStatusIcon } from '../runs/table/run-status.tsx';
import { useRunActions } from '../runs/use-run-actions.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import styles from './run-header.module.css';
import { RunName } from './run-name.tsx';

export function RunHeader({ run }: { run: Run }) {
  const actions = useRunActions();
  const deleted = run.info.lifecycle_stage === 'deleted';
  const items: MenuItem[] = deleted
    ? [{ label: 'Restore', icon: 'restore', onSelect: () => void actions.restore([run]) }]
    : [{ label: 'Delete', icon: 'trash', danger: true, onSelect: () => void actions.remove([run]) }];
  return (
    <header className={styles.header}>
      <RunName run={run} />
      <RunStatusIcon status={run.info.status} named />
      {deleted && <span className={styles.deleted}>Deleted</span>}
      <span className={styles.space} />
      <Menu label="Actions for this run" icon="more" iconOnly align="end" items={items} />
    </header>
  );
}
