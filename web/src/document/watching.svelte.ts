/** Effects for measuring outside of a component. Not part of the product. */

export function effect(run: () => unknown): void {
  $effect(() => {
    run();
  });
}

export function root(run: () => void): () => void {
  return $effect.root(run);
}
