/** 156 mm hold 20 characters of 二号. */
const longestLine = 20;

/**
 * The title, broken by sense: the organ, then the name of the report. An organ's name that is too long for one line is broken
 * behind a place or body (省 市 区 县 …), as near to its middle as can be and never inside brackets.
 *
 * `中国（上海）自由贸易试验区临港新片区管理委员会` → `中国（上海）自由贸易试验区`, `临港新片区管理委员会`
 */
export function titleLines(organ: string, year: number): string[] {
  return [...organLines([...organ.trim()]), reportName(year)];
}

export function reportName(year: number): string {
  return `${year}年政府信息公开工作年度报告`;
}

function organLines(name: string[]): string[] {
  if (name.length <= longestLine) return [name.join('')];
  const at = breakOf(name);
  return [...organLines(name.slice(0, at)), ...organLines(name.slice(at))];
}

function breakOf(name: readonly string[]): number {
  const middle = name.length / 2;
  const nearest = (places: readonly number[]): number | undefined =>
    [...places].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || b - a)[0];
  const outside = placesOutsideBrackets(name);
  const bySense = outside.filter((at) => /[省市区县旗州盟乡镇部委厅局院会）]/.test(name[at - 1] ?? ''));
  return nearest(bySense) ?? nearest(outside) ?? Math.ceil(middle);
}

/** Places with at least four characters on either side. */
function placesOutsideBrackets(name: readonly string[]): number[] {
  const places: number[] = [];
  let depth = 0;
  name.forEach((character, index) => {
    if (/[（(《“]/.test(character)) depth += 1;
    if (/[）)》”]/.test(character)) depth -= 1;
    if (depth === 0 && index + 1 >= 4 && name.length - index - 1 >= 4) places.push(index + 1);
  });
  return places;
}
