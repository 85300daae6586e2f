import { useId } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './segments.module.css';

interface Props<T extends string> {
  label: string;
  options: { value: T; label: string; icon?: IconName }[];
  value: T;
  /** Shows the icons alone; the labels stay as their names. */
  iconOnly?: boolean;
  onChange: (value: T) => void;
}

/** One of a few, all in sight: radio buttons that look like a switch. */
export function Segments<T extends string>({ label, options, value, iconOnly, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.segments}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.segment} title={iconOnly ? option.label : undefined}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon name={option.icon} />}
          <span className={iconOnly ? 'visually-hidden' : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
