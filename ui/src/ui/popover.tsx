// A button and the panel that it opens, on the browser's own popovers: they dismiss themselves, stand over everything,
// and give the focus back.

import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button, type ButtonLook } from './button.tsx';
import { classes } from './classes.ts';
import type { IconName } from './icon.tsx';
import { placeBeside } from './place.ts';
import styles from './popover.module.css';

interface Props {
  label: string;
  icon?: IconName;
  iconOnly?: boolean;
  compact?: boolean;
  trailing?: IconName;
  look?: ButtonLook;
  align?: 'start' | 'end';
  /** What the panel is to a screen reader. */
  popup?: 'dialog' | 'menu';
  className?: string | undefined;
  buttonClassName?: string | undefined;
  tabIndex?: number;
  disabled?: boolean;
  children: (close: () => void) => ReactNode;
}

export function PopoverButton(props: Props) {
  const { label, align = 'start', popup = 'dialog', children } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    const element = panel.current;
    const button = anchor.current?.firstElementChild;
    if (!open || !element || !button) return;
    const place = () => {
      element.style.maxHeight = '';
      const { offsetWidth: width, offsetHeight: height } = element;
      const viewport = { width: window.innerWidth, height: window.innerHeight };
      const { left, top, maxHeight } = placeBeside(button.getBoundingClientRect(), { width, height }, viewport, align);
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
      element.style.maxHeight = `${maxHeight}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(element);
    return () => observer.disconnect();
  }, [open, align]);

  return (
    <span className={styles.anchor} ref={anchor}>
      <Button
        look={props.look ?? 'outline'}
        {...(props.icon && { icon: props.icon })}
        {...(props.trailing && { trailing: props.trailing })}
        {...(props.iconOnly && { iconOnly: true })}
        {...(props.compact && { compact: true })}
        className={props.buttonClassName}
        tabIndex={props.tabIndex}
        disabled={props.disabled}
        popoverTarget={id}
        aria-haspopup={popup}
        aria-expanded={open}
      >
        {label}
      </Button>
      <div
        id={id}
        ref={panel}
        popover="auto"
        {...(popup === 'dialog' && { role: 'dialog', 'aria-label': label })}
        className={classes(styles.panel, props.className)}
        onBeforeToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </span>
  );
}
