'use client';

import { useState } from 'react';
import type { Finding } from '@/server/domain/checks/check';
import { placesOf } from '@/server/domain/checks/gather-repeated';
import type { TextPlace } from '@/server/domain/subject';
import { useWritingMessages } from '../../messages/writing-words';
import { Button } from '../../ui/button';
import { mendText } from '../text/show-text';

/** Every place of a finding in its text, and one act that mends them all where what is meant is certain; undo takes it back at once. */
export function FindingPlaces({ finding, mayEdit, onShow }: { finding: Finding; mayEdit: boolean; onShow: (place: TextPlace) => void }) {
  const { report } = useWritingMessages();
  const [said, setSaid] = useState('');
  const places = placesOf(finding);
  const { replacement } = finding;
  const mend = () => {
    const count = mendText(places, replacement ?? '');
    setSaid(count === null ? report.mendNoEditor : report.mended(count, places.length));
  };
  return (
    <>
      {places.map((place, index) => (
        <Button
          look="place"
          key={place.start}
          aria-label={places.length === 1 ? report.showText(place.snippet) : report.showTextAt(place.snippet, index + 1)}
          onClick={() => onShow(place)}
        >
          {index === 0 ? `“${place.snippet}”` : report.place(index + 1)}
        </Button>
      ))}
      {mayEdit && replacement !== undefined && (
        <Button isSmall onClick={mend}>
          {replacement === '' ? report.takeOutAll(places.length) : report.mendAll(replacement, places.length)}
        </Button>
      )}
      <span role="status" className="text-note text-muted empty:hidden">
        {said}
      </span>
    </>
  );
}
