/** Which page is shown: read from the address, and written back to it. */

export type Route = { page: 'home' } | { page: 'document'; id: string } | { page: 'nowhere' };

/** The page that a path names; a path we do not know gives `nowhere`. */
export function routeOf(path: string): Route {
  if (path === '/' || path === '') return { page: 'home' };
  const id = /^\/d\/([^/]+)\/?$/.exec(path)?.[1];
  if (id === undefined) return { page: 'nowhere' };
  try {
    return { page: 'document', id: decodeURIComponent(id) };
  } catch {
    return { page: 'nowhere' };
  }
}

/** The address of a document's page. */
export function documentPath(id: string): string {
  return `/d/${encodeURIComponent(id)}`;
}

export class Router {
  #path = $state('/');
  #search = $state('');
  readonly route: Route = $derived(routeOf(this.#path));

  constructor() {
    this.#read();
  }

  /** Follows the browser's back and forward buttons; returns how to stop. */
  listen(): () => void {
    const read = (): void => this.#read();
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }

  /** A word behind the question mark, or null. */
  parameter(name: string): string | null {
    return new URLSearchParams(this.#search).get(name);
  }

  go(address: string, how: { replace?: boolean } = {}): void {
    if (how.replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    this.#read();
    if (!how.replace) scrollTo(0, 0);
  }

  /** Puts words behind the question mark without a step in the history; null takes one away. */
  remember(words: Record<string, string | null>): void {
    const found = new URLSearchParams(this.#search);
    for (const [name, value] of Object.entries(words)) {
      if (value === null) found.delete(name);
      else found.set(name, value);
    }
    const search = found.toString();
    if (`?${search}` === location.search || (search === '' && location.search === '')) return;
    history.replaceState(null, '', location.pathname + (search ? `?${search}` : '') + location.hash);
    this.#read();
  }

  #read(): void {
    this.#path = location.pathname;
    this.#search = location.search;
  }
}

export const router = new Router();

/** Svelte action: this link changes the page without loading everything again; with Ctrl or another button the browser does it. */
export function link(node: HTMLAnchorElement): { destroy(): void } {
  const follow = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.go(node.getAttribute('href') ?? '/');
  };
  node.addEventListener('click', follow);
  return { destroy: () => node.removeEventListener('click', follow) };
}
