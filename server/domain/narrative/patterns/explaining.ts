/** Anywhere before a number in its sentence these say that it is some of a figure: `不予处理中，2件为…`, `含受委托实施的3件`. */
export const explainingSentence = /含(?!义)|包括|其中|中(?=[，,、：:有的]|$)|计入|不计|未计|列入|扣除|剔除|减去|同一/;

/** In the number's own clause these do, or that it is counted beside the figure; never as parts of other words: 系统, 所属, 按照, 有关. */
export const explainingClause =
  /计算|(?<!依)按(?![照期时规])|(?<![联关])系(?![统列])|(?<![下所直附])属|涉及|另|视[为同]|(?<![共所])有(?![效关])/;
