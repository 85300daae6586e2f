// What every page stands in: the bar with the way back up, and the main part.

import { type ReactNode, useEffect } from 'react';
import { hrefs } from '../router/routes.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { BrandMark } from './brand-mark.tsx';
import styles from './frame.module.css';
import { openHelp, openPalette } from './overlays.ts';
import { ThemeButton } from './theme-button.tsx';

export interface Crumb {
  label: string;
  href?: string;
}

const kSections = [
  { label: 'Experiments', icon: 'table', href: hrefs.experiments() },
  { label: 'Models', icon: 'model', href: hrefs.models() },
] as const;

interface Props {
  title: string;
  crumbs: Crumb[];
  /** What belongs to the last crumb. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Frame({ title, crumbs, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · cairn`;
  }, [title]);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => document.getElementById('main')?.focus()}>
        Skip to content
      </button>
      <header className={styles.bar}>
        <a href={hrefs.experiments()} className={styles.brand} aria-label="cairn: all experiments">
          <BrandMark />
        </a>
        <nav aria-label="Breadcrumb" className={styles.crumbs}>
          <ol>
            {crumbs.map((crumb, index) => (
              <li key={crumb.label + crumb.href}>
                {crumb.href ? (
                  <a href={crumb.href}>{crumb.label}</a>
                ) : (
                  <span aria-current={index === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
                )}
              </li>
            ))}
          </ol>
        </nav>
        {actions}
        <span className={styles.space} />
        <nav aria-label="Main" className={styles.sections}>
          {kSections.map(({ label, icon, href }) => (
            <a key={href} href={href} className={styles.section} aria-current={crumbs[0]?.label === label || undefined}>
              <Icon name={icon} />
              <span className={styles.sectionName}>{label}</span>
            </a>
          ))}
        </nav>
        <Button icon="search" compact onClick={openPalette} className={styles.search}>
          Search
        </Button>
        <Button look="plain" icon="help" iconOnly className={styles.help} onClick={openHelp}>
          Keyboard help
        </Button>
        <ThemeButton />
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
