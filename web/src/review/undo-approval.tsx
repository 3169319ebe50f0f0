import { Alert, Button, Group, List, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useGo, useView } from '../shared/address';
import { number } from '../shared/format';
import { reviewAddress, type Told } from './queue-view';
import { useReviewWords } from './review.words';
import { endOffer, holdOffer, SECONDS, useUndoOffer, type Given } from './undo-offer';
import { useTakeBack } from './use-take-back';

interface Failed {
  id: string;
  name: string;
  why: string;
}

/** Offers for some seconds to undo what was just approved, and does it in place. */
export function UndoApproval({ onUndone }: { onUndone?: () => void }) {
  const words = useReviewWords();
  const [view] = useView();
  const go = useGo();
  const offer = useUndoOffer();
  const takeBack = useTakeBack();
  const [told, setTold] = useState('');
  const [failed, setFailed] = useState<readonly Failed[]>([]);
  async function undo(given: readonly Given[]) {
    endOffer();
    setTold(words('undoing'));
    const done: Given[] = [];
    const refused: Failed[] = [];
    for (const each of given) {
      const found = await takeBack(each, words('undone-at-once'));
      if (found.length === 0) done.push(each);
      else refused.push({ ...each, why: found.map(({ message }) => message).join(' ') });
    }
    done.forEach(({ restore }) => restore?.());
    setFailed(refused);
    const [first] = done;
    const isOne = given.length === 1;
    setTold(first && !isOne ? words('undone-many', { count: number(done.length) }) : '');
    if (!first || !isOne) return onUndone?.();
    const state: Told = { done: 'undone', name: first.name };
    go(reviewAddress(view, first.id), { state });
  }
  const [one, ...more] = offer?.given ?? [];
  return (
    <>
      <Paper
        withBorder={offer !== null}
        p={offer ? 'sm' : 0}
        onFocus={() => holdOffer(true)}
        onBlur={() => holdOffer(false)}
      >
        <Group justify="space-between" gap="sm">
          <Text role="status" id="undo" flex="1 1 200px">
            {one
              ? words(more.length > 0 ? 'undo-many' : 'undo-one', {
                  name: one.name,
                  count: number(more.length + 1),
                  seconds: number(SECONDS),
                })
              : told}
          </Text>
          {offer && (
            <Button variant="default" onClick={() => void undo(offer.given)}>
              {words('undo')}
              <span aria-hidden className="numeric">
                &nbsp;({number(offer.left)})
              </span>
            </Button>
          )}
        </Group>
      </Paper>
      {!offer && failed.length > 0 && (
        <Alert color="orange" variant="outline" title={words('not-undone')} role="alert">
          <List size="sm">
            {failed.map(({ id, name, why }) => (
              <List.Item key={id}>
                <Link href={reviewAddress(view, id)}>{name}</Link>: {why}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
