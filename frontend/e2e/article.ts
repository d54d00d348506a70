import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';

/** Shows a page of another origin, as a content management system would send it. */
export async function article(page: Page, body: string, policy?: string): Promise<void> {
  const cms = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (policy) response.setHeader('Content-Security-Policy', policy);
    response.end(
      `<!doctype html><html lang="en"><title>Article</title><body>${body}</body></html>`,
    );
  });
  await new Promise<void>((listening) => cms.listen(0, '127.0.0.1', listening));
  page.once('close', () => cms.close());
  await page.goto(`http://127.0.0.1:${(cms.address() as AddressInfo).port}/story`);
}
