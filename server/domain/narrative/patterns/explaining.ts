/** In front of a number these say that it is some of a figure, or counted beside it: `含受委托实施的3件`, `不予处理中，2件为…`. */
export const explaining =
  /含|包括|其中|中(?=[，,、：:有的]|$)|计入|计算|不计|未计|按|列入|扣除|剔除|减去|属|系|涉及|同一|另|视[为同]|(?<![共所])有(?!效)/;
