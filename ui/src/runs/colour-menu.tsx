import type { Run } from '../api/run.ts';
import { kColourTag, kPalette } from '../charts/colours.ts';
import { PopoverButton } from '../ui/popover.tsx';
import { complain } from '../ui/toasts.tsx';
import styles from './colour-menu.module.css';
import { useRunActions } from './use-run-actions.ts';

/** Gives runs a colour for all who look at them: MLflow's own tag. */
export function ColourMenu({ runs }: { runs: Run[] }) {
  const { tag } = useRunActions();
  const chosen = runs[0]?.tags.get(kColourTag);
  return (
    <PopoverButton look="plain" compact icon="colour" label="Colour">
      {(close) => (
        <div className={styles.colours}>
          {kPalette.map((colour, index) => (
            <button
              key={colour}
              type="button"
              className={styles.colour}
              style={{ background: colour }}
              aria-label={`Colour ${index + 1}`}
              aria-pressed={colour === chosen}
              onClick={() => {
                close();
                void tag(runs, kColourTag, colour).catch(complain);
              }}
            />
          ))}
        </div>
      )}
    </PopoverButton>
  );
}
