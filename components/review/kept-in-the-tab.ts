/** What kept remarks in a tab until 2026-11-30: a list under a key of the person, the filing and the submission. */
type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface KeptRemark {
  key: string;
  anchor: string;
  text: string;
}

/** The longest id the server takes. */
const maxOfId = 80;

/**
 * Gives the server what the program of before kept in this tab, once: each remark leaves the tab when the server has it, and stays where it
 * is refused. Its old key is its id, so that one that is sent twice is one. Remarks on the submission before stood on this one too.
 *
 * @returns how many were carried
 * @throws what `pin` throws; what came before it is carried
 */
export async function carryKeptRemarks(of: {
  owner: string;
  filingId: string;
  submissionNumber: number;
  storage: () => TabStorage;
  pin: (draft: { draftId: string; anchor: string; text: string }) => Promise<unknown>;
}): Promise<number> {
  let carried = 0;
  for (const number of [of.submissionNumber, of.submissionNumber - 1]) {
    const storageKey = `nianbao-remarks-${of.owner}-${of.filingId}-${number}`;
    for (const remark of keptAt(of.storage, storageKey)) {
      await of.pin({ draftId: remark.key.slice(-maxOfId), anchor: remark.anchor, text: remark.text });
      carried += 1;
      const left = keptAt(of.storage, storageKey).filter((one) => one.key !== remark.key);
      if (left.length > 0) of.storage().setItem(storageKey, JSON.stringify(left));
      else of.storage().removeItem(storageKey);
    }
  }
  return carried;
}

/** What is not a list of remarks is no remark; where the browser gives no storage there are none. */
function keptAt(storage: () => TabStorage, storageKey: string): KeptRemark[] {
  try {
    const kept: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRemark) : [];
  } catch {
    return [];
  }
}

function isRemark(value: unknown): value is KeptRemark {
  const { key, anchor, text } = (value ?? {}) as Record<string, unknown>;
  return [key, anchor, text].every((part) => typeof part === 'string' && part !== '');
}
