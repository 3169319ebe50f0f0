import type { S3Driver } from 'flydrive/drivers/s3';
import type { Config } from '../config.js';
import { unavailable } from './store-failure.js';

/** In milliseconds; a call may take these times twice, because it is tried twice. */
interface BucketTimes {
  connect: number;
  /** From the beginning of a call until its answer begins, so a file has to be sent in this time. */
  answer: number;
}

const TIMES: BucketTimes = { connect: 3000, answer: 30_000 };

const ATTEMPTS = 2;

/**
 * Opens the bucket for evidence. The S3 client is large, so it is loaded only when it is needed.
 * @throws OperatorError EVIDENCE_STORE_UNAVAILABLE
 */
export async function openBucket(
  { endpoint, region, bucket, credentials }: NonNullable<Config['evidenceBucket']>,
  times = TIMES,
): Promise<S3Driver> {
  const { S3Driver } = await import('flydrive/drivers/s3');
  const driver = new S3Driver({
    region,
    bucket,
    visibility: 'private',
    supportsACL: false,
    // Not every compatible server knows the checksums that Amazon added.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // The client waits without end unless it is told otherwise, and transactions wait for it.
    maxAttempts: ATTEMPTS,
    requestHandler: {
      connectionTimeout: times.connect,
      requestTimeout: times.answer,
      throwOnRequestTimeout: true,
    },
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
  });
  try {
    await driver.listAll('/', { maxResults: 1 });
  } catch (error) {
    const place = `the bucket ${bucket}${endpoint ? ` at ${endpoint}` : ''}`;
    throw unavailable(place, 'HUB_EVIDENCE_S3_…', error);
  }
  return driver;
}
