// A menu on a popover: arrow keys, Home, End and first letters move, Enter and Space act.

import { Fragment, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu.module.css';
import { PopoverButton } from './popover.tsx';
import { takeFocus } from './take-focus.ts';

export interface MenuItem {
  label: string;
  icon?: IconName;
  detail?: string;
  checked?: boolean;
  disabled?: boolean;
  danger?: boolean;
  /** Starts a new group. */
  separated?: boolean;
  onSelect: () => void;
}

type ButtonProps = Omit<Parameters<typeof PopoverButton>[0], 'children' | 'popup'>;

export function Menu({ items, ...button }: ButtonProps & { items: MenuItem[] }) {
  return (
    <PopoverButton {...button} popup="menu">
      {(close) => <MenuList label={button.label} items={items} close={close} />}
    </PopoverButton>
  );
}

function MenuList({ label, items, close }: { label: string; items: MenuItem[]; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => takeFocus(itemsOf(list.current)[0]), []);

  return (
    <div role="menu" aria-label={label} ref={list} onKeyDown={moveFocus} className={styles.list} tabIndex={-1}>
      {items.map((item) => (
        <Fragment key={item.label}>
          {item.separated && <hr className={styles.line} />}
          <MenuRow item={item} close={close} />
        </Fragment>
      ))}
    </div>
  );
}

function MenuRow({ item, close }: { item: MenuItem; close: () => void }) {
  const act = () => {
    close();
    item.onSelect();
  };
  const checkable = item.checked !== undefined;
  const look = {
    type: 'button' as const,
    className: classes(styles.item, item.danger && styles.danger),
    disabled: item.disabled,
    tabIndex: -1,
    onClick: act,
  };
  const content = (
    <>
      <span className={styles.icon}>
        {checkable ? item.checked && <Icon name="check" /> : item.icon && <Icon name={item.icon} />}
      </span>
      <span className={styles.label}>{item.label}</span>
      {item.detail && <span className={styles.detail}>{item.detail}</span>}
    </>
  );
  if (checkable) {
    return (
      <button {...look} role="menuitemcheckbox" aria-checked={item.checked}>
        {content}
      </button>
    );
  }
  return (
    <button {...look} role="menuitem">
      {content}
    </button>
  );
}

function itemsOf(list: Element | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const target: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  let next = target[event.key];
  if (next === undefined && event.key.length === 1) {
    const letter = event.key.toLowerCase();
    const found = [...items.slice(at + 1), ...items].find((item) =>
      (item.textContent ?? '').trim().toLowerCase().startsWith(letter),
    );
    next = found && items.indexOf(found);
  }
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items.at(next % items.length)?.focus();
}
