/**
 * Tells which place is pointed at in the panel, by the pointer or by the focus.
 *
 * @param stage   the panel's sheet and the map
 * @param onPoint called with the place's id; null for none
 */
export function listenForPointing(stage: HTMLElement, onPoint: (id: string | null) => void): void {
  const point = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.closest('.sheet')) return;
    onPoint(target.closest<HTMLElement>('.panel [data-feature]')?.dataset.feature ?? null);
  };
  stage.addEventListener('pointerover', point);
  stage.addEventListener('focusin', point);
  stage.querySelector('.sheet')?.addEventListener('pointerleave', () => onPoint(null));
}
