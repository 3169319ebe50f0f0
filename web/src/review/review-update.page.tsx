import { Stack } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { useParams } from 'wouter';
import { Answer } from '../components/answer';
import { ReviewUpdateDocument } from '../generated/graphql';
import { useGraph } from '../shared/graph';
import { SignedIn } from '../sign-in/signed-in';
import { useViewer } from '../sign-in/viewer';
import { Review } from './review';
import { ReviewPlaces } from './review-places';
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
  const asked = useGraph(ReviewUpdateDocument, { id });
  const viewer = useViewer();
  return (
    <Stack>
      <ReviewPlaces />
      <Answer of={asked}>
        {({ node }) =>
          node?.__typename === 'StatusUpdate' ? (
            viewer && <Review viewer={viewer.signInName ?? ''} update={node} again={asked.again} />
          ) : (
            <PageTitle>{words('cannot-decide')}</PageTitle>
          )
        }
      </Answer>
    </Stack>
  );
}
