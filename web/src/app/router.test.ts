import { afterEach, expect, test } from 'vitest';
import { documentPath, link, Router, routeOf } from './router.svelte';

afterEach(() => history.replaceState(null, '', '/'));

test.each([
  ['/', { page: 'home' }],
  ['/d/laptop', { page: 'document', id: 'laptop' }],
  ['/d/caf%C3%A9/', { page: 'document', id: 'café' }],
  ['/d/', { page: 'nowhere' }],
  ['/d/a/b', { page: 'nowhere' }],
  ['/d/%E0%A4%A', { page: 'nowhere' }],
  ['/elsewhere', { page: 'nowhere' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});

test('a path is read back as it was written', () => {
  expect(routeOf(documentPath('a/b c?'))).toEqual({ page: 'document', id: 'a/b c?' });
});

test('going somewhere is a step in the history, remembering a view is not', () => {
  const router = new Router();
  router.go('/d/laptop');
  const steps = history.length;
  router.remember({ view: 'journey', zoom: null });
  expect(location.search).toBe('?view=journey');
  expect(router.parameter('view')).toBe('journey');
  router.remember({ view: null });
  expect(location.search).toBe('');
  expect(history.length).toBe(steps);
});

test('back and forward are followed until one stops', () => {
  const router = new Router();
  const stop = router.listen();
  history.replaceState(null, '', '/d/one');
  dispatchEvent(new PopStateEvent('popstate'));
  expect(router.route).toEqual({ page: 'document', id: 'one' });
  stop();
  history.replaceState(null, '', '/d/two');
  dispatchEvent(new PopStateEvent('popstate'));
  expect(router.route).toEqual({ page: 'document', id: 'one' });
});

test('a link with Ctrl is left to the browser', () => {
  const anchor = document.createElement('a');
  anchor.href = '/d/laptop';
  document.body.append(anchor);
  const action = link(anchor);
  const plain = new MouseEvent('click', { bubbles: true, cancelable: true });
  const withKey = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
  anchor.addEventListener('click', (event) => event.ctrlKey && event.preventDefault()); // jsdom has nowhere to go
  anchor.dispatchEvent(plain);
  expect(location.pathname).toBe('/d/laptop');
  history.replaceState(null, '', '/');
  anchor.dispatchEvent(withKey);
  expect(location.pathname).toBe('/');
  action.destroy();
  anchor.remove();
});
