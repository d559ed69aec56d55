/**
 * The named limits of rules that speak of "many" and "long", which a city may set by its overlay. Everything else in the pack is
 * arithmetic and not for anyone to set.
 */
export interface Thresholds {
  /** x-jump: more than this many times as much, or as little, as last year. Jumps of seventeen times have been real. */
  jumpFactor: number;
  /** x-jump, in the printed unit: below it both years are small numbers, which jump for no reason. */
  jumpFloor: number;
  /** t3-other: above this share of （七） the office looks closer. 45 % has been real and legitimate, so less is no news. */
  otherShare: number;
  /** t3-other: below this many answers a share says nothing. */
  otherFloor: number;
  /** x-text: above this share a city's scoring takes points off. @source 宿迁市部门评分细则: 与上年重复超过 50% 扣分 */
  repetitionShare: number;
  /** x-text: phrases this short repeat by nature. */
  repetitionFloor: number;
  /** n-len: characters of section 一. @source 国办公开办函〔2021〕30号: 第一部分原则上不超过1000字; for reports on 2021 and later */
  overviewCharacters: number;
}

export const standardThresholds: Thresholds = {
  jumpFactor: 5,
  jumpFloor: 20,
  otherShare: 0.5,
  otherFloor: 10,
  repetitionShare: 0.5,
  repetitionFloor: 100,
  overviewCharacters: 1000,
};

/** A share as a person says it, 0.55 as 55: one decimal at most, and never 55.00000000000001. */
export function inPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}
