/** Which of our icons speaks for a channel or a lane. */

import type { Item } from '../document';
import { ICONS, type IconName } from '../generated/icons';

const WORDS: readonly [RegExp, IconName][] = [
  [/phone|call|tele|bel/i, 'phone'],
  [/mail|correo/i, 'mail'],
  [/letter|post|brief|carta/i, 'letter'],
  [/web|site|portal|online/i, 'web'],
  [/app|mobile|mobiel|móvil/i, 'app'],
  [/chat|bot|whatsapp|message/i, 'chat'],
  [/video/i, 'video'],
  [/desk|counter|balie|mostrador|loket|ventanilla/i, 'desk'],
  [/shop|store|door|winkel|tienda/i, 'door'],
  [/visit|home|bezoek|thuis|visita/i, 'visit'],
];

export function isIcon(name: unknown): name is IconName {
  return typeof name === 'string' && name in ICONS;
}

/** The icon of a channel: the one it names, else the one its own name suggests. */
export function iconOf(channel: Item): IconName {
  const named = channel.value('icon');
  if (isIcon(named)) return named;
  const found = WORDS.find(([word]) => word.test(channel.title()) || word.test(channel.id));
  return found ? found[1] : channel.value('class') === 'online' ? 'web' : 'talk';
}
