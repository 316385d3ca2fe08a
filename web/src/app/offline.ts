/** So that the editor opens without its server: the built page is kept by a small service worker. */

/** Starts the worker and, when the page has time, gives it everything the editor may need. `load` fetches the panels not seen yet. */
export async function keepForOffline(load: () => Promise<unknown>): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext || import.meta.env.DEV) return;
  try {
    const { active } = await navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready);
    await idle();
    await load();
    const keep = performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      .filter((name) => new URL(name).pathname.startsWith('/assets/'));
    active?.postMessage({ keep: [...new Set(keep)] });
  } catch {
    // without a worker everything works but opening while the server is away
  }
}

/** When the page has time. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 2000);
  });
}
