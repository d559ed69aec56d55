import { disputeBlocks, disputeResults } from '../../formats/table-4-disputes';
import { wholeNumberCheck } from '../whole-numbers';

const noCases = Object.fromEntries(
  disputeBlocks.flatMap((block) => [...disputeResults.map((result) => result.key), 'total'].map((key) => [`s4.${block.key}.${key}`, 0])),
);

export const t4Int = wholeNumberCheck({
  id: 't4-int',
  table: 't4',
  source: '国办公开办函〔2021〕30号附件，表四',
  examples: {
    passing: { title: 'no cases at all', figures: noCases },
    failing: { title: '−1 case pending', figures: { ...noCases, 's4.review.pending': -1 } },
    blank: { title: 'one figure of fifteen', figures: { 's4.review.total': 0 } },
  },
});
