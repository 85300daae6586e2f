import { type FormEvent, useState } from 'react';
import type { Experiment } from '../api/types.ts';
import { useExperimentActions } from '../experiments/use-experiments.ts';
import { hrefs } from '../router/routes.ts';
import { useAddress } from '../router/use-address.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PopoverButton } from '../ui/popover.tsx';
import { complain, say } from '../ui/toasts.tsx';
import { type SavedView, savedViews, tagOfView, viewName } from './saved-views.ts';
import styles from './views-menu.module.css';

/** The named views of an experiment: go to one, keep the present one, drop one. */
export function ViewsMenu({ experiment }: { experiment: Experiment }) {
  const views = savedViews(experiment);
  const { query } = useAddress();
  const current = views.find((view) => view.query === query.toString());
  return (
    <PopoverButton
      label={current ? current.name : 'Views'}
      icon="star"
      compact
      align="end"
      className={styles.panel}
      buttonClassName={styles.button}
    >
      {(close) => (
        <>
          {views.length > 0 ? (
            <ul className={styles.views}>
              {views.map((view) => (
                <ViewRow
                  key={view.name}
                  experiment={experiment}
                  view={view}
                  current={view === current}
                  onOpen={close}
                />
              ))}
            </ul>
          ) : (
            <p className={styles.hint}>
              Name the filter, order, columns and charts of now, to have them again. All who open this experiment see
              its views.
            </p>
          )}
          <SaveForm experiment={experiment} query={query.toString()} onDone={close} />
        </>
      )}
    </PopoverButton>
  );
}

interface RowProps {
  experiment: Experiment;
  view: SavedView;
  current: boolean;
  onOpen: () => void;
}

function ViewRow({ experiment, view, current, onOpen }: RowProps) {
  const { removeTag, setTag } = useExperimentActions();
  const tag = tagOfView(view.name);
  const remove = async () => {
    try {
      await removeTag(experiment, tag);
      const undo = () => void setTag(experiment, tag, view.query).catch(complain);
      say(`Removed the view ${view.name}.`, { label: 'Undo', run: undo });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <li className={styles.view}>
      <a
        href={hrefs.experiment(experiment.experiment_id, new URLSearchParams(view.query))}
        aria-current={current || undefined}
        onClick={onOpen}
      >
        {view.name}
      </a>
      <Button look="plain" icon="trash" iconOnly onClick={() => void remove()}>
        {`Remove the view ${view.name}`}
      </Button>
    </li>
  );
}

function SaveForm({ experiment, query, onDone }: { experiment: Experiment; query: string; onDone: () => void }) {
  const [text, setText] = useState('');
  const { setTag } = useExperimentActions();
  const name = viewName(text);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name) void setTag(experiment, tagOfView(name), query).then(onDone, complain);
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <TextField label="Keep this view as" value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" look="primary" disabled={!name}>
        Keep
      </Button>
    </form>
  );
}
