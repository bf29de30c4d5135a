/** The page that fills a screen at an event: what is newest, in large type, for as long as it is certain that it may be shown. */
import { CollectionFollower, element, medium, wordsFor } from './groundswell-gallery.js';

const EVERY = 4_000;
/** Without an answer for as long, nothing is shown any more: it may have been taken back. */
const KEEP = 30_000;

const stage = document.querySelector('#stage');
const title = document.querySelector('#title');
const message = document.querySelector('#message');
const words = wordsFor(navigator.language);

function card(item) {
  const made = element('li', { class: 'card' });
  const first = item.media.filter((one) => one.type === 'IMAGE').map((one) => medium(item, one, words)).find((one) => one !== null);
  if (first) {
    made.append(first);
  } else {
    made.classList.add('words');
  }
  if (item.text) {
    made.append(element('p', { class: 'text', dir: 'auto', lang: item.language }, item.text));
  }
  made.append(element('p', { class: 'by', dir: 'auto' }, item.attribution));
  return made;
}

function say(text) {
  message.textContent = text;
  message.hidden = text === '';
}

/** Cards of posts that stay are kept as they are, so that pictures are not loaded again. */
const cards = new Map();

function show(collection) {
  document.title = collection.title;
  title.textContent = collection.title;
  const wanted = new Map(collection.items.map((item) => [item.id, JSON.stringify(item)]));
  for (const [id, { written, made }] of cards) {
    if (wanted.get(id) !== written) {
      made.remove();
      cards.delete(id);
    }
  }
  const inOrder = collection.items.map((item) => {
    if (!cards.has(item.id)) {
      cards.set(item.id, { written: wanted.get(item.id), made: card(item) });
    }
    return cards.get(item.id).made;
  });
  stage.replaceChildren(...inOrder);
  say(collection.items.length === 0 ? words.gone : '');
}

function hide() {
  cards.clear();
  stage.replaceChildren();
  title.textContent = '';
  say(words.gone);
}

document.documentElement.lang = (navigator.language || 'en').split('-')[0];
const id = location.pathname.split('/').pop();
new CollectionFollower({
  address: new URL(`/v1/public/collections/${id}?limit=24`, location.origin).href, every: EVERY, keep: KEEP, show, hide,
}).start();
