import { useState } from 'react';
import type { Run } from '../api/run.ts';
import { RenameRun } from '../runs/rename-run.tsx';
import { RunStatusIcon } from '../runs/table/run-status.tsx';
import { useRunActions } from '../runs/use-run-actions.ts';
import { Button } from '../ui/button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import styles from './run-header.module.css';

export function RunHeader({ run }: { run: Run }) {
  const [renaming, setRenaming] = useState(false);
  const actions = useRunActions();
  const deleted = run.info.lifecycle_stage === 'deleted';
  const items: MenuItem[] = deleted
    ? [{ label: 'Restore', icon: 'restore', onSelect: () => void actions.restore([run]) }]
    : [{ label: 'Delete', icon: 'trash', danger: true, onSelect: () => void actions.remove([run]) }];
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>{run.info.run_name || run.id}</h1>
      {!deleted && (
        <Button look="plain" icon="edit" iconOnly onClick={() => setRenaming(true)}>
          Rename
        </Button>
      )}
      <RunStatusIcon status={run.info.status} named />
      {deleted && <span className={styles.deleted}>Deleted</span>}
      <span className={styles.space} />
      <Menu label="Actions for this run" icon="more" iconOnly align="end" items={items} />
      {renaming && <RenameRun run={run} onClose={() => setRenaming(false)} />}
    </header>
  );
}
