import '../fonts/fonts.css';
import './styles/index.css';
import { App } from './app';
import { readConfig } from './config';
import { Urls } from './urls';

// The page is complete without script; should this fail, it stays what it was.
const config = readConfig(document);
const root = document.documentElement.dataset.root ?? '';
const app = new App(config, new Urls(root, location.href, config));
void app.start();
