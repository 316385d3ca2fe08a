/** How the token in the opened address becomes a session, and leaves the address. */

export interface SignedIn {
  readonly who: { readonly id: string; readonly name: string };
  readonly may: 'edit' | 'view';
  readonly mode: 'open' | 'serve';
  readonly version: string;
}

function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('token');
}

/** The address without its token; other parts of the fragment stay. */
function withoutToken({ pathname, search, hash }: Location): string {
  const rest = new URLSearchParams(hash.replace(/^#/, ''));
  rest.delete('token');
  return pathname + search + (rest.size ? `#${rest.toString()}` : '');
}

/** Who one is here. A token in the address is handed in first, then taken out of it. null when the server knows no such person. */
export async function signIn({ name }: { name?: string } = {}): Promise<SignedIn | null> {
  const token = tokenIn(location.hash);
  if (token !== null) {
    // out of the address and its history before anything else can see it
    history.replaceState(history.state, '', withoutToken(location));
    const body = JSON.stringify(name ? { token, name } : { token });
    await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }
  const answer = await fetch('/api/session', { headers: { accept: 'application/json' } });
  if (answer.status === 401 || answer.status === 403) return null;
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return (await answer.json()) as SignedIn;
}
