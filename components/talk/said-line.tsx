import { useMessages } from '../messages/messages-provider';
import { momentText } from '../ui/moment';

/** One thing somebody said. */
export function SaidLine({ by, at, text, note }: { by: string; at: string; text: string; note?: string | undefined }) {
  const { talk } = useMessages();
  return (
    <li className="border-t border-hairline py-1.5 text-body leading-6 first:border-t-0">
      <p className="text-note leading-5 text-muted">
        {talk.by(by, momentText(at))}
        {note && ` · ${note}`}
      </p>
      <p className="break-words whitespace-pre-wrap">{text}</p>
    </li>
  );
}
