import { openKeys } from './dialogs';
import { el, keyed } from './dom';
import { commandOf } from './keys';
import { overview } from './overview';
import { openPreview } from './preview';
import { Review } from './review';
import { openFacts } from './editor';
import type { Session } from './session';
import { fetchSiteMap } from './site-config';
import { startTheme } from '../theme';

const SINGLE_KEYS = 'dateline-desk-keys';

/** The desk: the bar, and one screen below it. */
export class Desk {
  private readonly title = el('p', { class: 'bar-title' });
  private readonly state = el('p', { class: 'desk-state', 'aria-live': 'off' });
  private readonly tools = el('div', { class: 'desk-tools' });
  private readonly screen = el('div', { class: 'desk-screen' });
  private review: Review | null = null;
  private singleKeys = localStorage.getItem(SINGLE_KEYS) !== 'off';

  constructor(
    private readonly root: HTMLElement,
    private readonly session: Session,
  ) {}

  start(): void {
    const { session, root } = this;
    const { words } = session;
    const theme = el('button', { type: 'button', class: 'bar-theme' });
    root.append(
      el('a', { class: 'skip', href: '#main' }, words.say('skip')),
      el(
        'header',
        { class: 'bar desk-bar' },
        keyed(words.say('desk.name'), '', () => this.home(), { class: 'bar-brand' }),
        this.title,
        this.state,
        this.tools,
        theme,
      ),
      this.screen,
    );
    root.querySelector('.skip')?.addEventListener('click', (event) => {
      event.preventDefault();
      this.review?.home();
    });
    startTheme(theme, words, () => this.review?.recolour());
    session.onState = () => this.showBar();
    session.onProblems = (problems) => this.review?.showProblems(problems);
    document.addEventListener('keydown', (event) => this.onKey(event));
    addEventListener('hashchange', () => void this.route());
    void this.route();
  }

  private home(): void {
    location.hash = '';
    void this.route();
  }

  private async route(): Promise<void> {
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
        const review = new Review(session, report, site);
        this.review = review;
        this.screen.replaceChildren(review.element);
        review.onChange = () => this.showBar();
        review.start();
        this.showBar();
        return;
      }
      await session.reload();
    } catch (error) {
      session.failed(error);
    }
    this.screen.replaceChildren(
      overview(session, (report) => {
        location.hash = `report=${report}`;
      }),
    );
    this.showBar();
  }

  private showBar(): void {
    const { session, review } = this;
    const { words, names, state } = session;
    const { undo, redo } = state.history;
    const label = review
      ? names.text(review.report.fields.label as string)
      : names.text(state.title);
    this.title.replaceChildren(el('bdi', {}, label));
    document.title = words.say('title', label);
    const buttons: HTMLElement[] = [
      keyed(words.say('do.undo'), 'u', () => session.inTurn(() => this.undo('undo')), {
        disabled: undo === null,
        title: undo ?? words.say('undo.none'),
      }),
    ];
    if (redo !== null)
      buttons.push(
        keyed(words.say('do.redo'), 'Shift+U', () => session.inTurn(() => this.undo('redo')), {
          title: redo,
        }),
      );
    this.state.textContent = '';
    if (review) {
      const { report } = review;
      const { lacks } = review;
      const decided = report.items.length - report.open;
      this.state.textContent = words.say('state.decided', decided, report.items.length);
      buttons.push(
        keyed(words.say('do.facts'), '', () => openFacts(session, review)),
        ...(lacks.length > 0
          ? [keyed(words.say('do.lacks', lacks.length), '', () => review.showProblems(lacks))]
          : []),
        keyed(words.say('do.preview'), '', () => void openPreview(session, report.id)),
        keyed(
          words.say(report.status === 'draft' ? 'do.publish' : 'do.unpublish'),
          '',
          () => session.inTurn(() => this.publish(review)),
          { class: report.status === 'draft' ? 'is-first' : '' },
        ),
      );
    }
    buttons.push(keyed(words.say('do.keys'), '?', () => this.showKeys()));
    this.tools.replaceChildren(...buttons);
  }

  private async publish(review: Review): Promise<void> {
    const op = review.report.status === 'draft' ? 'publish' : 'unpublish';
    const changed = await this.session.change(review.report, { op });
    if (!changed?.report) return;
    review.take(changed.report);
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
    const target = event.target as HTMLElement;
    const writing = target.matches('input:not([type=radio], [type=checkbox]), textarea, select');
    const { review } = this;
    if (writing && event.key !== 'Escape') return;
    if (review && event.key === 'Tab') {
      this.onTab(event, review);
      return;
    }
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key.length === 1 && !this.singleKeys) return;
    // Enter and the arrows belong to a button or the map that has the focus.
    const inMap = target.closest('.map-live') !== null;
    if (event.key === 'Enter' && (inMap || target.matches('button, a, input'))) return;
    if (inMap && event.key.startsWith('Arrow')) return;
    if (plain && review?.takes(event)) {
      event.preventDefault();
      return;
    }
    const command = commandOf(event);
    if (!command) return;
    if (command.action === 'keys') this.showKeys();
    else if (command.action === 'undo') this.session.inTurn(() => this.undo('undo'));
    else if (command.action === 'redo') this.session.inTurn(() => this.undo('redo'));
    else if (review) review.run(command);
    else return;
    event.preventDefault();
  }

  /** Tab goes through the proposals as long as the list has the focus, and leaves it at its ends. */
  private onTab(event: KeyboardEvent, review: Review): void {
    const list = (event.target as Element).closest('.desk-items');
    if (!list || event.ctrlKey || event.altKey || event.metaKey) return;
    const end = event.shiftKey ? list.firstElementChild : list.lastElementChild;
    if (!end || end.getAttribute('aria-selected') === 'true') return;
    review.run({ action: event.shiftKey ? 'previous' : 'next' });
    event.preventDefault();
  }
}
