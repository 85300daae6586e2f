// The filter by clicking: its conditions in a list, and a form for another one.

import { type FormEvent, useId, useMemo, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { PopoverButton } from '../ui/popover.tsx';
import { clausesOf, type Field, fieldOf, isNumeric, isPlainSearch, joinClauses, operatorsFor } from './clauses.ts';
import styles from './condition-builder.module.css';
import { useServerWords, type Wanted } from './use-server-words.ts';
import { type Name, quoted, type Vocabulary } from './vocabulary.ts';

interface Props {
  filter: string;
  experiments: readonly string[];
  vocabulary: Vocabulary;
  onApply: (filter: string) => void;
}

export function ConditionBuilder({ filter, experiments, vocabulary, onApply }: Props) {
  const clauses = isPlainSearch(filter) ? [] : clausesOf(filter).map((clause) => clause.text);
  const label = clauses.length > 0 ? `Conditions (${clauses.length})` : 'Conditions';
  return (
    <PopoverButton label={label} icon="filter" compact align="end" className={styles.panel}>
      {() => (
        <>
          {clauses.length > 0 && (
            <ul className={styles.clauses}>
              {clauses.map((clause, index) => (
                <li key={clause} className={styles.clause}>
                  <code>{clause}</code>
                  <Button
                    look="plain"
                    icon="close"
                    iconOnly
                    onClick={() => onApply(joinClauses(clauses.filter((_, each) => each !== index)))}
                  >
                    Remove this condition
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <ConditionForm
            experiments={experiments}
            vocabulary={vocabulary}
            onAdd={(clause) => onApply(joinClauses([...clauses, clause]))}
          />
        </>
      )}
    </PopoverButton>
  );
}

const kGroups: [Field['kind'], string][] = [
  ['metrics', 'Metrics'],
  ['params', 'Parameters'],
  ['tags', 'Tags'],
  ['attributes', 'Attributes'],
  ['datasets', 'Datasets'],
];

interface FormProps {
  experiments: readonly string[];
  vocabulary: Vocabulary;
  onAdd: (clause: string) => void;
}

const kRunName: Field = { kind: 'attributes', key: 'run_name' };
const kAnyName: Wanted = { word: 'name', typed: '' };

function ConditionForm({ experiments, vocabulary: local, onAdd }: FormProps) {
  const [name, setName] = useState(local.names[0]?.text ?? 'attributes.run_name');
  const [operator, setOperator] = useState('');
  const [value, setValue] = useState('');
  const id = useId();
  const field = useMemo(() => fieldOf(name) ?? kRunName, [name]);
  const operators = operatorsFor(field);
  const chosen = operators.includes(operator) ? operator : (operators[0] ?? '=');
  const needsValue = !chosen.endsWith('NULL');
  const withNames = useServerWords(experiments, local, kAnyName);
  const wanted = useMemo(() => ({ word: 'value' as const, field, typed: value }), [field, value]);
  const vocabulary = useServerWords(experiments, withNames, wanted);
  const ready = !needsValue || (isNumeric(field) ? value.trim() !== '' && !Number.isNaN(Number(value)) : value !== '');

  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    onAdd([name, chosen, needsValue ? literal(field, chosen, value) : ''].join(' ').trim());
    setValue('');
  };
  return (
    <form className={styles.form} onSubmit={add}>
      <label className={styles.field}>
        <span>Where</span>
        <select value={name} onChange={(event) => setName(event.target.value)}>
          {kGroups.map(([kind, label]) => (
            <Options key={kind} label={label} names={vocabulary.names.filter((each) => each.field.kind === kind)} />
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span>is</span>
        <select value={chosen} onChange={(event) => setOperator(event.target.value)}>
          {operators.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      {needsValue && (
        <label className={styles.field}>
          <span>Value</span>
          <input value={value} list={`${id}-values`} onChange={(event) => setValue(event.target.value)} />
          <datalist id={`${id}-values`}>
            {vocabulary.values(field).map((each) => (
              <option key={each} value={each.slice(1, -1)} />
            ))}
          </datalist>
        </label>
      )}
      <Button type="submit" look="primary" icon="plus" disabled={!ready}>
        Add condition
      </Button>
    </form>
  );
}

function Options({ label, names }: { label: string; names: Name[] }) {
  if (names.length === 0) return null;
  return (
    <optgroup label={label}>
      {names.map((name) => (
        <option key={name.text} value={name.text}>
          {name.field.key}
        </option>
      ))}
    </optgroup>
  );
}

function literal(field: Field, operator: string, value: string): string {
  if (isNumeric(field)) return value.trim();
  if (!operator.endsWith('IN')) return quoted(value);
  const values = value.split(',').map((each) => quoted(each.trim()));
  return `(${values.join(', ')})`;
}
