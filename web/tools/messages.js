// `npm run messages`: compile the messages for a check that does not go through Vite.
import { compile } from '@inlang/paraglide-js';
import { paraglide } from '../paraglide.config.js';

await compile(paraglide);
