import '../fonts/fonts.css';
import './styles/index.css';
import { App } from './app';
import { readConfig } from './config';
import { explore } from './embed/explore';
import { nextTask } from './pace';
import { Urls } from './urls';

// The page is complete without script, so it stays as it is if this fails.
const config = readConfig(document);
const root = document.documentElement.dataset.root ?? '';
const urls = new Urls(root, location.href, config);
if (config.page === 'embed') void explore(config, urls);
// In a task of its own: reading this script was one already.
else void nextTask().then(() => new App(config, urls).start());
