/** How numbers are read from what is typed and shown to a reader. Decimals stay strings, so that no amount is rounded unseen. */

/** A decimal as the service writes it, or a range of three. */
export interface Range {
  low: string;
  expected: string;
  high: string;
}

export type Typed = string | number | Range | undefined;

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Intl formats decimal strings exactly; its types know only numbers. */
const exactly = (value: string): number => value as unknown as number;

const amounts = new Map<string, Intl.NumberFormat>();

function amountFormat(digits: number): Intl.NumberFormat {
  const key = String(digits);
  let format = amounts.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en-US', {minimumFractionDigits: 2, maximumFractionDigits: digits});
    amounts.set(key, format);
  }
  return format;
}

const counts = new Intl.NumberFormat('en-US', {maximumFractionDigits: 6});
const compact = new Intl.NumberFormat('en-US', {notation: 'compact', maximumFractionDigits: 1});

/** An amount at two decimals; below 1 at two significant digits, so that no price looks like nothing. */
export function amount(value: string | number): string {
  const text = String(value);
  const size = Math.abs(Number(text));
  const digits = size === 0 || size >= 1 ? 2 : Math.min(12, Math.max(2, 1 - Math.floor(Math.log10(size))));
  return amountFormat(digits).format(exactly(text));
}

/** A price as it is in the catalog, to the last digit. */
export function price(value: string | number): string {
  return amountFormat(12).format(exactly(String(value)));
}

/** A count or a rate. */
export function count(value: string | number): string {
  return counts.format(exactly(String(value)));
}

/** A rough number for an axis. */
export function rough(value: number): string {
  return compact.format(value);
}

/** "12.00 (10.00 to 14.00)", or "12.00" if it is known exactly. */
export function range(value: Range): string {
  const expected = amount(value.expected);
  return isExact(value) ? expected : `${expected} (${amount(value.low)} to ${amount(value.high)})`;
}

export function isExact(value: Range): boolean {
  return amount(value.low) === amount(value.high);
}

/** "100 / 200 / 400" for a range of three, else the number. */
export function typed(value: Typed): string {
  if (value === undefined || value === null) {
    return '';
  }
  return typeof value === 'object' ? `${value.low} / ${value.expected} / ${value.high}` : String(value);
}

/** What was typed: a number, or three with slashes between them; null if it is neither. Nothing typed is nothing said. */
export function parse(text: string): Typed | null {
  const parts = text.split('/').map(part => part.trim().replace(/[,_\s](?=\d{3}(\D|$))/g, ''));
  if (parts.length === 1 && parts[0] === '') {
    return undefined;
  }
  if (!parts.every(part => DECIMAL.test(part))) {
    return null;
  }
  if (parts.length === 1) {
    return whole(plain(parts[0]));
  }
  return parts.length === 3 ? {low: plain(parts[0]), expected: plain(parts[1]), high: plain(parts[2])} : null;
}

/** Counts, such as months, are numbers in a question; decimals stay text. */
function whole(decimal: string): string | number {
  return /^-?\d{1,15}$/.test(decimal) ? Number(decimal) : decimal;
}

/** Without what a reader of decimals may refuse: a plus sign, a point without digits beside it. */
function plain(decimal: string): string {
  return decimal.replace(/^\+/, '').replace(/^(-?)\./, '$10.').replace(/\.$/, '');
}

/** An amount rounded up at nine decimals, so that it pays for what costs the amount; the service takes no more than eighteen. */
export function enough(decimal: string): string {
  const [whole, fraction = ''] = decimal.split('.');
  const more = /[1-9]/.test(fraction.slice(9)) ? 1n : 0n;
  const units = (BigInt(whole + fraction.slice(0, 9).padEnd(9, '0')) + more).toString().padStart(10, '0');
  return `${units.slice(0, -9)}.${units.slice(-9)}`;
}
