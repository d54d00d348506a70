import { emphasis, labelType, nastaliq, type LabelStyleName } from '../look';

/** The style of a name. Colours are names of CSS properties, so that themes need no script. */
export interface LabelStyle {
  readonly font: string;
  readonly size: number;
  /** The spacing between letters, in pixels. */
  readonly spacing: number;
  readonly colour: string;
  readonly badge: string;
  readonly halo: number;
}

/** Whether a text starts in the Arabic script, which is written from right to left. */
export function isArabicScript(text: string): boolean {
  return /^\P{L}*\p{Script=Arabic}/u.test(text);
}

/** The style for a kind of name. Arabic script is written larger, upright and without spacing. */
export function styleOf(
  name: LabelStyleName,
  text: string,
  strong: boolean,
  css: CSSStyleDeclaration,
): LabelStyle {
  const type = labelType(name);
  const arabic = isArabicScript(text);
  const size = (type.size + (strong ? emphasis.larger : 0)) * (arabic ? nastaliq.times : 1);
  const family = css.getPropertyValue(arabic ? '--nastaliq' : '--sans').trim();
  const italic = type.italic && !arabic && !strong ? 'italic ' : '';
  const weight = strong ? emphasis.weight : arabic ? nastaliq.weight : type.weight;
  return {
    font: `${italic}${weight} ${size}px ${family}`,
    size,
    spacing: arabic ? 0 : (type.spacing ?? 0) * size,
    colour: `--${strong ? emphasis.colour : type.colour}`,
    badge: name === 'incident' || strong ? '--map-incident' : '--map-badge',
    halo: type.halo,
  };
}
