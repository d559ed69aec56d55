import { type FigureBook, numberAt } from '../../figures';
import { balanceFigures } from './chosen-figures';

/** The requests of a year, in cases; null is not known. */
export interface CountedRequests {
  carriedIn: number | null;
  received: number | null;
  answered: number | null;
  carriedOut: number | null;
  /** 上年结转 + 本年新收 = 本年办结 + 结转下年, all of them known. */
  holds: boolean;
}

export function requestBalance(figures: FigureBook): CountedRequests {
  const [carriedIn = null, received = null, answered = null, carriedOut = null] = balanceFigures.map(({ cell }) => numberAt(figures, cell));
  const isKnown = carriedIn !== null && received !== null && answered !== null && carriedOut !== null;
  return { carriedIn, received, answered, carriedOut, holds: isKnown && carriedIn + received === answered + carriedOut };
}
