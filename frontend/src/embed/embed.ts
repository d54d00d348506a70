import './embed.css';

/**
 * Makes an embed interactive. This script is part of the page and runs in somebody else's article,
 * so it is small, stores nothing, and requests nothing until the reader wants to move the map. The
 * page is complete without it.
 */
const root = document.documentElement;
const map = document.querySelector<HTMLElement>('.map');
const explore = document.querySelector<HTMLButtonElement>('.explore');
const answer = document.querySelector<HTMLElement>('.answer') ?? document.createElement('section');
/** Symbols whose middles are nearer to a click can be meant, in pixels. */
const REACH_PX = 12;
/** WordPress makes no frame higher, in pixels. */
const WORDPRESS_MOST = 1000;
let opener: Element | null = null;

answer.className = 'answer';
answer.hidden = true;
answer.tabIndex = -1;
map?.append(answer);

/**
 * Shows the entry of the list with this id beside the tapped element; its quotes are already in the
 * page.
 */
function open(id: string, from: Element | null): boolean {
  const entry = id ? document.getElementById(id) : null;
  if (!entry) return false;
  const copy = entry.cloneNode(true) as HTMLElement;
  copy.removeAttribute('id');
  // A single list item must stay inside a list.
  const list = document.createElement('ul');
  list.append(copy);
  show(entry.dataset.title ?? '', copy.localName === 'li' ? list : copy, from);
  return true;
}

/** Shows a titled content beside the tapped element. */
function show(text: string, content: Element, from: Element | null): void {
  const close = document.createElement('button');
  close.className = 'close';
  close.type = 'button';
  close.textContent = '×';
  close.ariaLabel = document.querySelector('main')?.dataset.close ?? '';
  close.onclick = shut;
  const title = document.createElement('h2');
  title.textContent = text;
  title.hidden = !text;
  answer.replaceChildren(close, title, content);
  answer.ariaLabel = text;
  const tapped = from?.getBoundingClientRect();
  answer.classList.toggle('is-left', tapped && tapped.x + tapped.width / 2 > innerWidth / 2);
  answer.hidden = false;
  answer.scrollTop = 0;
  answer.focus({ preventScroll: true });
  opener = from;
}

/** The links whose symbols lie at a click, nearest first, because a symbol may hide another. */
function linksAt({ clientX: x, clientY: y, detail }: MouseEvent): HTMLElement[] {
  // A key presses the link that has the focus.
  if (detail === 0) return [];
  const away = (symbol: Element): number => {
    const { left, top, width, height } = symbol.getBoundingClientRect();
    return Math.hypot(left + width / 2 - x, top + height / 2 - y);
  };
  const symbols = document
    .elementsFromPoint(x, y)
    .filter((element) => element.localName === 'circle' && away(element) < REACH_PX);
  const nearest = symbols.sort((a, b) => away(a) - away(b));
  const links = nearest.map((symbol) => symbol.closest<HTMLElement>('a[href^="#"]'));
  return [...new Set(links)].filter((link) => link !== null);
}

/** Lets the reader choose between places whose symbols lie on each other. */
function offer(links: readonly HTMLElement[], from: Element): void {
  const list = document.createElement('ul');
  list.className = 'choice';
  for (const link of links) {
    const item = document.createElement('li');
    const choice = document.createElement('a');
    choice.href = link.getAttribute('href') ?? '';
    choice.textContent = link.ariaLabel;
    item.append(choice);
    list.append(item);
  }
  show(map?.dataset.several ?? '', list, from);
}

function shut(): void {
  answer.hidden = true;
  (opener as HTMLElement | null)?.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a[href^="#"]');
  const links = link?.closest('svg') ? linksAt(event) : [];
  if (link && links.length > 1) {
    event.preventDefault();
    offer(links, link);
  } else if (link && open(link.getAttribute('href')?.slice(1) ?? '', link)) event.preventDefault();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && !answer.hidden) shut();
});

// Loads the interactive map on request, or at the first attempt to move the still map. A copy
// outside its site cannot load it.
if (map && explore?.dataset.script) {
  let asked = false;
  const wake = (): void => {
    // It may have been put back to sleep.
    if (asked && root.classList.contains('is-asleep')) explore.click();
    if (asked) return;
    asked = true;
    explore.disabled = true;
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = explore.dataset.style ?? '';
    const styled = new Promise((resolve, reject) => {
      style.onload = resolve;
      style.onerror = reject;
    });
    document.head.append(style);
    styled
      .then(
        () => import(/* @vite-ignore */ new URL(explore.dataset.script ?? '', location.href).href),
      )
      .catch(() => {
        // Offline, or opened from a disk: the still map stays.
        explore.hidden = true;
      });
  };
  explore.hidden = false;
  explore.onclick = wake;
  map.addEventListener(
    'wheel',
    (event) => {
      // The wheel alone scrolls the article.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      wake();
    },
    { passive: false },
  );
  let from: PointerEvent | null = null;
  map.addEventListener('pointerdown', (event) => {
    from = event.pointerType === 'mouse' && event.button === 0 ? event : null;
  });
  map.addEventListener('pointermove', (event) => {
    if (from && event.buttons && Math.hypot(event.x - from.x, event.y - from.y) > 4) wake();
  });
  map.addEventListener('dragstart', (event) => event.preventDefault());
  document.addEventListener('dateline:open', (event) =>
    open(`at-${(event as CustomEvent<string>).detail}`, document.activeElement),
  );
}

/** Closes the last comparisons, but never the first, while the page is too high for its frame. */
function fold(isTooHigh: () => boolean): void {
  for (const part of [...document.querySelectorAll('.comparison + .comparison > h2')].reverse()) {
    if (!isTooHigh()) return;
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    const rest = [...part.parentElement!.children].slice(1);
    part.before(details);
    summary.append(part);
    details.append(summary, ...rest);
  }
}

// In an article, the frame gets the height of its content: from our loader, or from WordPress, which
// names its secret in the frame's address and expects it back.
if (parent !== window) {
  const secret = /[#&?]secret=(\w{10})$/.exec(location.hash)?.[1];
  const wordpress = (message: 'height' | 'link', value: number | string): void =>
    parent.postMessage({ message, value, secret }, '*');
  const bodyHeight = (): number => Math.ceil(document.body.getBoundingClientRect().height);
  const tell = (): void => {
    if (secret) fold(() => bodyHeight() > WORDPRESS_MOST);
    const height = bodyHeight();
    parent.postMessage({ type: 'dateline:height', height }, '*');
    if (secret) wordpress('height', height);
  };
  let sized = false;
  const follow = (least: number): void => {
    root.classList.add('is-sized');
    // The article has reserved this height: the map takes what is left of it.
    root.classList.toggle('has-least', least > 0);
    document.body.style.minBlockSize = least > 0 ? `${least}px` : '';
    // Send the height once now, because a frame out of view is not drawn and the observer does not
    // run in it.
    tell();
    if (!sized) new ResizeObserver(tell).observe(document.body);
    sized = true;
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent) return;
    const { type, message, least } = (data ?? {}) as Readonly<Record<string, unknown>>;
    if (type === 'dateline:sized') follow(typeof least === 'number' ? Math.min(least, 6000) : 0);
    else if (secret && message === 'ready') follow(0);
  });
  if (secret) {
    follow(0);
    // Its sandbox opens no window.
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[target=_blank]');
      if (!link) return;
      event.preventDefault();
      wordpress('link', link.href);
    });
  }
  parent.postMessage({ type: 'dateline:ready' }, '*');
}
