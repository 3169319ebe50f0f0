import { Link } from 'wouter';
import { useSharedWords } from '../shared/shared.words';

/** Where a page stands: what is above it, the highest first. The heading names the page itself. */
export function Breadcrumbs({ above }: { above: readonly { name: string; href: string }[] }) {
  const say = useSharedWords();
  if (above.length === 0) return null;
  return (
    <nav aria-label={say('above')}>
      <ol className="crumbs">
        {above.map(({ name, href }) => (
          <li key={href}>
            <Link href={href}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
