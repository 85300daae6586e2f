import { nextTheme, type Theme, useTheme } from '../theme/theme.ts';
import { Button } from '../ui/button.tsx';
import type { IconName } from '../ui/icon.tsx';

const kLooks: Record<Theme, { icon: IconName; label: string }> = {
  system: { icon: 'screen', label: 'Theme: as the system' },
  light: { icon: 'sun', label: 'Theme: light' },
  dark: { icon: 'moon', label: 'Theme: dark' },
};

export function ThemeButton() {
  const { icon, label } = kLooks[useTheme()];
  return (
    <Button look="plain" icon={icon} iconOnly onClick={nextTheme}>
      {label}
    </Button>
  );
}
