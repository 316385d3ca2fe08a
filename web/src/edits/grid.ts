/** A table from or for the clipboard: what spreadsheets write, as rows of cells. */

/**
 * What a spreadsheet would work out instead of showing it, and the same behind the apostrophe that keeps it from doing so; a plain
 * number is none. Tables written in Python have the same rule (`plan.cell`).
 */
const FORMULA = /^'*(?:[=@\t\r]|[+-](?!\d+(?:[.,]\d+)*$))/;

/** A cell as a spreadsheet will show it: what it might take for a formula gets an apostrophe in front. `parseGrid` takes it off again. */
export function quieted(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The rows of a copied table: from its HTML where there is one with a table, else from its tab-separated text. */
export function parseGrid({ text = '', html = '' }: { text?: string; html?: string }): string[][] {
  const table = html ? tableIn(html) : null;
  return trimmed(table ?? parseTabs(text)).map((row) =>
    row.map((cell) => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)),
  );
}

/** Cells apart by tabs, rows by line ends; a quoted cell may hold both, and `""` in it is a quote. */
export function parseTabs(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const row = (): string[] => rows[rows.length - 1] as string[];
  while (at < text.length) {
    const quoted = text[at] === '"' ? closed(text, at) : -1;
    let end = at;
    if (quoted >= 0) {
      row().push(
        text
          .slice(at + 1, quoted)
          .replaceAll('""', '"')
          .replaceAll('\r\n', '\n'),
      );
      end = quoted + 1;
    } else {
      while (end < text.length && !'\t\r\n'.includes(text.charAt(end))) end += 1;
      row().push(text.slice(at, end));
    }
    if (end >= text.length) break;
    if (text[end] === '\t') {
      if (end + 1 === text.length) row().push('');
    } else {
      if (text[end] === '\r' && text[end + 1] === '\n') end += 1;
      if (end + 1 < text.length) rows.push([]);
    }
    at = end + 1;
    if (text[end] === '\t' && at < text.length && '\r\n'.includes(text.charAt(at))) {
      row().push('');
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      if (at < text.length) rows.push([]);
    }
  }
  return rows;
}

/** Where the quote that opens at `at` closes, if a cell ends there; -1 when the quote is only a letter of the text. */
function closed(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    if (text[end + 1] === '"') end += 1;
    else return end + 1 >= text.length || '\t\r\n'.includes(text.charAt(end + 1)) ? end : -1;
  }
  return -1;
}

function tableIn(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const rows: string[][] = [];
  [...table.rows].forEach((row, number) => {
    const line = (rows[number] ??= []);
    let column = 0;
    for (const cell of row.cells) {
      while (line[column] !== undefined) column += 1;
      const text = textOf(cell);
      for (let down = 0; down < Math.min(cell.rowSpan || 1, table.rows.length - number); down++) {
        for (let right = 0; right < Math.min(cell.colSpan, 200); right++)
          (rows[number + down] ??= [])[column + right] = down || right ? '' : text;
      }
    }
  });
  return rows.map((line) => Array.from(line, (cell) => cell ?? ''));
}

function textOf(cell: HTMLElement): string {
  for (const br of cell.querySelectorAll('br')) br.replaceWith('\n');
  for (const block of cell.querySelectorAll('p, div, li')) if (block.nextSibling) block.append('\n');
  const lines = (cell.textContent ?? '').split('\n').map((line) => line.replace(/[ \t\r\u00a0]+/g, ' ').trim());
  return lines
    .filter((line, at) => line || at > 0)
    .join('\n')
    .trim();
}

/** Without the empty rows and columns at its ends; all rows equally long. */
function trimmed(grid: string[][]): string[][] {
  const rows = grid.map((row) => row.map((cell) => cell.trim()));
  while (rows.length && rows[rows.length - 1]?.every((cell) => cell === '')) rows.pop();
  const width = Math.max(0, ...rows.map((row) => row.reduce((last, cell, at) => (cell === '' ? last : at + 1), 0)));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

/** Rows of cells as text for the clipboard: cells with tabs, quotes or line ends are quoted. */
export function gridText(grid: readonly (readonly string[])[]): string {
  const cell = (text: string): string => quoted(quieted(text));
  const quoted = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return grid.map((row) => row.map(cell).join('\t')).join('\n');
}
