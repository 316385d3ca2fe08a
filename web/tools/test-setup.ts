// What every unit test stands on: English, and an IndexedDB that forgets.
import 'fake-indexeddb/auto';
import { overwriteGetLocale } from '../src/generated/paraglide/runtime.js';

overwriteGetLocale(() => 'en');
