import { type Problem, problem } from '../news/problem.ts';

/**
 * Numbers that belong to one person, in masked source. Each is proved as far as it can be: an ID
 * card by its birthday and check digit (GB 11643—1999), a bank card by its issuer's first digits and
 * Luhn's check digit (ISO/IEC 7812-1). A mobile number has no check digit: sums are told by what
 * stands beside them.
 */
export function findPersonalData(
  lines: readonly string[],
  file: string,
  firstLine: number,
): Problem[] {
  return lines.flatMap((line, index) => {
    const text = line.replace(/[０-９]/g, (digit) => digit.normalize('NFKC'));
    if (!/\d{11}|\d{4}[ -]\d{4}/.test(text)) return [];
    const at = (match: RegExpExecArray) => ({
      file,
      line: firstLine + index,
      column: match.index + 1,
    });
    const cards = [...text.matchAll(ID_CARD)].filter(([number]) => isIdCard(number));
    const banks = [...text.matchAll(BANK_CARD)].filter(
      ([number]) => isBankCard(number) && !cards.some(([card]) => card === number),
    );
    const phones = [...text.matchAll(MOBILE)].filter(
      (match) => !isSum(match[0], text.slice(match.index + match[0].length)),
    );
    return [
      ...cards.map((one) => problem('id-card-number', at(one), { masked: mask(one[0], 6, 4) })),
      ...banks.map((one) => problem('bank-card-number', at(one), { masked: mask(one[0], 6, 4) })),
      ...phones.map((one) => problem('mobile-number', at(one), { masked: maskPhone(one) })),
    ];
  });
}

const ID_CARD = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const BANK_CARD =
  /(?<![\dA-Za-z.])(?:\d{16,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?)(?![\dA-Za-z]|\.\d)/g;
/** With the country's code or without, in one or as 138 1234 5678. */
const MOBILE =
  /(?<![\dA-Za-z.,_=-])(\+?86[ -]?)?(1[3-9]\d)([ -]?)\d{4}\3(\d{4})(?![\dA-Za-z%％]|[.,]\d)/g;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function isIdCard(number: string): boolean {
  if (!/^[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(number)) {
    return false;
  }
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase();
}

/** UnionPay, Visa, Mastercard and JCB. */
export function isBankCard(number: string): boolean {
  const digits = number.replace(/[ -]/g, '');
  if (!/^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|35[2-8]\d{13})$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && !/(\d)\1{9}/.test(digits);
}

/** 15000000000 元, or a number nobody has. */
function isSum(number: string, after: string): boolean {
  return /^\s*(?:元|股|万|亿|美元|港元|人|吨|份|手|美|日元)/.test(after) || /0{6}$/.test(number);
}

function maskPhone([, country = '', first = '', , last = '']: RegExpExecArray): string {
  return `${country}${first}****${last}`;
}

function mask(number: string, head: number, tail: number): string {
  const hidden = '*'.repeat(number.length - head - tail);
  return number.slice(0, head) + hidden + number.slice(-tail);
}
