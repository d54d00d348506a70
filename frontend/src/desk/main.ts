// First of all: the map's library writes markup as soon as it is read.
import './trusted-drawings';
import '../../fonts/fonts.css';
import './desk.css';
import { Api, takeToken } from './api';
import { Desk } from './desk';
import { el } from './dom';
import { deskWords } from './desk-words';
import { Session } from './session';

const root = document.getElementById('desk') ?? document.body;
const words = deskWords(navigator.languages);
document.documentElement.lang = words.locale;

const token = takeToken();
if (token) void start(new Api(token));
else root.append(el('p', { class: 'desk-message', role: 'alert' }, words.say('token')));

async function start(api: Api): Promise<void> {
  try {
    const session = new Session(api, words, await api.desk(), words.locale, document.body);
    new Desk(root, session).start();
  } catch (error) {
    const text = error instanceof Error && error.message ? error.message : words.say('unreachable');
    root.append(el('p', { class: 'desk-message', role: 'alert' }, text));
  }
}
