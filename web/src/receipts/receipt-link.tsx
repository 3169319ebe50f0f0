import { Link } from 'wouter';
import { useReceiptWords } from './receipt.words';

/** Leads to what was handed in, for paper. */
export function ReceiptLink({ of: update }: { of: string }) {
  const words = useReceiptWords();
  return <Link href={`/receipts/${encodeURIComponent(update)}`}>{words('link')}</Link>;
}
