// Paraglide gives every message a function of its own that chooses the language. For seven hundred messages that choosing is
// a quarter of the editor's weight: here they share one.
const CHOOSING =
  /^export const (\w+) = [^\n]*\(\((inputs[^,]*), options = \{\}\) => \{\n\tconst locale = [^\n]*\n\tif \(locale === "nl"\) return (\w+)\(inputs\)\n\tif \(locale === "es"\) return (\w+)\(inputs\)\n\treturn (\w+)\(inputs\)\n\}\);?/m;
const SHARED = '\0footlights-choose';

/** @returns {import('vite').Plugin} */
export function slimMessages() {
  return {
    name: 'footlights-slim-messages',
    apply: 'build',
    enforce: 'post',
    resolveId: (id) => (id === 'footlights-choose' ? SHARED : undefined),
    load: (id) =>
      id === SHARED
        ? `import { getLocale } from '/src/generated/paraglide/runtime.js';
export const choose = (en, nl, es) => (inputs = {}) => {
  const locale = getLocale();
  return (locale === 'nl' ? nl : locale === 'es' ? es : en)(inputs);
};`
        : undefined,
    transform(code, id) {
      if (!/generated\/paraglide\/messages\/\w+\.js$/.test(id) || !CHOOSING.test(code)) return undefined;
      const slim = code.replace(
        CHOOSING,
        (_, name, _inputs, nl, es, en) => `export const ${name} = /* @__PURE__ */ choose(${en}, ${nl}, ${es});`,
      );
      return { code: `import { choose } from 'footlights-choose';\n${slim.replace(/^import \{ getLocale.*$/m, '')}`, map: null };
    },
  };
}
