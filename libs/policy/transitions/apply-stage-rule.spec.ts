import { applyStageRule } from './apply-stage-rule.ts';

const situation = { step: 0, steps: 2, hasReason: true };

describe('the rules of the stages', () => {
  it('opens the next reviewer after an approval, and ends the stage after the last', () => {
    expect(applyStageRule('opening', 'approve', situation)).toEqual({
      ok: true,
      value: { closesTask: true, opensStep: 1, isSignature: false },
    });
    expect(applyStageRule('opening', 'approve', { ...situation, step: 1 })).toEqual({
      ok: true,
      value: { closesTask: true, outcome: 'approved', isSignature: false },
    });
  });

  it('sends a returned application to its applicant and ends nothing', () => {
    expect(applyStageRule('completion', 'return', situation)).toEqual({
      ok: true,
      value: { closesTask: true, opensCorrection: true, isSignature: false },
    });
  });

  it.each([
    ['the first of two signatures', 0, 2, { opensStep: 0 }],
    ['the second of two signatures', 1, 2, { outcome: 'signed' }],
    ['the second of three signatures', 1, 3, { opensStep: 0 }],
  ])('after %s does what the policy number of signers asks', (_name, signedBefore, signersRequired, expected) => {
    expect(applyStageRule('sign-off', 'sign', { step: 0, steps: 1, hasReason: false, signedBefore, signersRequired })).toEqual({
      ok: true,
      value: { closesTask: true, isSignature: true, ...expected },
    });
  });

  it('never signs off with fewer than two people, even where the number is missing', () => {
    expect(applyStageRule('sign-off', 'sign', { step: 0, steps: 1, hasReason: false })).toMatchObject({ value: { opensStep: 0 } });
  });

  it('refuses a negative answer without a reason', () => {
    expect(applyStageRule('review', 'refuse', { ...situation, hasReason: false })).toMatchObject({
      ok: false,
      refusal: { code: 'REASON_MISSING' },
    });
  });

  it.each(['constructor', 'toString', 'sign', ''])(
    'refuses the act "%s", which the stage does not know, and names those it does',
    (action) => {
      expect(applyStageRule('opening', action, situation)).toMatchObject({
        refusal: { code: 'ACTION_UNKNOWN', params: { allowed: 'approve, return, refuse' } },
      });
    },
  );

  it('lets a public notice and a payout end by no act at all', () => {
    expect(applyStageRule('public-notice', 'approve', situation).ok).toBe(false);
    expect(applyStageRule('payout', 'approve', situation).ok).toBe(false);
  });
});
