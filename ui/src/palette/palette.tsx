// Everything by name: experiments, runs and commands, under Ctrl-K.

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { navigate } from '../router/address.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import styles from './palette.module.css';
import { useFound } from './use-found.ts';

export interface Entry {
  id: string;
  label: string;
  detail: string;
  icon: IconName;
  /** Where it leads, or what it does. */
  to: string | (() => void);
}

export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { entries, searching } = useFound(text);
  const id = useId();

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  const open = (entry: Entry | undefined) => {
    if (!entry) return;
    dialog.current?.close();
    if (typeof entry.to === 'string') navigate(entry.to);
    else entry.to();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setChosen((chosen + step + entries.length) % entries.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      open(entries[chosen]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Search and commands"
      onClose={onClose}
      onMouseDown={(event) => event.target === dialog.current && dialog.current?.close()}
    >
      <div className={styles.line}>
        <Icon name="search" />
        <input
          className={styles.input}
          role="combobox"
          aria-label="Search for experiments, runs and commands"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={entries[chosen] ? `${id}-${chosen}` : undefined}
          placeholder="Experiment, run, run ID or command"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Found" className={styles.list} tabIndex={-1}>
        {entries.map((entry, index) => (
          <EntryRow
            key={entry.id}
            id={`${id}-${index}`}
            entry={entry}
            chosen={index === chosen}
            onOpen={() => open(entry)}
          />
        ))}
      </div>
      {entries.length === 0 && <p className={styles.none}>{searching ? 'Searching…' : 'Nothing has this name.'}</p>}
    </dialog>
  );
}

interface RowProps {
  id: string;
  entry: Entry;
  chosen: boolean;
  onOpen: () => void;
}

function EntryRow({ id, entry, chosen, onOpen }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the input takes the keys for the list
    <div ref={row} id={id} role="option" aria-selected={chosen} tabIndex={-1} className={styles.entry} onClick={onOpen}>
      <Icon name={entry.icon} />
      <span className={styles.label}>{entry.label}</span>
      <span className={styles.detail}>{entry.detail}</span>
    </div>
  );
}
