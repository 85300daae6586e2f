import type { Run } from '../api/run.ts';
import { hrefs } from '../router/routes.ts';
import { Button } from '../ui/button.tsx';
import styles from './run-heading.module.css';

interface Props {
  run: Run;
  colour: string;
  onRemove: () => void;
}

export function RunHeading({ run, colour, onRemove }: Props) {
  const name = run.info.run_name || run.id;
  return (
    <span className={styles.heading}>
      <span className={styles.colour} style={{ background: colour }} />
      <a href={hrefs.run(run.info.experiment_id, run.id)} title={name} className={styles.name}>
        {name}
      </a>
      <Button look="plain" icon="close" iconOnly className={styles.remove} onClick={onRemove}>
        {`Leave ${name} out`}
      </Button>
    </span>
  );
}
