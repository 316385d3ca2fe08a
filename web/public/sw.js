// Keeps the built editor in the browser, so that a page that works offline also opens offline.
// What people write is not here: the document lives in IndexedDB. Nothing under /api is ever kept.

const PREFIX = 'footlights-editor-';
const PATIENCE_MS = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/') || pathname === '/healthz') return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || pathname === '/favicon.svg') event.respondWith(asset(request));
});

// The page tells what it has loaded before this worker was there.
self.addEventListener('message', (event) => {
  const { keep } = event.data ?? {};
  if (Array.isArray(keep)) event.waitUntil(keepAll(keep.filter((address) => typeof address === 'string')));
});

/** The newest page from the server; the kept one when the server does not answer in time. */
async function page(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) await keepPage(answer.clone());
    if (answer.status < 500) return answer;
  } catch {
    // no server: what is kept has to do
  }
  const kept = await caches.match('/', { ignoreVary: true });
  return kept ?? Response.error();
}

async function asset(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const name = (await names()).at(-1);
    if (name) await (await caches.open(name)).put(request, answer.clone());
  }
  return answer;
}

let turn = Promise.resolve();

/** Keeps a page once those before it are kept: two at once would each take the other's store for an older build's. */
function keepPage(answer) {
  turn = turn.catch(() => undefined).then(() => keepNewest(answer));
  return turn;
}

/** Each build has a store of its own, named after its page; the one before is kept for windows that still show it. */
async function keepNewest(answer) {
  if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/html')) return;
  const digest = await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer());
  const name = PREFIX + [...new Uint8Array(digest).slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const known = await names();
  if (known.at(-1) !== name) await caches.delete(name); // an older build is back: its store becomes the newest again
  const store = await caches.open(name);
  await store.put('/', answer);
  for (const old of known.filter((each) => each !== name).slice(0, -1)) await caches.delete(old);
}

async function keepAll(addresses) {
  await page(new Request('/'));
  const name = (await names()).at(-1);
  if (!name) return;
  const store = await caches.open(name);
  for (const address of addresses) {
    const { origin, pathname } = new URL(address, self.location.origin);
    if (origin !== self.location.origin || !pathname.startsWith('/assets/') || (await store.match(address))) continue;
    await store.add(address).catch(() => undefined); // it comes along the next time it is asked for
  }
}

async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}
