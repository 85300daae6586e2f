import type { ButtonHTMLAttributes } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonLook = 'plain' | 'outline' | 'primary' | 'danger';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  icon?: IconName;
  /** Shows the icon alone; children stay as its name. */
  iconOnly?: boolean;
  /** Shows the icon alone where there is little room. */
  compact?: boolean;
  trailing?: IconName;
}

export function Button({ look = 'outline', icon, iconOnly, compact, trailing, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classes(
        styles.button,
        styles[look],
        iconOnly && styles.iconOnly,
        compact && styles.compact,
        className,
      )}
      title={iconOnly && typeof children === 'string' ? children : undefined}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span className={iconOnly ? 'visually-hidden' : styles.text}>{children}</span>}
      {trailing && <Icon name={trailing} />}
    </button>
  );
}
