/** Claims without a number that a table or a fact can contradict. */

/** 均获维持, 无败诉: nothing was corrected and nothing is open. */
export const allUpheld: readonly RegExp[] = [
  /(?<!未)(?:均|全部|都|全)(?:获|被|予以|得到|为|作出|获得)?(?:复议机关|法院|人民法院)?(?:结果)?(?:的)?维持/g,
  /(?:无|未(?:发生|出现|有)?|没有|零)(?:一(?:例|件|起)?|任何)?(?:行政)?(?:诉讼|复议)?(?:案件)?(?:被)?(?:败诉|纠错|纠正)(?:案件|情况|情形|记录)?/g,
  /(?:均|全部|都)(?:获|获得)?胜诉|胜诉率(?:达|为|达到)?100%|(?:维持率)(?:达|为|达到)?100%/g,
];
/** The claim is about decided cases only. */
export const onlyDecided = /(?:已|经)(?:审|办)?(?:结|理完毕)|审结的/;

/** 均在法定期限内答复. */
export const onTime: readonly RegExp[] = [
  /(?:均|全部|都)(?:已)?(?:在法定(?:答复)?(?:期限|时限|时间)(?:内)?|依法按时|按时|按期|依法依规按时|在规定(?:期限|时限)内)[^，。；]{0,6}(?:答复|办结|回复|办理)/g,
  /(?:按时|按期|依法按时|法定时限)(?:答复|办结|回复)率(?:达|为|达到|保持)?100%/g,
  /(?:答复|办理|办结)[^，。；]{0,4}(?:均|全部)(?:未超期|未逾期|没有超期)/g,
];
/** A sentence that admits the contrary. */
export const overdue =
  /(?:逾期|超期|超过法定(?:期限|时限))(?:答复|办结|办理|未答复|未办)?(?:的)?(?:申请)?[^，。；不未无\d]{0,4}(\d{1,6})(?:件|宗|起)/g;

/** A finished year told as if it were running. */
export const runningYear: readonly RegExp[] = [
  /今年以来/g,
  /截[至止](?:目前|现在|当前|今)/g,
  /(?:到|迄今为止|至)目前为止|迄今为止/g,
  /今年(?:上半年|前[一二三四五六七八九十\d]{1,2}个?(?:月|季度)|1[—–－~至-]{1,2}\d{1,2}月)/g,
];
