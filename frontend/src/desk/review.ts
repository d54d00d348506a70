import { doneCard, itemCard, spoken, type CardContext } from './card';
import { CardPane } from './card-pane';
import { DeskMap, spotsOf } from './desk-map';
import { openProblems } from './dialogs';
import { el } from './dom';
import { drawCard } from './draw-card';
import { ItemList } from './item-list';
import type { Command, Pressed } from './keys';
import { decide, isDecision, type Decision } from './operations';
import { Proposals } from './proposals';
import { Questions } from './questions';
import type { Session } from './session';
import type { SiteMap } from './site-config';
import { moveOf } from './text';
import { isRightToLeft, TextView } from './text-view';
import type { Item, Operation, Problem, Report, Text } from './wire';
import { WordSelection } from './word-selection';

/** The review of one report: its text, its proposals, the one in focus, and the map. */
export class Review {
  readonly element: HTMLElement;
  private readonly proposals: Proposals;
  private readonly questions: Questions;
  private readonly text: TextView;
  private readonly list: ItemList;
  private readonly selection: WordSelection;
  private readonly pane = new CardPane(() => this.home());
  private readonly mapSection = el('section', { class: 'map desk-map' });
  private readonly orderButton = el('button', { type: 'button', class: 'order' });
  private map: DeskMap | null = null;
  private drawing = false;
  private problems: readonly Problem[] = [];
  /** Called when the report, or what is known of it, has changed. */
  onChange: () => void = () => undefined;

  constructor(
    private readonly session: Session,
    report: Report,
    private readonly site: SiteMap | null,
  ) {
    const { words } = session;
    this.proposals = new Proposals(report);
    this.questions = new Questions(
      session,
      this.proposals,
      (operation, goOn, then) => this.set(operation, goOn, then),
      () => this.draw(),
      () => this.doIt({ action: 'accept' }),
    );
    this.text = new TextView({
      onItem: (key) => this.goTo(key),
      onSelect: (span) => {
        if (span && !this.drawing) this.selection.set(span);
        else if (this.selection.active) this.focus(this.proposals.focused);
      },
    });
    this.selection = new WordSelection(session, this.proposals, this.text, this.pane.element, {
      onMake: (operation) => this.set(operation),
      cancel: () => this.leave(),
      move: (arrow) => this.run({ action: 'words', arrow }),
    });
    this.list = new ItemList(words, (key) => this.goTo(key));
    this.orderButton.addEventListener('click', () => session.turns.add(() => this.turn()));
    this.mapSection.ariaLabel = words.say('map.label');
    this.pane.element.ariaLabel = words.say('card.label');
    this.element = el(
      'main',
      { class: 'review', id: 'main' },
      el('h1', { class: 'sr-only' }, session.names.text(report.fields.label as Text)),
      el('div', { class: 'review-list' }, this.orderButton, this.list.element),
      this.text.element,
      this.mapSection,
      this.pane.element,
    );
  }

  get report(): Report {
    return this.proposals.report;
  }

  /** Begins, once the element is in the page. */
  start(): void {
    const { session, proposals } = this;
    this.map = new DeskMap(this.mapSection, session.words, this.site, session.state.bbox);
    this.map.onSpot = (key) =>
      this.run({ action: 'candidate', candidate: Number(key), of: proposals.focused });
    this.map.onPlace = (feature) => this.questions.take({ feature });
    session.onMissing = (field) => this.questions.ask(field);
    const items = proposals.items();
    this.take(this.report, (items.find(({ open }) => open) ?? items[0])?.key ?? null);
    this.home();
  }

  readonly recolour = (): void => this.map?.recolour();

  /** Does what a key or its button says, after all that was said before. */
  run(command: Command): void {
    this.session.turns.add(() => this.doIt(command));
  }

  /** Whether a key is meant for what is selected or drawn. */
  wants(pressed: Pressed): boolean {
    return this.selection.wants(pressed) || (pressed.key === 'Escape' && this.drawing);
  }

  /** Does what such a key says. */
  takes = ({ key }: Pressed): void => (key === 'Escape' ? this.leave() : this.selection.press(key));

  /** Shows the report as it is after a change. */
  take(report: Report, focus = this.proposals.focused): void {
    this.proposals.take(report);
    const { page } = this.proposals;
    this.text.show(page, report.language, this.session.words.say('text.label'));
    this.focus(focus);
    this.onChange();
    void this.check();
  }

  /** Brings the keyboard back to the proposals. */
  home(): void {
    this.list.element.focus({ preventScroll: true });
  }

  /** What the report lacks. */
  get lacks(): readonly Problem[] {
    return this.problems;
  }

  showProblems(problems: readonly Problem[]): void {
    openProblems(problems, this.session.words, (key) => this.goTo(key));
  }

  private turn(): void {
    this.proposals.order = this.proposals.order === 'text' ? 'unsure' : 'text';
    this.focus(this.proposals.focused);
    this.home();
  }

  /** Brings a proposal into focus, after all that was done before. */
  private goTo(key: string): void {
    this.session.turns.add(() => this.focus(key));
  }

  private focus(key: string | null): void {
    const { proposals, session } = this;
    const { words } = session;
    this.selection.clear();
    if (this.drawing) this.stopDrawing();
    this.orderButton.textContent = words.say(`order.${proposals.order}`);
    const items = proposals.items();
    // What was in focus may be gone; whatever is open comes before "all is decided".
    const item = items.find((one) => one.key === key) ?? items.find(({ open }) => open) ?? null;
    proposals.focused = item?.key ?? null;
    this.list.show(items, session.names, this.report.language, proposals.focused);
    if (!item) {
      this.text.focus(null);
      this.showDone(items.length);
      return;
    }
    const context = this.context(item, items);
    this.element.classList.toggle('is-claim', item.kind === 'claim');
    this.pane.show(itemCard(item, context));
    // After the card, which may leave the text less room.
    this.text.focus(proposals.focused);
    session.announce(spoken(item, proposals.sentenceOf(item), context));
    const candidates = item.kind === 'place' ? item.candidates : [];
    const isUndecided = item.kind === 'place' && item.state === 'undecided';
    this.map?.show(spotsOf(candidates), isRightToLeft(this.report.language), isUndecided);
    this.map?.select(item.kind === 'place' ? (candidates[0]?.feature ?? null) : item.subject);
  }

  private context(item: Item, items: readonly Item[]): CardContext {
    const { words, names } = this.session;
    return {
      words,
      names,
      at: items.indexOf(item) + 1,
      of: items.length,
      run: (command) => this.run({ ...command, of: item.key }),
      repeated: items.some(
        (one) => one !== item && one.kind === item.kind && one.words === item.words,
      ),
      language: this.report.language,
    };
  }

  private showDone(count: number): void {
    const { words } = this.session;
    const title = words.say(count === 0 ? 'done.empty' : 'done.title');
    const text = words.say(`done.${this.report.status}`);
    this.pane.show(doneCard(title, text, words, () => this.selection.begin()));
    this.session.announce(title);
    this.map?.show([]);
  }

  /** Does what a key or a button says, now. */
  async doIt({ action, candidate, arrow, of }: Command): Promise<void> {
    if (this.drawing) return;
    const { proposals } = this;
    if (of && of !== proposals.focused) {
      // A card was pressed that an answer took away meanwhile: what it says goes for what it showed.
      if (!proposals.canStill(action, of)) return;
      this.focus(of);
    }
    const item = proposals.item();
    if (action === 'next') this.focus(proposals.neighbour(1));
    else if (action === 'previous') this.focus(proposals.neighbour(-1));
    else if (action === 'words' && arrow) await this.moveWords(arrow);
    else if (action === 'search') this.questions.search();
    else if (action === 'party') this.questions.party();
    else if (action === 'measure') this.questions.measure();
    else if (action === 'subject') this.questions.subject();
    else if (action === 'draw') this.draw();
    else if (action === 'select') this.selection.begin();
    else if (item && isDecision(action)) await this.decide(action, item, candidate);
  }

  private async decide(decision: Decision, item: Item, number?: number): Promise<void> {
    const decided = decide(decision, item, number);
    if (decided) await this.change(decided.operation, decided.goOn);
    else if (decision === 'candidate') return;
    else if (!item.open) this.focus(this.proposals.neighbour(1));
    else this.questions.search();
  }

  /** Makes a change; then goes on to the next open item, or stays at the one that was changed. */
  private async change(operation: Operation, goOn: boolean): Promise<void> {
    const { proposals, session } = this;
    const after = proposals.following();
    const changed = await session.change(this.report, operation);
    if (!changed?.report) return;
    this.take(changed.report, proposals.focusAfter(changed, after, goOn));
    if (changed.said !== undefined) session.say(changed.said);
  }

  /** Makes a change after a dialog, and brings the keyboard back. */
  private set(operation: Operation, goOn = false, then: () => unknown = () => undefined): void {
    this.session.turns.addFirst(async () => {
      await this.change(operation, goOn);
      await then();
    });
    this.home();
  }

  private async moveWords(arrow: string): Promise<void> {
    const { proposals, selection } = this;
    const move = moveOf(arrow, isRightToLeft(this.report.language));
    if (!move) return;
    if (selection.active) {
      selection.move(move);
      return;
    }
    const item = proposals.item();
    const to = item && proposals.moved(item, move);
    if (to) await this.change({ op: 'words', key: item.key, in: to }, false);
  }

  /** Gives up what is selected or drawn. */
  private leave(): void {
    this.focus(this.proposals.focused);
    this.home();
  }

  private draw(): void {
    const item = this.proposals.item();
    if (item?.kind !== 'place' || !this.map) return;
    this.drawing = true;
    this.element.classList.add('is-drawing');
    this.map.show([]);
    const { card, focusFirst } = drawCard(this.session, this.map.sketch, item.words, {
      save: (place) => {
        this.stopDrawing();
        this.set({ op: 'new-place', key: item.key, ...place }, true);
      },
      cancel: () => this.leave(),
    });
    this.pane.element.replaceChildren(card);
    focusFirst();
  }

  private stopDrawing(): void {
    this.drawing = false;
    this.element.classList.remove('is-drawing');
    this.map?.sketch.stop();
  }

  private async check(): Promise<void> {
    const { id, rev } = this.report;
    try {
      const path = `/api/reports/${encodeURIComponent(id)}/problems`;
      const { problems } = await this.session.api.get<{ problems: Problem[] }>(path);
      if (rev !== this.report.rev) return;
      this.problems = problems;
      this.onChange();
    } catch (error) {
      this.session.failed(error);
    }
  }
}
