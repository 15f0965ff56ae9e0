import { expect, test } from 'vitest';
import { findPersonalData, isBankCard, isIdCard } from '../../../src/check/personal-data.ts';

// GB 11643—1999 prints 11010519491231002X as its example.
test.each([
  ['11010519491231002X', true],
  ['11010519491231002x', true],
  ['110105194912310021', false],
  ['110105194913310026', false],
])('ID card %s: %s', (number, expected) => {
  expect(isIdCard(number)).toBe(expected);
});

// Test numbers of payment networks; each with one digit changed is none.
test.each([
  ['4111111111111111', false],
  ['4012888888881881', true],
  ['5105105105105100', true],
  ['5105 1051 0510 5100', true],
  ['5105105105105101', false],
  ['3530111333300000', true],
  ['9012888888881881', false],
])('bank card %s: %s', (number, expected) => {
  expect(isBankCard(number)).toBe(expected);
});

const kinds = (text: string) =>
  findPersonalData([text], 'a.md', 1).map(({ kind, column }) => `${kind} ${column}`);

test.each([
  ['身份证11010519491231002X。', ['id-card-number 4']],
  ['卡号5105-1051-0510-5100。', ['bank-card-number 3']],
  ['电话13812345678，13912345678', ['mobile-number 3', 'mobile-number 15']],
  ['投入13812345678元', []],
  ['产量13812345678吨', []],
  ['电话13800000000', []],
  ['流水号2026031513812345678', []],
  ['010-13812345678', []],
  ['比率13812345678.5', []],
  ['138****5678', []],
])('%j', (text, expected) => {
  expect(kinds(text)).toEqual(expected);
});

test('a message never repeats the number', () => {
  const [found] = findPersonalData(['电话13812345678'], 'a.md', 1);
  expect(found?.message + (found?.hint ?? '')).not.toContain('13812345678');
});
