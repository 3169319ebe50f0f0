/**
 * Says which colour scheme the page has before anything of it is drawn: what was chosen, else the system's. Mantine would
 * say so only when all scripts are there. On paper the page is light, whatever the screen has; so this stays awake.
 * It is a script of its own, no module: it neither imports nor exports.
 */
{
  /** Where Mantine keeps what was chosen. */
  const kept = 'mantine-color-scheme-value';
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const onPaper = matchMedia('print');

  const show = (isPaper: boolean): void => {
    const chosen = localStorage.getItem(kept);
    const isDark = chosen === 'dark' || (chosen !== 'light' && systemIsDark.matches);
    document.documentElement.setAttribute(
      'data-mantine-color-scheme',
      isDark && !isPaper ? 'dark' : 'light',
    );
  };

  show(onPaper.matches);
  addEventListener('beforeprint', () => show(true));
  addEventListener('afterprint', () => show(false));
  onPaper.addEventListener('change', ({ matches }) => show(matches));
}
