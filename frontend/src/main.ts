import '../fonts/fonts.css';
import './styles/index.css';
import { App } from './app';
import { readConfig } from './config';
import { parsed } from './pace';
import { Urls } from './urls';

// The page is complete without script, so it stays as it is if this fails.
void parsed().then(async () => {
  const config = readConfig(document);
  const root = document.documentElement.dataset.root ?? '';
  const urls = new Urls(root, location.href, config);
  // The code for embeds is fetched there alone.
  if (config.page === 'embed') return (await import('./embed/explore')).explore(config, urls);
  return new App(config, urls).start();
});
