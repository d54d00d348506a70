import { Bar } from './bar';
import { openKeys } from './dialogs';
import { el } from './dom';
import { openFacts } from './facts';
import { commandOf, type Command, type Pressed } from './keys';
import { overview } from './overview';
import { openPreview } from './preview';
import { Review } from './review';
import type { Session } from './session';
import { fetchSiteMap } from './site-config';
import { typeInto } from './typed';
import { startTheme } from '../theme';

const SINGLE_KEYS = 'dateline-desk-keys';

/** Keys that an editor may press ahead of a slow answer. */
const AHEAD = /^(?:.|Enter|Escape|Backspace|Arrow\w+)$/u;

/** The desk: the bar, and one screen below it. */
export class Desk {
  private readonly bar: Bar;
  private readonly screen = el('div', { class: 'desk-screen' });
  private review: Review | null = null;
  private routes = 0;
  private singleKeys = localStorage.getItem(SINGLE_KEYS) !== 'off';

  constructor(
    private readonly root: HTMLElement,
    private readonly session: Session,
  ) {
    const { turns } = session;
    /** What a button says of the report, after all that was said before. */
    const ofReview = (work: (review: Review) => unknown) => (): void =>
      turns.add(() => this.review && work(this.review));
    this.bar = new Bar(session, {
      home: () => this.home(),
      undo: (which) => turns.add(() => this.undo(which)),
      facts: ofReview((review) => openFacts(session, review)),
      lacks: ofReview((review) => review.showProblems(review.lacks)),
      preview: ofReview((review) => openPreview(session, review.report.id)),
      publish: ofReview((review) => this.publish(review)),
      keys: () => turns.add(() => this.showKeys()),
    });
  }

  start(): void {
    const { session, root, bar } = this;
    const { words, turns } = session;
    root.append(
      el('a', { class: 'skip', href: '#main' }, words.say('skip')),
      bar.element,
      this.screen,
    );
    root.querySelector('.skip')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.review?.home();
    });
    startTheme(bar.theme, words, () => this.review?.recolour());
    session.onState = () => bar.show(this.review);
    session.onProblems = (problems) => this.review?.showProblems(problems);
    document.addEventListener('keydown', (event) => this.onKey(event));
    addEventListener('hashchange', () => void this.route());
    addEventListener('beforeunload', (event) => {
      if (turns.busy) event.preventDefault();
    });
    void this.route();
  }

  private home(): void {
    if (location.hash === '') void this.route();
    else location.hash = '';
  }

  private async route(): Promise<void> {
    const route = ++this.routes;
    const id = /^#report=([a-z0-9-]+)$/.exec(location.hash)?.[1];
    if (id && this.review?.report.id === id) return;
    const { session } = this;
    this.review = null;
    try {
      if (id) {
        const [report, site] = await Promise.all([
          session.api.report(id),
          fetchSiteMap(session.state.preview),
        ]);
        if (route !== this.routes) return;
        const review = new Review(session, report, site);
        this.review = review;
        this.screen.replaceChildren(review.element);
        review.onChange = () => this.bar.show(this.review);
        review.start();
        return;
      }
      await session.reload();
    } catch (error) {
      session.failed(error);
    }
    if (route !== this.routes) return;
    this.screen.replaceChildren(
      overview(session, (report) => {
        location.hash = `report=${report}`;
      }),
    );
    this.bar.show(null);
  }

  private async publish(review: Review): Promise<void> {
    const op = review.report.status === 'draft' ? 'publish' : 'unpublish';
    const changed = await this.session.change(review.report, { op });
    if (!changed?.report) return;
    review.take(changed.report);
    if (changed.said === undefined) return;
    this.session.say(this.session.words.say(`said.${op}`));
    await this.session.reload();
  }

  private async undo(which: 'undo' | 'redo'): Promise<void> {
    const changed = await this.session.undo(which);
    if (!changed) return;
    this.session.say(changed.said);
    if (changed.report?.id === this.review?.report.id && changed.report)
      this.review?.take(changed.report, changed.focus);
    else if (changed.opened && changed.opened !== this.review?.report.id)
      location.hash = `report=${changed.opened}`;
    else if (!this.review) await this.route();
  }

  private showKeys(): void {
    openKeys(this.session.words, this.singleKeys, (on) => {
      this.singleKeys = on;
      localStorage.setItem(SINGLE_KEYS, on ? 'on' : 'off');
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]'))
      return;
    const { turns } = this.session;
    if (!(turns.busy ? this.waits(event) : this.means(event))) return;
    event.preventDefault();
    const { key, code, shiftKey, ctrlKey, altKey, metaKey } = event;
    const pressed = { key, code, shiftKey, ctrlKey, altKey, metaKey };
    turns.add(() => this.act(pressed));
  }

  /** Whether a key means something now, to the desk and not to what has the focus. */
  private means(event: KeyboardEvent): boolean {
    if (!this.reaches(event)) return false;
    if (this.review && event.key === 'Tab') return isTabOfList(event);
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    const command = commandOf(event);
    return (
      (plain && (this.review?.wants(event) ?? false)) ||
      (command !== null && (this.review !== null || !isOfReview(command)))
    );
  }

  /** Whether a key, pressed while something is being done, may mean something when that is done. */
  private waits(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.altKey || event.metaKey || !this.reaches(event)) return false;
    return AHEAD.test(event.key) || isTabOfList(event);
  }

  private reaches({ key, target }: KeyboardEvent): boolean {
    const element = target as HTMLElement;
    const writing = element.matches('input:not([type=radio], [type=checkbox]), textarea, select');
    if (writing) return key === 'Escape';
    if (key.length === 1 && !this.singleKeys) return false;
    // Enter, the space bar and the arrows belong to a button or the map that has the focus.
    const inMap = element.closest('.map-live') !== null;
    const onButton = element.matches('button, a, input');
    if (key === ' ' && (inMap || onButton)) return false;
    if (key === 'Enter' && (inMap || onButton)) return false;
    return !(inMap && key.startsWith('Arrow'));
  }

  /** Does what a key means, now that all before it is done. */
  private async act(pressed: Pressed): Promise<void> {
    if (typeInto(document, pressed)) return;
    const { review } = this;
    if (review?.wants(pressed)) {
      review.takes(pressed);
      return;
    }
    const tab = pressed.shiftKey ? 'previous' : 'next';
    const command = pressed.key === 'Tab' ? ({ action: tab } as const) : commandOf(pressed);
    if (command?.action === 'keys') this.showKeys();
    else if (command?.action === 'undo' || command?.action === 'redo')
      await this.undo(command.action);
    else if (command?.action === 'home') this.home();
    else if (command?.action === 'publish') await (review && this.publish(review));
    else if (command) await review?.doIt(command);
  }
}

function isOfReview({ action }: Command): boolean {
  return !['keys', 'undo', 'redo'].includes(action);
}

/** Tab goes through the proposals as long as the list has the focus, and leaves it at its ends. */
function isTabOfList({ key, shiftKey, ctrlKey, altKey, metaKey, target }: KeyboardEvent): boolean {
  const list = (target as Element).closest('.desk-items');
  if (key !== 'Tab' || !list || ctrlKey || altKey || metaKey) return false;
  const end = shiftKey ? list.firstElementChild : list.lastElementChild;
  return end !== null && end.getAttribute('aria-selected') !== 'true';
}
