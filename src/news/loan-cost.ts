/** What a loan repaid in equal parts of principal with a fixed fee really costs a year. */

export interface LoanTerms {
  /** Money received, in yuan. */
  principal: number;
  /** Number of monthly payments. */
  months: number;
  /** Fee of each month ÷ original principal: 0.006 for 0.6%. */
  feeRate: number;
}

export interface LoanMonth {
  /** From 1. */
  month: number;
  /** Principal owed when the month begins and when it ends, yuan. */
  opening: number;
  closing: number;
  payment: number;
  fee: number;
  /** Fee ÷ principal owed: what this month's money costs. */
  share: number;
}

export interface LoanCost {
  schedule: LoanMonth[];
  totalFee: number;
  /** Internal rate of return of a month. */
  monthlyRate: number;
  /** monthlyRate × 12: the simple-interest annual rate of PBC announcement 〔2021〕 No. 3. */
  nominalRate: number;
  /** (1 + monthlyRate)^12 − 1: the same compounded. */
  effectiveRate: number;
}

/** @throws {RangeError} when the terms are not those of a loan */
export function computeLoanCost({ principal, months, feeRate }: LoanTerms): LoanCost {
  if (!(principal > 0) || !Number.isInteger(months) || months < 1 || !(feeRate >= 0)) {
    throw new RangeError(
      `LoanCost 的参数不对：principal=${principal} months=${months} feeRate=${feeRate}。\n→ 本金要大于 0，期数要是正整数，每期费率写成小数，例如 0.006。`,
    );
  }
  const fee = principal * feeRate;
  const instalment = principal / months;
  const schedule = Array.from({ length: months }, (_, index): LoanMonth => {
    const opening = principal - instalment * index;
    return {
      month: index + 1,
      opening,
      closing: index === months - 1 ? 0 : opening - instalment,
      payment: instalment + fee,
      fee,
      share: fee / opening,
    };
  });
  const payments = schedule.map(({ payment }) => payment);
  const monthlyRate = findRate(principal, payments);
  return {
    schedule,
    totalFee: fee * months,
    monthlyRate,
    nominalRate: monthlyRate * 12,
    effectiveRate: (1 + monthlyRate) ** 12 - 1,
  };
}

/** Bisection: present value falls as the rate rises, so the one crossing is closed in on. */
function findRate(received: number, payments: readonly number[]): number {
  const total = payments.reduce((sum, payment) => sum + payment, 0);
  let low = 0;
  // A month costs at most all that is paid beyond what was received.
  let high = Math.max(0, total / received - 1);
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (presentValue(payments, middle) > received) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Halvings after which a double has no digits left to gain. */
const STEPS = 100;

function presentValue(payments: readonly number[], rate: number): number {
  return payments.reduceRight((later, payment) => (later + payment) / (1 + rate), 0);
}
