import type { Config } from '../config';
import type { Urls } from '../urls';
import type { Words } from '../words';

const LOOPBACK = /^(localhost|.*\.localhost|127\..*|\[::1\]|0\.0\.0\.0)$/;

/** Says why readers elsewhere may not see what the code shows; empty if nothing is in the way. */
export function hostWarning(urls: Urls, config: Config, words: Words): string {
  const { hostname } = new URL(urls.file(''), location.href);
  if (LOOPBACK.test(hostname)) return words.say('builder.loopback', hostname);
  return config.based ? '' : words.say('builder.base');
}
