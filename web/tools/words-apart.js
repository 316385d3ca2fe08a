// In the build the words of each language are a file of their own: nobody carries three languages, and words are no scripts.
// A message that is one sentence becomes `sentence(its number)`; those that differ by number stay functions, which share the
// choosing of the language: Paraglide gives each of them a copy.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LOCALES = ['en', 'nl', 'es'];
const CHOOSING =
  /^export const (\w+) = [^\n]*\(\((inputs[^,]*), options = \{\}\) => \{\n\tconst locale = [^\n]*\n\tif \(locale === "nl"\) return (\w+)\(inputs\)\n\tif \(locale === "es"\) return (\w+)\(inputs\)\n\treturn (\w+)\(inputs\)\n\}\);?/m;
const MESSAGES = /import \{ m \} from (["'][^"']*generated\/paraglide\/messages)\.js(["'])/;
const SHARED = '\0footlights-choose';
/** Fetched in parts of their own, when they are needed. */
const APART = ['help.json', 'findings.json'];

/** The messages that are one sentence in every language: name → number, and by locale the sentences by number. */
function sentences(root) {
  const said = LOCALES.map((locale) => {
    const folder = join(root, 'messages', locale);
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !APART.includes(name));
    return Object.assign({}, ...files.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf-8'))));
  });
  const plain = Object.keys(said[0]).filter((name) => said.every((each) => typeof each[name] === 'string' && !each[name].includes('\\')));
  return { numbers: new Map(plain.map((name, at) => [name, at])), tables: said.map((each) => plain.map((name) => each[name])) };
}

/** @returns {import('vite').Plugin} */
export function wordsApart() {
  let numbers = new Map();
  let references = [];
  return {
    name: 'footlights-words-apart',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      const said = sentences(join(import.meta.dirname, '..'));
      numbers = said.numbers;
      references = said.tables.map((table, at) =>
        this.emitFile({ type: 'asset', name: `words-${LOCALES[at]}.json`, source: JSON.stringify(table) }),
      );
    },
    resolveId: (id) => (id === 'footlights-choose' ? SHARED : undefined),
    load(id) {
      if (id === SHARED)
        return `import { getLocale } from '/src/generated/paraglide/runtime.js';
import { tables } from '/src/app/words.ts';
export const sentence = (number) => (inputs) => {
  const said = tables[getLocale()]?.[number] ?? '';
  return inputs ? said.replace(/\\{(\\w+)\\}/g, (_, place) => String(inputs[place])) : said;
};
export const choose = (en, nl, es) => (inputs = {}) => {
  const locale = getLocale();
  return (locale === 'nl' ? nl : locale === 'es' ? es : en)(inputs);
};`;
      if (id.endsWith('/src/app/words.ts'))
        return `const FILES = { ${LOCALES.map((locale, at) => `${locale}: import.meta.ROLLUP_FILE_URL_${references[at]}`).join(', ')} };
export const tables = {};
export async function fetchWords(language) {
  if (language in tables) return;
  const answer = await fetch(FILES[language]);
  if (!answer.ok) throw new Error(answer.statusText);
  tables[language] = await answer.json();
}`;
      return undefined;
    },
    transform(code, id) {
      const name = /generated\/paraglide\/messages\/(\w+)\.js$/.exec(id)?.[1];
      // as one object all messages would be kept, and their names
      if (MESSAGES.test(code) && !id.includes('/generated/'))
        return { code: code.replace(MESSAGES, 'import * as m from $1/_index.js$2'), map: null };
      if (!name || !CHOOSING.test(code)) return undefined;
      if (numbers.has(name))
        return {
          code: `import { sentence } from 'footlights-choose';\nexport const ${name} = /* @__PURE__ */ sentence(${numbers.get(name)});`,
          map: null,
        };
      const slim = code.replace(
        CHOOSING,
        (_, said, _inputs, nl, es, en) => `export const ${said} = /* @__PURE__ */ choose(${en}, ${nl}, ${es});`,
      );
      return { code: `import { choose } from 'footlights-choose';\n${slim.replace(/^import \{ getLocale.*$/m, '')}`, map: null };
    },
  };
}
