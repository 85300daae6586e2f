import type { ModelVersion, RegisteredModel } from '../api/models.ts';
import { hrefs } from '../router/routes.ts';
import { Part } from '../ui/part.tsx';
import { Time } from '../ui/time.tsx';
import { happeningsOf } from './happenings.ts';
import styles from './time-line.module.css';

const kMostShown = 12;

interface Props {
  model: RegisteredModel;
  versions: readonly ModelVersion[];
}

export function TimeLine({ model, versions }: Props) {
  const all = happeningsOf(model, versions);
  return (
    <Part title="Time line">
      <ol className={styles.line}>
        {all.slice(0, kMostShown).map(({ at, text, version }) => (
          <li key={`${at} ${text}`}>
            {version ? <a href={hrefs.modelVersion(model.name, version)}>{text}</a> : text}
            <span className={styles.time}>
              <Time at={at} />
            </span>
          </li>
        ))}
      </ol>
      {all.length > kMostShown && <p className={styles.time}>and {all.length - kMostShown} before</p>}
    </Part>
  );
}
