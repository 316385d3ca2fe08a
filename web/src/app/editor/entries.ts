/** What the palette lists: what can be done on this page, and every element to go to. */

import type { CollectionName } from '../../generated/model';
import { m } from '../../generated/paraglide/messages.js';
import { collectionLabel, rowName, shortName, type Desk, type Entry } from '../../panels';
import { locales, NAMES, tongue } from '../language.svelte';
import { router } from '../router.svelte';
import { theme } from '../theme.svelte';
import { COMMANDS, type Group } from '../../tools';

const GROUPS: Record<Group, () => string> = {
  make: m.group_make,
  say: m.group_say,
  change: m.group_change,
  move: m.group_move,
  see: m.group_see,
};

/** The board's commands: those that mean something now, or (for the help) all of them. */
export function commandEntries(desk: Desk, all = false): Entry[] {
  return COMMANDS.filter((command) => all || command.when(desk.board)).map((command) => ({
    id: command.id,
    label: command.label(),
    keys: command.keys,
    group: GROUPS[command.group](),
    run: () => command.run(desk.board),
  }));
}

/** What hands do on the board without a command: for the help alone. */
export function handEntries(): Entry[] {
  const entry = (id: string, label: string, ...keys: string[]): Entry => ({ id, label, keys, group: m.help_hands(), run: () => undefined });
  return [
    entry('type', m.help_type(), 'A … Z'),
    entry('go', m.help_go(), 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'),
    entry('extend', m.help_extend(), 'Shift+ArrowRight'),
    entry('ends', m.help_ends(), 'Home', 'End'),
    entry('next', m.help_next(), 'Tab'),
    entry('line', m.help_line(), 'Shift+Enter'),
    entry('leave', m.help_leave(), 'Escape'),
    entry('clip', m.help_clip(), 'Mod+c', 'Mod+v'),
    entry('palette', m.palette_title(), 'Mod+k'),
    entry('find', m.find_label(), 'Mod+f'),
    entry('findings', m.help_next_finding(), 'F8', 'Shift+F8'),
    entry('help', m.help_title(), '?'),
  ];
}

/** What the page itself can do. */
export function pageEntries(desk: Desk): Entry[] {
  const entry = (id: string, label: string, run: () => void, keys: string[] = []): Entry => ({
    id: `page-${id}`,
    label,
    keys,
    group: m.app_page(),
    run,
  });
  return [
    entry('details', m.panels_details(), () => (desk.sheet = 'details')),
    entry('blueprint', m.panels_blueprint(), () => (desk.sheet = 'blueprint')),
    entry('findings', m.panels_findings(), () => (desk.sheet = 'findings')),
    entry('plan', m.app_view_plan(), () => (desk.board.view = 'plan')),
    entry('versions', m.panels_versions(), () => (desk.sheet = 'versions')),
    entry('find', m.find_label(), () => (desk.overlay = 'find'), ['Mod+f']),
    entry('help', m.help_title(), () => (desk.overlay = 'help'), ['?']),
    entry('export', m.export_title(), () => (desk.overlay = 'export')),
    entry('source', m.panels_source(), () => (desk.overlay = 'source')),
    entry('name', m.app_your_name(), () => (desk.overlay = 'name')),
    entry('theme', theme.shown === 'dark' ? m.app_theme_to_light() : m.app_theme_to_dark(), () =>
      theme.choose(theme.shown === 'dark' ? 'light' : 'dark'),
    ),
    ...locales
      .filter((each) => each !== tongue.current)
      .map((each) => entry(`language-${each}`, `${m.app_language()}: ${NAMES[each]}`, () => void tongue.choose(each))),
    entry('home', m.app_to_home(), () => router.go('/')),
  ];
}

const PLACES: CollectionName[] = [
  'phases',
  'steps',
  'cards',
  'actors',
  'systems',
  'channels',
  'personas',
  'promises',
  'agreements',
  'findings',
  'actions',
  'expect',
  'sources',
];

/** Every element of the blueprint that has a name, to go to. */
export function placeEntries(desk: Desk): Entry[] {
  const { document } = desk;
  return PLACES.flatMap((collection) =>
    document.items(collection).map((item): Entry => {
      const step = collection === 'cards' ? document.item('steps', item.place[0] ?? '') : undefined;
      const aside = step ? `${rowName(document, item.place[1] ?? '')} · ${shortName(document, step)}` : '';
      return {
        id: item.address,
        label: shortName(document, item),
        keys: [],
        group: collectionLabel(collection),
        aside,
        run: () => desk.open(item.address),
      };
    }),
  );
}
