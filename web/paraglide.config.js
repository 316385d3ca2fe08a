// How the messages in messages/{locale}/{area}.json become functions; Vite and `npm run messages` both read this.
/** @type {import('@inlang/paraglide-js').CompilerOptions} */
export const paraglide = {
  project: './project.inlang',
  outdir: './src/generated/paraglide',
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
  localStorageKey: 'footlights.locale',
  isServer: 'import.meta.env.SSR',
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false,
};
