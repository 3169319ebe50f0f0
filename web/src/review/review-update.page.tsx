import { Stack } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { Link, useParams } from 'wouter';
import { Answer } from '../components/answer';
import { ReviewUpdateDocument } from '../generated/graphql';
import { useView } from '../shared/address';
import { useGraph } from '../shared/graph';
import { SignedIn } from '../sign-in/signed-in';
import { useViewer } from '../sign-in/viewer';
import { reviewAddress } from './queue-view';
import { Review } from './review';
import { useReviewWords } from './review.words';

/** One update, for a decision. */
export default function ReviewUpdatePage() {
  const id = decodeURIComponent(useParams<{ update: string }>().update);
  return (
    <SignedIn>
      <Asked key={id} id={id} />
    </SignedIn>
  );
}

function Asked({ id }: { id: string }) {
  const words = useReviewWords();
  const [view] = useView();
  const asked = useGraph(ReviewUpdateDocument, { id });
  const viewer = useViewer();
  return (
    <Stack>
      <Link href={reviewAddress(view)}>{words('back')}</Link>
      <Answer of={asked}>
        {({ node }) =>
          node?.__typename === 'StatusUpdate' ? (
            viewer && <Review viewer={viewer.email ?? ''} update={node} again={asked.again} />
          ) : (
            <PageTitle>{words('cannot-decide')}</PageTitle>
          )
        }
      </Answer>
    </Stack>
  );
}
