/** The panels that are not on the first screen; each comes when it is first asked for. */

export const later = {
  palette: () => import('./Palette.svelte'),
  export: () => import('./ExportDialog.svelte'),
  source: () => import('./SourceDialog.svelte'),
  help: () => import('./Help.svelte'),
  versions: () => import('./Versions.svelte'),
  findings: () => import('./findings/FindingsPanel.svelte'),
  plan: () => import('./plan/Plan.svelte'),
  picture: () => import('./picture/Picture.svelte'),
} as const;
