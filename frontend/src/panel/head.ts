/**
 * What programs read of a page: its addresses, its feeds, its preview and its structured data. The
 * description of the page belongs to it as well.
 */
const FOLLOWS = [
  'link[rel="canonical"]',
  'link[rel="alternate"]',
  'meta[name="description"]',
  'meta[property^="og:"]',
  'meta[name^="twitter:"]',
  'script[type="application/ld+json"]',
].join(',');

/**
 * Makes the head's relative addresses absolute, because the page's own address changes when a
 * reader follows a link; the icon would be looked for in another folder.
 */
export function fixHead(head: HTMLHeadElement): void {
  for (const link of head.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
    link.setAttribute('href', link.href);
  }
}

/**
 * Lets the head say what a newly shown page says of itself.
 *
 * @param page the page, as it was fetched
 * @param url its address, for relative addresses in it
 */
export function followHead(head: HTMLHeadElement, page: Document, url: string): void {
  for (const stale of head.querySelectorAll(FOLLOWS)) stale.remove();
  for (const element of page.head.querySelectorAll(FOLLOWS)) {
    const copy = head.ownerDocument.importNode(element, true);
    const href = copy.getAttribute('href');
    if (href !== null) copy.setAttribute('href', new URL(href, url).href);
    head.append(copy);
  }
}
