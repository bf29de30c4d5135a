/**
 * <groundswell-gallery src="https://…/v1/public/collections/{publicId}"></groundswell-gallery>
 *
 * Shows a published collection. No cookies, no storage, no tracking; asks src, and the hosts of pictures and films, for nothing
 * but themselves. What people wrote is put in as text, never as HTML. What was taken back disappears with the next refresh, and
 * everything disappears when src could not be asked for too long.
 *
 * Attributes
 *   src      address of the collection; needed
 *   limit    how many posts, 1 to 100; default 20
 *   refresh  seconds between refreshes while the page is seen, at least 2; default 60
 *   keep     seconds for which what was read is shown without a newer answer; default 300
 *   lang     language of the words that are not in the posts: en, de, es, fr, it, nl, pt; default: that of the page, else en
 *
 * Style it by the custom properties --groundswell-gap, --groundswell-column, --groundswell-radius, --groundswell-accent and by
 * the parts list, item, picture, text, author, products, message.
 */

const WORDS = {
  en: { list: 'Posts', image: 'Picture by', video: 'Film by', audio: 'Sound by', products: 'Products', gone: 'Nothing to show at the moment.', opens: 'opens in a new tab' },
  de: { list: 'Beiträge', image: 'Bild von', video: 'Film von', audio: 'Ton von', products: 'Produkte', gone: 'Gerade gibt es nichts zu zeigen.', opens: 'öffnet in neuem Tab' },
  es: { list: 'Publicaciones', image: 'Imagen de', video: 'Vídeo de', audio: 'Audio de', products: 'Productos', gone: 'No hay nada que mostrar por ahora.', opens: 'se abre en una pestaña nueva' },
  fr: { list: 'Publications', image: 'Image de', video: 'Vidéo de', audio: 'Son de', products: 'Produits', gone: 'Rien à afficher pour le moment.', opens: 's’ouvre dans un nouvel onglet' },
  it: { list: 'Post', image: 'Immagine di', video: 'Video di', audio: 'Audio di', products: 'Prodotti', gone: 'Al momento non c’è nulla da mostrare.', opens: 'si apre in una nuova scheda' },
  nl: { list: 'Berichten', image: 'Foto van', video: 'Video van', audio: 'Geluid van', products: 'Producten', gone: 'Er is nu niets te tonen.', opens: 'opent in een nieuw tabblad' },
  pt: { list: 'Publicações', image: 'Imagem de', video: 'Vídeo de', audio: 'Áudio de', products: 'Produtos', gone: 'Nada para mostrar de momento.', opens: 'abre num novo separador' },
};

/** Returns the address when it is one that may be followed or fetched. */
export function safeAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Makes an element with text and attributes; text is never read as HTML. */
export function element(name, attributes = {}, text = null) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  if (text !== null) {
    made.textContent = text;
  }
  return made;
}

export function wordsFor(language) {
  return WORDS[(language || 'en').toLowerCase().split('-')[0]] || WORDS.en;
}

export function price({ amount, currency }, language) {
  try {
    const format = new Intl.NumberFormat(language || undefined, { style: 'currency', currency });
    return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
  } catch {
    return '';
  }
}

/** Returns the picture, film or sound as an element; null for an address that may not be fetched. */
export function medium(item, { type, url }, words) {
  const address = safeAddress(url);
  if (address === null) {
    return null;
  }
  // who is asked for a picture learns no more than that it was asked for
  const shared = { src: address, part: 'picture', referrerpolicy: 'no-referrer' };
  if (type === 'VIDEO') {
    return element('video', { ...shared, controls: '', playsinline: '', preload: 'none', 'aria-label': `${words.video} ${item.attribution}` });
  }
  if (type === 'AUDIO') {
    return element('audio', { ...shared, controls: '', preload: 'none', 'aria-label': `${words.audio} ${item.attribution}` });
  }
  return element('img', { ...shared, loading: 'lazy', decoding: 'async', alt: `${words.image} ${item.attribution}` });
}

/**
 * Follows a collection: asks again and again, and says when what was read is too old to be shown. A copy in the browser's cache
 * is used only after it was confirmed, which costs an exchange without a body.
 */
export class CollectionFollower {
  #address;
  #every;
  #keep;
  #show;
  #hide;
  #timer = null;
  #expiry = null;
  #abort = null;
  #known = null;
  #seen = () => this.#onVisible();

  constructor({ address, every, keep, show, hide }) {
    this.#address = address;
    this.#every = every;
    this.#keep = keep;
    this.#show = show;
    this.#hide = hide;
  }

  start() {
    document.addEventListener('visibilitychange', this.#seen);
    this.#ask();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#seen);
    clearTimeout(this.#timer);
    clearTimeout(this.#expiry);
    this.#abort?.abort();
    this.#abort = null;
  }

  #onVisible() {
    if (!document.hidden) {
      this.#ask();
    }
  }

  async #ask() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const timeout = setTimeout(() => abort.abort(), Math.min(this.#every, 10_000) + 1_000);
    const askedAt = performance.now();
    try {
      const answer = await fetch(this.#address, {
        cache: 'no-cache', credentials: 'omit', mode: 'cors', referrerPolicy: 'no-referrer', signal: abort.signal,
        headers: { Accept: 'application/json' },
      });
      if (answer.status === 404 || answer.status === 410) {
        this.#forget();
      } else if (answer.ok) {
        const text = await answer.text();
        if (this.#abort === abort) {
          this.#confirmed(text, askedAt);
        }
      }
    } catch {
      // not answered: what is shown stays until it is too old
    } finally {
      clearTimeout(timeout);
      if (this.#abort === abort) {
        this.#timer = setTimeout(() => (document.hidden ? undefined : this.#ask()), this.#every);
      }
    }
  }

  /** What was read counts from when it was asked for. */
  #confirmed(text, askedAt) {
    clearTimeout(this.#expiry);
    this.#expiry = setTimeout(() => this.#forget(), Math.max(0, this.#keep - (performance.now() - askedAt)));
    if (text !== this.#known) {
      this.#known = text;
      this.#show(JSON.parse(text));
    }
  }

  #forget() {
    clearTimeout(this.#expiry);
    this.#known = null;
    this.#hide();
  }
}

const STYLE = `
  :host { display: block; container-type: inline-size; color: inherit; font: inherit; }
  :host([hidden]) { display: none; }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--groundswell-column, 16rem)), 1fr));
    gap: var(--groundswell-gap, 1rem); list-style: none; margin: 0; padding: 0; }
  li.item { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: var(--groundswell-radius, .5rem);
    overflow: hidden; display: flex; flex-direction: column; min-inline-size: 0; contain: content; }
  img, video { inline-size: 100%; block-size: auto; aspect-ratio: 1; object-fit: cover; display: block;
    background: color-mix(in srgb, currentColor 8%, transparent); }
  audio { inline-size: 100%; }
  .text { margin: .75rem .75rem 0; white-space: pre-line; overflow-wrap: anywhere; unicode-bidi: isolate; display: -webkit-box;
    -webkit-box-orient: vertical; -webkit-line-clamp: 8; line-clamp: 8; overflow: hidden; }
  .by { margin: .5rem .75rem .75rem; font-size: .875em; overflow-wrap: anywhere; unicode-bidi: isolate; }
  .products { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0 .75rem .75rem; margin: auto 0 0; }
  .products a { display: inline-block; padding: .375rem .625rem; border: 1px solid currentColor; border-radius: 999px; font-size: .875em; }
  a { color: inherit; text-underline-offset: .15em; }
  a:hover { color: var(--groundswell-accent, inherit); }
  a:focus-visible, video:focus-visible, audio:focus-visible { outline: 3px solid var(--groundswell-accent, Highlight); outline-offset: 2px; }
  .message { margin: 1rem 0; }
  @media (prefers-reduced-motion: no-preference) { li.item { animation: appear .3s ease-out; } }
  @keyframes appear { from { opacity: 0; } }
`;

let sheet = null;

/** A sheet that was made by script is not subject to a page's policy on inline styles. */
function styles() {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

function link(address, text, words) {
  const made = element('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow ugc', title: words.opens }, text);
  return made;
}

export class GroundswellGallery extends HTMLElement {
  static observedAttributes = ['src', 'limit', 'refresh', 'keep', 'lang'];

  #follower = null;
  #content;
  #collection = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles()];
    this.#content = element('div');
    root.append(this.#content);
  }

  connectedCallback() {
    this.#follow();
  }

  disconnectedCallback() {
    this.#follower?.stop();
    this.#follower = null;
  }

  attributeChangedCallback(name) {
    if (!this.isConnected) {
      return;
    }
    if (name === 'lang') {
      this.#draw();
    } else {
      this.#follow();
    }
  }

  get #language() {
    return this.getAttribute('lang') || this.closest('[lang]')?.getAttribute('lang') || 'en';
  }

  #follow() {
    this.#follower?.stop();
    this.#follower = null;
    const source = this.getAttribute('src');
    if (!source) {
      return;
    }
    const address = new URL(source, document.baseURI);
    if (!/^https?:$/.test(address.protocol)) {
      return;
    }
    const limit = this.getAttribute('limit');
    if (limit) {
      address.searchParams.set('limit', limit);
    }
    this.#follower = new CollectionFollower({
      address: address.href,
      every: Math.max(2, Number(this.getAttribute('refresh')) || 60) * 1000,
      keep: Math.max(2, Number(this.getAttribute('keep')) || 300) * 1000,
      show: (collection) => { this.#collection = collection; this.#draw(); },
      hide: () => { this.#collection = null; this.#draw(); },
    });
    this.#follower.start();
  }

  #draw() {
    const words = wordsFor(this.#language);
    const items = this.#collection?.items ?? [];
    if (items.length === 0) {
      this.#content.replaceChildren(element('p', { class: 'message', part: 'message', role: 'status' }, words.gone));
    } else {
      const focused = this.shadowRoot.activeElement?.getAttribute('href') ?? null;
      // the role is said, because some readers take it from lists without bullets
      const list = element('ul', { role: 'list', part: 'list', 'aria-label': this.#collection.title || words.list });
      list.append(...items.map((item) => this.#item(item, words)));
      this.#content.replaceChildren(list);
      if (focused !== null) {
        [...list.querySelectorAll('a')].find((one) => one.getAttribute('href') === focused)?.focus();
      }
    }
    this.dispatchEvent(new CustomEvent('groundswell-drawn', { detail: { items: items.length } }));
  }

  #item(item, words) {
    const made = element('li', { class: 'item', part: 'item' });
    const first = item.media.map((one) => medium(item, one, words)).find((one) => one !== null);
    if (first) {
      made.append(first);
    }
    if (item.text) {
      made.append(element('p', { class: 'text', part: 'text', dir: 'auto', lang: item.language }, item.text));
    }
    const by = element('p', { class: 'by', part: 'author', dir: 'auto' });
    const address = item.permalink === null ? null : safeAddress(item.permalink);
    by.append(address === null ? item.attribution : link(address, item.attribution, words));
    made.append(by);
    if (item.products.length > 0) {
      const products = element('ul', { class: 'products', part: 'products', role: 'list', 'aria-label': words.products });
      for (const product of item.products) {
        const to = safeAddress(product.url);
        if (to !== null) {
          const entry = element('li');
          const cost = product.price ? ` · ${price(product.price, this.#language)}` : '';
          entry.append(link(to, product.title + cost, words));
          products.append(entry);
        }
      }
      made.append(products);
    }
    return made;
  }
}

if (!customElements.get('groundswell-gallery')) {
  customElements.define('groundswell-gallery', GroundswellGallery);
}
