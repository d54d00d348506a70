import './embed.css';

/**
 * Wakes an embed up. It stands within the page and runs in somebody else's article, so it is small, keeps nothing, and
 * asks for nothing until the reader wants to move the map. Without it the page is complete.
 */
const root = document.documentElement;
const map = document.querySelector<HTMLElement>('.map');
const explore = document.querySelector<HTMLButtonElement>('.explore');
const answer = document.querySelector<HTMLElement>('.answer') ?? document.createElement('section');
let opener: Element | null = null;

answer.className = 'answer';
answer.hidden = true;
answer.tabIndex = -1;
map?.append(answer);

/** Shows what stands at an anchor of the list beside what was tapped: the very quotes, already in the page. */
function open(id: string, from: Element | null): boolean {
  const entry = id ? document.getElementById(id) : null;
  if (!entry) return false;
  const copy = entry.cloneNode(true) as HTMLElement;
  copy.removeAttribute('id');
  const close = document.createElement('button');
  close.className = 'close';
  close.type = 'button';
  close.textContent = '×';
  close.ariaLabel = document.querySelector('main')?.dataset.close ?? '';
  close.onclick = shut;
  const title = document.createElement('h2');
  title.textContent = entry.dataset.title ?? '';
  title.hidden = !entry.dataset.title;
  // A single quote of a list stays in a list.
  const list = document.createElement('ul');
  list.append(copy);
  answer.replaceChildren(close, title, copy.localName === 'li' ? list : copy);
  answer.ariaLabel = title.textContent;
  const tapped = from?.getBoundingClientRect();
  answer.classList.toggle('is-left', tapped && tapped.x + tapped.width / 2 > innerWidth / 2);
  answer.hidden = false;
  answer.scrollTop = 0;
  answer.focus({ preventScroll: true });
  opener = from;
  return true;
}

function shut(): void {
  answer.hidden = true;
  (opener as HTMLElement | null)?.focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a[href^="#"]');
  if (link && open(link.getAttribute('href')?.slice(1) ?? '', link)) event.preventDefault();
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && !answer.hidden) shut();
});

// The map that can be moved: on request, or at the first attempt to move this one.
// A copy outside of its site has nothing to move it with.
if (map && explore?.dataset.script) {
  let asked = false;
  const wake = (): void => {
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
        // Offline, or a copy on a disk: the still map stays, as complete as it was.
        explore.hidden = true;
      });
  };
  explore.hidden = false;
  explore.onclick = wake;
  map.addEventListener(
    'wheel',
    (event) => {
      // A plain turn of the wheel scrolls the article.
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
    open(`at-${(event as CustomEvent<string>).detail}`, null),
  );
}

// The article's script, if it has ours, gives the frame the height that the page takes.
if (parent !== window) {
  const tell = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: 'dateline:height', height }, '*');
  };
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || (data as { type?: unknown } | null)?.type !== 'dateline:sized') return;
    root.classList.add('is-sized');
    // Now as well: a frame that nobody sees yet is not drawn, and so nothing is observed in it.
    tell();
    new ResizeObserver(tell).observe(document.body);
  });
  parent.postMessage({ type: 'dateline:ready' }, '*');
}
