interface Asking<T> {
  ask: () => Promise<T>;
  onAnswer: (answer: T) => void;
  everyMs: number;
  /** Not only after the first while. */
  isAtOnce?: boolean;
}

/**
 * Asks again and again while the page is looked at, and as soon as it is looked at again; never while an answer is on its way. What cannot be
 * asked, without a network or a session, is asked the next time: the page says so itself where it matters.
 *
 * @returns what ends it; an answer that comes later is told to nobody
 */
export function whileSeen<T>({ ask, onAnswer, everyMs, isAtOnce = false }: Asking<T>): () => void {
  let isAsking = false;
  let isOver = false;
  const look = async () => {
    if (isAsking || document.visibilityState === 'hidden') return;
    isAsking = true;
    const answered = await ask().then(
      (answer) => ({ answer }),
      () => null,
    );
    isAsking = false;
    if (answered && !isOver) onAnswer(answered.answer);
  };
  const onLook = () => void look();
  if (isAtOnce) onLook();
  const timer = setInterval(onLook, everyMs);
  window.addEventListener('focus', onLook);
  document.addEventListener('visibilitychange', onLook);
  return () => {
    isOver = true;
    clearInterval(timer);
    window.removeEventListener('focus', onLook);
    document.removeEventListener('visibilitychange', onLook);
  };
}
