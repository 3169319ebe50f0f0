import { Group } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { useView } from '../shared/address';
import { decidedAddress, reviewAddress } from './queue-view';
import { useReviewWords } from './review.words';

/** What waits, and what was decided: two lists of the same rounds and units. */
export function ReviewPlaces() {
  const words = useReviewWords();
  const [view] = useView();
  const [path] = useLocation();
  const places = [
    { to: reviewAddress(view), here: path === '/review', label: words('title') },
    { to: decidedAddress(view), here: path === '/review/decided', label: words('decided-title') },
  ];
  return (
    <Group component="nav" aria-label={words('lists')} gap="lg" className="no-print">
      {places.map(({ to, here, label }) => (
        <Link
          key={to}
          href={to}
          aria-current={here ? 'page' : undefined}
          style={here ? { fontWeight: 650, textDecoration: 'none' } : undefined}
        >
          {label}
        </Link>
      ))}
    </Group>
  );
}
