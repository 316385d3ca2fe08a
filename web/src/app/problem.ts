/** What went wrong, in a sentence a person can use. */

import { m } from '../generated/paraglide/messages.js';

/** A refusal of the server, or no answer at all (status 0). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail = '',
    readonly hint = '',
    readonly code = '',
    readonly trace = '',
  ) {
    super(title);
  }
}

interface ProblemBody {
  title?: unknown;
  detail?: unknown;
  hint?: unknown;
  code?: unknown;
  trace?: unknown;
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The problem that an answer describes (RFC 9457), or a plain one when it does not describe any. */
export async function problemOf(answer: Response): Promise<Problem> {
  let body: ProblemBody = {};
  try {
    const found: unknown = await answer.json();
    if (typeof found === 'object' && found !== null) body = found;
  } catch {
    // a proxy's page, or nothing: the status alone has to do
  }
  const title = said(body.title) || plainTitle(answer.status);
  return new Problem(answer.status, title, said(body.detail), said(body.hint), said(body.code), said(body.trace));
}

function plainTitle(status: number): string {
  if (status === 401) return m.app_problem_signed_out();
  if (status === 403) return m.app_problem_may_not();
  if (status === 404) return m.app_problem_missing();
  if (status === 413) return m.app_problem_too_large();
  if (status === 429) return m.app_problem_too_fast();
  return m.app_problem_server();
}

/** What to say of anything that was thrown: what happened, then what to do. */
export function sentenceOf(trouble: unknown): string {
  if (!(trouble instanceof Problem)) return m.app_problem_unexpected();
  if (trouble.status === 0) return m.app_problem_no_answer();
  return [trouble.title, trouble.detail, trouble.hint]
    .filter((part, at, all) => part && all.indexOf(part) === at)
    .map((part) => (/[.?…]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
