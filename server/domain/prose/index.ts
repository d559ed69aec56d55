export { describeToken } from './describe-token';
export { type Evaluated, evaluateToken, type ProseProblem, type ProseSources, unknownMark } from './evaluate';
export { type Exactness, exactnesses, exactnessOf, type LocalFact, printFact } from './local-fact';
export { type Candidate, type NumberState, numbersOf, type ProseNumber } from './numbers-of';
export type { Offer } from './offers';
export { type ProsePiece, parseProse, parseToken } from './parse-prose';
export { type ResolvedProse, resolveProse, storedRange } from './resolve-prose';
export { declareNumber, linkNumber, registerNumber, type Settlement, settleNumbers, withTokens } from './settle-text';
export { type Sum, type Term, type Token, writeToken } from './token';
