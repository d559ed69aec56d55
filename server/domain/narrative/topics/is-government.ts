/** Whether an organ is a government (or a committee that acts as one), by its name: Article 50(4) is addressed to those. */
export function isGovernment(organ: string): boolean {
  return /人民政府(?!办公|.{0,12}(?:局|委员会|办事处)$)|管委会|管理委员会/.test(organ);
}
