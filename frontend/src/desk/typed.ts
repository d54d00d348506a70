import type { Pressed } from './keys';

const CONTROLS = 'input, textarea, select, button:not([disabled]), [tabindex="0"]';

/**
 * Does with a key that had to wait what the browser would have done: an earlier key may have opened a dialog or a form
 * meanwhile, and whoever types on means that.
 *
 * @returns whether there is something that takes it
 */
export function typeInto(document: Document, pressed: Pressed): boolean {
  const dialog = [...document.querySelectorAll<HTMLDialogElement>('dialog[open]')].at(-1);
  const { activeElement } = document;
  const writing = activeElement?.matches('input, textarea') ?? false;
  if (!dialog && !writing) return false;
  const { key, shiftKey } = pressed;
  if (key === 'Tab') {
    const around = dialog ?? activeElement?.closest('form');
    step([...(around?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])], shiftKey ? -1 : 1);
  } else if (key === 'Escape' && dialog) dialog.close();
  else if (activeElement instanceof HTMLElement) {
    const init = { ...pressed, bubbles: true, cancelable: true };
    const free = activeElement.dispatchEvent(new KeyboardEvent('keydown', init));
    if (!free) return true;
    if (key === 'Enter' && writing) (activeElement as HTMLInputElement).form?.requestSubmit();
    else if (key === 'Enter') activeElement.click();
    else if (writing && (key.length === 1 || key === 'Backspace'))
      write(activeElement as HTMLInputElement | HTMLTextAreaElement, key);
  }
  return true;
}

function step(controls: readonly HTMLElement[], by: 1 | -1): void {
  const shown = controls.filter((control) => control.offsetParent !== null);
  const at = shown.findIndex((control) => control === document.activeElement);
  shown[(at + by + shown.length) % shown.length]?.focus();
}

function write(control: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const end = control.selectionEnd ?? control.value.length;
  const from = control.selectionStart ?? end;
  const isBack = key === 'Backspace';
  control.setRangeText(
    isBack ? '' : key,
    isBack && from === end ? Math.max(0, from - 1) : from,
    end,
    'end',
  );
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
