import { useState } from 'react';
import type { ModelVersion, RegisteredModel } from '../api/models.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { TextField } from '../ui/field.tsx';
import { Part } from '../ui/part.tsx';
import { complain, say } from '../ui/toasts.tsx';
import { AliasChip } from './alias-chip.tsx';
import styles from './model-page.module.css';
import { useModelDeeds } from './use-model-deeds.ts';

interface Props {
  version: ModelVersion;
  /** The model's aliases and the versions that they mean. */
  taken: NonNullable<RegisteredModel['aliases']>;
}

/** The names by which programs load this version. Giving and taking one is asked about: programs follow them. */
export function Aliases({ version, taken }: Props) {
  const [asking, setAsking] = useState<{ alias?: string }>();
  const { aliases = [] } = version;
  const add = (
    <Button look="plain" icon="plus" onClick={() => setAsking({})}>
      Add alias
    </Button>
  );
  return (
    <Part title="Aliases" action={add}>
      {aliases.length === 0 && <p>No aliases</p>}
      <span className={styles.chips}>
        {aliases.map((alias) => (
          <span key={alias} className={styles.removable}>
            <AliasChip alias={alias} />
            <Button look="plain" icon="close" iconOnly onClick={() => setAsking({ alias })}>
              {`Remove @${alias}`}
            </Button>
          </span>
        ))}
      </span>
      {asking?.alias !== undefined && (
        <TakeAlias version={version} alias={asking.alias} onClose={() => setAsking(undefined)} />
      )}
      {asking && asking.alias === undefined && (
        <GiveAlias version={version} taken={taken} onClose={() => setAsking(undefined)} />
      )}
    </Part>
  );
}

function GiveAlias({ version, taken, onClose }: Props & { onClose: () => void }) {
  const [alias, setAlias] = useState('');
  const deeds = useModelDeeds();
  const { name, version: number } = version;
  const elsewhere = taken.find((each) => each.alias === alias.trim() && each.version !== number);
  return (
    <Confirm
      title={`An alias for version ${number}`}
      deedName={elsewhere ? 'Move' : 'Add'}
      disabled={!alias.trim()}
      deed={() => deeds.setAlias(name, alias.trim(), number)}
      onClose={onClose}
    >
      <TextField
        label="Alias"
        value={alias}
        autoFocus
        hint={
          elsewhere
            ? `It means version ${elsewhere.version} now and will mean this one.`
            : 'Programs load the version as models:/NAME@ALIAS.'
        }
        onChange={(event) => setAlias(event.target.value)}
      />
    </Confirm>
  );
}

function TakeAlias({ version, alias, onClose }: { version: ModelVersion; alias: string; onClose: () => void }) {
  const deeds = useModelDeeds();
  const { name, version: number } = version;
  const take = async () => {
    await deeds.removeAlias(name, alias);
    const undo = () => void deeds.setAlias(name, alias, number).catch(complain);
    say(`Removed @${alias}.`, { label: 'Undo', run: undo });
  };
  return (
    <Confirm title={`Remove @${alias}?`} deedName="Remove" danger deed={take} onClose={onClose}>
      <p>{`Programs that load “models:/${name}@${alias}” will find nothing.`}</p>
    </Confirm>
  );
}
