// The filter of an experiment's runs: a line of the search language with colours, completion and errors in place.

import {
  type ChangeEvent,
  type KeyboardEvent,
  type Ref,
  type UIEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ApiError } from '../api/http.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { isComplete, isPlainSearch, joinClauses, mayBecomeCondition, placeAt } from './clauses.ts';
import { accept, completionAt } from './completion.ts';
import styles from './filter-box.module.css';
import { Highlight } from './highlight.tsx';
import { Offers } from './offers.tsx';
import { textPosition } from './position.ts';
import { useServerWords, type Wanted } from './use-server-words.ts';
import type { Vocabulary } from './vocabulary.ts';

const kPause = 300;

export interface FilterBoxHandle {
  focus: () => void;
  /** Starts another condition on this name and waits for the rest of it. */
  begin: (name: string) => void;
}

interface Props {
  /** The filter that holds. */
  value: string;
  error: Error | null;
  experiments: readonly string[];
  /** The words of the loaded runs. */
  vocabulary: Vocabulary;
  onApply: (filter: string) => void;
  ref?: Ref<FilterBoxHandle>;
}

export function FilterBox({ value, error, experiments, vocabulary, onApply, ref }: Props) {
  const { text, setText, applyNow } = useDraft(value, onApply);
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const painted = useRef<HTMLDivElement>(null);
  const id = useId();

  const wanted = useMemo(() => (open ? wantedAt(text, caret) : undefined), [open, text, caret]);
  const words = useServerWords(experiments, vocabulary, wanted);
  const completion = useMemo(() => completionAt(text, caret, words), [text, caret, words]);
  const offers = open ? completion.offers : [];
  const type = (next: string, at: number) => {
    setText(next);
    setCaret(at);
    setChosen(-1);
    setOpen(true);
  };
  const take = (offer: string) => {
    const next = accept(text, completion, offer);
    type(next.text, next.caret);
    taken.current = next.caret;
  };
  // As soon as the new text is in: who types on must not find the caret moved back.
  const taken = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (taken.current !== undefined && text) input.current?.setSelectionRange(taken.current, taken.current);
    taken.current = undefined;
  }, [text]);

  useImperativeHandle(ref, () => ({
    focus: () => input.current?.focus(),
    begin: (name) => {
      const next = `${joinClauses([isPlainSearch(text) ? '' : text, name])} `;
      input.current?.focus();
      type(next, next.length);
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAction(event, offers.length, chosen);
    if (!act) return;
    event.preventDefault();
    if (act.choose !== undefined) setChosen(act.choose);
    if (act.take !== undefined) take(offers[act.take]?.text ?? '');
    if (act.close) setOpen(false);
    if (act.open) setOpen(true);
    if (act.apply) {
      setOpen(false);
      applyNow();
    }
  };
  const onScroll = (event: UIEvent<HTMLInputElement>) => {
    if (painted.current) painted.current.scrollLeft = event.currentTarget.scrollLeft;
  };
  // The mistake is in what was sent, which may no longer be what stands here.
  const mistake =
    error instanceof ApiError && error.position !== undefined && text.trim() === value.trim()
      ? textPosition(value, error.position)
      : undefined;

  return (
    <search className={styles.filter}>
      <div className={styles.box} data-bad={error !== null || undefined}>
        <Icon name="search" />
        <div className={styles.line}>
          <div ref={painted} className={styles.painted} aria-hidden="true">
            <Highlight text={text} mistake={mistake} />
          </div>
          <input
            ref={input}
            className={styles.input}
            role="combobox"
            aria-label="Filter runs"
            aria-autocomplete="list"
            aria-expanded={offers.length > 0}
            aria-controls={`${id}-offers`}
            aria-activedescendant={offers[chosen] ? `${id}-offer-${chosen}` : undefined}
            aria-invalid={error !== null}
            aria-describedby={error ? `${id}-error` : undefined}
            placeholder="Find by name, or filter: metrics.auc > 0.9 AND params.optimizer = 'adam'"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={text}
            onChange={(event: ChangeEvent<HTMLInputElement>) =>
              type(event.target.value, event.target.selectionStart ?? event.target.value.length)
            }
            onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
            onFocus={() => setOpen(true)}
            onBlur={() => {
              setOpen(false);
              applyNow();
            }}
            onKeyDown={onKeyDown}
            onScroll={onScroll}
          />
        </div>
        {text && (
          <Button
            look="plain"
            icon="close"
            iconOnly
            className={styles.clear}
            onClick={() => {
              setText('');
              onApply('');
            }}
          >
            Clear the filter
          </Button>
        )}
      </div>
      <Offers id={id} offers={offers} chosen={chosen} onTake={take} />
      {error && (
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error.message}
        </p>
      )}
    </search>
  );
}

/** What is typed, apart from what holds: it is applied when it is a whole filter and the typing pauses. */
function useDraft(value: string, onApply: (filter: string) => void) {
  const [text, setText] = useState(value);
  const [held, setHeld] = useState(value);
  if (held !== value) {
    setHeld(value);
    // The address changed by itself: somebody went back, or cleared the filter elsewhere.
    if (text.trim() !== value.trim() && isComplete(text)) setText(value);
  }

  useEffect(() => {
    if (text === value || !isReady(text)) return;
    const timer = setTimeout(() => onApply(text), kPause);
    return () => clearTimeout(timer);
  }, [text, value, onApply]);

  return { text, setText, applyNow: () => text !== value && onApply(text) };
}

function wantedAt(text: string, caret: number): Wanted | undefined {
  const { expecting: word, field, typed } = placeAt(text, caret);
  return word === 'name' || word === 'value' ? { word, field, typed } : undefined;
}

function isReady(text: string): boolean {
  return isComplete(text) || (isPlainSearch(text) && !mayBecomeCondition(text));
}

interface KeyAction {
  choose?: number;
  take?: number;
  open?: boolean;
  close?: boolean;
  apply?: boolean;
}

function keyAction({ key, shiftKey }: KeyboardEvent, offers: number, chosen: number): KeyAction | undefined {
  switch (key) {
    case 'ArrowDown':
      return offers > 0 ? { choose: (chosen + 1) % offers } : { open: true };
    case 'ArrowUp':
      return offers > 0 ? { choose: chosen <= 0 ? offers - 1 : chosen - 1 } : undefined;
    case 'Tab':
      return offers > 0 && chosen >= 0 && !shiftKey ? { take: chosen } : undefined;
    case 'Enter':
      return offers > 0 && chosen >= 0 ? { take: chosen } : { apply: true };
    case 'Escape':
      return offers > 0 ? { close: true } : undefined;
    default:
      return undefined;
  }
}
