/**
 * `<dateline-map src="https://host/embed/view/">`: an embed that is as high as its content. It is
 * optional: a plain iframe works too, and also gets its height if it has the class `dateline`. The
 * content of the element (an image, a list) is for readers without script and for feeds.
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
    const ask = (): void => frame.contentWindow?.postMessage({ type: 'dateline:sized' }, '*');
    window.addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow || event.origin !== origin) return;
      const { type, height } = (event.data ?? {}) as { type?: unknown; height?: unknown };
      if (type === 'dateline:ready') ask();
      else if (
        type === 'dateline:height' &&
        typeof height === 'number' &&
        Number.isFinite(height)
      ) {
        frame.style.height = `${Math.min(MOST, Math.max(LEAST, Math.ceil(height)))}px`;
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
      const showContent = (): void => root.replaceChildren(document.createElement('slot'));
      this.style.display = 'block';
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
      Object.assign(frame.style, {
        border: '0',
        width: '100%',
        height: `${FIRST}px`,
        display: 'block',
      });
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
