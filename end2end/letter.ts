/** A mail as its reader sees it. */
export type Letter = { to: string; subject: string; text: string; html: string; links: string[]; raw: string };

type Part = { headers: Map<string, string>; body: string };

/** Reads an .eml file: as much of the mail format as lettre writes. */
export function letter(bytes: Buffer): Letter {
  const raw = bytes.toString('latin1');
  const top = part(raw);
  const leaves = flatten(top);
  const text = find(leaves, 'text/plain');
  return {
    to: words(top.headers.get('to') ?? ''),
    subject: words(top.headers.get('subject') ?? ''),
    text,
    html: find(leaves, 'text/html'),
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    raw: bytes.toString('utf8'),
  };
}

function part(raw: string): Part {
  const text = raw.replace(/\r\n/g, '\n');
  const end = text.indexOf('\n\n');
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? '' : text.slice(end + 2) };
}

function flatten(one: Part): Part[] {
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(one.headers.get('content-type') ?? '')?.[1];
  if (!boundary) return [one];
  const parts = `\n${one.body}`.split(`\n--${boundary}`).slice(1, -1);
  return parts.flatMap((text) => flatten(part(text.replace(/^[ \t]*\n/, ''))));
}

function find(leaves: Part[], type: string): string {
  const one = leaves.find((leaf) => (leaf.headers.get('content-type') ?? 'text/plain').toLowerCase().startsWith(type));
  if (!one) return '';
  const encoding = (one.headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(one.body, 'base64').toString('utf8');
  if (encoding === 'quoted-printable') return quoted(one.body.replace(/=\n/g, ''));
  return Buffer.from(one.body, 'latin1').toString('utf8');
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words of a header: =?utf-8?b?…?= and =?utf-8?q?…?=. */
function words(header: string): string {
  return Buffer.from(header.replace(/(\?=)\s+(=\?)/g, '$1$2'), 'latin1')
    .toString('utf8')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : quoted(text.replace(/_/g, ' ')),
    );
}
