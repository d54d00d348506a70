import type { Words } from './words';

const STORE = 'dateline-theme';
const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/**
 * Sets up the button that cycles through the themes: automatic, light, dark. The choice is stored.
 */
export function startTheme(
  button: HTMLButtonElement | null,
  words: Words,
  onChange: () => void,
): void {
  let theme = stored();
  const show = (): void => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    if (!button) return;
    button.dataset.choice = theme;
    const name = words.say(`script.theme.${theme}`);
    button.setAttribute('aria-label', name);
    button.title = name;
  };
  show();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onChange);
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
    keep(theme);
    show();
    onChange();
  });
}

function stored(): Theme {
  try {
    const value = localStorage.getItem(STORE);
    return THEMES.find((theme) => theme === value) ?? 'auto';
  } catch {
    // Storage may be forbidden; then the theme lasts only as long as the page.
    return 'auto';
  }
}

function keep(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, theme);
  } catch {
    // As above.
  }
}
