/**
 * Keeps each `<iframe class="dateline">` of an article as high as its content, and at least as high
 * as its attribute `height` says, so that nothing below it moves while it loads. Also
 * defines `<dateline-map src="https://host/embed/view/">`, which makes such a frame; the
 * content of the element (an image, a list) takes its place where the article's policy forbids it.
 *
 * Messages count only if they come from the frame itself and from the origin it was loaded from.
 */
(() => {
  const FIRST = 480;
  const LEAST = 120;
  const MOST = 6000;

  /**
   * Keeps a frame as high as its page; calls `blocked` if the article's policy forbids the frame.
   */
  const follow = (frame: HTMLIFrameElement, blocked?: () => void): void => {
    const { origin } = new URL(frame.src, location.href);
    const least = Number(frame.getAttribute('height')) || 0;
    const ask = (): void =>
      frame.contentWindow?.postMessage({ type: 'dateline:sized', least }, '*');
    window.addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow || event.origin !== origin) return;
      const { type, height } = (event.data ?? {}) as { type?: unknown; height?: unknown };
      if (type === 'dateline:ready') ask();
      else if (
        type === 'dateline:height' &&
        typeof height === 'number' &&
        Number.isFinite(height)
      ) {
        frame.height = String(Math.min(MOST, Math.max(LEAST, Math.ceil(height))));
      }
    });
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
      if (blockedURI === origin || blockedURI.startsWith(`${origin}/`)) blocked?.();
    });
    frame.addEventListener('load', ask);
    ask();
  };

  class DatelineMap extends HTMLElement {
    static observedAttributes = ['src'];

    attributeChangedCallback(): void {
      if (this.isConnected) this.connectedCallback();
    }

    connectedCallback(): void {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      // Not an inline style, which the article's policy may forbid.
      const style = new CSSStyleSheet();
      style.replaceSync(':host,iframe{display:block}');
      root.adoptedStyleSheets = [style];
      const showContent = (): void => root.replaceChildren(document.createElement('slot'));
      let src: URL;
      try {
        src = new URL(this.getAttribute('src') ?? '', location.href);
        if (!this.getAttribute('src') || !/^https?:$/.test(src.protocol)) throw new TypeError();
      } catch {
        // The article's author will look in the console.
        // eslint-disable-next-line no-console
        console.error(
          `<dateline-map>: got src "${this.getAttribute('src') ?? ''}", expected the address of an embed.`,
        );
        showContent();
        return;
      }
      if (root.querySelector('iframe')?.src === src.href) return;
      const frame = document.createElement('iframe');
      frame.src = src.href;
      frame.title = this.title || (this.querySelector('img')?.alt ?? 'Dateline');
      frame.loading = 'lazy';
      // Attributes only: the article's policy may forbid styles.
      frame.width = '100%';
      // The height that the author's code reserves, so that nothing below moves.
      frame.height = this.getAttribute('height') ?? String(FIRST);
      frame.setAttribute('frameborder', '0');
      root.replaceChildren(frame);
      follow(frame, showContent);
    }
  }

  if (!customElements.get('dateline-map')) {
    customElements.define('dateline-map', DatelineMap);
    const plain = (): void =>
      document
        .querySelectorAll<HTMLIFrameElement>('iframe.dateline')
        .forEach((frame) => follow(frame));
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', plain);
    else plain();
  }
})();
